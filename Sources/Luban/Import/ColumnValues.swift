import Messages
import Tabular

/// The values that a column of a file may have, where these are few and come with Luban.
enum ColumnValues: Sendable, Hashable {
  /// Words of a kind, as the table `word` has them.
  case words(String)
  /// Levels of languages, `hsk2010:4`.
  case languageLevels
  /// Grading scales.
  case scales
  /// Values that explain themselves.
  case these([String])

  /// The values with their meanings in Chinese, English and Russian, for the column of a name.
  ///
  /// - Parameter language: that of who fills the column in, who is offered words of it where there are any
  ///   and finds their meanings in it first.
  func list(for column: String, in language: Language) throws -> ValueList {
    Self.list(column, try rows(language), language)
  }

  /// A value, and what it means in some languages.
  typealias Value = (value: String, meant: [Language: String])

  /// A list of values, and what stands above it in a language.
  static func list(_ name: String, _ values: [Value], _ language: Language) -> ValueList {
    let meanings = languages(language)
    let rows = values.map { value, meant in [value] + meanings.map { meant[$0] ?? "" } }
    let names: [Language: String] = [.english: "English", .russian: "Русский", .chinese: "中文"]
    let heading = ["column", "value"].map { Heading.inWords($0, language) }
    return ValueList(
      name, rows: rows, heading: heading + meanings.compactMap { names[$0] },
      sheet: Heading.inWords("Words", language))
  }

  /// The languages of meanings, that of the reader first.
  private static func languages(_ reader: Language) -> [Language] {
    [.english, .russian, .chinese].filter { $0 == reader }
      + [.english, .russian, .chinese].filter { $0 != reader }
  }

  /// The word of a language for each value as the database has it, where they are words that have some.
  func words(in language: Language) -> [String: String] {
    guard case .words(let kind) = self, let tag = Self.tag(language) else { return [:] }
    let lines = WordList.lines.filter { $0.kind == kind && $0.language == tag }
    return Dictionary(lines.map { ($0.means, $0.words.first ?? $0.means) }) { first, _ in first }
  }

  private func rows(_ language: Language) throws -> [Value] {
    switch self {
    case .these(let values): return values.map { ($0, [:]) }
    case .languageLevels, .words("language_level"):
      let names = try Self.seed("language_frameworks") { (try $0("code"), try $0("name")) }
      return try Self.seed("language_levels") { field in
        let (framework, level) = (try field("framework"), try field("level"))
        // A framework has one name in all languages.
        let told = "\(names.first { $0.0 == framework }?.1 ?? framework), \(level)"
        return ("\(framework):\(level)", [language: told])
      }
    case .scales:
      return try Self.seed("grading_scales") { field in
        let name = try field("name")
        return (try field("code"), Self.told { Heading.inWords(name, $0) })
      }
    case .words("country"):
      return try Self.seed("countries") { field in
        (
          try field("alpha2"),
          [
            .english: try field("name_en"), .russian: try field("name_ru"), .chinese: try field("name_zh"),
          ]
        )
      }
    case .words(let kind): return Self.words(kind, language)
    }
  }

  private static func told(_ words: (Language) -> String) -> [Language: String] {
    Dictionary(uniqueKeysWithValues: [.english, .russian, .chinese].map { ($0, words($0)) })
  }

  /// Each meaning of a kind of words with the words for it; the value is the first that people write.
  private static func words(_ kind: String, _ language: Language) -> [Value] {
    var meanings: [(means: String, words: [String: [String]])] = []
    for line in WordList.lines where line.kind == kind {
      if meanings.last?.means != line.means { meanings.append((line.means, [:])) }
      meanings[meanings.count - 1].words[line.language] = line.words
    }
    return meanings.map { means, words in
      let isTruth = means == "true" || means == "false"
      let value =
        tag(language).flatMap { words[$0]?.first } ?? (isTruth ? words["en"]?.first ?? means : means)
      return (value, told { (words[$0.rawValue] ?? []).joined(separator: ", ") })
    }
  }

  /// A language other than English, as lists of words name it.
  private static func tag(_ language: Language) -> String? {
    [.chinese, .russian].contains(language) ? language.rawValue : nil
  }

  /// The rows of a table of seed/reference; `body` asks a row for a field by its name.
  private static func seed<Row>(
    _ table: String, _ body: ((_ field: String) throws -> String) throws -> Row
  ) throws -> [Row] {
    let rows = CSVText.rows(of: try Embedded.file("seed/reference/\(table).csv").text)
    let header = rows.first ?? []
    return try rows.dropFirst().map { row in
      try body { name in
        guard let index = header.firstIndex(of: name), index < row.count else {
          throw LubanError.internal("\(table) has no column \(name)")
        }
        return row[index]
      }
    }
  }
}

extension WorkbookOutput.Column {
  /// A column of a listing.
  public init(_ column: Column) {
    let kind: WorkbookOutput.Kind =
      switch column.kind {
      case .text: .text
      case .number: .number
      case .day: .day
      }
    self.init(kind, values: column.values)
  }
}

extension ImportForm {
  /// Its template, as the columns of a sheet that is filled in.
  public func templateColumns(in language: Language) throws -> [Column] {
    try columns(template, in: language)
  }

  /// Columns of files as those of a sheet; what several have in common is one list.
  func columns(_ columns: [ImportColumn?], in language: Language) throws -> [Column] {
    var names: [ColumnValues: [String]] = [:]
    for case let column? in columns {
      guard let values = column.values else { continue }
      names[values, default: []].append(heading(of: column.name, in: language))
    }
    let lists = try names.map { values, names in
      (values, try values.list(for: names.joined(separator: ", "), in: language))
    }
    return columns.map { column in
      guard let column else { return Column("", "") }
      return Column(
        column.name, column.meaning, column.kind, values: lists.first { $0.0 == column.values }?.1)
    }
  }
}
