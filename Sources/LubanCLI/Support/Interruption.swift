import Dispatch
import Glibc
import Messages
import Synchronization

/// What Ctrl-C and a terminating signal do: the command is cancelled, its transaction rolled back.
enum Interruption {
  /// A command that was stopped when it had done something already.
  struct Stopped: Error {
    /// What that was, in a sentence.
    let kept: Message
  }

  /// How long a cancelled command has to end before the program does.
  private static let patience = DispatchTimeInterval.seconds(10)

  /// Within which signals are one: `timeout` sends each to its child, and to the group in which that is.
  private static let oneKey = Duration.milliseconds(300)

  private static let keysAreOthers = Atomic(false)

  /// Does something while Ctrl-C is meant for another program on the same terminal.
  static func leavingKeysToOthers<Result>(_ work: () throws -> Result) rethrows -> Result {
    keysAreOthers.store(true, ordering: .releasing)
    defer { keysAreOthers.store(false, ordering: .releasing) }
    return try work()
  }

  /// Runs a command; on SIGINT, SIGTERM or SIGHUP its task is cancelled, on the second one the program ends.
  static func cancelling(_ work: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await work() }
    let stopped = Mutex<ContinuousClock.Instant?>(nil)
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if number == SIGINT, keysAreOthers.load(ordering: .acquiring) { return }
        let now = ContinuousClock.now
        let first = stopped.withLock { stopped in
          defer { stopped = stopped ?? now }
          return stopped
        }
        if let first {
          if now - first > oneKey { _exit(128 + number) }
          return
        }
        task.cancel()
        DispatchQueue.global().asyncAfter(deadline: .now() + patience) { _exit(128 + number) }
      }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    try await task.value
  }
}
