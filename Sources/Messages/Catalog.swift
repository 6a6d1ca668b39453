/// What Luban says, in a language.
///
/// A text is known by its English words and by where it is said, its context: the name of a rule, or of an
/// action. What is not in the catalog is said in English.
public struct Catalog: Sendable, Equatable {
  /// The catalog that has nothing, and so says all in English.
  public static let english = Catalog(.english, [:])

  /// The language.
  public let language: Language
  private let texts: [Key: [String]]

  private struct Key: Hashable {
    let context: String
    let english: String
  }

  private init(_ language: Language, _ texts: [Key: [String]]) {
    (self.language, self.texts) = (language, texts)
  }

  /// What a file of translations says.
  ///
  /// - Throws: ``PortableObjectError`` for what is none.
  public init(_ language: Language, portableObject text: String) throws(PortableObjectError) {
    var texts: [Key: [String]] = [:]
    for entry in try PortableObject(text).entries where entry.isTranslated {
      texts[Key(context: entry.context, english: entry.english)] = entry.translations
    }
    self.init(language, texts)
  }

  /// A text in the language of the catalog.
  public func text(_ english: String, in context: String = "") -> String {
    if english.isEmpty { return "" }
    let known = texts[Key(context: context, english: english)]?.first
    if language == .pseudo { return bracketed(english, isKnown: known != nil) }
    return known ?? english
  }

  /// A number of things, in the form that the language has for it: `1 row`, `1,234 rows`.
  ///
  /// - Parameters:
  ///   - one: the English text for one, with `{n}` for the number.
  ///   - many: the English text for any other number.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    let forms = texts[Key(context: "", english: one)]
    let english = number == 1 ? one : many
    let form: String
    switch (forms, language) {
    case (_, .pseudo): form = bracketed(english, isKnown: forms != nil)
    case (let forms?, _): form = forms[min(language.form(of: number), forms.count - 1)]
    case (nil, _): form = english
    }
    return form.replacing("{n}", with: language.grouped(number))
  }

  /// A text of the language that nobody speaks; what no translator was given is marked twice.
  private func bracketed(_ english: String, isKnown: Bool) -> String {
    isKnown ? "⟦\(english)⟧" : "⟦!\(english)!⟧"
  }

  /// Sentences one after another; in Chinese no blank stands between them.
  public func joined(_ sentences: [String]) -> String {
    sentences.filter { !$0.isEmpty }.joined(separator: language == .chinese ? "" : " ")
  }

  /// A fragment as a sentence of its own, with a full stop.
  public func sentence(_ fragment: String) -> String {
    fragment.isEmpty ? "" : fragment + (language == .chinese ? "。" : ".")
  }
}
