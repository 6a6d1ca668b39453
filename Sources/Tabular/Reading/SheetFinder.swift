import Workbook

/// Finds the sheet that is meant, and its header.
struct SheetFinder {
  /// A sheet, read up to the row before the first of data, or on it.
  struct Found {
    let rows: RowReader
    let row: Int
    var firstRow: Int
    var isOnRow = false
    var names: [(column: Int, text: String)]
    let titles: [TitleLine]
    let fit: HeaderFit
  }

  private let workbook: Workbook
  private let choice: TableChoice

  /// So many rows may a header have.
  private static let headerLimit = 4

  init(_ workbook: Workbook, _ choice: TableChoice) {
    self.workbook = workbook
    self.choice = choice
  }

  /// The sheet named, else the only one that is visible and fits.
  func found() throws(WorkbookError) -> Found {
    let visible = workbook.sheets.filter(\.isVisible)
    if let name = choice.sheet {
      let meant =
        workbook.sheets.first { $0.name == name }
        ?? workbook.sheets.first { $0.name.trimmed.lowercased() == name.trimmed.lowercased() }
      guard let meant else {
        throw WorkbookError(.unknownSheet(name, sheets: workbook.sheets.map(\.name)))
      }
      return try found(in: meant)
    }
    guard let first = visible.first else { throw WorkbookError(.noSheets) }
    if visible.count == 1 { return try found(in: first) }
    var ranked: [Found] = []
    for sheet in visible {
      if let found = try header(of: sheet), found.fit.needs > 0 { ranked.append(found) }
    }
    let best = ranked.map(\.fit.needs).max()
    let fitting = ranked.filter { $0.fit.needs == best }
    guard fitting.count == 1 else {
      throw WorkbookError(.severalSheets((fitting.isEmpty ? visible : fitting.map(\.rows.sheet)).map(\.name)))
    }
    return try found(in: fitting[0].rows.sheet)
  }

  private func found(in sheet: Sheet) throws(WorkbookError) -> Found {
    guard var found = try header(of: sheet) else {
      throw WorkbookError(choice.headerLine.map { .noHeaderRow($0) } ?? .emptySheet(sheet.name))
    }
    try takeLowerNames(&found)
    return found
  }

  /// The row of the header; nil of a sheet in which nothing stands there.
  private func header(of sheet: Sheet) throws(WorkbookError) -> Found? {
    var search = HeaderSearch(choice)
    let rows = try workbook.rows(of: sheet)
    while try rows.next(), search.look(at: rows.row + 1, Self.names(of: rows).map(\.text)) {}
    guard let line = search.line else { return nil }
    // Rows go forward only.
    let again = try workbook.rows(of: sheet)
    while try again.next() {
      guard again.row + 1 == line else { continue }
      return Found(
        rows: again, row: again.row, firstRow: again.row + 1, names: Self.names(of: again),
        titles: search.titles, fit: search.fit)
    }
    return nil
  }

  private static func names(of rows: RowReader) -> [(column: Int, text: String)] {
    rows.strings.map { ($0.column, $0.text.trimmed) }.filter { !$0.text.isEmpty }
  }

  /// Where headers are merged over several columns, the names of these stand below.
  private func takeLowerNames(_ found: inout Found) throws(WorkbookError) {
    found.isOnRow = try found.rows.next()
    guard found.isOnRow, let first = found.names.first?.column, let last = found.names.last?.column,
      found.names.count <= last - first || found.rows.column(at: found.rows.count - 1) > last
    else { return }
    // They are listed behind all rows, so that they are only looked for where there is a sign of them.
    let merged = try workbook.mergedCells(of: found.rows.sheet, from: found.row)
    let wide = merged.filter { $0.columns.count > 1 }
    let bottom = min(merged.map(\.rows.upperBound).max() ?? found.row, found.row + Self.headerLimit - 1)
    found.firstRow = bottom + 1
    while found.isOnRow {
      let names = Self.names(of: found.rows)
      let isBelow = found.rows.row == found.row + 1 && bottom == found.row && !wide.isEmpty
      guard
        found.rows.row <= bottom
          || isBelow && names.allSatisfy({ name in wide.contains { $0.columns.contains(name.column) } })
      else { return }
      found.firstRow = max(found.firstRow, found.rows.row + 1)
      for name in names {
        found.names.removeAll { $0.column == name.column }
        found.names.append(name)
      }
      found.names.sort { $0.column < $1.column }
      found.isOnRow = try found.rows.next()
    }
  }
}
