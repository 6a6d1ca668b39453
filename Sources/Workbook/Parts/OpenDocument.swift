/// A spreadsheet of LibreOffice (ods): one part holds all sheets, their rows and formats.
struct OpenDocument {
  /// The part.
  static let content = "content.xml"

  /// Whether a zip is one: its first part says so.
  static func isOne(_ archive: ZipArchive) -> Bool {
    archive["mimetype"] != nil && archive[content] != nil || archive["encrypted-package"] != nil
  }

  /// The sheets, in their order.
  let sheets: [Sheet]

  /// Looks through all of it; `stream` unpacks a part of a name, which is nil where there is none.
  init(_ stream: (String) throws(WorkbookError) -> PartStream?) throws(WorkbookError) {
    var isEncrypted = false
    if let manifest = try stream("META-INF/manifest.xml") {
      try XMLElements.each(of: manifest, name: "META-INF/manifest.xml") { name, _ in
        if name == "encryption-data" { isEncrypted = true }
      }
    }
    guard !isEncrypted, let part = try stream(Self.content) else { throw WorkbookError(.encrypted) }
    let reader = SheetLister()
    let parser = try XMLParser(part, name: Self.content, reader)
    let result = withExtendedLifetime(reader) { Result { () throws(WorkbookError) in try parser.finish() } }
    try result.get()
    guard reader.isSpreadsheet else { throw WorkbookError(.otherZip(.openDocument)) }
    sheets = reader.sheets
  }
}

/// Takes in the names of the sheets, and which of them are hidden.
private final class SheetLister: XMLHandler {
  private(set) var sheets: [Sheet] = []
  private(set) var isSpreadsheet = false
  private var style = ""
  private var hiddenStyles: Set<String> = []
  /// How many tables are open: those within a cell are no sheets.
  private var tables = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes, _ parser: XMLParser) {
    if name == "style" {
      style = attributes.string("name") ?? ""
    } else if name == "table-properties" {
      if attributes["display"].map({ $0 == "false" }) == true { hiddenStyles.insert(style) }
    } else if name == "spreadsheet" {
      isSpreadsheet = true
    } else if name == "table" {
      tables += 1
      guard tables == 1, let title = attributes.string("name") else { return }
      let isHidden = attributes.string("style-name").map(hiddenStyles.contains) == true
      sheets.append(
        Sheet(name: title, isVisible: !isHidden, part: OpenDocument.content, table: sheets.count))
    }
  }

  func end(_ name: XMLName, _ parser: XMLParser) {
    if name == "table" { tables -= 1 }
  }

  func text(_ bytes: UnsafeRawBufferPointer, _ parser: XMLParser) {}
}
