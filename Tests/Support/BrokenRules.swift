import Glibc
import Luban
import Postgres
import Synchronization

/// The rules that the tests of a run really broke: the server logs every error, with the name of the constraint or the
/// sentence of the rule, and imports tell the rule of every refused line.
///
/// A run of the whole suite fails at its end, when all tests are over, if it broke not all of them.
public enum BrokenRules {
  private static let noted = Mutex<Set<String>>([])
  private static let watched = Mutex<(log: String, rules: [(name: String, sentence: String)])?>(nil)

  /// Rules that no test breaks, each with its reason.
  private static let unbreakable: [String: String] = [
    "cohort_key_with_edition": "it is led by a key that the database draws",
    "city_key_with_country": "its first column is a key that the database draws",
    "program_edition_key_with_program": "both columns are led by a key that the database draws",
    "attendance_past_is_of_an_enrollment":
      "an enrollment has events, which are kept before anything else is asked",
    "cohort_tally_counts_something": "nothing but the tally's own triggers gets so far",
    "cohort_tally_is_of_a_cohort": "nothing but the tally's own triggers gets so far",
  ]

  /// Begins to watch the server, before anything is asked of it; these are all its rules.
  static func watch(_ rules: [(String, String)], log: String) {
    watched.withLock { $0 = (log, rules) }
    atexit {
      let words = BrokenRules.words()
      guard !words.isEmpty else { return }
      _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) }
      _exit(1)
    }
  }

  /// Notes the rules that an import told of, or for which a verb left somebody out.
  public static func note(_ rules: [String]) { noted.withLock { $0.formUnion(rules) } }

  /// What is wrong in the end; nothing of a run of some tests only.
  private static func words() -> String {
    let isWhole = !CommandLine.arguments.contains { argument in
      ["--filter", "--skip"].contains { argument == $0 || argument.hasPrefix($0 + "=") }
    }
    guard isWhole, let (log, catalog) = watched.withLock({ $0 }) else { return "" }
    let rules = Set(catalog.map(\.name))
    // A sentence that two rules share tells of neither.
    let told = Dictionary(grouping: catalog, by: \.sentence)
      .compactMapValues { $0.count == 1 ? $0[0].name : nil }
    var broken = noted.withLock { $0 }
    for message in errors(in: log) {
      broken.formUnion(told[message].map { [$0] } ?? message.split(separator: "\"").map(String.init))
    }
    let unbroken = rules.subtracting(broken).subtracting(unbreakable.keys).sorted()
    let freed = unbreakable.keys.filter { broken.contains($0) || !rules.contains($0) }.sorted()
    return unbroken.map { "✘ No test broke the rule \($0).\n" }.joined()
      + freed.map { "✘ \($0) is no rule that can't be broken: a test breaks it, or it is gone.\n" }.joined()
  }

  /// The messages of the errors in the log of a server.
  private static func errors(in log: String) -> Set<String> {
    guard let file = fopen(log, "r") else { return [] }
    defer { fclose(file) }
    var messages: Set<String> = []
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, file) > 0 {
      guard let line, let mark = strstr(line, " ERROR:  ") else { continue }
      messages.insert(String(String(cString: mark).dropFirst(9).prefix { $0 != "\n" }))
    }
    return messages
  }
}

extension Imports {
  /// Runs an import, and notes the rules that its lines broke.
  public func taken(_ request: ImportRequest) async throws -> ImportOutcome {
    let outcome = try await run(request)
    BrokenRules.note(outcome.problems.map(\.rule))
    return outcome
  }
}
