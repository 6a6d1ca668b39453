import Postgres

extension Cluster {
  /// How a cluster is.
  public struct Status: Sendable, Hashable {
    /// What its server does.
    public enum State: String, Sendable, Hashable {
      /// There is no cluster yet.
      case absent
      /// The server is down.
      case stopped
      /// The server runs but takes no connections: it is starting, recovering or stopping.
      case busy
      /// The server takes connections.
      case running
    }

    /// What the server does.
    public let state: State
    /// The number of the server's process; nil when it is down.
    public let process: Int32?
    /// The major version that the data is of; nil when there is none.
    public let majorVersion: Int?
    /// The version of the server, such as `15.18`; nil when it isn't running.
    public let serverVersion: String?
    /// The data folder.
    public let dataFolder: String
    /// The folder of the socket; nil when there is no safe one.
    public let socketFolder: String?
    /// The server's log.
    public let logFile: String
    /// Bytes that the data folder takes on the disk.
    public let sizeOnDisk: Int
    /// The versions of the collation's rules; nil when the server isn't running.
    public let collation: CollationVersions?
  }

  /// Tells how the cluster is; makes and starts nothing.
  ///
  /// - Throws: `PostgresError` when the server runs but refuses to be asked.
  public func status() async throws -> Status {
    let server = runningServer()
    let isRunning = isAnswering()
    let major = File(data.appending("PG_VERSION")).text.flatMap { Int($0.filter { $0 != "\n" }) }
    let facts = isRunning ? try await askServer() : nil
    return Status(
      state: isRunning ? .running : server != nil ? .busy : data.exists ? .stopped : .absent,
      process: server?.process, majorVersion: major, serverVersion: facts?.version, dataFolder: data.path,
      socketFolder: try? currentSocketFolder().path, logFile: log.path,
      sizeOnDisk: data.exists ? data.sizeOnDisk : 0, collation: facts?.collation)
  }

  /// Asks the running server for its version and its database's collation.
  func askServer() async throws -> (version: String, collation: CollationVersions) {
    try await withDatabase { database in
      let (version, recorded, actual) = try await database.read { tx in
        try tx.one(
          """
          select current_setting('server_version'), datcollversion, pg_database_collation_actual_version(oid)
          from pg_database where datname = current_database()
          """, as: (String.self, String?.self, String?.self))
      }
      // `15.18 (Debian 15.18-0+deb12u1)`
      return (String(version.prefix { $0 != " " }), CollationVersions(recorded: recorded, actual: actual))
    }
  }

  /// Lends a connection, which is closed again, lest it hold up a stop of the server.
  private func withDatabase<Result: Sendable>(
    _ body: (Database) async throws -> Result
  ) async throws -> Result {
    let settings = try connectionSettings
    let database = Database(maxConnections: 1) { settings }
    do {
      let result = try await body(database)
      await database.close()
      return result
    } catch {
      await database.close()
      throw error
    }
  }
}
