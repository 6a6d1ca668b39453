import Luban
import Postgres
import Support
import Testing

@Suite("What an undone import leaves behind")
struct SweepTests {
  /// Nobody has the birth date of another.
  private static let lines =
    "full_name,birth_date,nationality\n"
    + (0..<2000).map { "Student Number\($0),\($0 % 28 + 1).\($0 / 28 % 12 + 1).\(1970 + $0 / 336),UZ\n" }
    .joined()

  /// Tables that plans take for empty though they have many pages.
  private static let misjudged: SQL = """
    select relname::text from pg_class where relnamespace = 'luban'::regnamespace and relkind = 'r'
      and relpages > 10 and reltuples = 0 order by 1
    """

  private func dryRun(_ office: Office) async throws -> ImportOutcome {
    try await office.send(Self.lines, as: .people) { $0.isDryRun = true }
  }

  @Test("is swept at once: no table has pages and counts as empty")
  func atTheEnd() async throws {
    try await withOffice(.cohort) { office in
      #expect(try await dryRun(office).peopleCreated == 2000)
      let sizes = try await office.database.read {
        try $0.one("select pg_relation_size('student_name') + pg_relation_size('student')", as: Int.self)
      }
      #expect(sizes == 0)
    }
  }

  @Test("is swept before the next, where autovacuum came meanwhile")
  func before() async throws {
    try await withOffice(.cohort) { office in
      // Undone by hand, and counted while somebody holds the table, as autovacuum does beside an import.
      let database = office.database
      try await database.write { tx in
        try tx.runScript(
          "create function undo() returns void language plpgsql as 'begin raise sqlstate ''P0042''; end'")
      }
      await #expect(throws: PostgresError.self) {
        try await database.write { tx in
          try tx.execute(
            """
            insert into course (code, kind, titles, hours_theory, hours_practice, credits)
            select 'C-' || n, 'technical', '{"en": "x"}', 20, 20, 2 from generate_series(1, 3000) n
            """)
          try tx.execute("select undo()")
        }
      }
      try await database.write { tx in
        try tx.execute("lock table course in row exclusive mode")
        let vacuum = Task {
          _ = try await database.withoutTransaction { try $0.execute("vacuum luban.course") }
        }
        try tx.wait(
          until:
            "select count(*) > 0 from pg_class where relname = 'course' and reltuples = 0 and relpages > 10")
        return vacuum
      }.value
      _ = try await dryRun(office)
      let left = try await database.read { try $0.rows(Self.misjudged, as: String.self) }
      #expect(left == [])
    }
  }
}
