/// The manual page of a command: luban-enroll-import(1).
struct ManualPage {
  private let command: CommandDump
  /// Its words, from the program's name on.
  private let words: [String]
  /// The names of the pages of the commands above it and beside it.
  private let related: [String]

  /// The page of a command, and those of all below it.
  static func all(
    of command: CommandDump, after above: [String] = [], beside siblings: [String] = []
  ) -> [ManualPage] {
    let words = above + [command.commandName]
    let parents = above.indices.map { above[...$0].joined(separator: "-") }
    let below = command.below.map { (words + [$0.commandName]).joined(separator: "-") }
    let page = ManualPage(command: command, words: words, related: parents + siblings)
    return [page]
      + zip(command.below, below).flatMap { child, name in
        // Beside the nouns stand all the others, which luban(1) lists.
        all(of: child, after: words, beside: above.isEmpty ? [] : below.filter { $0 != name })
      }
  }

  /// The name of its file.
  var file: String { "\(name).1" }

  /// All of it, as man(1) reads it.
  var text: String {
    var page = Roff(title: name.uppercased(), source: Version.text)
    page.section("NAME")
    page.line("\(names) \\- \(Roff.escaped(title))")
    page.section("SYNOPSIS")
    page.line(synopsis)
    describe(in: &page)
    page.section("OPTIONS")
    for argument in command.shown { page.tagged(argument.tag, argument.told()) }
    if !command.examples.isEmpty {
      page.section("EXAMPLES")
      page.verbatim(command.examples.map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 })
    }
    page.section("EXIT STATUS")
    for exit in Exit.allCases { page.tagged(Roff.bold("\(exit.rawValue)"), exit.meaning.description) }
    if !related.isEmpty {
      page.section("SEE ALSO")
      page.line(related.map(Self.reference).joined(separator: ",\n"))
    }
    return page.lines.joined(separator: "\n") + "\n"
  }

  private var name: String { words.joined(separator: "-") }

  /// The name of the page, and those under which the command goes as well.
  private var names: String {
    let others = (command.aliases ?? []).map { (words.dropLast() + [$0]).joined(separator: "-") }
    return ([name] + others).map(Roff.escaped).joined(separator: ", ")
  }

  private var title: String {
    let abstract = command.abstract ?? ""
    return abstract.last == "." ? String(abstract.dropLast()) : abstract
  }

  /// How it is called: with the options that it can't do without, the others, and what it is about.
  private var synopsis: String {
    let call = Roff.bold(words.joined(separator: " "))
    guard command.below.isEmpty else { return "\(call) \(Roff.italic("command")) ..." }
    let needed = command.shown.filter { $0.kind == .option && !$0.isOptional }.map(\.tag)
    let positional = command.shown.filter { $0.kind == .positional }.map { argument in
      let several = argument.isRepeating ? "\(argument.tag) ..." : argument.tag
      return argument.isOptional ? "[\(several)]" : several
    }
    return ([call] + needed + ["[\(Roff.italic("options"))]"] + positional).joined(separator: " ")
  }

  private func describe(in page: inout Roff) {
    page.section("DESCRIPTION")
    let abstract = command.paragraphs.isEmpty ? [Substring(command.abstract ?? "")] : []
    for paragraph in abstract + command.paragraphs { page.paragraph(paragraph) }
    if command.below.isEmpty { return }
    if let meant = command.defaultSubcommand {
      page.paragraph("Where no command is named, \(meant) is meant.")
    }
    page.section("COMMANDS")
    for below in command.below {
      page.tagged(Self.reference("\(name)-\(below.commandName)"), below.abstract ?? "")
    }
  }

  /// A page, as pages name one another.
  private static func reference(_ name: String) -> String { "\(Roff.bold(name))(1)" }
}

extension ArgumentDump {
  /// How it is typed.
  fileprivate var tag: String {
    let names = (names ?? []).map { Roff.bold($0.text) }.joined(separator: ", ")
    let value = Roff.italic(valueName ?? "value")
    return switch kind {
    case .positional: value
    case .flag: names
    case .option: "\(names) \(value)"
    }
  }
}
