import Glibc

/// A process that this one started.
struct Child: Sendable {
  /// How a process ended.
  enum End: Sendable, Equatable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  let identifier: pid_t

  /// How the child ended; nil while it runs.
  ///
  /// Frees its entry in the table of processes.
  func end() -> End? {
    var status: Int32 = 0
    let result = waitpid(identifier, &status, WNOHANG)
    if result == 0 { return nil }
    // Somebody else has waited for it: it is gone, and how it ended can't be known.
    guard result == identifier else { return .exited(-1) }
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
  }

  /// Blocks until the child has ended.
  func wait() -> End {
    while true {
      if let end = end() { return end }
      usleep(2_000)
    }
  }
}
