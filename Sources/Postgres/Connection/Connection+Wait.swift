import CLibpq
import Glibc

/// How much longer an exchange with the server may wait, and whether it has been asked to stop.
struct Patience {
  /// Why an exchange is being stopped.
  enum Stop {
    /// The server was too slow.
    case deadline
    /// The task was cancelled.
    case cancelled
    /// The caller wants no more of the data.
    case unwanted
  }

  let allowance: Duration
  var remaining: Duration
  var stop: Stop?
  var heedsInterrupt = true

  init(allowance: Duration, heedsInterrupt: Bool = true) {
    self.allowance = allowance
    self.heedsInterrupt = heedsInterrupt
    remaining = allowance
  }

  /// Data moved: the server is not frozen.
  mutating func renew() {
    if stop == nil { remaining = allowance }
  }
}

extension Connection {
  /// Waits until the socket is ready, asking the server to stop when time is over or the task cancelled.
  ///
  /// Throws only if the server did not even stop when asked to; then the connection is broken.
  func wait(for events: Int32, sql: String) throws(PostgresError) {
    let interruptible = patience.heedsInterrupt && patience.stop == nil
    let start = ContinuousClock.now
    let descriptors = [
      pollfd(fd: PQsocket(handle), events: Int16(events), revents: 0),
      pollfd(fd: interruptible ? interrupt?.descriptor ?? -1 : -1, events: Int16(POLLIN), revents: 0),
    ]
    let ready = Self.poll(descriptors, within: patience.remaining)
    patience.remaining -= ContinuousClock.now - start
    if ready[1].revents != 0 {
      stop(.cancelled)
    } else if ready[0].revents == 0, patience.remaining <= .zero {
      guard patience.stop != nil else { return stop(.deadline) }
      throw abandon(sql: sql)
    }
  }

  private static func poll(_ descriptors: [pollfd], within limit: Duration) -> [pollfd] {
    var descriptors = descriptors
    // Rounded up, so that the time is over when poll says so; negative would mean for ever.
    let milliseconds = max(0, min(Double(Int32.max), (limit / .milliseconds(1)).rounded(.up)))
    if Glibc.poll(&descriptors, nfds_t(descriptors.count), Int32(milliseconds)) <= 0 {
      for index in descriptors.indices { descriptors[index].revents = 0 }
    }
    return descriptors
  }

  /// Asks the server to cancel the statement.
  ///
  /// What it answers is read as always, within the grace.
  func stop(_ reason: Patience.Stop) {
    guard patience.stop == nil else { return }
    patience.stop = reason
    patience.remaining = deadlines.grace
    cancelRequest.send()
  }

  /// Gives the connection up, without a word to a server that does not listen.
  func abandon(sql: String) -> PostgresError {
    isBroken = true
    shutdown(PQsocket(handle), Int32(SHUT_RDWR))
    return stopError(sql: sql) ?? .connection("the connection was given up")
  }

  /// The error for an exchange that was asked to stop; `nil` if it was not.
  func stopError(sql: String) -> PostgresError? {
    switch patience.stop {
    case .deadline: .deadline(after: patience.allowance, sql: shortened(sql))
    case .cancelled, .unwanted: .cancelled
    case nil: nil
    }
  }
}
