import Glibc

extension Cluster {
  /// How long a start is tried again while PostgreSQL takes a dead server for a living one: until the
  /// parent of a killed server has asked for its end, its number is in use.
  private static let patienceWithTheDead = Duration.seconds(10)

  /// Starts the server if it is down, and waits until it answers.
  ///
  /// To be called under the lock.
  func start(as account: Account, _ patience: Duration) throws(LocalPostgresError) -> SocketFolder {
    let giveUp = ContinuousClock.now + Self.patienceWithTheDead
    while true {
      if let running = try waitForAnswer(of: nil, patience) { return running }
      let folder = try SocketFolder.chosen(for: location, account: account)
      try folder.prepare(for: account, location)
      buryTheDead(folder)
      let begin = log.size
      let child = try launch(as: account, at: folder)
      if let answering = try waitForAnswer(of: child, patience) { return answering }
      let failure = failure(saying: log.text(after: begin), folder)
      guard failure.mayPass, ContinuousClock.now < giveUp else { throw failure.error }
      usleep(100_000)
    }
  }

  private func launch(as account: Account, at folder: SocketFolder) throws(LocalPostgresError) -> Child {
    let installation = try Installation.matching(data, for: location)
    // What we rely on to reach the server is said here, where no configuration file can change it.
    let arguments = [
      "-D", data.path, "-c", "listen_addresses=", "-c", "port=\(SocketFolder.port)",
      "-c", "unix_socket_directories=\(folder.path.quotedInList)",
    ]
    var command = Command(installation.postgres, arguments, as: account)
    command.output = .append(to: log.path)
    command.inNewSession = true
    return try command.spawn()
  }

  /// Waits until the server takes connections.
  ///
  /// - Parameter child: the server just spawned, which may not have written its lock file yet.
  /// - Returns: nil when there is no server, or none any more.
  private func waitForAnswer(
    of child: Child?, _ patience: Duration
  ) throws(LocalPostgresError) -> SocketFolder? {
    enum Outcome { case answered(SocketFolder), ended }
    var polling = Polling(for: patience)
    var process = child?.identifier
    let outcome = try polling.first { polling throws(LocalPostgresError) -> Outcome? in
      if let child, child.end() != nil { return .ended }
      guard let server = runningServer() else { return child == nil ? .ended : nil }
      process = server.process
      guard let folder = try trustedSocketFolder(of: server) else {
        if server.stage == .ready { try restartWithoutSocket(server) }
        return nil
      }
      switch answer(at: folder) {
      case .accepting: return .answered(folder)
      // Recovery takes as long as it takes; a stop does not move the deadline.
      case .rejecting where server.stage != .stopping: polling.deadline = .now + patience
      default: break
      }
      return nil
    }
    switch outcome {
    case .answered(let folder): return folder
    case .ended: return nil
    case nil: throw .noAnswer(process: process, seconds: patience.wholeSeconds, log: log.path)
    }
  }

  /// Ends a server that nobody can reach any more.
  ///
  /// Its socket was removed with the folder of a login session, or by a cleaner of `/tmp`. Who is connected
  /// still may finish first, for a while.
  private func restartWithoutSocket(_ server: ServerLockFile) throws(LocalPostgresError) {
    // A server makes its socket before it says that it is ready, so this one had it.
    guard FileStatus(of: SocketFolder(server.socketFolder ?? "").socket) == nil else { return }
    if try end(server, .smart, patience: .seconds(10)) { return }
    _ = try end(server, .fast, patience: .seconds(60))
  }

  /// Frees the process numbers of killed servers that were our own children.
  private func buryTheDead(_ folder: SocketFolder) {
    for path in [data.appending("postmaster.pid"), folder.lockFile] {
      guard let file = ServerLockFile(path), let process = RunningProcess(file.process) else { continue }
      process.buryIfDeadServer()
    }
  }
}

extension String {
  /// The text as one element of a list that PostgreSQL splits at commas.
  fileprivate var quotedInList: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
