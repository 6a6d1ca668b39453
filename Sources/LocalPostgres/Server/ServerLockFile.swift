import Glibc

/// A lock file of PostgreSQL: `postmaster.pid` in the data folder, or the one beside the socket.
///
/// It outlives a server that was killed, and its process number may then be another program's. So it says
/// whom to ask, never that a server runs. It is PostgreSQL's: nobody else may delete it.
struct ServerLockFile: Sendable, Hashable {
  /// What a server says of itself.
  enum Stage: String {
    case starting, ready, stopping, standby
  }

  let path: String
  let process: pid_t
  /// The folder of the server's socket; nil before the server has made it.
  let socketFolder: String?
  let stage: Stage?

  /// Reads the file; nil when it isn't there, or not written yet.
  init?(_ path: String) {
    guard let text = File(path).text else { return nil }
    // Process, data folder, time of start, port, socket folder, TCP address, shared memory, stage.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let process = lines.first.flatMap({ pid_t($0) }) else { return nil }
    self.path = path
    // Negative in the file of a server in single-user mode.
    self.process = abs(process)
    socketFolder = lines.count > 4 && !lines[4].isEmpty ? String(lines[4]) : nil
    stage = lines.count > 7 ? Stage(rawValue: String(lines[7].prefix { $0 != " " })) : nil
  }
}
