import Messages
import Postgres
import Tabular

/// Something that can be done about a refusal: a front has a button, a link or a command for it.
///
/// The names are those of the table `action`; the value says what it is about, as in `list(cohort)` or
/// `give(reason)`.
public struct Action: Sendable, Hashable, Codable {
  /// Its name in the catalog.
  public let name: String
  /// What it is about: a noun, or the name of a field.
  public let value: String?

  /// An action.
  public init(_ name: String, _ value: String? = nil) {
    self.name = name
    self.value = value
  }
}

extension Action: SQLDecodable {
  /// Reads `name` or `name(value)`.
  public init?(sqlText: String) {
    let parts = sqlText.split(separator: "(", maxSplits: 1)
    guard let name = parts.first else { return nil }
    self.init(String(name), parts.count == 2 ? String(parts[1].dropLast()) : nil)
  }
}

/// The words of a front for actions, a sentence each by name, and the language in which it speaks.
///
/// In a sentence `{value}` stands for the value as it is, `{quoted}` for it as a shell takes it, and
/// `{field}` for fields as the front calls them. Actions that follow each other under one name, with a field
/// each, become one sentence.
public struct ActionWords: Sendable {
  /// The sentences.
  public let sentences: [String: String]
  /// The language of these words, and of those of rules.
  public let catalog: Catalog
  private let field: @Sendable (String) -> String
  private let isTaken: @Sendable (String) -> Bool

  /// What stands between fields of which one is enough, and between those that go together.
  public static let links = [" or ", " and "]

  /// The words of a front that says nothing of actions.
  public static let none = ActionWords([:])

  /// Words, in English and by their catalog.
  ///
  /// - Parameters:
  ///   - field: what the front calls a field.
  ///   - isTaken: whether the front takes, where it is, what a sentence in English asks for; else it is not
  ///     said.
  public init(
    _ sentences: [String: String], in catalog: Catalog = .english,
    field: @escaping @Sendable (String) -> String = { $0 },
    isTaken: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    (self.sentences, self.catalog, self.field, self.isTaken) = (sentences, catalog, field, isTaken)
  }

  /// The same words in English.
  public var inEnglish: ActionWords { ActionWords(sentences, field: field, isTaken: isTaken) }

  /// The way out of a rule, and the actions that help; columns as a form of files has them, where one is
  /// meant.
  public func say(
    _ wayOut: String, of rule: String, _ actions: [Action], in form: ImportForm? = nil
  ) -> String {
    let named = catalog.naming(catalog.text(wayOut, in: rule), in: form)
    return say(Message(verbatim: named), actions, in: form)
  }

  /// A sentence, and the actions that help.
  public func say(_ message: Message, _ actions: [Action], in form: ImportForm? = nil) -> String {
    catalog.joined([message.told(in: catalog)] + told(actions, in: form))
  }

  private func told(_ actions: [Action], in form: ImportForm?) -> [String] {
    var said: [String] = []
    for all in Self.runs(of: actions) {
      guard let english = sentences[all[0].name] else { continue }
      let run = all.filter { action in
        let value = action.value ?? ""
        return isTaken(
          english.replacing("{field}", with: called(value)).replacing("{value}", with: value))
      }
      if run.isEmpty { continue }
      let sentence = catalog.text(english, in: "action \(run[0].name)")
      let parts = sentence.split(separator: "{field}", omittingEmptySubsequences: false)
      if parts.count == 2 {
        let fields = run.map { called($0.value ?? "") }
        said.append(parts[0] + fields.joined(separator: catalog.text(Self.links[0], in: "fields")) + parts[1])
      } else {
        said += run.map { action in
          let value = action.value ?? ""
          let filled = sentence.replacing("{value}", with: value)
            .replacing("{quoted}", with: shellQuoted(value))
          return sentence.contains("`") ? catalog.naming(filled, in: form) : filled
        }
      }
    }
    return said
  }

  /// Fields as the front calls them: `from, to` are two that go together.
  public func called(_ fields: String) -> String {
    fields.split(separator: ",").map { field(String($0.drop { $0 == " " })) }
      .joined(separator: catalog.text(Self.links[1], in: "fields"))
  }

  private static func runs(of actions: [Action]) -> [[Action]] {
    actions.reduce(into: []) { runs, action in
      if runs.last?.first?.name == action.name {
        runs[runs.count - 1].append(action)
      } else {
        runs.append([action])
      }
    }
  }
}
