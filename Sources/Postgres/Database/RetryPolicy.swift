/// For how long a transaction that failed through no fault of its own is run again.
///
/// That is the case after a serialization failure or deadlock, and while servers fail over: connections
/// refused or broken, servers starting, stopping, full, or no longer the primary.
public struct RetryPolicy: Sendable, Hashable {
  /// No new attempt is begun later than this after the first.
  ///
  /// Zero: only one attempt.
  public var duration: Duration

  /// Tries again for as long as `duration`, with growing pauses of 50 ms to 1 s.
  public init(for duration: Duration) {
    self.duration = duration
  }

  /// One attempt.
  public static let none = RetryPolicy(for: .zero)
}

extension PostgresError {
  /// Whether the same transaction may succeed if it is simply run again.
  ///
  /// - Parameter isWrite: a read-only transaction stays one; in a writing one, the server was a standby,
  ///   which may be promoted, or another be found.
  func isTransient(isWrite: Bool) -> Bool {
    switch self {
    case .connection: return true
    case .server(let error):
      switch error.sqlState {
      case .serializationFailure, .deadlockDetected, .adminShutdown, .crashShutdown, .cannotConnectNow,
        .tooManyConnections:
        return true
      case .readOnlyTransaction, .featureNotSupported: return isWrite && isFromReadOnlyServer
      default: return error.sqlState.codeClass == "08"
      }
    default: return false
    }
  }

  /// Whether the server, or its database, can only be read.
  var isFromReadOnlyServer: Bool {
    sqlState == .readOnlyTransaction || sqlState == .featureNotSupported && serverError?.isFromStandby == true
  }

  /// Whether a standby cancelled a report because it stood in the way of replication.
  var isConflictWithRecovery: Bool {
    guard let error = serverError else { return false }
    return error.isFromStandby && error.sqlState == .serializationFailure
  }
}

/// The pauses between attempts: twice as long each time, with jitter so that clients do not march in step.
struct Backoff {
  private var next = Duration.milliseconds(50)

  mutating func pause() -> Duration {
    defer { next = min(next * 2, .seconds(1)) }
    return next * Double.random(in: 0.5...1)
  }
}

/// Runs an attempt until it succeeds, fails for good, or the policy's time is over.
///
/// - Parameter onWait: told once, after a second, what is waited for.
func retrying<Value>(
  _ policy: RetryPolicy, isWrite: Bool, isIdempotent: Bool, onWait: (PostgresError) -> Void = { _ in },
  _ attempt: () async throws -> Value
) async throws -> Value {
  let start = ContinuousClock.now
  let end = start + policy.duration
  var isTold = false
  var backoff = Backoff()
  var conflicts = 0
  while true {
    do { return try await attempt() } catch let error as PostgresError {
      var mayRetry = error.isTransient(isWrite: isWrite)
      if case .outcomeUnknown = error { mayRetry = isIdempotent }
      // A long report would be cancelled by the standby again and again.
      if error.isConflictWithRecovery { conflicts += 1 }
      let pause = backoff.pause()
      guard mayRetry, conflicts < 2, ContinuousClock.now + pause < end else { throw error }
      if !isTold, ContinuousClock.now + pause > start + .seconds(1) {
        onWait(error)
        isTold = true
      }
      try await Task.sleep(for: pause)
    }
  }
}
