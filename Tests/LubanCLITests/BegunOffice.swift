import Support
import Testing

/// Offices in which the demonstration was laid with which several pages begin: once for the whole run.
actor BegunOffice {
  private typealias Begun = (office: TestDatabase, outcome: Program.Outcome)
  private static let all = BegunOffice()
  private var begun: [String: Task<Begun, any Error>] = [:]

  /// Runs the commands of a transcript on an office of its own.
  static func run(
    _ transcript: Transcript, _ body: (_ expected: String, _ actual: String) -> Void
  ) async throws {
    guard let first = try transcript.firstCommand(), first.hasPrefix("luban seed demo") else {
      return try await TestDatabase.with { test in
        let (expected, actual) = try transcript.run(dsn: test.dsn)
        body(expected, actual)
      }
    }
    try await with(String(first), in: transcript.language) { test, outcome in
      let (expected, actual) = try transcript.run(dsn: test.dsn, after: outcome)
      body(expected, actual)
    }
  }

  /// Runs a test on a copy of the office that a command has begun, with what the command answered.
  static func with(
    _ command: String, in language: String = "", _ body: (TestDatabase, Program.Outcome) async throws -> Void
  ) async throws {
    let (office, outcome) = try await all.begun(by: command, in: language)
    try await office.withCopy { try await body($0, outcome) }
  }

  /// What says nothing says it in every language.
  private func begun(by command: String, in language: String) async throws -> Begun {
    let language = command.contains("--quiet") ? "" : language
    let task =
      begun[command + language]
      ?? Task {
        var outcome: Program.Outcome?
        let office = try await TestDatabase.kept { office in
          outcome = try Program.shell(
            command, dsn: office.dsn, folder: Program.repository, language: language)
        }
        return (office, try #require(outcome))
      }
    begun[command + language] = task
    return try await task.value
  }
}
