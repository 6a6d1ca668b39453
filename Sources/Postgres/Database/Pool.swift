import Synchronization

/// A bounded number of lanes, lent to one task at a time, in the order of asking.
final class Pool: Sendable {
  private struct Waiter {
    let id: Int
    let continuation: CheckedContinuation<Lane, any Error>
  }

  private struct State {
    var idle: [Lane] = []
    var made = 0
    var waiters: [Waiter] = []
    var lastID = 0
    var isClosed = false
  }

  private let limit: Int
  private let makeLane: @Sendable () -> Lane
  private let state = Mutex(State())

  init(limit: Int, makeLane: @escaping @Sendable () -> Lane) {
    self.limit = max(1, limit)
    self.makeLane = makeLane
  }

  /// Takes a lane, waiting for one if all are lent.
  ///
  /// Throws `CancellationError` if the task is cancelled.
  func take() async throws -> Lane {
    let id = state.withLock { state in
      state.lastID += 1
      return state.lastID
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { self.serve(Waiter(id: id, continuation: $0)) }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiters.firstIndex { $0.id == id }.map { state.waiters.remove(at: $0) }
      }
      waiter?.continuation.resume(throwing: CancellationError())
    }
  }

  private func serve(_ waiter: Waiter) {
    let answer: Result<Lane, any Error>? = state.withLock { state in
      if state.isClosed { return .failure(PostgresError.misuse("the database has been closed")) }
      // Asked for within the lock: a cancellation after this finds the waiter in the queue.
      if Task.isCancelled { return .failure(CancellationError()) }
      // The last one given back is the likeliest to be connected.
      if let lane = state.idle.popLast() { return .success(lane) }
      guard state.made < limit else {
        state.waiters.append(waiter)
        return nil
      }
      state.made += 1
      return .success(makeLane())
    }
    if let answer { waiter.continuation.resume(with: answer) }
  }

  /// Gives a lane back, to the task that has waited longest.
  func giveBack(_ lane: Lane) async {
    let (waiter, isClosed): (Waiter?, Bool) = state.withLock { state in
      if !state.waiters.isEmpty { return (state.waiters.removeFirst(), false) }
      if !state.isClosed { state.idle.append(lane) }
      return (nil, state.isClosed)
    }
    waiter?.continuation.resume(returning: lane)
    if isClosed { await lane.close() }
  }

  /// Closes idle lanes now, the others when they are given back.
  ///
  /// Those who wait are still served.
  func close() async {
    let idle = state.withLock { state in
      state.isClosed = true
      defer { state.idle = [] }
      return state.idle
    }
    for lane in idle { await lane.close() }
  }
}
