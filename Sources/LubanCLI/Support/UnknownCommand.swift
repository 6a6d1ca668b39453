import ArgumentParser
import Luban
import Tabular

/// A word where a command should stand, which the argument parser only calls unexpected.
enum UnknownCommand {
  /// The error for a command line that names a command there is none of; `nil` where it names none such.
  static func error(in line: [String]) -> LubanError? {
    var words = line.prefix { !$0.hasPrefix("-") }
    if words.first == "help" { words.removeFirst() }
    var path = ["luban"]
    var command: any ParsableCommand.Type = Root.self
    for word in words {
      let subcommands = command.configuration.subcommands
      guard let next = names(word, in: subcommands) else {
        // Where there are none, or one is meant unless named, a word is an argument.
        let takesArguments = subcommands.isEmpty || command.configuration.defaultSubcommand != nil
        return takesArguments ? nil : error(word, after: path, among: subcommands)
      }
      path.append(word)
      command = next
    }
    return nil
  }

  private static func error(
    _ word: String, after path: [String], among subcommands: [any ParsableCommand.Type]
  ) -> LubanError {
    let path = path.joined(separator: " ")
    let typed = Array(word.lowercased())
    let near = subcommands.filter { $0.configuration.shouldDisplay }
      .map { (name: $0._commandName, distance: editDistance(typed, Array($0._commandName))) }
      .filter { $0.distance <= max(1, $0.name.count / 3) || word.count > 1 && $0.name.hasPrefix(word) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .map { "\(path) \($0.name)" }.prefix(3)
    let hint = near.isEmpty ? "" : "\nDid you mean \(near.joined(separator: ", "))?"
    return .usage("There is no command \(path) \(word).\(hint)\n\(path) --help lists those there are.")
  }

  private static func names(
    _ word: String, in subcommands: [any ParsableCommand.Type]
  ) -> (any ParsableCommand.Type)? {
    subcommands.first { $0._commandName == word || $0.configuration.aliases.contains(word) }
  }
}
