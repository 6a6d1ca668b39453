import Postgres

/// The schema of a database: what there is, what is to be done, and doing it.
public struct Schema: Sendable {
  let office: Office

  /// The schemas that are Luban's in a database, each after those that refer to it.
  public static let names = ["list", "report", "luban"]

  var database: Database { office.database }

  /// A step that migrating takes, in its order.
  public struct Step: Sendable, Hashable, Codable {
    /// Number of the migration; empty for what is put in anew.
    public let number: Int?
    /// Name of the file, or of what is put in anew.
    public let name: String
  }

  /// What ``migrate()`` would do now.
  ///
  /// - Throws: ``LubanError/schema(_:)`` where the database is newer than the program, or from before the
  ///   first release.
  public func plan() async throws -> [Step] {
    try await office.translatingErrors {
      try await database.read(retry: office.retry) { tx in try Migrator.luban.steps(tx) }
    }
  }

  /// Since when the database has a schema of Luban's: what tells it from others, and stays in its backups.
  public func begunAt() async throws -> KnownTime {
    try await office.read { tx in
      try tx.one("select applied_at from luban.migration order by number limit 1", as: KnownTime.self)
    }
  }

  /// Brings the schema to that of this program, and the reference data with it, without which nothing can be
  /// entered.
  ///
  /// It is one transaction: all of it is done, or nothing. Of two migrators one waits for the other and then
  /// finds nothing to do.
  /// - Throws: ``LubanError/schema(_:)`` where the database is newer than the program, or from before the
  ///   first release.
  public func migrate() async throws -> [Step] {
    try await migrate(by: .luban)
  }

  func migrate(by migrator: Migrator) async throws -> [Step] {
    try await office.translatingErrors {
      try await database.write(retry: office.retry, idempotent: true) { tx in
        try migrator.migrate(tx, patience: office.bulkDeadline)
      }
    }
  }
}
