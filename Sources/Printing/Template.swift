/// A page with gaps: HTML with Mustache tags, whose values are escaped.
///
/// Of Mustache it takes variables, sections, inverted sections and comments. All else is refused by name, so
/// that nobody prints a page that lacks what its author meant to be there.
public struct Template: Sendable {
  /// What is wrong with a template, and how to mend it.
  public struct Fault: Error, Hashable {
    /// The line, counted from 1.
    public let line: Int
    /// A sentence without its end, as `{{#courses}} is never closed; write {{/courses}} where it ends`.
    public let words: String

    /// A fault.
    public init(line: Int, words: String) {
      self.line = line
      self.words = words
    }
  }

  /// How deep sections may stand in each other.
  public static let mostSections = 100

  indirect enum Part: Sendable {
    case text(String)
    case value(name: String, isEscaped: Bool)
    case section(name: String, isInverted: Bool, parts: [Part])
  }

  /// A name that stands in a tag.
  public struct Name: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The line, counted from 1.
    public let line: Int
  }

  /// The names of all tags but `.`, from the first to the last.
  public let names: [Name]
  private let parts: [Part]

  /// Reads a template.
  ///
  /// - Throws: ``Fault`` where a tag is not closed, or is none that a template can have.
  public init(_ text: String) throws(Fault) {
    var reader = TemplateReader(text)
    parts = try reader.read()
    names = reader.names
  }

  /// The page with its gaps filled: texts and flags, lists of such, and what has names of its own.
  ///
  /// A name that an item lacks is looked for outside of it; one that nobody has is left empty.
  public func page(_ values: [String: any Sendable]) -> String {
    var page = ""
    Self.write(parts, [values], to: &page)
    return page
  }

  private static func write(_ parts: [Part], _ scopes: [Any], to page: inout String) {
    for part in parts {
      switch part {
      case .text(let text): page += text
      case .value(let name, let isEscaped):
        guard let value = find(name, scopes), !(value is [Any]), !(value is [String: Any]) else { continue }
        let text = String(describing: value)
        page += isEscaped ? escaped(text) : text
      case .section(let name, let isInverted, let inner):
        let items = items(of: find(name, scopes))
        if isInverted, items.isEmpty { write(inner, scopes, to: &page) }
        if !isInverted { for item in items { write(inner, scopes + [item], to: &page) } }
      }
    }
  }

  private static func find(_ name: String, _ scopes: [Any]) -> Any? {
    if name == "." { return scopes.last }
    return scopes.reversed().lazy.compactMap { ($0 as? [String: Any])?[name] }.first
  }

  /// What a section is written for, one after another.
  private static func items(of value: Any?) -> [Any] {
    switch value {
    case nil: []
    case let flag as Bool: flag ? [flag] : []
    case let list as [Any]: list
    case .some(let value): [value]
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
