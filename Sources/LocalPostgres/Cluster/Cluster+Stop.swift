import Glibc

extension Cluster {
  /// How a server is to end.
  public enum StopMode: Sendable, Hashable {
    /// When the last of those connected has left by itself.
    case smart
    /// Now: what is not committed is rolled back.
    case fast
    /// At once, as in a crash: the next start recovers. Nothing committed is lost.
    case immediate

    var signal: Int32 {
      switch self {
      case .smart: SIGTERM
      case .fast: SIGINT
      case .immediate: SIGQUIT
      }
    }
  }

  /// Stops the server, and waits, blocking, until it has ended.
  ///
  /// - Returns: whether a server ran.
  /// - Throws: ``LocalPostgresError/stopTimedOut(process:seconds:log:)``,
  ///   ``LocalPostgresError/busy(lockFile:seconds:)``, or the system's refusal.
  @discardableResult
  public func stop(
    _ mode: StopMode = .fast, patience: Duration = .seconds(60)
  ) throws(LocalPostgresError) -> Bool {
    guard data.exists else { return false }
    return try withLock(patience) { () throws(LocalPostgresError) in try halt(mode, patience: patience) }
  }

  /// Stops the server under a lock that is held already.
  func halt(_ mode: StopMode, patience: Duration) throws(LocalPostgresError) -> Bool {
    guard let server = runningServer() else { return false }
    guard try end(server, mode, patience: patience) else {
      throw .stopTimedOut(process: server.process, seconds: patience.wholeSeconds, log: log.path)
    }
    return true
  }

  /// Signals a server and waits until it has ended.
  ///
  /// - Returns: whether it has.
  func end(
    _ server: ServerLockFile, _ mode: StopMode, patience: Duration
  ) throws(LocalPostgresError) -> Bool {
    do {
      try SystemCall.run("kill", "process \(server.process)") { kill(server.process, mode.signal) }
    } catch .system(_, _, ESRCH) {
      return true
    }
    var polling = Polling(for: patience)
    let ended = try polling.first { _ throws(LocalPostgresError) -> Bool? in
      guard let process = RunningProcess(server.process) else { return true }
      process.buryIfDeadServer()
      return process.serves(data) ? nil : true
    }
    return ended ?? false
  }
}
