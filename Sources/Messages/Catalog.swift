/// What Luban says, in a language.
///
/// A text is known by its English words and by where it is said, its context: the name of a rule, or of an
/// action. What is not in the catalog is said in English.
public struct Catalog: Sendable, Equatable {
  /// The catalog that has nothing, and so says all in English.
  public static let english = Catalog(.english, EntryIndex(), [:])

  /// The language.
  public let language: Language
  /// What a file of translations says.
  private let file: EntryIndex
  /// What is kept elsewhere.
  private let others: [Key: String]

  private struct Key: Hashable {
    let context: String
    let english: String
  }

  private init(_ language: Language, _ file: EntryIndex, _ others: [Key: String]) {
    (self.language, self.file, self.others) = (language, file, others)
  }

  /// What a file of translations says.
  ///
  /// - Throws: ``PortableObjectError`` for what is none.
  public init(_ language: Language, portableObject text: String) throws(PortableObjectError) {
    self.init(language, try EntryIndex(text), [:])
  }

  /// The same, with texts that are kept elsewhere, by their English words.
  public func adding(_ translations: [String: String], in context: String) -> Catalog {
    var others = others
    for (english, text) in translations { others[Key(context: context, english: english)] = text }
    return Catalog(language, file, others)
  }

  /// A text in the language of the catalog.
  public func text(_ english: String, in context: String = "") -> String {
    if english.isEmpty { return "" }
    let known = known(english, in: context)
    if language == .pseudo { return bracketed(english, isKnown: known != nil) }
    return known ?? english
  }

  /// What stands over a column, which in some lists is called otherwise than elsewhere.
  public func heading(of column: String, in list: String) -> String {
    let own = "column of \(list)"
    return text(column, in: !list.isEmpty && isKnown(column, in: own) ? own : "column")
  }

  /// Whether there is a translation of a text.
  func isKnown(_ english: String, in context: String = "") -> Bool {
    known(english, in: context) != nil
  }

  private func known(_ english: String, in context: String) -> String? {
    others[Key(context: context, english: english)] ?? file.translations(of: english, in: context)?.first
  }

  /// A state or a kind as a table has it, `in_force`, in the language of the catalog.
  ///
  /// - Parameter noun: what it is a state or kind of, where that has words of its own.
  public func word(_ value: String, of noun: String = "") -> String {
    let english = String(value.map { $0 == "_" ? "-" : $0 })
    let own = "word of \(noun)"
    let word = text(english, in: !noun.isEmpty && isKnown(english, in: own) ? own : "word")
    return word == english ? value : word
  }

  /// A number of things, in the form that the language has for it: `1 row`, `1,234 rows`.
  ///
  /// - Parameters:
  ///   - one: the English text for one, with `{n}` for the number.
  ///   - many: the English text for any other number.
  func count(_ number: Int, _ one: String, _ many: String) -> String {
    let forms = file.translations(of: one, in: "")
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

  /// What stands above or before something: with a colon.
  public func label(_ text: String) -> String { text + (language == .chinese ? "：" : ":") }

  /// Remarks behind a text, in brackets; nothing where there are none.
  public func remarks(_ remarks: [String]) -> String {
    if remarks.isEmpty { return "" }
    return language == .chinese
      ? "（\(remarks.joined(separator: "；"))）" : " (\(remarks.joined(separator: "; ")))"
  }

  /// A fragment as a sentence of its own, with a full stop.
  public func sentence(_ fragment: String) -> String {
    fragment.isEmpty ? "" : fragment + (language == .chinese ? "。" : ".")
  }
}
