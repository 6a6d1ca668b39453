import CLibpq
import Dispatch

/// Asks the server, over a connection of its own, to cancel what one connection is doing.
///
/// PQcancel blocks, for ever if the server's host is frozen, so it runs on a thread that nobody waits for
/// longer than he wants to.
///
/// Unchecked because of the handle: libpq never changes a PGcancel, and says PQcancel is thread-safe.
final class CancelRequest: @unchecked Sendable {
  private let handle: OpaquePointer?
  private let underway = DispatchGroup()

  init(for connection: OpaquePointer) {
    handle = PQgetCancel(connection)
  }

  deinit { PQfreeCancel(handle) }

  /// Sends the request and returns at once.
  func send() {
    // A queue of its own, because a blocked one would hold a thread of the shared pool.
    DispatchQueue(label: "postgres.cancel").async(group: underway) {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { text in
        _ = PQcancel(self.handle, text.baseAddress, Int32(text.count))
      }
    }
  }

  /// Waits until the server has taken all requests, lest a late one hit the next statement.
  func settled(within duration: Duration) -> Bool {
    underway.wait(timeout: .now() + .milliseconds(Int(duration / .milliseconds(1)))) == .success
  }
}
