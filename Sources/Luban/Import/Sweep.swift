import Postgres

extension Office {
  /// Takes away the rows of imports that were undone, where nobody else is writing.
  ///
  /// PostgreSQL's autovacuum, coming while the next import is at work, notes of a table full of such rows that
  /// it holds none, in so many pages. Whatever is put into it, plans rest on that: seconds become minutes.
  func sweep() async throws {
    let tables = try await read { try $0.rows("select tables_to_sweep()", as: String.self) }
    guard !tables.isEmpty else { return }
    _ = try await database.withoutTransaction { session in
      for table in tables { try session.execute("vacuum (skip_locked) luban.\(identifier: table)") }
    }
  }
}
