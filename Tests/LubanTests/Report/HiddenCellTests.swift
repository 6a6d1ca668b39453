import Luban
import Postgres
import Support
import Testing

/// What is hidden of tables made by hand: each sum is a list of its cells, the whole below zero.
@Suite("Hidden cells")
struct HiddenCellTests {
  struct Table: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var sums = "{}"
    /// Rows of cells; a null is of a count that there is not.
    let cells: String
    let width: Int
    var counts: Int?
    var totals: String?
    var isOverlapping = false
    /// The same with x for what is hidden.
    let hidden: String
  }

  /// A whole and its three parts.
  private static let split = "{-1,2,3,4,0}"
  /// A whole, its part, and the rest.
  private static let part = "{-1,2,3,0}"

  static let tables = [
    Table(
      testDescription: "one hidden cell takes the smallest other along", sums: split, cells: "30 2 20 8",
      width: 4,
      hidden: "30 x 20 x"),
    Table(
      testDescription: "five are not few", sums: split, cells: "30 5 20 5", width: 4, hidden: "30 5 20 5"),
    Table(
      testDescription: "hidden ones that add up to three, too", sums: split, cells: "13 1 2 10", width: 4,
      hidden: "13 x x x"),
    Table(
      testDescription: "hidden ones that add up to five hide each other", sums: split, cells: "25 1 4 20",
      width: 4,
      hidden: "25 x x 20"),
    Table(
      testDescription: "none is shown, and is no partner", sums: split, cells: "12 2 0 10", width: 4,
      hidden: "12 x 0 x"),
    Table(
      testDescription: "of few all is hidden but what is none", sums: split, cells: "3 1 2 0", width: 4,
      hidden: "x x x 0"),
    Table(
      testDescription: "a few who are not in a part tell it", sums: part, cells: "20 18 2", width: 3,
      counts: 2,
      hidden: "20 x"),
    Table(
      testDescription: "a part that is the whole tells a hidden whole", sums: part, cells: "3 3 0", width: 3,
      counts: 2, hidden: "x x"),
    Table(
      testDescription: "a part among many is hidden alone", sums: part, cells: "20 3 17", width: 3, counts: 2,
      hidden: "20 x"),
    Table(
      testDescription: "a part that is not there asks for nothing", sums: part, cells: "3 null null",
      width: 3,
      counts: 2, hidden: "x null"),
    Table(
      testDescription: "a column of a total takes the smallest other row along", cells: "2 9 20 31", width: 1,
      totals: "4 4 4 4", hidden: "x x 20 31"),
    Table(
      testDescription: "where all others are none the total goes", sums: "{-1,2,3,0}",
      cells: "9 2 7 8 8 0 17 10 7",
      width: 3, totals: "3 3 3", hidden: "x x x x x 0 17 x x"),
    Table(
      testDescription: "through totals one row hides the next", sums: "{-1,2,3,0}",
      cells: "11 2 9 17 8 9 28 10 18",
      width: 3, totals: "3 3 3", hidden: "11 x x 17 x x 28 10 18"),
    Table(
      testDescription: "rows that overlap are hidden alike", cells: "2 9 0 31", width: 1, isOverlapping: true,
      hidden: "x x 0 x"),
  ]

  @Test("are those of few, and those by which they could be computed", arguments: tables)
  func table(table: Table) async throws {
    let cells = table.cells.split(separator: " ").map(String.init)
    let (width, counts) = (table.width, table.counts ?? table.width)
    let totals = table.totals.map { "{\($0.replacing(" ", with: ","))}" }
    try await withOffice(isWellInTheEnd: false) { office in
      let hidden = try await office.database.read { tx in
        try tx.rows(
          """
          select u.hidden from unnest(report.hidden_cells(\(table.sums)::text::int[],
            \("{" + cells.joined(separator: ",") + "}")::text::bigint[], \(width)::int, \(counts)::int,
            coalesce(\(totals)::text::int[], array_fill(null::int, array[\(cells.count / width)::int])),
            \(table.isOverlapping))) with ordinality u (hidden, n) order by n
          """, as: Bool.self)
      }
      let told = zip(cells, hidden).enumerated().filter { $0.offset % width < counts }
        .map { $0.element.1 ? "x" : $0.element.0 }
      #expect(told.joined(separator: " ") == table.hidden)
    }
  }

  @Test("only figures are published")
  func figures() async throws {
    try await withOffice { office in
      await #expect(throws: LubanError.self) {
        _ = try await office.reports.published(office.reports.roster())
      }
    }
  }

  @Test("what splits a count is declared once, in all reports")
  func sums() async throws {
    try await withOffice { office in
      let told = try await office.database.read { tx in
        try tx.rows(
          """
          select report || '.' || part_of || ': ' || string_agg(id, ' ' order by place)
          from report.indicator where splits group by report, part_of order by min(report), min(place)
          """, as: String.self)
      }
      let levels = ["none", "1", "2", "3", "4", "5", "6", "7"]
      #expect(
        told == [
          "cohort.applications: applied waitlisted admitted students withdrawn no_shows dismissed transferred_out refused",
          "cohort.students: enrolled suspended completed",
          "cohort.language_entry_known: \(levels.map { "language_entry_\($0)" }.joined(separator: " "))",
          "cohort.language_students: \(levels.map { "language_now_\($0)" }.joined(separator: " "))",
          "language.reached: highest",
          "outcomes.completers: answered unknown", "outcomes.answered: placed seeking other",
          "outcomes.placed: working further_study", "program.students: enrolled completed",
        ])
    }
  }
}
