/// The formats of the cells of a workbook, by the number that a cell names.
struct CellFormats {
  private var formats: [CellFormat] = []

  /// All cells are numbers where a workbook has no styles.
  init() {}

  init(_ stream: PartStream, name: String) throws(WorkbookError) {
    var codes: [Int: CellFormat] = [:]
    var list: [CellFormat] = []
    var isListing = false
    try XMLElements.each(of: stream, name: name) { element, attributes in
      if element == "numFmt" {
        guard let id = attributes["numFmtId"]?.number, let code = attributes.string("formatCode") else {
          return
        }
        codes[id] = CellFormat(code: code)
      } else if element == "xf" {
        guard isListing, list.count < 1 << 16 else { return }
        let id = attributes["numFmtId"]?.number ?? 0
        list.append(codes[id] ?? CellFormat(builtIn: id))
      } else if element == "cellXfs" {
        isListing = true
      } else if element == "cellStyleXfs" {
        isListing = false
      }
    }
    formats = list
  }

  subscript(index: Int?) -> CellFormat {
    guard let index, index < formats.count else { return .number }
    return formats[index]
  }
}
