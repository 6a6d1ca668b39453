import FoundationEssentials
import Support

/// A command with those below it, as the argument parser dumps them.
struct CommandTree: Decodable {
  let commandName: String
  let aliases: [String]?
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  let shouldDisplay: Bool
  let subcommands: [CommandTree]?
  let arguments: [Argument]?

  struct Argument: Decodable {
    let names: [Name]?
    let abstract: String?
    let shouldDisplay: Bool

    struct Name: Decodable {
      let kind: String
      let name: String
    }
  }

  /// All commands of the program.
  static func root() throws -> CommandTree {
    struct Dump: Decodable { let command: CommandTree }
    let dump = try Program.shell("luban --experimental-dump-help", dsn: "")
    return try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
  }

  /// The commands below, without the help that the argument parser adds.
  var below: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// Its options as the help shows them: `--known-at`.
  var options: [String] {
    (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
      .filter { $0.kind == "long" }.map { "--" + $0.name }
  }

  /// The command that words name, and how many of them name it.
  func command(named words: [some StringProtocol]) -> (command: CommandTree, words: Int) {
    let next = words.first.flatMap { word in
      below.first { $0.commandName == word || $0.aliases?.contains(String(word)) == true }
    }
    if let next {
      let (command, count) = next.command(named: Array(words.dropFirst()))
      return (command, count + 1)
    }
    let meant = below.first { $0.commandName == defaultSubcommand }
    return (meant ?? self, 0)
  }
}
