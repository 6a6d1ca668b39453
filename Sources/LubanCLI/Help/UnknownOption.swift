import ArgumentParser
import Luban
import Messages
import Tabular

/// An option that a command does not have.
///
/// The argument parser proposes what is spelled most alike, and sometimes takes the option's value for an
/// argument and complains of that. Here what people mean by it comes first, then other commands of the noun.
enum UnknownOption {
  /// Those that the argument parser takes whatever the command.
  private static let parsers: Set = ["--generate-completion-script", "--experimental-dump-help", "--help"]

  /// The error for a command line with an option that its command does not have; `nil` where it has all.
  static func error(in line: [String]) -> LubanError? {
    guard let (path, command) = UnknownCommand.command(of: line),
      let known = try? names(of: command)
    else { return nil }
    let typed = typed(in: line).filter { $0.hasPrefix("--") }
    guard let option = typed.first(where: { !known.contains($0) && !parsers.contains($0) }) else {
      return nil
    }
    let meant = meant(by: String(option.dropFirst(2)), among: known)
    let said: Message =
      meant.isEmpty
      ? "There is no option \(option)."
      : "There is no option \(option). Did you mean \(meant.joined(separator: ", "))?"
    let others = meant.isEmpty ? others(than: command, beside: path, have: option) : []
    let hint: Message = others.isEmpty ? "" : "\(others.joined(separator: ", ")) takes it."
    let page = (path + ["--help"]).joined(separator: " ")
    let help: Message = "\(page) tells more."
    return .usage([said, hint, help].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// The long names of all that the command of a line takes; `nil` where it names none.
  static func known(in line: [String]) -> Set<String>? {
    guard let (path, command) = UnknownCommand.command(of: line), path.count > 1 else { return nil }
    return try? names(of: command)
  }

  /// The names of options that a command line gives, each as often as it does.
  static func typed(in line: [String]) -> [String] {
    line.prefix { $0 != "--" }.filter { $0.hasPrefix("-") && $0.count > 1 }.map {
      String($0.prefix { $0 != "=" })
    }
  }

  private static func meant(by name: String, among known: Set<String>) -> [String] {
    let known = known.map { String($0.dropFirst(2)) }.sorted()
    let same = known.filter {
      Synonyms.areAlike(name, $0) || isLonger(name, than: $0) || isLonger($0, than: name)
    }
    let spelled = nearest(name, in: known, atMost: 1)
    return (spelled + same.filter { !spelled.contains($0) }).prefix(3).map { "--\($0)" }
  }

  /// Whether a name is another one with words more, as given-name is of given.
  private static func isLonger(_ name: String, than other: String) -> Bool {
    name.hasPrefix(other + "-") || name.hasSuffix("-" + other)
  }

  /// The other commands of the noun that have an option.
  private static func others(
    than command: any ParsableCommand.Type, beside path: [String], have option: String
  ) -> [String] {
    guard let noun = UnknownCommand.command(of: Array(path.dropFirst().dropLast()))?.command else {
      return []
    }
    return noun.configuration.subcommands.filter {
      $0 != command && $0.configuration.shouldDisplay && (try? names(of: $0))?.contains(option) == true
    }.prefix(3).map { (path.dropLast() + [$0._commandName]).joined(separator: " ") }
  }

  /// The long names of all that a command takes.
  private static func names(of command: any ParsableCommand.Type) throws -> Set<String> {
    let names = (try CommandDump.page(of: command).arguments ?? []).flatMap { $0.names ?? [] }
    return Set(names.map(\.text).filter { $0.hasPrefix("--") })
  }
}
