import FoundationEssentials
import Glibc

/// A session in a shell, as text: commands behind `$ `, stdout as it is, stderr behind `! `, exit code behind `? `.
///
/// `make accept` writes what really came, for review.
public struct Transcript {
  private let path: String
  /// Whether only the fenced blocks marked `console` are run, and the rest is prose.
  private let isProse: Bool
  /// The language of who reads it, as `LUBAN_LANG` has it; none for English.
  public let language: String
  /// Where the commands have their files: as long as what stands in the transcript, so that tables are the
  /// same, and of this run alone, since others may be under way.
  private let ownFiles = "l" + String(Int.random(in: 0x1000...0xFFFF), radix: 16) + "-"

  /// A transcript in a file.
  public init(path: String) {
    self.path = path
    isProse = false
    language = ""
  }

  /// The `console` blocks of a page of the documentation, in the language of its folder: `docs/ru/`.
  public init(consoleBlocksOf path: String) {
    self.path = path
    isProse = true
    language = path.firstMatch(of: /^docs\/([a-z]{2})\//).map { String($0.1) } ?? ""
  }

  /// All transcripts, or pages, of a folder of the repository.
  public static func all(in folder: String, endingIn ending: String = ".transcript") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Program.repository + "/" + folder)
      .filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }

  /// The first command, which many pages share.
  public func firstCommand() throws -> Substring? {
    let text = try String(contentsOfFile: Program.repository + "/" + path, encoding: .utf8)
    return text.split(separator: "\n").first { $0.hasPrefix("$ ") }?.dropFirst(2)
  }

  /// Runs the commands one after another; what should have come, and what came.
  ///
  /// - Parameter first: what the first command answered, where it has been done.
  public func run(dsn: String, after first: Program.Outcome? = nil) throws -> (
    expected: String, actual: String
  ) {
    var first = first
    let expected = try String(contentsOfFile: Program.repository + "/" + path, encoding: .utf8)
    var actual: [String] = []
    var isRunning = !isProse
    for line in expected.split(separator: "\n", omittingEmptySubsequences: false) {
      if isProse {
        if line == "```console" || line == "```" && isRunning {
          isRunning = line == "```console"
          actual.append(String(line))
          continue
        }
        if !isRunning { actual.append(String(line)) }
      } else if line.hasPrefix("# ") {
        actual.append(String(line))
      }
      guard isRunning, line.hasPrefix("$ ") else { continue }
      if !isProse, actual.last?.hasPrefix("# ") == false { actual.append("") }
      actual.append(String(line))
      let outcome = try first ?? answer(String(line.dropFirst(2)), dsn, language)
      first = nil
      actual += Self.lines(outcome.output, asShown: isProse)
      actual += Self.lines(outcome.talk).map { "! " + $0 }
      if outcome.exitCode != 0 { actual.append("? \(outcome.exitCode)") }
    }
    let text = actual.joined(separator: "\n") + (isProse ? "" : "\n")
    if getenv("LUBAN_ACCEPT") != nil {
      try text.write(toFile: Program.repository + "/" + path, atomically: true, encoding: .utf8)
      return (text, text)
    }
    return (expected, text)
  }

  /// Runs the commands for a reader of another language: where the exit code is another one, or what is
  /// for programs.
  ///
  /// In the language that nobody speaks, what no translator was given stands out as well.
  ///
  /// - Returns: each such command with what it answers in English and in the language.
  public func differences(in language: String, dsn: String) throws -> [String] {
    let text = try String(contentsOfFile: Program.repository + "/" + path, encoding: .utf8)
    var differences: [String] = []
    for step in Self.steps(of: text) {
      let outcome = try answer(step.command, dsn, language)
      let isForPrograms = step.command.contains(/--format (csv|json|jsonl)\b[^|;]*$/)
      let lines = isForPrograms ? Self.lines(outcome.output) : step.output
      // Codes are the same in every language.
      let unsaid = (outcome.output + outcome.talk).matches(of: /⟦![^⟧]*?(?:[a-z]{4}|[a-z] [a-z])[^⟧]*?!⟧/)
        .map { String($0.output) }
      if !unsaid.isEmpty { differences.append("\(step.command)\nnot translated: \(Set(unsaid).sorted())") }
      guard outcome.exitCode != step.exitCode || lines != step.output else { continue }
      differences.append(
        """
        \(step.command)
        \(step.output), exit code \(step.exitCode)
        \(lines), exit code \(outcome.exitCode)
        \(outcome.talk)
        """)
    }
    return differences
  }

  private func answer(_ command: String, _ dsn: String, _ language: String) throws -> Program.Outcome {
    let line = command.replacing(/(\/tmp\/(?:\.\/)?)luban-/) { "\($0.1)\(ownFiles)" }
    let outcome = try Program.shell(line, dsn: dsn, folder: Program.repository, language: language)
    return Program.Outcome(
      output: outcome.output.replacing(ownFiles, with: "luban-"),
      talk: outcome.talk.replacing(ownFiles, with: "luban-"), exitCode: outcome.exitCode)
  }

  /// A command, what it should print, and its exit code.
  private struct Step {
    let command: String
    var output: [String] = []
    var exitCode: Int32 = 0
  }

  private static func steps(of text: String) -> [Step] {
    var steps: [Step] = []
    for line in lines(text) where !line.hasPrefix("# ") && !line.hasPrefix("! ") {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if line.hasPrefix("? ") {
        steps[steps.count - 1].exitCode = Int32(line.dropFirst(2)) ?? 0
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    // A blank line parts a command from the one before.
    for position in steps.indices where steps[position].output.last == "" {
      steps[position].output.removeLast()
    }
    return steps
  }

  /// The lines of a text; a page shows what a terminal does, which a carriage return is nothing to.
  private static func lines(_ text: String, asShown: Bool = false) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || asShown && $0 == "\r\n" }
      .map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension String {
  fileprivate func write(toFile path: String, atomically: Bool, encoding: String.Encoding) throws {
    try Data(utf8).write(to: URL(filePath: path), options: atomically ? .atomic : [])
  }
}
