import FoundationEssentials
import Support
import Testing

@Suite("Help")
struct HelpTests {
  /// How a command is called.
  private struct Line {
    /// All its words: `luban enroll students`.
    let words: [String]
    /// Those it can't do without: `luban enroll`.
    let shortest: [String]
    let command: CommandTree
    var options: [String] { command.options }

    /// The command lines of all commands that do something, in the order of the help.
    static func all(of command: CommandTree, after words: [String] = [], isUnderstood: Bool = false) -> [Line]
    {
      let words = words + [command.commandName]
      return command.below.isEmpty
        ? [Line(words: words, shortest: isUnderstood ? words.dropLast() : words, command: command)]
        : command.below.flatMap {
          all(of: $0, after: words, isUnderstood: $0.commandName == command.defaultSubcommand)
        }
    }

    func help() throws -> [Substring] {
      let outcome = try Program.shell("\(words.joined(separator: " ")) --help", dsn: "")
      return outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    }
  }

  /// The lines below "Example:" as they are printed, up to the usage.
  private static func examples(in help: [Substring]) -> String {
    let below = help.drop { $0 != "Example:" && $0 != "Examples:" }.dropFirst()
    return below.prefix { $0 != "Usage:" }.joined(separator: "\n")
  }

  /// Runs the examples of commands one after another in a folder of their own.
  private static func run(_ lines: [Line], dsn: String, before setting: String = "") throws {
    let folder = try Program.shell("mktemp -d", dsn: dsn).output.prefix { $0 != "\n" }
    defer { _ = try? Program.shell("rm -rf \(folder)", dsn: dsn) }
    for line in lines {
      let name = line.words.joined(separator: " ")
      let help = try line.help()
      let wide = help.filter { $0.count > 80 }
      #expect(wide.isEmpty, "\(name): too wide for a terminal")
      let examples = examples(in: help)
      #expect(examples.contains("  \(line.shortest.joined(separator: " "))"), "\(name) has no example")
      let outcome = try Program.shell("\(setting)set -e\n\(examples)", dsn: dsn, folder: String(folder))
      #expect(outcome.exitCode == 0, "\(name):\n\(examples)\n\(outcome.output)\n\(outcome.talk)")
    }
  }

  @Test("the program is linked with the essentials of Foundation alone, not with its tables of 34 MB")
  func isSmall() throws {
    let libraries = try Program.shell("ldd \(Program.repository)/.build/debug/luban", dsn: "").output.matches(
      of: /lib\w*Foundation\w*/)
    #expect(Set(libraries.map(\.output)) == ["libFoundationEssentials"])
  }

  @Test(
    "the help of every command fits 80 columns, and its examples run as printed, those of a noun in order")
  func tour() async throws {
    let nouns = try CommandTree.root().below.filter { $0.commandName != "db" }
    try await withThrowingTaskGroup { group in
      for noun in nouns {
        // A demonstration goes into an office without students.
        let with = noun.commandName == "seed" ? TestDatabase.with : TourOffice.with
        group.addTask {
          try await with { try Self.run(Line.all(of: noun, after: ["luban"]), dsn: $0.dsn) }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(
    "what the argument parser does not understand is said in the reader's language, whatever it is",
    arguments: [
      "cohort list --workshpo UZ-TAS", "--nonsense", "cohort list -Z", "cohort list --workshop",
      "cohort list --no-pager=yes --limit", "cohort list --expanded=yes", "partner show A B",
      "partner show A B C",
      "partner show", "partner add UZ-X", "seed nonsense", "cohort list --limit many",
      "import template nonsense",
      "cohort list --format nonsense", "cohort list -xZ",
      "--generate-completion-script=nonsense", "cohort list --limit -3",
    ])
  func sentences(line: String) throws {
    let outcome = try Program.shell("luban \(line)", dsn: "", language: "qps")
    #expect(outcome.exitCode == 2)
    let lines = outcome.talk.split(separator: "\n")
    #expect(lines.count > 1)
    for line in lines {
      #expect(line.contains("⟦") && line.hasSuffix("⟧") && !line.contains("⟦!"), "\(line)")
    }
  }

  /// Listings of what never changes, or only grows.
  private static let alwaysTheSame = ["luban scale list", "luban import list", "luban period list"]

  /// Listings of what all workshops share, which an office looks through whatever its own workshop is.
  private static let ofAll: Set = ["partner list", "agreement list", "program list"]

  @Test("whoever names the workshop once in the environment need not name it again: every command hears it")
  func workshopOnce() throws {
    func deaf(_ command: CommandTree, _ words: [String]) -> [String] {
      let options = (command.arguments ?? []).filter { option in
        option.names?.contains { $0.name == "workshop" } == true
          && option.abstract?.contains("LUBAN_WORKSHOP") != true
      }
      return options.map { _ in words.joined(separator: " ") }
        + command.below.flatMap { deaf($0, words + [$0.commandName]) }
    }
    #expect(try Set(deaf(CommandTree.root(), [])) == Self.ofAll)
  }

  @Test("a listing is asked as known at a time, or says that it tells what is known now")
  func known() throws {
    let listings = try Line.all(of: CommandTree.root()).filter { line in
      ["list", "roster", "export", "offers", "sessions"].contains(line.words.last)
        && !Self.alwaysTheSame.contains(line.words.joined(separator: " "))
    }
    #expect(listings.count > 15)
    for listing in listings {
      let told = [listing.command.abstract, listing.command.discussion].compactMap(\.self)
        .joined(separator: " ").replacing("\n", with: " ")
      #expect(
        listing.options.contains("--known-at") || told.contains("as known now"),
        "\(listing.words.joined(separator: " "))")
    }
  }

  @Test("what the command line says of each action is a command that there is, and an option of one")
  func actions() throws {
    let page = try String(contentsOfFile: "\(Program.repository)/docs/reference/rules.md", encoding: .utf8)
    let lines = page.split(separator: "\n")
    var values: [Substring: Set<Substring>] = [:]
    for used in page.matches(of: /([a-z._]+)\(([a-z_, ]+)\)/) { values[used.1, default: []].insert(used.2) }
    let there = try Line.all(of: CommandTree.root())
    let options = Set(there.flatMap(\.options))
    let commands = Set(
      there.flatMap { line in
        line.words.indices.map { line.words[...$0].joined(separator: " ") }
      })
    let actions = lines.drop { $0 != "## Actions" }.filter { $0.hasPrefix("| `") }
    #expect(actions.count > 50)
    for action in actions {
      let cells = action.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      #expect(cells.count == 3 && !cells.contains(""), "\(action)")
      let name = cells[0].dropFirst().dropLast()
      for value in values[name] ?? [""] {
        let said = cells[2].replacing("{value}", with: value)
        for command in said.matches(of: /luban(?: [a-z-]+)+/) {
          let words = command.output.split(separator: " ")
          #expect(
            words.indices.dropFirst().contains { commands.contains(words[...$0].joined(separator: " ")) },
            "\(said)")
        }
        for option in said.matches(of: /--[a-z-]+/) {
          #expect(options.contains(String(option.output)), "\(said)")
        }
        if cells[2].contains("{field}") {
          for field in value.split(separator: ", ") {
            #expect(options.contains("--" + field.replacing("_", with: "-")), "\(name)(\(value))")
          }
        }
      }
    }
  }

  @Test("the examples of the database's commands run as printed on a private one")
  func database() throws {
    let database = try #require(try CommandTree.root().below.first { $0.commandName == "db" })
    let home = try Program.shell("mktemp -d", dsn: "").output.prefix { $0 != "\n" }
    let setting = "unset LUBAN_DSN; export LUBAN_HOME=\(home)/luban\n"
    defer { _ = try? Program.shell("\(setting)luban db destroy --yes; rm -rf \(home)", dsn: "") }
    let laying = try Program.shell("\(setting)chmod 755 \(home) && luban cohort list", dsn: "")
    try #require(laying.exitCode == 0, "\(laying.talk)")
    try Self.run(Line.all(of: database, after: ["luban"]), dsn: "", before: setting)
  }
}
