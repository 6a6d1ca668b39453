import ArgumentParser
import FoundationEssentials
import Messages

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
  static func root() throws -> CommandDump { try of(Root.self) }

  /// A command with those below it.
  static func of(_ type: any ParsableCommand.Type) throws -> CommandDump {
    struct Dump: Decodable { let command: CommandDump }
    return try JSONDecoder().decode(Dump.self, from: Data(type._dumpHelp().utf8)).command
  }

  /// A command with the names of those below it: to dump all of the program's takes a tenth of a second.
  static func page(of type: any ParsableCommand.Type) throws -> CommandDump {
    let configuration = type.configuration
    if configuration.subcommands.isEmpty { return try of(type) }
    return CommandDump(
      naming: type, below: configuration.subcommands.map { CommandDump(naming: $0) },
      // A noun takes what every command does, and the program says its version as well.
      arguments: try of(configuration.version.isEmpty ? Plain.self : Versioned.self).arguments)
  }

  private init(
    naming type: any ParsableCommand.Type, below: [CommandDump]? = nil, arguments: [ArgumentDump]? = nil
  ) {
    let configuration = type.configuration
    commandName = type._commandName
    aliases = configuration.aliases
    abstract = configuration.abstract
    discussion = configuration.discussion
    defaultSubcommand = configuration.defaultSubcommand?._commandName
    shouldDisplay = configuration.shouldDisplay
    subcommands = below
    self.arguments = arguments
  }

  /// Commands that take what all do.
  private struct Plain: ParsableCommand {}
  private struct Versioned: ParsableCommand {
    static let configuration = CommandConfiguration(version: Version.text)
  }

  /// What it takes: first what goes without a name.
  var shown: [ArgumentDump] {
    let shown = (arguments ?? []).filter(\.shouldDisplay)
    let named = shown.filter(\.isNamed)
    // A flag and what takes it back have one meaning, and are told together.
    let merged = named.enumerated().compactMap { index, argument in
      index > 0 && argument.takesBack(named[index - 1])
        ? nil
        : index + 1 < named.count && named[index + 1].takesBack(argument)
          ? argument.beside(named[index + 1]) : argument
    }
    return shown.filter { !$0.isNamed } + merged
  }

  /// The commands below it that help shows, without the help that the argument parser adds.
  var below: [CommandDump] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// What stands in the discussion before the examples, as paragraphs.
  var paragraphs: [Substring] {
    let lines = (discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let prose = lines.prefix { !Self.isHeading($0) }.joined(separator: "\n")
    return prose.split(separator: "\n\n").map { paragraph in
      let begun = paragraph.drop { $0.isNewline }
      return begun.prefix(
        upTo: begun.lastIndex { !$0.isNewline }.map(begun.index(after:)) ?? begun.startIndex)
    }.filter { !$0.isEmpty }
  }

  /// All that it says in words, and those below it.
  var texts: [String] {
    let prose = paragraphs.filter { !$0.contains("\n ") && !$0.hasPrefix(" ") }.map {
      String($0).replacing("\n", with: " ")
    }
    let told = [abstract].compactMap(\.self) + shown.compactMap(\.abstract)
    // Topics are no commands that help shows, but are told as these are.
    return told + prose
      + (subcommands ?? []).filter {
        $0.shouldDisplay && $0.commandName != "help" || $0.commandName == "exit-codes"
      }.flatMap(\.texts)
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
  private(set) var names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  /// Whether it has a name of its own: an option or a flag.
  var isNamed: Bool { kind != .positional }

  /// Whether it is `--no-excel` to `--excel`.
  fileprivate func takesBack(_ other: ArgumentDump) -> Bool {
    kind == .flag && names?.last.map(\.name) == other.names?.last.map { "no-" + $0.name }
  }

  fileprivate func beside(_ other: ArgumentDump) -> ArgumentDump {
    var both = self
    both.names = (names ?? []) + (other.names ?? [])
    return both
  }

  /// How it is typed: `-o, --output <file>`.
  var typed: String {
    let names = (names ?? []).map(\.text).joined(separator: ", ")
    let name = valueName ?? "value"
    let value = "<\(name)>"
    return switch kind {
    case .positional: value
    case .flag: names
    case .option: "\(names) \(value)"
    }
  }

  /// How it stands in a line of usage: `[<name> ...]`.
  var usage: String {
    let several = isRepeating && !isNamed ? "\(typed) ..." : typed
    return isOptional && !isNamed ? "[\(several)]" : several
  }

  /// What it means, with the values it takes.
  func told(in catalog: Catalog = .english) -> String {
    let values: Message? = allValues.map { "values: \(Word.choices($0, in: catalog))" }
    let unlessGiven: Message? =
      kind == .flag ? nil : defaultValue.map { "default: \(Word.choices([$0], in: catalog))" }
    return catalog.text(abstract ?? "", in: "help")
      + catalog.remarks([values, unlessGiven].compactMap { $0?.told(in: catalog) })
  }
}
