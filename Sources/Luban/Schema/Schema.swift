import Postgres

/// The schema of a database: what there is, what is to be done, and doing it.
public struct Schema: Sendable {
  let database: Database

  /// A step that migrating takes, in its order.
  public struct Step: Sendable, Hashable, Codable {
    /// Number of the migration; empty for the functions and views.
    public let number: Int?
    /// Name of the file, or "functions and views".
    public let name: String
  }

  /// What ``migrate()`` would do now.
  ///
  /// - Throws: ``LubanError/schema(_:)`` where the database is newer than the program, or a migration was
  ///   edited.
  public func plan() async throws -> [Step] {
    try await Office(database: database).translatingErrors {
      try await database.read { tx in try Self.steps(tx) }
    }
  }

  /// Brings the schema to that of this program, each migration in a transaction of its own, and then the
  /// reference data, without which nothing can be entered.
  ///
  /// Of two migrators one waits for the other and then finds nothing to do.
  /// - Throws: ``LubanError/schema(_:)`` where the database is newer than the program, or a migration was
  ///   edited.
  public func migrate() async throws -> [Step] {
    try await Office(database: database).translatingErrors {
      try await database.write { tx in try Self.prepare(tx) }
      var done: [Step] = []
      for migration in Migration.all {
        let applied = try await database.write { tx in try Self.apply(migration, tx) }
        if applied { done.append(Step(number: migration.number, name: migration.name)) }
      }
      if try await database.write({ tx in try Self.applyCode(tx) }) {
        done.append(Step(number: nil, name: "functions and views"))
        try await seed(.reference)
      }
      return done
    }
  }

  private static func steps(_ tx: Transaction) throws -> [Step] {
    let everything =
      Migration.all.map { Step(number: $0.number, name: $0.name) } + [
        Step(number: nil, name: "functions and views")
      ]
    guard try tx.one("select to_regclass('luban.migration') is not null", as: Bool.self) else {
      return everything
    }
    let applied = try appliedMigrations(tx)
    let code = try tx.first("select code from luban.schema_version", as: String.self)
    return everything.filter { step in
      step.number.map { applied[$0] == nil } ?? (code != Migration.codeChecksum)
    }
  }

  private static func prepare(_ tx: Transaction) throws {
    try lock(tx)
    try tx.runScript(SQL.file("sql/migration.sql"))
  }

  /// Held to the end of the transaction.
  ///
  /// Nobody is waited for longer than the lock time-out.
  private static func lock(_ tx: Transaction) throws {
    try tx.execute("select pg_advisory_xact_lock(hashtext('luban.migrate'))")
  }

  private static func apply(_ migration: Migration, _ tx: Transaction) throws -> Bool {
    try lock(tx)
    guard try appliedMigrations(tx)[migration.number] == nil else { return false }
    tx.deadline = .seconds(3600)
    try tx.execute(
      """
      insert into luban.migration (number, name, checksum)
      values (\(migration.number), \(migration.name), \(migration.checksum))
      """)
    try tx.runScript("set local search_path = luban, pg_temp; set local lock_timeout = '5s'")
    try tx.runScript(SQL(embedded: migration.file.text))
    return true
  }

  private static func applyCode(_ tx: Transaction) throws -> Bool {
    try lock(tx)
    let code = try tx.first("select code from luban.code_state", as: String.self)
    if code == Migration.codeChecksum { return false }
    tx.deadline = .seconds(600)
    // Functions may name others that come later; the schema of the reports is made anew.
    try tx.runScript(
      """
      set local check_function_bodies = off; set local search_path = luban, pg_temp;
      set local lock_timeout = '5s'; set local client_min_messages = warning;
      delete from luban.rule; drop schema if exists report cascade; create schema report;
      """)
    for file in Migration.code { try tx.runScript(SQL(embedded: file.text)) }
    try tx.execute("delete from luban.code_state")
    try tx.execute("insert into luban.code_state (code) values (\(Migration.codeChecksum))")
    return true
  }

  /// Checksums of what was applied, by number, after comparing them with the program's.
  private static func appliedMigrations(_ tx: Transaction) throws -> [Int: String] {
    let rows = try tx.rows(
      "select number, name, checksum from luban.migration order by number",
      as: (Int.self, String.self, String.self))
    if let last = rows.last?.0, last > Migration.all.count {
      throw LubanError.schema(.newer(found: last, wanted: Migration.all.count))
    }
    for (number, name, checksum) in rows where Migration.all[number - 1].checksum != checksum {
      throw LubanError.schema(.edited(migration: name))
    }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.2) })
  }
}
