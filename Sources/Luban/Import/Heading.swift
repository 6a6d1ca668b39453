import Messages

/// What Luban writes above a column, in the language of who is to read or fill it in.
///
/// It comes from `seed/import/headings.csv`, and every import reads it: a sheet that was made in one language
/// is taken in any. In English a column is called by its name.
public enum Heading {
  /// The lists that have headings of their own.
  static let lists = Set(
    rows.keys.map(\.file).filter { $0.hasPrefix("list ") }.map { String($0.dropFirst(5)) })

  /// The headings of the columns that mean the same in all files and lists, or that a list has of its own.
  static func shared(in language: Language, by file: String = "") -> [String: String] {
    let columns = rows.keys.filter { $0.file == file }.map(\.column)
    // The language that nobody speaks asks what there is to be translated.
    let asked = language == .pseudo ? .chinese : language
    return Dictionary(
      uniqueKeysWithValues: columns.compactMap { column in of(column, in: file, asked).map { (column, $0) } })
  }

  /// The names of these.
  public static let sharedColumns = Set(shared(in: .chinese).keys)

  /// The headings of a column of a file, in all languages.
  static func all(of column: String, in file: String = "") -> [String] {
    [.chinese, .russian].compactMap { any(of: column, in: file, $0) }
  }

  /// The heading of a column of a file.
  static func any(of column: String, in file: String, _ language: Language) -> String? {
    of(column, in: file, language) ?? of(column, in: "", language)
  }

  /// What stands in the list of words that goes with a sheet.
  static func inWords(_ english: String, _ language: Language) -> String {
    of(english, in: "words", language) ?? english
  }

  /// What the sheet of a form is called.
  static func sheet(_ form: String, _ language: Language) -> String? { of(form, in: "sheet", language) }

  private static func of(_ column: String, in file: String, _ language: Language) -> String? {
    let row = rows[Key(column: column, file: file)]
    return switch language {
    case .english, .pseudo: nil
    case .chinese: row?.chinese
    case .russian: row?.russian
    }
  }

  /// A column, and the file in which it is called so; none for all.
  private struct Key: Hashable {
    let column: String
    let file: String
  }

  private static let rows = Dictionary(
    Embedded.rows("seed/import/headings.csv").map { fields in
      (Key(column: fields[0], file: fields[1]), (chinese: fields[2], russian: fields[3]))
    }
  ) { first, _ in first }
}

extension Catalog {
  /// A text with the columns and words of files that stand between backticks in it, as the reader has them:
  /// by the headings of a form, the words as they are written in its cells.
  func naming(_ text: String, in form: ImportForm? = nil) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { index, part in
      index.isMultiple(of: 2) ? String(part) : named(String(part), form)
    }.joined()
  }

  private func named(_ name: String, _ form: ImportForm?) -> String {
    let word = ColumnValues.words("answer").words(in: language)[name]
    guard let told = word ?? Heading.any(of: name, in: form?.name ?? "", language) else { return name }
    return language == .chinese ? "“\(told)”" : "«\(told)»"
  }
}

extension ImportForm {
  /// What a sheet of it is called in a workbook of several.
  public func title(in language: Language) -> String {
    let english = name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
    return Heading.sheet(name, language) ?? english
  }

  /// What stands above a column of its sheets and templates.
  public func heading(of column: String, in language: Language) -> String {
    Heading.any(of: column, in: name, language) ?? column
  }
}
