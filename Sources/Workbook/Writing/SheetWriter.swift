/// Writes a workbook of one or several sheets of rows to a stream, row by row, in flat memory.
///
/// The header is frozen and has filters. A text is a cell of text, never a formula; columns of text stay so
/// where somebody types into them, so that codes and document numbers keep their zeros. The values that
/// columns may have stand on a second sheet, and are offered in their cells.
public final class SheetWriter {
  /// How the values of a column are meant.
  public enum Kind: Sendable { case text, number, day }

  /// A column.
  public struct Column: Sendable {
    /// How its values are meant.
    public let kind: Kind
    /// Its width in characters.
    public let width: Int
    /// The values that it may have, where these are known.
    public let values: ValueList?

    /// A column.
    public init(_ kind: Kind, width: Int, values: ValueList? = nil) {
      (self.kind, self.width, self.values) = (kind, width, values)
    }
  }

  /// The most rows of a sheet, the header among them.
  public static let rowLimit = 1_048_576
  /// The most UTF-16 units of a cell.
  public static let cellLimit = 32_767

  /// Told the bytes of the parts that hold sheets, as they are written.
  public var watch: ((UnsafeRawBufferPointer) -> Void)?

  private let zip: ZipWriter
  private var columns: [Column]
  private var lists: [ValueList] = []
  /// The names of the sheets, of a workbook of several, whose parts are listed in the end.
  private var names: [String] = []
  private var letters: [[UInt8]]
  private var kinds: [Kind]
  private var row = 0
  private var isBegun = false
  /// The number of the row, as it stands in its cells.
  private var digits: [UInt8] = []
  private var xml: [UInt8] = []

  /// Begins a workbook.
  public init(columns: [Column], _ output: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
    guard columns.count <= WorkbookLimits.columns else { throw WorkbookWritingError.tooManyColumns }
    self.columns = columns
    kinds = columns.map(\.kind)
    letters = []
    zip = try ZipWriter(output)
    add(lists: columns)
    try write(partsOf: ["Luban"])
    try begin(sheet: 1, widths: columns.map(\.width))
  }

  /// Begins a workbook of several sheets, each of which ``begin(_:columns:)`` begins.
  public init(_ output: @escaping (UnsafeRawBufferPointer) throws -> Void) throws {
    (columns, kinds, letters) = ([], [], [])
    zip = try ZipWriter(output)
  }

  /// Begins the next sheet, whose first row is its header.
  public func begin(_ name: String, columns: [Column]) throws {
    guard columns.count <= WorkbookLimits.columns else { throw WorkbookWritingError.tooManyColumns }
    try endSheet()
    names.append(name)
    self.columns = columns
    kinds = columns.map(\.kind)
    row = 0
    add(lists: columns)
    try begin(sheet: names.count, widths: columns.map(\.width))
  }

  private func add(lists columns: [Column]) {
    for case let list? in columns.map(\.values) where !list.rows.isEmpty && !lists.contains(list) {
      lists.append(list)
    }
  }

  /// What tells of the sheets, and of that of the lists behind them.
  private func write(partsOf sheets: [String]) throws {
    for (name, text) in SheetPart.all(sheets: sheets + lists.prefix(1).map(\.sheet)) {
      try zip.begin(name)
      try zip.add(Array((SheetPart.declaration + text).utf8))
      try zip.end()
    }
  }

  /// Writes the next row, of which the first is the header; nil is no cell.
  ///
  /// - Parameter marked: the columns, from 0, whose cells stand on a ground of color.
  public func write(_ fields: [[UInt8]?], marked: Set<Int> = []) throws {
    row += 1
    guard row <= Self.rowLimit else { throw WorkbookWritingError.tooManyRows }
    digits = Array("\(row)".utf8)
    add("<row r=\"\(row)\">")
    guard fields.count <= WorkbookLimits.columns else { throw WorkbookWritingError.tooManyColumns }
    while letters.count < fields.count { letters.append(Array(Sheet.letters(ofColumn: letters.count).utf8)) }
    for (index, field) in fields.enumerated() {
      let mark = marked.contains(index) ? SheetStyle.marked : 0
      if let field {
        try write(field, index, mark)
      } else if mark > 0 {
        begin(cell: index, style: SheetStyle.of(kind(of: index)) + mark)
        xml += "/>".utf8
      }
    }
    add("</row>")
    if xml.count >= 1 << 16 { try flush() }
  }

  /// Ends the workbook.
  public func finish() throws {
    let count = max(names.count, 1)
    try endSheet()
    if !lists.isEmpty {
      let widths = [20, 20] + lists[0].heading.dropFirst(2).map { _ in 40 }
      kinds = widths.map { _ in .text }
      row = 0
      try begin(sheet: count + 1, widths: widths)
      for row in ValueList.rows(of: lists) { try write(row) }
      try end(validations: "")
    }
    if !names.isEmpty { try write(partsOf: names) }
    try zip.finish()
  }

  /// Ends the sheet that was begun, if one was.
  public func endSheet() throws {
    if isBegun { try end(validations: ValueList.validations(of: columns.map(\.values), among: lists)) }
    isBegun = false
  }

  private func begin(sheet number: Int, widths: [Int]) throws {
    isBegun = true
    try zip.begin(SheetPart.name(ofSheet: number))
    let columns = widths.enumerated().map { index, width in
      """
      <col min="\(index + 1)" max="\(index + 1)" width="\(width + 2)" customWidth="1" \
      style="\(SheetStyle.of(kinds[index]))"/>
      """
    }
    add(
      SheetPart.declaration + """
        <worksheet xmlns="\(SheetPart.main)"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" \
        topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
        \(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")<sheetData>
        """)
  }

  private func end(validations: String) throws {
    let filter =
      row == 0 || kinds.isEmpty
      ? "" : "<autoFilter ref=\"A1:\(Sheet.letters(ofColumn: kinds.count - 1))\(row)\"/>"
    add("</sheetData>\(filter)\(validations)</worksheet>")
    try flush()
    try zip.end()
  }

  private func write(_ field: [UInt8], _ index: Int, _ mark: Int) throws {
    let kind = row == 1 ? Kind.text : kind(of: index)
    if kind == .number, CellValue.isNumber(field) {
      begin(cell: index, style: SheetStyle.number + mark)
      xml += "><v>".utf8
      xml += field
      xml += "</v></c>".utf8
    } else if kind == .day, let serial = CellValue.serial(field) {
      begin(cell: index, style: SheetStyle.day + mark)
      add("><v>\(serial)</v></c>")
    } else {
      if field.count > Self.cellLimit, String(decoding: field, as: UTF8.self).utf16.count > Self.cellLimit {
        throw WorkbookWritingError.textTooLong(cell: "\(Sheet.letters(ofColumn: index))\(row)")
      }
      let isClosed = mark == 0 && row > 1 && field.elementsEqual("—".utf8)
      begin(cell: index, style: isClosed ? SheetStyle.closed : style(ofText: field, kind) + mark)
      xml += " t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
      CellValue.appendEscaped(field, to: &xml)
      xml += "</t></is></c>".utf8
    }
  }

  private func kind(of index: Int) -> Kind { index < kinds.count ? kinds[index] : .text }

  private func style(ofText field: [UInt8], _ kind: Kind) -> Int {
    if row == 1 { return SheetStyle.header }
    // Who corrects what is no day yet types a day.
    if kind == .day { return SheetStyle.day }
    return CellValue.isEastAsian(field) ? SheetStyle.eastAsian : SheetStyle.text
  }

  private func begin(cell index: Int, style: Int) {
    xml += "<c r=\"".utf8
    xml += letters[index]
    xml += digits
    xml += Self.styles[style]
  }

  private static let styles = SheetStyle.all.map { Array("\" s=\"\($0)\"".utf8) }

  private func add(_ text: String) { xml += text.utf8 }

  private func flush() throws {
    if let watch { xml.withUnsafeBytes(watch) }
    try zip.add(xml)
    xml.removeAll(keepingCapacity: true)
  }
}
