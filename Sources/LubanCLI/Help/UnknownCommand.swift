import ArgumentParser
import Luban
import Tabular

/// A word where a command should stand, which the argument parser only calls unexpected.
enum UnknownCommand {
  /// The error for a command line that names a command there is none of; `nil` where it names none such.
  static func error(in line: [String]) -> LubanError? {
    let words = Array(line.prefix { !$0.hasPrefix("-") })
    let named = named(by: words.first == "help" ? Array(words.dropFirst()) : words)
    guard let word = named.rest.first, !named.takesArguments else { return nil }
    return error(
      word, Array(named.rest.dropFirst()), after: named.path, among: named.command.configuration.subcommands)
  }

  /// The command that a command line names, with the words that lead to it; `nil` where one of them is none.
  static func command(of line: [String]) -> (path: [String], command: any ParsableCommand.Type)? {
    let named = named(by: line.prefix { !$0.hasPrefix("-") })
    if !named.rest.isEmpty, !named.takesArguments { return nil }
    // One that is meant unless another is named.
    return (named.path, named.command.configuration.defaultSubcommand ?? named.command)
  }

  /// How far words name a command.
  private struct Named {
    var path = ["luban"]
    var command: any ParsableCommand.Type = Root.self
    /// The words behind those that lead to it.
    var rest: [String]

    /// Whether a word behind it is an argument: there are no commands below it, or one is meant unless named.
    var takesArguments: Bool {
      command.configuration.subcommands.isEmpty || command.configuration.defaultSubcommand != nil
    }
  }

  private static func named(by words: some Collection<String>) -> Named {
    var named = Named(rest: Array(words))
    while let word = named.rest.first, let next = names(word, in: named.command.configuration.subcommands) {
      named.path.append(word)
      named.command = next
      named.rest.removeFirst()
    }
    return named
  }

  /// The listing that is probably meant by a `show` that says nothing of what to show.
  static func listing(in line: [String]) -> String? {
    let words = line.prefix { !$0.hasPrefix("-") }
    guard let noun = words.first, Array(words.dropFirst()) == ["show"],
      let subcommands = names(noun, in: Root.configuration.subcommands)?.configuration.subcommands
    else { return nil }
    return names("list", in: subcommands).map { "luban \(noun) \($0._commandName)" }
  }

  /// - Parameter rest: the words behind it.
  private static func error(
    _ word: String, _ rest: [String], after path: [String], among subcommands: [any ParsableCommand.Type]
  ) -> LubanError {
    let shown = subcommands.filter { $0.configuration.shouldDisplay }
    let path = path.joined(separator: " ")
    let here =
      Synonyms.turned(word, rest.first, among: shown).map { [$0] }
      ?? Synonyms.command(word, among: shown.map { $0._commandName }).map { [$0] }
      ?? misspelled(word, among: shown.map { $0._commandName })
    // What is not under this noun may be one: a transcript of a student is among the results.
    let meant = here.isEmpty ? elsewhere(word) : here.map { "\(path) \($0)" }
    return .usage(
      """
      There is no command \(path) \(word).\(LubanError.hint(meant))
      \(path) --help lists those there are.
      """)
  }

  /// The command of a noun that a word means, whatever it stands behind.
  private static func elsewhere(_ word: String) -> [String] {
    let nouns = Root.all.flatMap(\.subcommands).filter { $0.configuration.shouldDisplay }
    let meant = Synonyms.noun(word.lowercased(), among: nouns.map { $0._commandName })
    let verbs =
      nouns.first { $0._commandName == meant }?.configuration.subcommands.map { $0._commandName } ?? []
    return meant.map { noun in
      ["show", "rates", "list"].first(where: verbs.contains).map { ["luban \(noun) \($0)"] } ?? [
        "luban \(noun)"
      ]
    } ?? []
  }

  private static func misspelled(_ word: String, among names: [String]) -> [String] {
    let typed = Array(word.lowercased())
    return names.map { (name: $0, distance: editDistance(typed, Array($0))) }
      .filter { $0.distance <= max(1, $0.name.count / 3) || word.count > 1 && $0.name.hasPrefix(word) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }

  private static func names(
    _ word: String, in subcommands: [any ParsableCommand.Type]
  ) -> (any ParsableCommand.Type)? {
    subcommands.first { $0._commandName == word || $0.configuration.aliases.contains(word) }
  }
}
