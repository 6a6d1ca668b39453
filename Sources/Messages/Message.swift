/// A sentence for people, which can be said in each language that Luban speaks.
///
/// It is written as a literal, and keeps apart what is said and what it is said of:
/// `"There is no \(code)."` is the text `There is no {0}.` with one value. The text is what `po/` translates;
/// `.ci/strings` finds it in the sources.
public struct Message: Sendable, Hashable {
  /// The English text, with `{0}`, `{1}` for its values; a brace of its own is doubled.
  public private(set) var english: String
  /// Where it is said, for a text that has its translations by that: the name of a rule, or of a column.
  private var context = ""
  private var values: [Value]

  fileprivate indirect enum Value: Sendable, Hashable {
    case verbatim(String)
    case message(Message)
    case number(Int)
    case count(Int, one: String, many: String)
  }

  private init(_ english: String, _ values: [Value]) {
    (self.english, self.values) = (english, values)
  }

  /// What is the same in every language: a code, a name, what another program said; phrases within it are
  /// said as ``Catalog/reading(_:)`` has it.
  public init(verbatim text: String) {
    self.init(text.isEmpty ? "" : "{0}", text.isEmpty ? [] : [.verbatim(text)])
  }

  /// A text that stands elsewhere than in the sources, as the sentence of a rule.
  ///
  /// - Parameter context: where it is said.
  public init(_ english: String, in context: String) {
    self.init(Self.escaped(english), [])
    self.context = context
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { english.isEmpty }

  /// The sentence in the language of a catalog.
  public func told(in catalog: Catalog) -> String {
    let text = hasWords ? catalog.text(english, in: context) : english
    var told = ""
    var name: String?
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (character, name) {
      case ("{", nil) where rest.first != "{": name = ""
      case ("}", let index?):
        if let index = Int(index), values.indices.contains(index) { told += said(values[index], catalog) }
        name = nil
      case (_, let index?): name = index + String(character)
      case ("{", nil), ("}", nil):
        told.append(character)
        rest = rest.dropFirst()
      case (_, nil): told.append(character)
      }
    }
    return told
  }

  private func said(_ value: Value, _ catalog: Catalog) -> String {
    switch value {
    case .verbatim(let text): catalog.reading(text)
    case .message(let message): message.told(in: catalog)
    case .number(let number): catalog.language.grouped(number)
    case .count(let number, let one, let many): catalog.count(number, one, many)
    }
  }

  /// Whether there is anything to translate; between values may stand nothing but signs, which are others in
  /// Chinese.
  private var hasWords: Bool {
    if english.contains("{0}")
      && ([": ", ", ", "; ", " ("].contains { english.contains($0) } || english.last == ".")
    {
      return true
    }
    var isValue = false
    return english.contains { character in
      if character == "{" { isValue = true }
      if character == "}" { isValue = false }
      return !isValue && character.isLetter
    }
  }
}

extension Message {
  /// Two that say the same are equal, however they were put together.
  public static func == (one: Message, other: Message) -> Bool { one.description == other.description }

  /// Hashes what is said.
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Message: Codable {
  /// The English sentence that a program wrote.
  public init(from decoder: any Decoder) throws {
    self.init(verbatim: try decoder.singleValueContainer().decode(String.self))
  }

  /// For programs it is its English sentence.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Message: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { told(in: .english) }
}

extension Message: ExpressibleByStringInterpolation {
  /// What a literal says, and of what.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var english = ""
    fileprivate var values: [Value] = []

    /// An empty one.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Words.
    public mutating func appendLiteral(_ literal: String) { english += Message.escaped(literal) }

    /// A value that is the same in every language.
    ///
    /// A literal is not one: it is words, see below.
    @_disfavoredOverload
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      append(.verbatim(value.description))
    }

    /// Words that are themselves translated.
    public mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

    /// A number of things, `3 rows`, in the form that the language has for it.
    ///
    /// - Parameter several: the English plural, where it takes more than an s.
    public mutating func appendInterpolation(count: Int, _ one: String, plural several: String? = nil) {
      append(.count(count, one: "{n} \(one)", many: "{n} \(several ?? one + "s")"))
    }

    /// A number with its thousands apart.
    public mutating func appendInterpolation(number: Int) {
      append(.number(number))
    }

    private mutating func append(_ value: Value) {
      english += "{\(values.count)}"
      values.append(value)
    }
  }

  /// A sentence.
  public init(stringLiteral value: String) { self.init(Self.escaped(value), []) }

  /// A sentence about values.
  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.english, stringInterpolation.values)
  }

  private static func escaped(_ literal: String) -> String {
    literal.contains { "{}".contains($0) }
      ? literal.replacing("{", with: "{{").replacing("}", with: "}}") : literal
  }
}

extension Sequence<Message> {
  /// Sentences or words one after another, with signs between them.
  public func joined(separator: String = "") -> Message {
    reduce(into: Message(verbatim: "")) { joined, message in
      let first: Message = "\(message)"
      let next: Message =
        switch separator {
        case ", ": "\(joined), \(message)"
        case "; ": "\(joined); \(message)"
        default: "\(joined)\(Message(verbatim: separator))\(message)"
        }
      joined = joined.isEmpty ? first : next
    }
  }
}

/// An error that is told to people.
public protocol SaidError: Error, CustomStringConvertible {
  /// What is wrong, where, and how to mend it.
  var said: Message { get }
}

extension SaidError {
  /// The same in English.
  public var description: String { said.description }
}
