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
    let (office, outcome) = try await all.begun(by: String(first), in: transcript.language)
    try await office.withCopy { test in
      let (expected, actual) = try transcript.run(dsn: test.dsn, after: outcome)
      body(expected, actual)
    }
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
