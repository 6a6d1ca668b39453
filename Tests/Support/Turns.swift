import Dispatch

/// How many tests have a database or a server at once, so that their connections stay within what one takes.
///
/// All tests of a run start together. However many cores there are, eight tests of up to eight connections
/// each are within the hundred that PostgreSQL takes by default.
public actor Turns {
  /// Those of the run.
  public static let shared = Turns(count: 8)

  /// Whether this task has its turn: a database within a test that has one takes no second turn, for which
  /// it might wait forever.
  @TaskLocal private static var isTaken = false

  private static let threads = Threads()

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(count: Int) { free = count }

  /// Runs a test's body once it is its turn.
  public nonisolated func take<T>(_ body: () async throws -> T) async rethrows -> T {
    if Self.isTaken { return try await body() }
    await begin()
    do {
      let value = try await Self.$isTaken.withValue(true) {
        try await withTaskExecutorPreference(Self.threads) { try await body() }
      }
      await end()
      return value
    } catch {
      await end()
      throw error
    }
  }

  private func begin() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func end() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}

/// Threads for tests that wait for a child: those of the pool are as many as there are cores, and the others need them.
private final class Threads: TaskExecutor {
  private let queue = DispatchQueue(label: "tests", attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
