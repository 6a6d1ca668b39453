import Messages

/// What can go wrong, by kind: a front end tells them apart, gives each its exit code or status, and shows
/// the description to people.
public enum LubanError: Error, Sendable, Equatable {
  /// What was asked for makes no sense in itself.
  case usage(Message, actions: [Action] = [])
  /// Nothing has that code; what has nearly the same.
  case notFound(noun: Message, code: String, nearest: [String], actions: [Action] = [])
  /// Several have it; the ways to name each, by a field where it takes one.
  case ambiguous(noun: Message, code: String, candidates: [String], by: String? = nil)
  /// It is there already, or is in use.
  case conflict(BrokenRule)
  /// A rule of the database forbids it.
  case ruleBroken(BrokenRule)
  /// The role connected may not do it.
  case forbidden(Message)
  /// A file, or part of it, can't be taken in.
  case invalidData(Message, actions: [Action] = [])
  /// The database can't be reached, or went away.
  case connection(Message)
  /// The server kept silent for too long.
  case deadline(Message, actions: [Action] = [])
  /// The database has no schema of Luban's, an older one, or a newer one.
  case schema(SchemaProblem)
  /// The commit was sent and its answer lost.
  case outcomeUnknown(Message)
  /// A fault of Luban's own.
  case `internal`(Message)
}

/// A rule of the catalog that was broken, with its words.
public struct BrokenRule: Error, Sendable, Hashable, Codable {
  /// Name of the rule, which is that of the constraint.
  public let name: String
  /// The rule as a sentence.
  public let sentence: String
  /// How to mend what breaks it, in words that are true for every front.
  public let wayOut: String
  /// What helps.
  public let actions: [Action]
  /// What broke it: values, codes.
  public let detail: String
  /// The same by name, where the rule names them: for a front that says it in words of its own.
  public let values: [String: String]
  /// The English sentence that has these values, to be said in another language.
  var template = ""
  /// Detail and values as they came, with phrases among them, which are said in that language as well.
  private var raw = Raw()

  private struct Raw: Hashable {
    var detail = ""
    var values: [String: String] = [:]
  }

  private enum CodingKeys: CodingKey {
    case name, sentence, wayOut, actions, detail, values
  }

  /// The rule that a completed enrollment has every part of its program's rule.
  static let everyPart = "completed_enrollment_has_every_part"
  /// The rules of which it is told by whom, and by what, they are broken.
  static let told: Set = [everyPart, "no_show_left_no_record", "record_is_of_one_who_attended"]
  /// The rule of which it is told how many seats are held, of how many.
  static let seats = "cohort_seats_within_capacity"
  /// The rule of which it is told since when a seat is free.
  static let seatsEachDay = "seats_are_held_within_capacity_each_day"

  /// A broken rule.
  public init(
    name: String, sentence: String, wayOut: String, actions: [Action] = [], detail: String = "",
    values: [String: String] = [:]
  ) {
    self.name = name
    self.sentence = sentence
    self.wayOut = wayOut
    self.actions = actions
    self.detail = Catalog.english.reading(detail)
    self.values = values.mapValues(Catalog.english.reading)
    raw = Raw(detail: detail, values: values)
  }
}

extension LubanError: CustomStringConvertible {
  /// What is wrong, where, and how to mend it, for people; of actions it says nothing.
  public var description: String { told(by: .none) }

  /// The same, with the words of a front for the actions that help.
  public func told(by words: ActionWords) -> String {
    let catalog = words.catalog
    switch self {
    case .usage(let message, let actions), .invalidData(let message, let actions),
      .deadline(let message, let actions):
      return words.say(message, actions)
    case .forbidden(let message), .connection(let message):
      return message.told(in: catalog)
    case .notFound(let noun, let code, let nearest, let actions):
      let help = words.say("", actions)
      let missing: Message = "There is no \(noun) \(code)."
      return missing.told(in: catalog) + Self.hint(nearest).told(in: catalog)
        + (help.isEmpty ? "" : "\n\(help)")
    case .ambiguous(let noun, let code, let candidates, let field):
      let named = candidates.map { candidate in field.map { "\(words.called($0)) \(candidate)" } ?? candidate
      }
      let message: Message = "More than one \(noun) is called \(code): \(named.named()). Name one of them."
      return message.told(in: catalog)
    case .conflict(let rule), .ruleBroken(let rule):
      return rule.told(by: words)
    case .schema(let problem):
      return words.say(problem.message, problem.actions)
    case .outcomeUnknown(let message):
      let told: Message = "\(message)\nWhether it was done is unknown: look before you run it again."
      return told.told(in: catalog)
    case .internal(let message):
      let told: Message = "This is a fault of Luban's own: \(message)"
      return told.told(in: catalog)
    }
  }

  /// What may be meant, on a line of its own.
  public static func hint(_ nearest: [String]) -> Message {
    if nearest.isEmpty { return "" }
    let question: Message = "Did you mean \(nearest.named())?"
    return "\n\(question)"
  }
}

extension [String] {
  /// The first of them: more than ten are nothing to choose from.
  func named() -> String { prefix(10).joined(separator: ", ") + (count > 10 ? ", …" : "") }
}

extension BrokenRule: CustomStringConvertible {
  /// The sentence, what broke it, the way out, the name; of actions it says nothing.
  public var description: String { told(by: .none) }

  /// The same, with the words of a front for the actions that help.
  public func told(by words: ActionWords) -> String {
    let detail = detail(in: words.catalog)
    let sentence = words.catalog.text(sentence, in: name)
    let what = detail.isEmpty ? sentence : "\(sentence)\n  \(detail)"
    let help = words.say(wayOut, of: name, actions)
    return help.isEmpty ? "\(what)\n  [\(name)]" : "\(what)\n  \(help) [\(name)]"
  }

  /// What broke it, in the language of a catalog where the rule names it.
  public func detail(in catalog: Catalog) -> String {
    catalog.reading(
      template.isEmpty ? raw.detail : catalog.text(template, in: name).filled(raw.values))
  }
}
