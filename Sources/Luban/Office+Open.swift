import Messages
import Postgres

extension Office {
  /// An office on a server as libpq names it: a connection URI, or keywords and values.
  ///
  /// Nothing is connected before the first use.
  /// - Parameter maxConnections: how many sessions may be open at a time.
  public init(dsn: String, maxConnections: Int = 4) {
    self.init(maxConnections: maxConnections) { ConnectionSettings(dsn: dsn) }
  }

  /// An office on a database whose settings are asked for when it is first used.
  ///
  /// As those of a private cluster:
  ///
  ///     let cluster = Cluster(at: try Cluster.Location(program: "luban"), role: "luban", database: "luban")
  ///     let office = Office { try cluster.ensureRunning() }
  ///
  /// - Parameters:
  ///   - maxConnections: how many sessions may be open at a time.
  ///   - deadlines: how long the client waits for the server.
  ///   - retry: for how long a transaction is run again when the server goes away under it.
  ///   - bulkDeadline: how long a statement of bulk work may take.
  ///   - reader: the language in which titles and names are read, where there are some in it; else English.
  ///   - onWait: told what is waited for, where that takes longer than a second.
  ///   - settings: where to connect; what every session of Luban's needs is added.
  public init(
    maxConnections: Int = 4, deadlines: Deadlines = Deadlines(),
    retry: RetryPolicy = RetryPolicy(for: .seconds(60)), bulkDeadline: Duration = .seconds(600),
    reader: Language = .english, onWait: @escaping @Sendable (PostgresError) -> Void = { _ in },
    settings: @escaping @Sendable () throws -> ConnectionSettings
  ) {
    let database = Database(maxConnections: maxConnections, deadlines: deadlines, onWait: onWait) {
      var settings = try settings()
      settings.parameters = Office.sessionParameters
      if reader != .english { settings.parameters["luban.language"] = reader.rawValue }
      settings.applicationName = settings.applicationName ?? "luban"
      return settings
    }
    self.init(database: database, retry: retry, bulkDeadline: bulkDeadline)
  }

  /// Closes all connections; the office can be used no more.
  public func close() async { await database.close() }
}
