import ArgumentParser
import Luban
import Messages

/// The language in which the command line speaks to people.
///
/// It is asked for by `--lang`, wherever that stands among the arguments, else by the environment. It has to
/// be known before the arguments are read, since what is wrong with them is said in it.
enum Speech {
  /// The arguments without `--lang`.
  static let arguments = read.arguments

  /// What is said, in the language.
  static let catalog = Catalog.embedded(asked ?? Language(environment: ConnectionOptions.environment))

  /// Refuses a language that Luban does not speak.
  static func check() throws {
    guard let lang = read.lang, asked == nil else { return }
    throw ValidationError(saying: "Luban speaks \(spoken), not \(lang.isEmpty ? "nothing" : lang).")
  }

  /// The language that `--lang` names; `nil` where it is not given.
  static var asked: Language? { read.lang.flatMap(Language.init(tag:)) }

  private static let spoken = "en, zh and ru"

  private static let read: (arguments: [String], lang: String?) = {
    var rest = CommandLine.arguments.dropFirst()
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
  }()
}

extension ValidationError {
  /// What is wrong with the arguments, in the reader's language.
  init(saying message: Message) { self.init(message.told(in: Speech.catalog)) }
}
