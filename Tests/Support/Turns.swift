/// How many tests have a database at once, so that their connections stay within what the server takes.
///
/// All tests of a run start together. However many cores there are, eight tests of up to eight connections
/// each are within the hundred that PostgreSQL takes by default.
public actor Turns {
  /// Those of the run.
  public static let shared = Turns(count: 8)

  /// Whether this task has its turn: a database within a test that has one takes no second turn, for which
  /// it might wait forever.
  @TaskLocal private static var isTaken = false

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private init(count: Int) { free = count }

  /// Runs a test's body once it is its turn.
  public nonisolated func take<T>(_ body: () async throws -> T) async rethrows -> T {
    if Self.isTaken { return try await body() }
    await begin()
    do {
      let value = try await Self.$isTaken.withValue(true) { try await body() }
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
