import Messages

/// A column of a ``TextTable``.
public struct TextColumn: Equatable, Sendable {
  /// On which side of the column its cells stand.
  public enum Alignment: Sendable {
    /// Left: text.
    case leading
    /// Right: numbers, so that their digits stand below each other.
    case trailing
  }

  /// What stands over the column.
  public let name: String
  /// Where the cells stand, and the name with them.
  public let alignment: Alignment
  /// The words of the reader for values that are few.
  public let words: [String: String]
  /// The list in which it has a heading of its own, if it has one.
  public let list: String
  /// Whether it is left out last, where there is no room for all.
  public let isChief: Bool

  /// A column.
  public init(
    _ name: String, _ alignment: Alignment = .leading, words: [String: String] = [:], of list: String = "",
    isChief: Bool = false
  ) {
    self.name = name
    self.alignment = alignment
    self.words = words
    self.list = list
    self.isChief = isChief
  }

  /// What stands over it in the reader's language.
  public func heading(in catalog: Catalog) -> String { catalog.heading(of: name, in: list) }

  /// What stands over it on paper and in a workbook: as its heading, in English in words.
  public func title(in catalog: Catalog) -> String {
    let heading = heading(in: catalog)
    guard catalog.language == .english, heading == name else { return heading }
    return name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
  }

  /// A cell of it, as it is told in the reader's language.
  public func told(_ cell: String, in catalog: Catalog) -> String {
    words[cell]
      ?? (holdsWords ? catalog.word(catalog.reading(cell), of: list) : catalog.reading(cell))
  }

  /// Whether its cells are words of a short list: a state or a kind.
  public var holdsWords: Bool { Self.namesOfWords.contains(name) }

  private static let namesOfWords: Set = [
    "average", "chinese_funded", "completed", "confidence", "document_kind", "entry", "from_state", "gender",
    "in_field", "kind", "led_from_tianjin", "meaning", "mode", "passed", "passes", "purpose", "reached",
    "result", "role", "sco", "side", "sister_city", "standing", "state", "status", "teaching", "to_state",
    "weekday",
  ]

  /// Columns of text.
  public static func texts(_ names: String...) -> [TextColumn] { names.map { TextColumn($0) } }
}

/// A table for people: a header, a rule, and rows in columns that line up in every script.
///
/// ```
/// code              title      seats
/// ────────────────  ─────────  ─────
/// UZ-TAS-LOG-2026A  Logistics     12
/// ```
public struct TextTable: Equatable, Sendable {
  /// The columns from left to right.
  public let columns: [TextColumn]
  /// The rows; nil is shown as nothing, and so is what a short row lacks.
  public let rows: [[String?]]

  /// A table of the given columns and rows.
  public init(columns: [TextColumn], rows: [[String?]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The lines, without line ends and without blanks at their end.
  ///
  /// Line breaks and control characters are shown escaped. Where the style has a width, texts of several
  /// words go on below themselves until the table fits; where it can't, or rows would become towers, each row
  /// is a block. Nothing is cut.
  public func lines(_ style: TextStyle = .plain) -> [String] {
    let cells = Cells(self, style.catalog)
    guard let widths = cells.widths(in: style.width), cells.height(widths) <= Self.tower else {
      return blocks(style)
    }
    return cells.lines(widths, style)
  }

  /// The lines of those columns that fit, with the names of the others, which are left out from the right,
  /// after a first column that is the same in every row.
  ///
  /// - Parameters:
  ///   - key: the column that names a row: it stays, and is as wide as it has to be. Where nothing fits
  ///     beside it, each row is a block.
  ///   - kept: columns that stay as well, if they can, beside the chief ones.
  public func lines(
    _ style: TextStyle, leavingOutBut key: Int, keeping kept: Set<Int> = []
  ) -> (lines: [String], leftOut: [TextColumn]) {
    guard let limit = style.width else { return (lines(style), []) }
    // What is the same in all rows names none of them.
    let isPlain = key == 0 && columns.count > 1 && isAlike(0) && !kept.contains(0)
    let key = isPlain ? 1 : key
    let least = Cells(self, style.catalog).least(key: key)
    var shown = Array(columns.indices)
    func needed() -> Int { shown.reduce(0) { $0 + least[$1] } + Self.gap.count * (shown.count - 1) }
    let chief = Set(columns.indices.filter { columns[$0].isChief })
    if isPlain, needed() > limit { shown.removeFirst() }
    for stays in [kept.union(chief).union([key]), kept.union([key]), [key]] {
      while needed() > limit, let last = shown.lastIndex(where: { !stays.contains($0) }) {
        shown.remove(at: last)
      }
    }
    guard shown.count > 1 || shown.count == columns.count, needed() <= limit else {
      return (blocks(style), [])
    }
    let cells = Cells(
      TextTable(
        columns: shown.map { columns[$0] },
        rows: rows.map { row in shown.map { $0 < row.count ? row[$0] : nil } }), style.catalog)
    guard let widths = cells.widths(in: limit, key: shown.firstIndex(of: key)) else {
      return (blocks(style), [])
    }
    let leftOut = columns.indices.filter { !shown.contains($0) }.map { columns[$0] }
    return (cells.lines(widths, style), leftOut)
  }

  /// Whether a column has the same in all of several rows.
  private func isAlike(_ column: Int) -> Bool {
    let values = rows.map { column < $0.count ? $0[column] : nil }
    return values.count > 1 && values.dropFirst().allSatisfy { $0 == values[0] }
  }

  /// Each row as a block: the names of the columns at the left, beside them the values.
  public func blocks(_ style: TextStyle = .plain) -> [String] {
    var blocks = Fields()
    for row in rows {
      blocks.add(
        block: columns.enumerated().map { index, column in
          (
            column.heading(in: style.catalog),
            index < row.count ? row[index].map { column.told($0, in: style.catalog) } : nil
          )
        })
    }
    return blocks.lines(style)
  }

  static let gap = "  "
  /// A row of more lines is easier to read as a block.
  private static let tower = 8
}
