import Glibc

/// Asks again and again until there is an answer, in steps that begin at 5 ms and grow.
///
/// PostgreSQL answers some 50 ms after it is spawned, so a step of a fixed 100 ms, as `pg_ctl` takes,
/// would double the wait.
struct Polling {
  private static let firstStep = Duration.milliseconds(5)
  private static let longestStep = Duration.milliseconds(100)

  /// When to give up; a probe that sees progress may move it.
  var deadline: ContinuousClock.Instant

  init(for patience: Duration) {
    deadline = .now + patience
  }

  /// The probe's first answer that isn't nil; nil when none came before the deadline.
  mutating func first<Answer>(
    _ probe: (inout Polling) throws(LocalPostgresError) -> Answer?
  ) throws(LocalPostgresError) -> Answer? {
    var step = Self.firstStep
    while true {
      if let answer = try probe(&self) { return answer }
      if ContinuousClock.now >= deadline { return nil }
      Self.sleep(step)
      step = min(step * 1.3, Self.longestStep)
    }
  }

  private static func sleep(_ duration: Duration) {
    usleep(UInt32(duration / .microseconds(1)))
  }
}
