import Messages

extension TextTable {
  /// The cells of a table as they are seen, and how wide their columns have to be.
  struct Cells {
    private let columns: [TextColumn]
    private let header: [String]
    private let rows: [[String]]
    private let natural: [Int]
    /// The widths of what stands below the header.
    private let body: [Int]

    init(_ table: TextTable, _ catalog: Catalog) {
      columns = table.columns
      header = columns.map { VisibleText.escaped($0.heading(in: catalog)) }
      rows = table.rows.map { row in
        table.columns.enumerated().map { index, column in
          let cell = index < row.count ? row[index] ?? "" : ""
          return VisibleText.escaped(column.told(cell, in: catalog))
        }
      }
      var widths = header.map { _ in 0 }
      for row in rows {
        for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
      }
      body = widths
      natural = zip(header, widths).map { max(DisplayWidth.of($0), $1) }
    }

    /// No text that goes on below itself is made narrower than this: less is hard to read.
    private static let leastProse = 16
    /// A text that the rows are looked at for is not made narrower than this.
    private static let leastChief = 32
    /// What is longer is broken though it is of one word, as a link or a list of codes.
    private static let longWord = 30

    /// The least widths of the columns: names are broken between their words, texts anywhere.
    func least(key: Int? = nil) -> [Int] {
      columns.indices.map { index in
        let name = LineWrap.words(of: header[index]).map { DisplayWidth.of($0) }.max() ?? 0
        let isWhole = index == key || !isProse(index)
        return max(
          name,
          isWhole ? body[index] : min(body[index], columns[index].isChief ? Self.leastChief : Self.leastProse)
        )
      }
    }

    /// The widths with which the table fits; `nil` where it can't.
    ///
    /// Names are broken first, which costs a line once, then texts, of all the widest.
    func widths(in limit: Int?, key: Int? = nil) -> [Int]? {
      guard let limit else { return natural }
      let least = least(key: key)
      var widths = natural
      var excess = widths.reduce(0, +) + TextTable.gap.count * (widths.count - 1) - limit
      for floor in [zip(least, body).map { max($0, $1) }, least] {
        while excess > 0 {
          // Of equally wide ones the later is broken: what names a row stands first.
          let breakable = columns.indices.reversed().filter { widths[$0] > floor[$0] }
          guard let widest = breakable.max(by: { widths[$0] < widths[$1] }) else { break }
          widths[widest] -= 1
          excess -= 1
        }
      }
      return excess > 0 ? nil : widths
    }

    /// How many lines the highest row takes.
    func height(_ widths: [Int]) -> Int {
      rows.map { row in
        zip(row, widths).map { DisplayWidth.of($0) > $1 ? LineWrap.wrap($0, to: $1).count : 1 }.max() ?? 1
      }.max() ?? 1
    }

    /// Whether a column holds texts that may go on in a next line, not codes, days or numbers.
    private func isProse(_ index: Int) -> Bool {
      guard columns[index].alignment == .leading else { return false }
      return body[index] > Self.longWord
        || rows.contains { $0[index].contains(" ") && $0[index].contains(where: \.isLetter) }
    }

    func lines(_ widths: [Int], _ style: TextStyle) -> [String] {
      let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: TextTable.gap)
      let names = zip(header, widths).map { LineWrap.wrap(name: $0, to: $1) }
      let height = names.map(\.count).max() ?? 1
      // Names stand on the rule, texts hang from their first line.
      let heading = lines(names.map { Array(repeating: "", count: height - $0.count) + $0 }, widths, style)
      return heading.map(style.heading) + [rule]
        + rows.flatMap { row in
          let pieces = zip(row, widths).map { DisplayWidth.of($0) > $1 ? LineWrap.wrap($0, to: $1) : [$0] }
          return lines(pieces, widths, style)
        }
    }

    /// The lines of cells that are of one or several.
    private func lines(_ cells: [[String]], _ widths: [Int], _ style: TextStyle) -> [String] {
      (0..<(cells.map(\.count).max() ?? 1)).map { number in
        line(cells.map { number < $0.count ? $0[number] : "" }, widths, style)
      }
    }

    private func line(_ cells: [String], _ widths: [Int], _ style: TextStyle) -> String {
      var line = ""
      // Blanks are written only before the next text, so a line never ends in them.
      var blanks = 0
      for (index, text) in cells.enumerated() {
        if index > 0 { blanks += TextTable.gap.count }
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
}
