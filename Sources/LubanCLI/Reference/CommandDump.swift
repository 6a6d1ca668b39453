import ArgumentParser
import FoundationEssentials

/// A command with those below it, as the argument parser dumps them.
struct CommandDump: Decodable {
  let commandName: String
  let aliases: [String]?
  let abstract: String?
  let discussion: String?
  let defaultSubcommand: String?
  let shouldDisplay: Bool
  let subcommands: [CommandDump]?
  let arguments: [ArgumentDump]?

  /// All of the program's.
  static func root() throws -> CommandDump {
    struct Dump: Decodable { let command: CommandDump }
    return try JSONDecoder().decode(Dump.self, from: Data(Root._dumpHelp().utf8)).command
  }

  /// The commands below it that help shows, without the help that the argument parser adds.
  var below: [CommandDump] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// What stands in the discussion before the examples, as paragraphs.
  var paragraphs: [Substring] {
    let lines = (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let prose = lines.prefix { !Self.isHeading($0) }.joined(separator: "\n")
    return prose.split(separator: "\n\n").map { $0.drop { $0.isNewline } }.filter { !$0.isEmpty }
  }

  /// The lines of shell below "Example:".
  var examples: [Substring] {
    let lines = (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.drop { !Self.isHeading($0) }.dropFirst())
  }

  private static func isHeading(_ line: Substring) -> Bool { line == "Example:" || line == "Examples:" }
}

/// An argument, an option or a flag of a command, as the argument parser dumps it.
struct ArgumentDump: Decodable {
  enum Kind: String, Decodable { case positional, option, flag }

  struct Name: Decodable {
    let kind: String
    let name: String

    /// As it is typed.
    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: Kind
  let shouldDisplay: Bool
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?
}
