import Dispatch
import Glibc
import Postgres
import Support
import Synchronization
import Testing

private let schemas = Atomic(0)

/// Runs a test on a schema of its own, first in the search path.
func withDatabase(
  maxConnections: Int = 4, deadlines: Deadlines = Deadlines(), on server: TestServer = .shared,
  onNotice: (@Sendable (Notice) -> Void)? = nil, _ script: SQL = "",
  _ body: (Database) async throws -> Void
) async throws {
  let schema = "test_\(schemas.add(1, ordering: .relaxed).newValue)"
  let settings = server.settings(parameters: ["search_path": schema])
  let database = Database(maxConnections: maxConnections, deadlines: deadlines, onNotice: onNotice) {
    settings
  }
  try await Turns.shared.take {
    try await database.withoutTransaction { session in
      try session.execute("create schema \(identifier: schema)")
      try session.runScript(script)
    }
    try await body(database)
    await database.close()
  }
}

/// Waits until a condition holds; `false` if it does not come to hold in time.
func eventually(within limit: Duration = .seconds(10), _ condition: () async throws -> Bool) async throws
  -> Bool
{
  let end = ContinuousClock.now + limit
  while try await !condition() {
    if ContinuousClock.now > end { return false }
    try await Task.sleep(for: .milliseconds(5))
  }
  return true
}

/// Whether a session has begun to run a statement like the one given.
func isRunning(_ pattern: String, on database: Database) async throws -> Bool {
  try await database.withoutTransaction { session in
    try session.one(
      """
      select exists (select from pg_stat_activity
        where state = 'active' and pid <> pg_backend_pid() and query like \(pattern))
      """, as: Bool.self)
  }
}

/// Runs work and returns the error that it must throw.
func failure<Value>(_ work: () async throws -> Value) async -> (any Error)? {
  do {
    _ = try await work()
    return nil
  } catch {
    return error
  }
}

/// Counts across tasks and threads.
final class Counter: Sendable {
  private let count = Atomic(0)

  var value: Int { count.load(ordering: .acquiring) }

  @discardableResult
  func add(_ number: Int) -> Int { count.add(number, ordering: .acquiringAndReleasing).newValue }
}

/// An error of the tests' own.
struct Stopped: Error, Equatable {}

/// Random numbers that come again with the same seed, which is printed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64 = .random(in: 0 ... .max), test: String = #function) {
    state = seed
    print("\(test): seed \(seed)")
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }

  /// Text of any characters but U+0000, with those that need escaping more often than not.
  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    let pitfalls: [Unicode.Scalar] = [
      "'", "\"", "\\", "\t", "\n", "\r", "{", "}", ",", "$", ";", " ", "%", "\u{301}",
    ]
    for _ in 0..<Int.random(in: 0...20, using: &self) {
      if Bool.random(using: &self), let pitfall = pitfalls.randomElement(using: &self) {
        text.append(pitfall)
      } else if let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10ffff, using: &self)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

/// An error handed from a task to a thread that may block, such as a connection's.
final class Handover: Sendable {
  private let error = Mutex<(any Error)?>(nil)
  private let done = DispatchSemaphore(value: 0)

  func finish(_ error: (any Error)?) {
    self.error.withLock { $0 = error }
    done.signal()
  }

  func wait() -> (any Error)? {
    done.wait()
    return error.withLock { $0 }
  }
}
