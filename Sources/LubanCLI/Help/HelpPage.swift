import ArgumentParser
import Messages
import Tabular

/// The help of a command in the reader's language.
///
/// What it says is the argument parser's dump; the parser itself draws it in English only, and by counting
/// characters, of which a Chinese one takes two cells.
struct HelpPage {
  private let command: CommandDump
  /// The words that call it, from the program's name on.
  private let words: [String]
  /// The commands below it, in groups with a title.
  private let groups: [(title: Message, commands: [CommandDump])]

  /// The page of a command.
  init(of type: any ParsableCommand.Type, called words: [String]) throws {
    let command = try CommandDump.page(of: type)
    self.command = command
    self.words = words
    let titled = type.configuration.groupedSubcommands.map { group in
      let names = group.subcommands.map { $0._commandName }
      return (
        title: Message(group.name, in: "help"),
        commands: command.below.filter { names.contains($0.commandName) }
      )
    }
    let grouped = titled.flatMap { $0.commands.map(\.commandName) }
    let rest = command.below.filter { !grouped.contains($0.commandName) }
    groups = [(title: "Commands" as Message, commands: rest)] + titled
  }

  /// The page instead of the one that the parser has drawn; nil of what is no help.
  init?(insteadOf text: String) throws {
    let usage = text.split(separator: "\n").first { $0.hasPrefix("USAGE: ") }
    guard let usage, text.hasPrefix("OVERVIEW: ") else { return nil }
    let words = usage.split(separator: " ").dropFirst().prefix { $0.first?.isLetter == true }
    var type: any ParsableCommand.Type = Root.self
    for word in words.dropFirst() {
      guard let next = type.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
      type = next
    }
    try self.init(of: type, called: words.map(String.init))
  }

  /// The lines of the page.
  func lines(_ style: TextStyle) -> [String] {
    let sheet = HelpSheet(style: style)
    var lines = sheet.paragraph(command.abstract ?? "")
    for paragraph in command.paragraphs { lines += [""] + sheet.paragraph(String(paragraph)) }
    if !command.examples.isEmpty {
      let count = command.examples.count { $0.hasPrefix("  luban") }
      let title: Message = count > 1 ? "Examples" : "Example"
      lines += ["", sheet.heading(title)] + command.examples.map(String.init)
    }
    lines += ["", sheet.heading("Usage" as Message)] + sheet.call(usage)
    let arguments = command.shown.map {
      (tag: $0.typed, told: $0.told(in: style.catalog), isNamed: $0.isNamed)
    }
    for (title, isNamed) in [("Arguments" as Message, false), ("Options" as Message, true)] {
      let rows = arguments.filter { $0.isNamed == isNamed }.map { (tag: $0.tag, told: $0.told) }
      lines += sheet.section(title, rows)
    }
    for group in groups {
      let rows = group.commands.map { command in
        let told = style.catalog.text(command.abstract ?? "", in: "help")
        return (tag: called(command, in: style.catalog), told: told)
      }
      lines += sheet.section(group.title, rows)
    }
    if !command.below.isEmpty {
      let more: Message = "\(words.joined(separator: " ")) <command> --help tells more of each."
      lines += [""] + sheet.wrapped(more.told(in: style.catalog))
    }
    return lines
  }

  private var usage: String {
    let call = words.joined(separator: " ")
    guard command.below.isEmpty else { return "\(call) <command>" }
    let needed = command.shown.filter { $0.kind == .option && !$0.isOptional }.map(\.usage)
    let positional = command.shown.filter { $0.kind == .positional }.map(\.usage)
    return ([call] + needed + ["[<options>]"] + positional).joined(separator: " ")
  }

  private func called(_ below: CommandDump, in catalog: Catalog) -> String {
    let isMeant = below.commandName == command.defaultSubcommand
    let remark: Message = " (unless another is named)"
    return below.commandName + (isMeant ? remark.told(in: catalog) : "")
  }
}

/// How the parts of a page of help are laid out.
private struct HelpSheet {
  let style: TextStyle

  /// The most cells of a line that are read with ease.
  private static let most = 100
  /// Where what is told of an option begins.
  private static let indent = 26

  private var width: Int { min(style.width ?? 80, Self.most) }

  func heading(_ title: Message) -> String {
    style.heading(style.catalog.label(title.told(in: style.catalog)))
  }

  /// A paragraph of the English text in the reader's language; a list stays as it is.
  func paragraph(_ english: String) -> [String] {
    let lines = english.split(separator: "\n").map(String.init)
    if lines.contains(where: { $0.hasPrefix(" ") }) { return lines }
    return wrapped(style.catalog.text(lines.joined(separator: " "), in: "help"))
  }

  func wrapped(_ text: String) -> [String] { LineWrap.wrap(text, to: width) }

  /// How a command is called; what goes on below itself stands further in.
  func call(_ usage: String) -> [String] {
    LineWrap.wrap(usage, to: width - 6).enumerated().map { ($0 == 0 ? "  " : "      ") + $1 }
  }

  /// What is typed, with what it means beside it, or below where it is long.
  func section(_ title: Message, _ rows: [(tag: String, told: String)]) -> [String] {
    if rows.isEmpty { return [] }
    let margin = String(repeating: " ", count: Self.indent)
    return ["", heading(title)]
      + rows.flatMap { tag, told in
        let lines = LineWrap.wrap(told, to: max(width - Self.indent, 20)).map { margin + $0 }
        let head = "  \(tag)"
        let gap = Self.indent - DisplayWidth.of(head)
        guard gap > 1, let first = lines.first else { return [head] + lines }
        return [head + String(repeating: " ", count: gap) + first.dropFirst(Self.indent)] + lines.dropFirst()
      }
  }
}
