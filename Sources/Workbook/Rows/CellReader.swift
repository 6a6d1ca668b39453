/// Takes in the cells of a row, and halts the parser at its end.
final class CellReader: RowCells, XMLHandler {
  private enum Kind { case number, shared, text, inline, boolean, error, day }

  private let formats: CellFormats
  private let texts: SharedTexts?
  private let parts: WorkbookParts

  private var isInData = false
  private var isHidden = false
  private var column = -1
  private var lastColumn = -1
  private var kind = Kind.number
  private var format = CellFormat.number
  private var hasFormula = false
  private var hasValue = false
  private var isPhonetic = false
  private var isCollecting = false
  private var value: [UInt8] = []

  init(_ sheet: Sheet, formats: CellFormats, texts: SharedTexts?, parts: WorkbookParts) {
    self.formats = formats
    self.texts = texts
    self.parts = parts
    super.init(sheet)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes, _ parser: XMLParser) {
    if name == "c" {
      if isInData { startCell(attributes, parser) }
    } else if name == "v" {
      hasValue = true
      isCollecting = kind != .inline && column >= 0
    } else if name == "t" {
      isCollecting = kind == .inline && !isPhonetic && column >= 0
    } else if name == "f" {
      hasFormula = true
    } else if name == "row" {
      if isInData { startRow(attributes, parser) }
    } else if name == "rPh" {
      isPhonetic = true
    } else if name == "sheetData" {
      isInData = true
    }
  }

  func end(_ name: XMLName, _ parser: XMLParser) {
    if name == "c" {
      if column >= 0 { endCell(parser) }
    } else if name == "v" || name == "t" {
      isCollecting = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "row" {
      if !columns.isEmpty {
        if isHidden { hiddenRows.add(sheet.cell(column: nil, row: row), row: row) }
        parser.halt()
      }
    } else if name == "sheetData" {
      isInData = false
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {
    guard isCollecting else { return }
    value.append(contentsOf: bytes)
    if value.count > WorkbookLimits.cell { fail(.cellTooLong(limit: WorkbookLimits.cell), parser) }
  }

  private func startRow(_ attributes: XMLAttributes, _ parser: XMLParser) {
    let next = attributes["r"].map { $0.number.map { $0 - 1 } ?? -1 } ?? row + 1
    guard next > row, next < WorkbookLimits.rows else {
      return parser.fail(WorkbookError(.damaged(reason: "row \(next + 1) follows row \(row + 1)")))
    }
    row = next
    lastColumn = -1
    isHidden = attributes.isTrue("hidden")
  }

  private func startCell(_ attributes: XMLAttributes, _ parser: XMLParser) {
    column = lastColumn + 1
    if let reference = attributes["r"] {
      guard let place = reference.reference, place.row == row else {
        return fail(.damaged(reason: "a cell that is not in its row"), parser)
      }
      column = place.column
      guard column > lastColumn else { return fail(.damaged(reason: "a cell that stands twice"), parser) }
    }
    guard column < WorkbookLimits.columns else {
      return fail(.damaged(reason: "more than \(WorkbookLimits.columns) columns"), parser)
    }
    lastColumn = column
    format = formats[attributes["s"]?.number]
    kind = attributes["t"].map(Self.kind) ?? .number
    (hasFormula, hasValue, isPhonetic) = (false, false, false)
    value.removeAll(keepingCapacity: true)
  }

  private static func kind(_ type: XMLValue) -> Kind {
    if type == "s" { return .shared }
    if type == "n" { return .number }
    if type == "inlineStr" { return .inline }
    if type == "str" { return .text }
    if type == "b" { return .boolean }
    if type == "e" { return .error }
    return type == "d" ? .day : .text
  }

  private func endCell(_ parser: XMLParser) {
    defer { column = -1 }
    if hasFormula {
      // Programs that compute nothing leave the value out, or write a zero and ask that Excel compute it.
      if !hasValue || kind == .number && (value.isEmpty || parts.isUncomputed && value == [UInt8(ascii: "0")])
      {
        return fail(.notComputed, parser)
      }
      formulas.add(sheet.cell(column: column, row: row), row: row)
    }
    let start = text.count
    switch kind {
    case .shared: appendShared(parser)
    case .text, .inline:
      text.append(contentsOf: value)
      Escapes.resolve(&text, from: start)
    case .error: text.append(contentsOf: value)
    case .boolean: if !value.isEmpty { text.append(contentsOf: (value == [0x31] ? "TRUE" : "FALSE").utf8) }
    case .day: text.append(contentsOf: WrittenDay.text(value).utf8)
    case .number: appendNumber()
    }
    guard text.count > start else { return }
    if text.count > WorkbookLimits.row { return fail(.rowTooLong(limit: WorkbookLimits.row), parser) }
    columns.append(column)
    ends.append(text.count)
  }

  private func appendShared(_ parser: XMLParser) {
    guard !value.isEmpty else { return }
    guard let index = Int(String(decoding: value, as: UTF8.self)), let texts else {
      return fail(.damaged(reason: "a text that is nowhere"), parser)
    }
    do throws(WorkbookError) {
      if try !texts.append(index, to: &text) { fail(.damaged(reason: "a text that is nowhere"), parser) }
    } catch {
      parser.fail(error)
    }
  }

  private func appendNumber() {
    // Most numbers are short, whole, and as they are.
    if format == .number, value.count <= 15, value.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      value.first != 0x30
    {
      return text.append(contentsOf: value)
    }
    guard let number = NumberText(value[...]) else { return text.append(contentsOf: value) }
    switch format {
    case .number, .padded, .percent: text.append(contentsOf: number.text(format).utf8)
    case .day, .time, .moment, .elapsed:
      let moment = SerialDay(number.value, countsFrom1904: parts.countsFrom1904)
      text.append(contentsOf: (moment?.text(format) ?? number.text(.number)).utf8)
    }
  }

  private func fail(_ fault: WorkbookFault, _ parser: XMLParser) {
    parser.fail(WorkbookError(fault, cell: sheet.cell(column: column, row: row)))
  }
}
