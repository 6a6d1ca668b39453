import Glibc
import Postgres
import Tabular

extension Schema {
  /// Enters people that are plainly synthetic and enrolls them in the cohorts of the demo, by the way
  /// every registrar's file takes.
  ///
  /// The same number and seed give the same people; those there already stay.
  ///
  /// - Throws: ``LubanError`` where the demo has not been seeded.
  public func seedStudents(_ count: Int, seed: Int) async throws -> ImportOutcome {
    let path = "/tmp/luban-demo-\(getpid()).csv"
    defer { unlink(path) }
    let office = Office(database: database)
    try await office.translatingErrors {
      try await database.read { tx in
        tx.deadline = .seconds(600)
        let file = try OutputFile(path: path, permissions: 0o600)
        do {
          let output = try CSVOutput(file.sink)
          try tx.copyOut(
            """
            copy (
              select p.*, c.code as cohort, c.window_opens_on as applied_on
              from (select *, row_number() over () - 1 as place from demo_people(\(seed)::int, \(count)::int)) p
              join (select code, window_opens_on, row_number() over (order by code) - 1 as place, count(*) over () as of
                from cohort where status in ('open', 'running')) c on c.place = p.place % c.of
            ) to stdout (format csv, header)
            """
          ) { try output.write(row: $0) }
          try file.commit()
        } catch {
          file.discard()
          throw error
        }
      }
    }
    var request = ImportRequest(path: path, noun: .peopleWithEnrollments)
    request.override = "synthetic students"
    return try await office.imports.run(request)
  }

  /// People who do not exist, in the columns of an import.
  public func people(_ count: Int, seed: Int) -> Listing {
    Listing(
      columns: ImportColumn.people.filter { $0.name != "workshop" }.map { Column($0.name, $0.meaning) },
      order: ["document_number"], body: "select * from demo_people(\(seed)::int, \(count)::int)")
  }
}
