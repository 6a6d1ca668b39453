import Glibc
import Postgres

extension Cluster {
  /// Makes sure that the server runs and takes connections.
  ///
  /// Makes the cluster on first use, and starts the server if it is down. Blocks; when the server is up it
  /// returns within a millisecond. Of several processes that call at once one does the work, and the others
  /// wait for it.
  ///
  /// - Parameter patience: how long to wait for the server. While it says that it is starting up, that is,
  ///   recovering from a crash, the wait goes on.
  /// - Returns: how to connect.
  /// - Throws: ``LocalPostgresError``, nearly any: its description tells the user what to do.
  @discardableResult
  public func ensureRunning(
    patience: Duration = .seconds(60)
  ) throws(LocalPostgresError) -> ConnectionSettings {
    if let settings = try settingsIfRunning() { return settings }
    // Root's server has another account, which must get to its data.
    try home.createWithParents(mode: geteuid() == 0 ? 0o755 : 0o700)
    return try withLock(patience) { () throws(LocalPostgresError) in
      let account = try serverAccount()
      try log.prepare(in: home)
      if !data.exists { try make(as: account) }
      let folder = try start(as: account, patience)
      if profile == .durable { ballast.lay(in: home) }
      return settings(at: folder)
    }
  }

  /// How to connect to the server, if it is up; nothing is made or started.
  ///
  /// - Throws: ``LocalPostgresError/socketFolderUnsafe(path:reason:variable:)``.
  public func settingsIfRunning() throws(LocalPostgresError) -> ConnectionSettings? {
    guard let server = runningServer(), server.stage == .ready,
      let folder = try trustedSocketFolder(of: server)
    else { return nil }
    return settings(at: folder)
  }

  /// Whether the server takes connections now.
  ///
  /// Asks it; blocks for two seconds at most.
  public func isAnswering() -> Bool {
    guard let server = runningServer(), let folder = try? trustedSocketFolder(of: server)
    else { return false }
    return answer(at: folder) == .accepting
  }

  /// Asks the socket, without logging in.
  func answer(at folder: SocketFolder) -> PingAnswer {
    var settings = settings(at: folder)
    settings.overrides["connect_timeout"] = "2"
    return ping(settings)
  }

  /// The folder of a server's socket, when the socket is there.
  ///
  /// - Throws: ``LocalPostgresError/socketFolderUnsafe(path:reason:variable:)`` when somebody else may
  ///   have put it there: after a reboot the folder is gone, and the server's lock file still names it.
  func trustedSocketFolder(of server: ServerLockFile) throws(LocalPostgresError) -> SocketFolder? {
    guard let folder = server.socketFolder.map({ SocketFolder($0) }), FileStatus(of: folder.socket) != nil
    else { return nil }
    if let reason = SocketFolder.danger(of: folder.path, for: try serverAccount()) {
      throw .socketFolderUnsafe(path: folder.path, reason: reason, variable: location.variables.sockets)
    }
    return folder
  }

  /// What the data folder says of its server, if the server named there really runs.
  ///
  /// The number alone proves nothing: after a crash it may be another program's.
  func runningServer() -> ServerLockFile? {
    guard let file = ServerLockFile(data.appending("postmaster.pid")),
      let process = RunningProcess(file.process), process.serves(data)
    else { return nil }
    return file
  }

  /// Does something while no other process or task makes, starts, stops or destroys the cluster.
  func withLock<Result>(
    _ patience: Duration, _ body: () throws(LocalPostgresError) -> Result
  ) throws(LocalPostgresError) -> Result {
    var polling = Polling(for: patience)
    let result = try polling.first { polling throws(LocalPostgresError) -> Result? in
      if let lock = try FileLock(takingNow: lockPath) {
        let result = try body()
        lock.release()
        return result
      }
      // The holder waits as long as its server is recovering, and so do we.
      if runningServer()?.stage == .starting { polling.deadline = .now + patience }
      return nil
    }
    guard let result else { throw .busy(lockFile: lockPath, seconds: patience.wholeSeconds) }
    return result
  }
}

extension Duration {
  var wholeSeconds: Int { Int(components.seconds) }
}
