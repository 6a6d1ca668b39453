import Postgres

/// A PostgreSQL cluster of one user's own: made on first use, started on demand, reached through a socket
/// in a folder that nobody else can enter.
///
///     let cluster = Cluster(at: try .init(program: "luban"), role: "luban", database: "luban")
///     let database = Database { try cluster.ensureRunning() }
///
/// All of it lies in one home folder: `cluster` (the data), `log`, `lock` and `ballast`. The server goes on
/// when the program ends; after a reboot, or a kill -9, the next ``ensureRunning(patience:)`` starts it
/// again.
///
/// Functions that are not `async` block. What they do is guarded against other processes and tasks by a
/// lock in the home folder.
public struct Cluster: Sendable, Hashable {
  /// Where the cluster lies, and where its socket and its server's programs are found.
  public let location: Location
  /// The superuser made with the cluster, as which its owner and root connect.
  public let role: String
  /// The database made with the cluster.
  public let database: String
  /// How the cluster is set up when it is made.
  public let profile: Profile

  /// Describes a cluster; nothing is made or started yet.
  public init(at location: Location, role: String, database: String, profile: Profile = .durable) {
    self.location = location
    self.role = role
    self.database = database
    self.profile = profile
  }

  /// The data folder (PGDATA).
  public var dataFolder: String { data.path }
  /// Where the server writes its log.
  public var logFile: String { log.path }

  /// How to connect to the database of the cluster: at the socket where its server is, or would be.
  ///
  /// - Throws: ``LocalPostgresError`` when there is no safe folder for the socket.
  public var connectionSettings: ConnectionSettings {
    get throws(LocalPostgresError) { settings(at: try currentSocketFolder()) }
  }
}

extension Cluster {
  var home: Folder { Folder(location.home) }
  var data: Folder { Folder(home.appending("cluster")) }
  var log: ServerLog { ServerLog(folder: Folder(home.appending("log"))) }
  var ballast: Ballast { Ballast(path: home.appending("ballast")) }
  var lockPath: String { home.appending("lock") }

  /// The account that runs the server: the owner of the data, and before there is any, us; for root,
  /// which PostgreSQL refuses, an account without privileges.
  func serverAccount() throws(LocalPostgresError) -> Account {
    let current = try Account.current()
    if data.exists, let owner = FileStatus(of: data.resolved)?.owner, owner != 0 {
      guard current.isRoot || owner == current.user else {
        throw .belongsToAnother(folder: data.path, user: owner)
      }
      return try Account(user: owner)
    }
    guard current.isRoot else { return current }
    let candidates = ["postgres", "nobody"]
    guard let account = candidates.lazy.compactMap({ Account(named: $0) }).first else {
      throw .noServerAccount(tried: candidates)
    }
    return account
  }

  /// The folder of the running server's socket, else the one that the next start would take.
  func currentSocketFolder() throws(LocalPostgresError) -> SocketFolder {
    if let folder = runningServer()?.socketFolder { return SocketFolder(folder) }
    return try SocketFolder.chosen(for: location, account: try serverAccount())
  }

  func settings(at folder: SocketFolder) -> ConnectionSettings {
    ConnectionSettings(options: [
      "host": folder.path, "port": String(SocketFolder.port), "user": role, "dbname": database,
      // Said empty, lest PGHOSTADDR in the user's environment lead elsewhere.
      "hostaddr": "",
    ])
  }
}
