import Glibc
import Synchronization

/// Wakes a thread that polls a socket, from any other thread.
///
/// One serves one piece of work.
final class Interrupt: Sendable {
  private let ends: (wait: Int32, raise: Int32)
  private let raised = Atomic(false)

  init() throws(PostgresError) {
    // A socket pair, for unlike pipe() it can be made close-on-exec at once, and Swift can't see pipe2().
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw .connection("no file descriptors left: \(String(cString: strerror(errno)))")
    }
    self.ends = (ends[0], ends[1])
  }

  deinit {
    close(ends.wait)
    close(ends.raise)
  }

  /// Readable once the interrupt has been raised.
  var descriptor: Int32 { ends.wait }

  var isRaised: Bool { raised.load(ordering: .acquiring) }

  func raise() {
    raised.store(true, ordering: .releasing)
    _ = write(ends.raise, "!", 1)
  }
}
