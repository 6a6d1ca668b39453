import ArgumentParser
import Luban

/// A word where a command should stand, which the argument parser only calls unexpected.
enum UnknownCommand {
  /// The error for a command line that names a command there is none of; `nil` where it names none such.
  static func error(in line: [String]) -> LubanError? {
    var words = line.dropFirst().prefix { !$0.hasPrefix("-") }
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
    let near = subcommands.filter { $0.configuration.shouldDisplay }
      .map { (name: $0._commandName, distance: distance(word, $0._commandName)) }
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

  /// So many letters are added, dropped, replaced or swapped with the next between two words.
  private static func distance(_ first: String, _ second: String) -> Int {
    let (a, b) = (Array(first.lowercased()), Array(second.lowercased()))
    var table = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
    for row in 0..<a.count {
      for column in 0..<b.count {
        let replaced = table[row][column] + (a[row] == b[column] ? 0 : 1)
        var least = min(replaced, table[row][column + 1] + 1, table[row + 1][column] + 1)
        if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
          least = min(least, table[row - 1][column - 1] + 1)
        }
        table[row + 1][column + 1] = least
      }
    }
    return table[a.count][b.count]
  }
}
