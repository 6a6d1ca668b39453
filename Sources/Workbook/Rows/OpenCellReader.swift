/// Takes in the cells of a row of a spreadsheet of LibreOffice, and halts the parser at its end.
///
/// Rows and cells that are alike stand there once, with how often; a row in which nothing stands is counted.
final class OpenCellReader: RowCells, XMLHandler {
  /// The cells made one that begin in the row.
  private(set) var merged: [MergedCells] = []

  /// How many sheets have begun, how many tables are open.
  private var (sheets, tables) = (0, 0)
  /// How deep the parser is in what is no text of its cell, as a note on it.
  private var besideDepth = 0
  private var nextRow = 0
  private var rowCount = 1
  private var isHidden = false
  private var nextColumn = 0
  private var columnCount = 1
  private var isCovered = false
  private var isInCell = false
  private var isInParagraph = false
  private var hasFormula = false
  private var isError = false
  private var kind: [UInt8] = []
  private var value: [UInt8]?
  private var shown: [UInt8] = []

  private var isOpen: Bool { tables == 1 && sheets == (sheet.table ?? 0) + 1 && besideDepth == 0 }

  func start(_ name: XMLName, _ attributes: XMLAttributes, _ parser: XMLParser) {
    if besideDepth > 0 || Self.isBeside(name) {
      besideDepth += 1
    } else if name == "table" {
      tables += 1
      if tables == 1 { sheets += 1 }
    } else if !isOpen {
      return
    } else if name == "p" {
      if !shown.isEmpty { shown.append(UInt8(ascii: "\n")) }
      isInParagraph = true
    } else if name == "s" {
      let count = min(attributes["c"]?.number ?? 1, WorkbookLimits.cell)
      shown.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    } else if name == "tab" || name == "line-break" {
      shown.append(name == "tab" ? UInt8(ascii: "\t") : UInt8(ascii: "\n"))
    } else if name == "table-cell" || name == "covered-table-cell" {
      startCell(attributes, isCovered: name == "covered-table-cell", parser)
    } else if name == "table-row" {
      startRow(attributes)
    }
  }

  func end(_ name: XMLName, _ parser: XMLParser) {
    if besideDepth > 0 {
      besideDepth -= 1
    } else if name == "table" {
      tables -= 1
    } else if !isOpen {
      return
    } else if name == "p" {
      isInParagraph = false
    } else if name == "table-cell" || name == "covered-table-cell" {
      endCell(parser)
    } else if name == "table-row" {
      endRow(parser)
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard isInParagraph, isInCell, isOpen else { return }
    for byte in bytes {
      // Blanks and line ends of the XML are one blank.
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank { shown.append(byte) } else if shown.last != 0x20 { shown.append(0x20) }
    }
    if shown.count > WorkbookLimits.cell { fail(.cellTooLong(limit: WorkbookLimits.cell), parser) }
  }

  /// Notes, drawings, readings above signs, and what was there before changes that are kept.
  private static func isBeside(_ name: XMLName) -> Bool {
    name == "annotation" || name == "frame" || name == "shapes" || name == "ruby-text"
      || name == "tracked-changes"
  }

  private func startRow(_ attributes: XMLAttributes) {
    row = nextRow
    rowCount = max(1, attributes["number-rows-repeated"]?.number ?? 1)
    isHidden = attributes["visibility"].map { !($0 == "visible") } == true
    nextColumn = 0
    merged.removeAll()
  }

  private func endRow(_ parser: XMLParser) {
    nextRow += rowCount
    guard !columns.isEmpty else { return }
    guard nextRow <= WorkbookLimits.rows else {
      return fail(.damaged(reason: "more than \(WorkbookLimits.rows) rows"), parser)
    }
    repeats = rowCount - 1
    if isHidden { hiddenRows.add(sheet.cell(column: nil, row: row), row: row) }
    parser.halt()
  }

  private func startCell(_ attributes: XMLAttributes, isCovered: Bool, _ parser: XMLParser) {
    self.isCovered = isCovered
    isInCell = true
    columnCount = max(1, attributes["number-columns-repeated"]?.number ?? 1)
    hasFormula = attributes["formula"] != nil
    isError = attributes[exactly: "calcext:value-type"].map { $0 == "error" } == true
    kind = attributes[exactly: "office:value-type"]?.bytes ?? []
    let name: StaticString =
      switch kind {
      case Self.date: "office:date-value"
      case Self.time: "office:time-value"
      case Self.boolean: "office:boolean-value"
      case Self.string: "office:string-value"
      default: "office:value"
      }
    value = attributes[exactly: name]?.bytes
    shown.removeAll(keepingCapacity: true)
    let width = attributes["number-columns-spanned"]?.number ?? 1
    let height = attributes["number-rows-spanned"]?.number ?? 1
    if width > 1 || height > 1, width < WorkbookLimits.columns, height < WorkbookLimits.rows {
      merged.append(
        MergedCells(
          columns: nextColumn...(nextColumn + max(width, 1) - 1), rows: row...(row + max(height, 1) - 1)))
    }
  }

  private static let date = Array("date".utf8)
  private static let time = Array("time".utf8)
  private static let boolean = Array("boolean".utf8)
  private static let string = Array("string".utf8)
  private static let percentage = Array("percentage".utf8)

  private func endCell(_ parser: XMLParser) {
    let column = nextColumn
    nextColumn += columnCount
    isInCell = false
    guard !isCovered else { return }
    if hasFormula {
      if kind.isEmpty, shown.isEmpty { return fail(.notComputed, parser, column) }
      formulas.add(sheet.cell(column: column, row: row), row: row)
    }
    let written = written
    guard !written.isEmpty else { return }
    if written.count > WorkbookLimits.cell {
      return fail(.cellTooLong(limit: WorkbookLimits.cell), parser, column)
    }
    guard nextColumn <= WorkbookLimits.columns else {
      return fail(.damaged(reason: "more than \(WorkbookLimits.columns) columns"), parser, column)
    }
    guard text.count + written.count * columnCount <= WorkbookLimits.row else {
      return fail(.rowTooLong(limit: WorkbookLimits.row), parser, column)
    }
    for column in column..<nextColumn {
      text.append(contentsOf: written)
      columns.append(column)
      ends.append(text.count)
    }
  }

  /// What the cell says, as a table holds it.
  private var written: [UInt8] {
    guard let value, !isError else { return shown }
    switch kind {
    case Self.string: return value.isEmpty ? shown : value
    case Self.boolean: return Array((value == Array("true".utf8) ? "TRUE" : "FALSE").utf8)
    // A time that the cell does not show is no part of a day.
    case Self.date:
      return Array(
        WrittenDay.text(
          shown.contains(UInt8(ascii: ":")) ? value : Array(value.prefix { $0 != UInt8(ascii: "T") })
        ).utf8)
    case Self.time: return Array(WrittenDay.clock(value).utf8)
    default:
      // Zeros in front are only shown.
      if shown.first == 0x30, shown.count > 1, shown.allSatisfy({ (0x30...0x39).contains($0) }),
        shown.drop(while: { $0 == 0x30 }).elementsEqual(value == [0x30] ? [] : value)
      {
        return shown
      }
      return NumberText(value[...]).map { Array($0.text(kind == Self.percentage ? .percent : .number).utf8) }
        ?? value
    }
  }

  private func fail(_ fault: WorkbookFault, _ parser: XMLParser, _ column: Int? = nil) {
    parser.fail(WorkbookError(fault, cell: sheet.cell(column: column ?? nextColumn, row: row)))
  }
}
