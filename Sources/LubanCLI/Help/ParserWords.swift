import Messages
import Tabular

/// What the argument parser says of a command line that it does not understand, in the reader's words.
///
/// It has its sentences in English only; they are known here by their form. A test walks through them.
enum ParserWords {
  /// The same, said to who reads in a language.
  static func told(_ text: String, in catalog: Catalog) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var told: [String] = []
    while let line = lines.popFirst() {
      let line = line.hasPrefix("Error: ") ? line.dropFirst(7) : line
      if line.hasSuffix(" Please provide one of the following:") {
        let choices = lines.prefix { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
        lines = lines.dropFirst(choices.count)
        told.append(noValue(line, among: choices, in: catalog)?.told(in: catalog) ?? String(line))
      } else if line.hasPrefix("Please use --generate-completion-script=<shell> with one of:") {
        let shells = (lines.popFirst() ?? "").split(separator: " ").joined(separator: ", ")
        told.append(("Give --generate-completion-script one of \(shells)." as Message).told(in: catalog))
      } else if let match = line.wholeMatch(of: /Help:  (<.+?>|-.+?>|-\S+)  (.+)/) {
        told.append("\(match.1)  \(catalog.text(String(match.2), in: "help"))")
      } else if !line.hasPrefix("   or: ") && !isUnreadable(line) {
        told.append(said(line, in: catalog)?.told(in: catalog) ?? String(line))
      }
    }
    return told.joined(separator: "\n")
  }

  /// Whether a line shows how a command is used, with more options than anybody reads: its help has them
  /// apart.
  private static func isUnreadable(_ line: Substring) -> Bool {
    line.hasPrefix("Usage: ") && line.count > 120
  }

  private static func said(_ line: Substring, in catalog: Catalog) -> Message? {
    option(line) ?? argument(line) ?? noValue(line, among: nil, in: catalog) ?? use(line) ?? completion(line)
  }

  private static func option(_ line: Substring) -> Message? {
    if let match = line.wholeMatch(of: /Unknown option '(.+)'\. Did you mean '(.+)'\?/) {
      return "There is no option \(String(match.1)). Did you mean \(String(match.2))?"
    }
    if let match = line.wholeMatch(of: /Unknown option '(.+)'/) {
      return "There is no option \(String(match.1))."
    }
    if let match = line.wholeMatch(of: /Missing value for '(.+)'/) {
      let option = String(match.1)
      // The parser takes what begins with a dash for the next option.
      let long = option.split(separator: " ").first.map(String.init) ?? option
      let next = Speech.arguments.firstIndex(of: long).map { Speech.arguments.dropFirst($0 + 1).first } ?? nil
      if let next, next.hasPrefix("-") {
        return "There is no value behind the option: \(option). One that begins with a dash: \(long)=\(next)."
      }
      return "There is no value behind the option: \(option)."
    }
    if let match = line.wholeMatch(
      of: /The option '(.+)' does not take any value, but '(.*)' was specified\./)
    {
      return "\(String(match.1)) takes no value, but has “\(String(match.2))”."
    }
    return nil
  }

  private static func argument(_ line: Substring) -> Message? {
    if let match = line.wholeMatch(of: /Unexpected argument '(.*)'/) {
      return "“\(String(match.1))” is one argument too many."
    }
    if let match = line.wholeMatch(of: /\d+ unexpected arguments: '(.*)'/) {
      return "These arguments are too many: \(list(match.1))."
    }
    if let match = line.wholeMatch(of: /Missing expected argument '(.+)'/) {
      return "\(String(match.1)) is missing."
    }
    if let match = line.wholeMatch(of: /Missing one of: '(.+)'/) {
      return "One of these is missing: \(list(match.1))."
    }
    return nil
  }

  private static let mostChoices = 12

  /// A value that is none of those there are: a few of them, or the nearest.
  private static func noValue(
    _ line: Substring, among choices: [String]?, in catalog: Catalog
  ) -> Message? {
    guard let match = line.firstMatch(of: /^The value '(.*)' is invalid for '(.+?)'(.*)$/) else { return nil }
    let (value, name, rest) = (String(match.1), String(match.2), match.3)
    let few = rest.wholeMatch(of: /\. Please provide one of '(.+)'\./).map {
      list($0.1).split(separator: ", ").map(String.init)
    }
    guard let choices = few ?? choices else {
      return rest.isEmpty
        ? "“\(value)” is no value of \(name)." : "“\(value)” is no value of \(name)\(String(rest))"
    }
    if choices.count <= mostChoices {
      return "“\(value)” is no value of \(name): give one of \(Word.choices(choices, in: catalog))."
    }
    let near = nearest(value, in: choices, atMost: 3).joined(separator: ", ")
    let hint: Message = near.isEmpty ? "" : "Did you mean \(near)?"
    let most: Message = "The help lists the \(number: choices.count) there are."
    return ["“\(value)” is no value of \(name)." as Message, hint, most].filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  private static func use(_ line: Substring) -> Message? {
    if let match = line.wholeMatch(of: /Usage: (.+)/) { return "Usage: \(String(match.1))" }
    if let match = line.wholeMatch(of: /\s+See '(.+)' for more information\./) {
      return "\(String(match.1)) tells more."
    }
    return nil
  }

  private static func completion(_ line: Substring) -> Message? {
    if let match = line.wholeMatch(of: /Can't generate completion scripts for '(.*)'\./) {
      return "There is no completion for the shell \(String(match.1))."
    }
    if line.wholeMatch(of: /Can't autodetect a supported shell\./) != nil {
      return "The shell can't be told from the environment."
    }
    return nil
  }

  /// The values of an enumeration in quotes: `a', 'b' or 'c`.
  private static func list(_ quoted: Substring) -> String {
    String(quoted).replacing("' and '", with: "', '").replacing("' or '", with: "', '")
      .replacing("', '", with: ", ")
  }
}
