/// Writes a workbook of one sheet to a stream, row by row, in flat memory.
///
/// The header is frozen and has filters. A text is a cell of text, never a formula; columns of text stay so
/// where somebody types into them, so that codes and document numbers keep their zeros.
public final class SheetWriter {
  /// How the values of a column are meant.
  public enum Kind: Sendable { case text, number, day }

  /// The most rows of a sheet, the header among them.
  public static let rowLimit = 1_048_576
  /// The most UTF-16 units of a cell.
  public static let cellLimit = 32_767

  private let zip: ZipWriter
  private let kinds: [Kind]
  private let letters: [[UInt8]]
  private var row = 0
  private var xml: [UInt8] = []

  /// Begins a workbook; a column has its kind, and its width in characters.
  public init(
    columns: [(kind: Kind, width: Int)], _ output: @escaping (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    guard columns.count <= WorkbookLimits.columns else { throw WorkbookWritingError.tooManyColumns }
    kinds = columns.map(\.kind)
    letters = columns.indices.map { Array(Sheet.letters(ofColumn: $0).utf8) }
    zip = try ZipWriter(output)
    for (name, text) in Self.parts {
      try zip.begin(name)
      try zip.add(Array((Self.declaration + text).utf8))
      try zip.end()
    }
    try zip.begin("xl/worksheets/sheet1.xml")
    let widths = columns.enumerated().map { index, column in
      """
      <col min="\(index + 1)" max="\(index + 1)" width="\(column.width + 2)" customWidth="1" \
      style="\(Style(column.kind).rawValue)"/>
      """
    }
    add(
      Self.declaration + """
        <worksheet xmlns="\(Self.main)"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" \
        topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
        \(widths.isEmpty ? "" : "<cols>\(widths.joined())</cols>")<sheetData>
        """)
  }

  /// Writes the next row, of which the first is the header; nil is no cell.
  public func write(_ fields: [[UInt8]?]) throws {
    row += 1
    guard row <= Self.rowLimit else { throw WorkbookWritingError.tooManyRows }
    add("<row r=\"\(row)\">")
    for (index, field) in fields.enumerated() where index < kinds.count {
      guard let field else { continue }
      try write(field, index)
    }
    add("</row>")
    if xml.count >= 1 << 16 { try flush() }
  }

  /// Ends the workbook.
  public func finish() throws {
    let filter =
      row == 0 || kinds.isEmpty
      ? "" : "<autoFilter ref=\"A1:\(Sheet.letters(ofColumn: kinds.count - 1))\(row)\"/>"
    add("</sheetData>\(filter)</worksheet>")
    try flush()
    try zip.end()
    try zip.finish()
  }

  private func write(_ field: [UInt8], _ index: Int) throws {
    xml += "<c r=\"".utf8
    xml += letters[index]
    let kind = row == 1 ? Kind.text : kinds[index]
    if kind == .number, CellValue.isNumber(field) {
      add("\(row)\" s=\"\(Style.number.rawValue)\"><v>")
      xml += field
      xml += "</v></c>".utf8
    } else if kind == .day, let serial = CellValue.serial(field) {
      add("\(row)\" s=\"\(Style.day.rawValue)\"><v>\(serial)</v></c>")
    } else {
      if field.count > Self.cellLimit, String(decoding: field, as: UTF8.self).utf16.count > Self.cellLimit {
        throw WorkbookWritingError.textTooLong(cell: "\(Sheet.letters(ofColumn: index))\(row)")
      }
      let style = row == 1 ? Style.header : CellValue.isEastAsian(field) ? .eastAsian : .text
      add("\(row)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
      CellValue.appendEscaped(field, to: &xml)
      xml += "</t></is></c>".utf8
    }
  }

  private func add(_ text: String) { xml += text.utf8 }

  private func flush() throws {
    try zip.add(xml)
    xml.removeAll(keepingCapacity: true)
  }
}

extension SheetWriter {
  /// The formats of cells, in the order of the part of styles.
  private enum Style: Int {
    case number, text, day, header, eastAsian

    init(_ kind: Kind) {
      self =
        switch kind {
        case .text: .text
        case .number: .number
        case .day: .day
        }
    }
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let parts = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(package)/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
      ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(kind).sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(kind).worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="\(kind).styles+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" \
      Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets>\
      <sheet name="Luban" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(office)/worksheet" \
      Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="\(office)/styles" Target="styles.xml"/>\
      </Relationships>
      """
    ),
    (
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(main)"><numFmts count="1">\
      <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
      <fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
      <font><sz val="11"/><name val="Microsoft YaHei"/><family val="2"/><charset val="134"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills><borders count="1">\
      <border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
      <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
      </cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
      """
    ),
  ]
}
