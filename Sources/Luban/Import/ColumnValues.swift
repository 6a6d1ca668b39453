import Tabular

/// The values that a column of a file may have, where these are few and come with Luban.
enum ColumnValues: Sendable, Hashable {
  /// Words of a kind, as the table `word` has them.
  case words(String)
  /// Levels of languages, `hsk2010:4`.
  case languageLevels
  /// Levels of schooling, ISCED 2011.
  case schooling
  /// Grading scales.
  case scales
  /// Values that explain themselves.
  case these([String])

  /// The values with their meanings in English, Russian and Chinese, for the column of a name.
  func list(for column: String) throws -> ValueList {
    ValueList(column, rows: try rows())
  }

  private func rows() throws -> [[String]] {
    switch self {
    case .these(let values): return values.map { [$0] }
    case .languageLevels, .words("language_level"):
      let names = try Self.seed("language_frameworks") { (try $0("code"), try $0("name")) }
      return try Self.seed("language_levels") { field in
        let (framework, level) = (try field("framework"), try field("level"))
        return ["\(framework):\(level)", "\(names.first { $0.0 == framework }?.1 ?? framework), \(level)"]
      }
    case .schooling: return try Self.seed("isced_levels") { [try $0("level"), try $0("title_en")] }
    case .scales: return try Self.seed("grading_scales") { [try $0("code"), try $0("name")] }
    case .words("country"):
      return try Self.seed("countries") {
        [try $0("alpha2"), try $0("name_en"), try $0("name_ru"), try $0("name_zh")]
      }
    case .words(let kind): return Self.words(kind)
    }
  }

  /// Each meaning of a kind of words with the words for it; the value is the first that people write.
  private static func words(_ kind: String) -> [[String]] {
    var meanings: [(means: String, words: [String: [String]])] = []
    for line in WordList.lines where line.kind == kind {
      if meanings.last?.means != line.means { meanings.append((line.means, [:])) }
      meanings[meanings.count - 1].words[line.language] = line.words
    }
    return meanings.map { means, words in
      let isTruth = means == "true" || means == "false"
      let value = isTruth ? words["en"]?.first ?? means : means
      return [value]
        + ["en", "ru", "zh"].map { (words[$0] ?? []).joined(separator: ", ") }
    }
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
  public func templateColumns() throws -> [Column] { try columns(template) }

  /// Columns of files as those of a sheet; what several have in common is one list.
  func columns(_ columns: [ImportColumn?]) throws -> [Column] {
    var names: [ColumnValues: [String]] = [:]
    for case let column? in columns {
      if let values = column.values { names[values, default: []].append(column.name) }
    }
    let lists = try names.map { values, names in
      (values, try values.list(for: names.joined(separator: ", ")))
    }
    return columns.map { column in
      guard let column else { return Column("", "") }
      return Column(
        column.name, column.meaning, column.kind, values: lists.first { $0.0 == column.values }?.1)
    }
  }
}
