import Postgres

/// What imports that are undone leave behind, taken away at once where nobody else is writing.
///
/// PostgreSQL's autovacuum, coming while the next import is at work, notes of a table full of such rows
/// that it holds hardly any, in so many pages. Plans rest on that, whatever is put into it meanwhile: seconds
/// become minutes.
struct Sweep: Sendable {
  private let office: Office
  /// Pages of each table before the import.
  private let before: [String: Int]

  /// Begins: mends what an autovacuum has noted by then.
  init(_ office: Office) async throws {
    self.office = office
    let tables = try await office.tables()
    before = tables.reduce(into: [:]) { $0[$1.name] = $1.pages }
    try await office.vacuum(tables.filter(\.isMisjudged).map(\.name))
  }

  /// The import was undone: no autovacuum shall find what is left of it.
  func undone() async throws {
    let grown = try await office.tables().filter { $0.pages > before[$0.name, default: 0] + 10 }
    try await office.vacuum(grown.map(\.name))
  }
}

extension Office {
  fileprivate func tables() async throws -> [(name: String, pages: Int, isMisjudged: Bool)] {
    try await read { tx in
      try tx.rows(
        """
        select relname::text, pg_relation_size(oid) / current_setting('block_size')::int,
          relpages > 10 and reltuples < relpages
        from pg_class
        where relnamespace = 'luban'::regnamespace and relkind = 'r' and pg_has_role(relowner, 'member')
        """, as: (String.self, Int.self, Bool.self)
      ).map { (name: $0.0, pages: $0.1, isMisjudged: $0.2) }
    }
  }

  /// Not beside somebody who writes, whose tables would be counted without what is being put into them.
  fileprivate func vacuum(_ tables: [String]) async throws {
    guard !tables.isEmpty,
      try await read({ try $0.one("select not is_held from known_moment()", as: Bool.self) })
    else { return }
    _ = try await database.withoutTransaction { session in
      for table in tables { try session.execute("vacuum (skip_locked) luban.\(identifier: table)") }
    }
  }
}
