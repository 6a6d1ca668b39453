import ArgumentParser
import Luban
import Messages

/// The language in which the command line speaks to people.
///
/// It is asked for by `--lang`, wherever that stands among the arguments, else by the environment. It has to
/// be known before the arguments are read, since what is wrong with them is said in it.
enum Speech {
  /// The arguments without `--lang`, the command first.
  static let arguments = read.arguments

  /// What is said, in the language.
  @TaskLocal static var catalog = Catalog.embedded(
    asked ?? Language(environment: ConnectionOptions.environment))

  /// Refuses a language that Luban does not speak.
  static func check() throws {
    guard let lang = read.lang, asked == nil else { return }
    throw ValidationError(saying: unspoken(lang))
  }

  /// What is said of a language that Luban does not speak.
  static func unspoken(_ lang: String) -> Message {
    "Luban speaks \(spoken), not \(lang.isEmpty ? "nothing" : lang)."
  }

  /// The language that `--lang` names; `nil` where it is not given.
  static var asked: Language? { read.lang.flatMap(Language.init(tag:)) }

  private static let spoken = "en, zh and ru"

  private static let read: (arguments: [String], lang: String?) = {
    let read = apart(CommandLine.arguments.dropFirst())
    return (behindTheCommand(read.arguments), read.lang)
  }()

  /// Words of a command line without `--lang`, and what that names.
  static func apart(_ words: some Sequence<String>) -> (arguments: [String], lang: String?) {
    var rest = Array(words)[...]
    var arguments: [String] = []
    var lang: String?
    while let argument = rest.popFirst() {
      if argument == "--" {
        arguments += [argument] + rest
        break
      }
      if argument == "--lang" {
        lang = rest.popFirst() ?? ""
      } else if argument.hasPrefix("--lang=") {
        lang = String(argument.dropFirst("--lang=".count))
      } else {
        arguments.append(argument)
      }
    }
    return (arguments, lang)
  }

  /// The arguments with the options that stand before the command, where git and gh have theirs, behind it.
  private static func behindTheCommand(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var early: [String] = []
    while let option = rest.first, let takesValue = everywhere[String(option.prefix { $0 != "=" })] {
      let count = takesValue && !option.contains("=") ? 2 : 1
      early += rest.prefix(count)
      rest = rest.dropFirst(count)
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + early + rest[end...]
  }

  /// The options that nearly every command has, and whether each takes a value.
  private static let everywhere = [
    "--no-pager": false, "--dsn": true, "--timeout": true, "--retry-for": true, "--format": true,
  ]
}

extension ValidationError {
  /// What is wrong with the arguments, in the reader's language.
  init(saying message: Message) { self.init(message.told(in: Speech.catalog)) }
}
