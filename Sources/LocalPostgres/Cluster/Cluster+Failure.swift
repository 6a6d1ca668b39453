import Glibc

extension Cluster {
  /// Why a server ended while it started.
  struct Failure {
    let error: LocalPostgresError
    /// Whether time may mend it.
    let mayPass: Bool
  }

  /// Finds out why a server ended while it started.
  func failure(saying text: String, _ folder: SocketFolder) -> Failure {
    if let error = noSpace(after: text) { return Failure(error: error, mayPass: false) }
    let general = LocalPostgresError.startFailed(lines: text.lastLines(8), log: log.path)
    let lockFile: String? =
      if text.contains(#"lock file "postmaster.pid" already exists"#) {
        data.appending("postmaster.pid")
      } else if text.contains(#"lock file "\#(folder.lockFile)" already exists"#) {
        folder.lockFile
      } else {
        nil
      }
    // Memory of a killed server that its last processes still hold.
    let isHeld = text.contains("pre-existing shared memory block")
    guard lockFile != nil || isHeld else { return Failure(error: general, mayPass: false) }

    let left = RunningProcess.all.filter { $0.serves(data) }.map(\.identifier)
    if !left.isEmpty {
      return Failure(error: .leftoverProcesses(left, dataFolder: data.path), mayPass: true)
    }
    guard let lockFile, let named = ServerLockFile(lockFile), let process = RunningProcess(named.process),
      !process.isZombie
    else { return Failure(error: general, mayPass: true) }
    let stranger = LocalPostgresError.lockFileNamesStranger(
      lockFile: lockFile, process: process.identifier, title: process.title)
    return Failure(error: stranger, mayPass: false)
  }
}

extension RunningProcess {
  /// Asks for the end of a dead server that was our own child; PostgreSQL takes it for alive until then.
  func buryIfDeadServer() {
    guard isZombie, name == "postgres" else { return }
    var status: Int32 = 0
    waitpid(identifier, &status, WNOHANG)
  }
}
