import Postgres
import Support
import Testing

@testable import Luban

/// Reports told apart by gender and nationality.
///
/// What is said by each is laid beside what is said of all, which is computed in another way: from tallies, and not from
/// each enrollment.
@Suite("People of a report")
struct PeopleCutTests {
  private static func reports(by cuts: [ReportCut]) -> [FigureReport] {
    [
      .overview(by: cuts), .language(by: cuts, framework: nil), .culture(by: cuts),
      .year(2025, by: cuts.filter { Reports.cutsOfYear.contains($0) }), .sum(.outcomes, by: cuts),
      .sum(.program, by: cuts),
    ]
  }

  @Test("add up to those of all, in every count of every row of the demonstration")
  func sums() async throws {
    try await withDemonstration { office in
      var scope = ReportScope()
      scope.asOf = day("2026-06-30")
      for people in [[ReportCut.gender], [.nationality], [.gender, .nationality]] {
        for (all, parts) in zip(
          Self.reports(by: [.country]), Self.reports(by: [.country] + people))
        {
          let found = try await office.countsThatDoNotAddUp(all, parts, scope)
          #expect(found == [], "\(all.name) by \(people)")
        }
      }
    }
  }

  @Test("months of attendance add up to the report")
  func months() async throws {
    try await withDemonstration { office in
      var scope = ReportScope()
      scope.asOf = day("2026-06-30")
      let (all, months): (FigureReport, FigureReport) = (
        .sum(.attendance, by: [.country]), .sum(.attendance, by: [.country, .month])
      )
      let found = try await office.countsThatDoNotAddUp(all, months, scope)
      #expect(found == [])
      #expect(
        try await office.rows(of: office.reports.rows(of: months, scope)).count
          > 5 * office.rows(of: office.reports.rows(of: all, scope)).count)
    }
  }

  @Test("are the same by a cut as by themselves, with zero where there are none")
  func alone() async throws {
    try await withDemonstration { office in
      var scope = ReportScope()
      scope.asOf = day("2026-06-30")
      let page = Page(columns: ["country", "mode", "census_size", "retained", "retention"])
      func rows(_ cuts: [ReportCut]) async throws -> [[String?]] {
        try await office.rows(of: office.reports.rows(of: .overview(by: cuts), scope), page)
      }
      let byGender = try await office.rows(
        of: office.reports.rows(of: .overview(by: [.country, .gender]), scope),
        Page(columns: page.columns.map { ["gender"] + $0 } ?? []))
      let everybody = try await rows([.country])
      scope.gender = .female
      let women = try await rows([.country])
      #expect(women.map { $0[0] } == everybody.map { $0[0] })
      #expect(women.contains { ($0[2].flatMap(Int.init) ?? 0) > 0 })
      for row in women where row[2] != "0" {
        #expect(byGender.contains(["female"] + row), "\(row)")
      }
      scope.nationality = "AQ"
      #expect(try await rows([.country]).allSatisfy { ["0", nil].contains($0[2]) && $0[4] == nil })
    }
  }

  @Test("are counted as a hand counts them: three men, two women of two countries, one who does not say")
  func byHand() async throws {
    try await withOffice { office in
      try await office.cohort(year: 2024)
      try await office.people(6)
      _ = try await office.database.write { tx in
        try tx.execute("update student set gender = null where number = 6")
        try tx.execute("update student set nationality = 'KZ' where number = 2")
      }
      _ = try await office.enrollments.enroll(
        students(1, 2, 3, 4, 5, 6), in: "UZ-TAS-LOG-2026A", appliedOn: day("2024-06-01"))
      try await office.change(2, in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: "2024-12-01")
      var scope = ReportScope()
      scope.asOf = day("2025-01-31")
      let page = Page(columns: ["gender", "nationality", "census_size", "retained", "withdrawn", "retention"])
      #expect(
        try await office.csv(
          office.reports.rows(of: .overview(by: [.cohort, .gender, .nationality]), scope), page) == """
            gender,nationality,census_size,retained,withdrawn,retention
            female,KZ,1,0,1,
            female,UZ,1,1,0,
            male,UZ,3,3,0,
            ,UZ,1,1,0,

            """)
      // Before the census nothing is told, of some as of all.
      scope.asOf = day("2024-09-02")
      #expect(
        try await office.csv(
          office.reports.rows(of: .overview(by: [.gender]), scope),
          Page(columns: ["gender", "students", "census_size"])) == """
            gender,students,census_size
            female,2,
            male,3,
            ,1,

            """)
    }
  }

  @Test("are refused where no people are counted, with totals, and of instructors")
  func refused() async throws {
    try await withOffice { office in
      var women = ReportScope()
      women.gender = .female
      for (report, scope, withTotals, words) in [
        (.sum(.attendance, by: [.gender]), ReportScope(), false, "Report attendance has no rows by gender"),
        (.sum(.attendance, by: []), women, false, "Report attendance counts no people"),
        (.cohort, women, true, "Totals are of everybody"),
        (.year(2025, by: [.program, .gender]), ReportScope(), false, "Report year has no rows by program"),
      ] as [(FigureReport, ReportScope, Bool, String)] {
        await #expect {
          _ = try await office.reports.rows(of: report, scope, withTotals: withTotals)
        } throws: { "\($0)".hasPrefix(words) }
      }
      await #expect {
        _ = try await office.reports.members(of: "teachers_trained", in: .year(2025, by: [.gender]))
      } throws: { "\($0)".hasPrefix("Report year counts instructors as teachers_trained") }
      women.nationality = "XX"
      await #expect(throws: LubanError.self) {
        _ = try await office.csv(office.reports.rows(of: .cohort, women))
      }
    }
  }
}

extension Office {
  /// Counts of a report that are not the sum of those of its parts, or known where those are not.
  fileprivate func countsThatDoNotAddUp(
    _ all: FigureReport, _ parts: FigureReport, _ scope: ReportScope
  ) async throws -> [String] {
    let whole = try await reports.rows(of: all, scope)
    let told = try await reports.rows(of: parts, scope)
    let names = told.columns.map(\.name)
    let counts = try await reports.figures(of: all.figures).filter { $0.rate == nil && names.contains($0.id) }
      .map(\.id)
    let keys = (whole.reportRows.map { $0.keys + $0.steps } ?? []).map { "\(identifier: $0)" as SQL }
    #expect(counts.count > 2)
    return try await database.read { tx in
      try tx.rows(
        """
        with one as (
          select array[\(fragment: .joined(keys, separator: ", "))]::text[] as key, f.name, f.value::numeric as n
          from (\(fragment: whole.body(scope.asOf))) r cross join jsonb_each_text(to_jsonb(r)) f (name, value)
          where f.name = any (\(counts))
        ), part as (
          select array[\(fragment: .joined(keys, separator: ", "))]::text[] as key, f.name, sum(f.value::numeric) as n
          from (\(fragment: told.body(scope.asOf))) r cross join jsonb_each_text(to_jsonb(r)) f (name, value)
          where f.name = any (\(counts)) group by 1, 2
        )
        select format('%s of %s: %s, and %s by people', name, key, one.n, part.n)
        from one full join part using (key, name)
        where one.n is distinct from part.n and (coalesce(one.n, 0), coalesce(part.n, 0)) <> (0, 0)
        """, as: String.self)
    }
  }
}
