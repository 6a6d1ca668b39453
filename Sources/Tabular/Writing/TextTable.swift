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

  /// A column.
  public init(_ name: String, _ alignment: Alignment = .leading) {
    self.name = name
    self.alignment = alignment
  }
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
  /// Line breaks and control characters are shown escaped. Where the style has a width, the widest columns
  /// are cut with `…` until the table fits, text before numbers.
  public func lines(_ style: TextStyle = .plain) -> [String] {
    let header = columns.map { VisibleText.escaped($0.name) }
    let body = rows.map { row in
      columns.indices.map { $0 < row.count ? VisibleText.escaped(row[$0] ?? "") : "" }
    }
    var widths = header.map { DisplayWidth.of($0) }
    for row in body {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    if let limit = style.width { widths = fit(widths, into: limit) }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap)
    return [style.heading(line(header, widths, style)), rule] + body.map { line($0, widths, style) }
  }

  private static let gap = "  "
  /// No column of text is made narrower than this: less tells nothing.
  private static let leastWidth = 4

  /// Takes cells from the widest columns, first of text and then of numbers, until the table fits.
  private func fit(_ natural: [Int], into limit: Int) -> [Int] {
    let available = max(0, limit - Self.gap.count * (natural.count - 1))
    var widths = natural.map { min($0, max(available, Self.leastWidth)) }
    var excess = widths.reduce(0, +) - available
    let text = columns.indices.filter { columns[$0].alignment == .leading }
    // From the right: of equally wide columns the later one is cut, for what names a row stands first.
    for candidates in [text.reversed(), columns.indices.reversed()] {
      while excess > 0, let widest = candidates.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.leastWidth
      {
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int], _ style: TextStyle) -> String {
    var line = ""
    // Blanks are written only before the next text, so a line never ends in them.
    var blanks = 0
    for (index, cell) in cells.enumerated() {
      if index > 0 { blanks += Self.gap.count }
      let text = VisibleText.truncated(cell, to: widths[index])
      let padding = widths[index] - DisplayWidth.of(text)
      if columns[index].alignment == .trailing { blanks += padding }
      if !text.isEmpty {
        line += String(repeating: " ", count: blanks) + style.cell(text)
        blanks = 0
      } else if columns[index].alignment == .trailing {
        continue
      }
      if columns[index].alignment == .leading { blanks += padding }
    }
    return line
  }
}
