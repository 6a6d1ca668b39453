/// A workbook of Excel (xlsx) or LibreOffice (ods), read part by part in flat memory.
///
/// ```swift
/// let workbook = try Workbook(descriptor: file, size: size)
/// let rows = try workbook.rows(of: workbook.sheets[0])
/// ```
/// Zip directory, unpacking by zlib, XML by expat; nothing is ever whole in memory but the directory, the
/// list of sheets and the first of the shared texts. Not `Sendable`: one task reads a file.
public final class Workbook {
  /// The sheets with cells, in their order.
  public let sheets: [Sheet]

  private let archive: ZipArchive
  private let budget = PartStream.Budget()
  /// What a workbook of Excel has beside its sheets; nil of one of LibreOffice.
  private let excel: (parts: WorkbookParts, formats: CellFormats)?
  private let textsInMemory: Int
  private lazy var texts = Result { () throws(WorkbookError) in try readTexts() }

  /// Opens a workbook of `size` bytes by a descriptor, which must be of a file, not a pipe, and is not kept.
  public convenience init(descriptor: Int32, size: Int) throws(WorkbookError) {
    try self.init(descriptor: descriptor, size: size, textsInMemory: WorkbookLimits.textsInMemory)
  }

  /// As above, with a limit that tests make small.
  init(descriptor: Int32, size: Int, textsInMemory: Int) throws(WorkbookError) {
    self.textsInMemory = textsInMemory
    let archive = try ZipArchive(FileBytes(descriptor: descriptor, size: size))
    self.archive = archive
    if archive["EncryptedPackage"] != nil { throw WorkbookError(.encrypted) }
    let budget = budget
    let stream = { (name: String) throws(WorkbookError) -> PartStream? in
      guard let entry = archive[name] else { return nil }
      return try PartStream(archive, entry, budget: budget)
    }
    if OpenDocument.isOne(archive) {
      sheets = try OpenDocument(stream).sheets
      excel = nil
      return
    }
    guard archive["[Content_Types].xml"] != nil || archive["xl/workbook.xml"] != nil else {
      throw WorkbookError(.otherZip(try archive.kind()))
    }
    let kind = try archive.kind()
    if kind != .archive { throw WorkbookError(.otherZip(kind)) }
    let parts = try WorkbookParts(stream)
    let styles = try parts.styles.flatMap { name throws(WorkbookError) in
      try stream(name).map { part throws(WorkbookError) in try CellFormats(part, name: name) }
    }
    sheets = parts.sheets
    excel = (parts, styles ?? CellFormats())
  }

  /// The rows of a sheet, from its first.
  public func rows(of sheet: Sheet) throws(WorkbookError) -> RowReader {
    guard let excel else { return try RowReader(part(of: sheet), OpenCellReader(sheet)) }
    return try RowReader(
      part(of: sheet), CellReader(sheet, formats: excel.formats, texts: texts.get(), parts: excel.parts))
  }

  /// The merged cells of a sheet that begin in a row; a sheet names them behind all its rows.
  public func mergedCells(of sheet: Sheet, from row: Int) throws(WorkbookError) -> [MergedCells] {
    guard excel != nil else {
      let cells = OpenCellReader(sheet)
      let rows = try RowReader(part(of: sheet), cells)
      while try rows.next(), rows.row < row {}
      return rows.row == row ? cells.merged : []
    }
    var merged: [MergedCells] = []
    try XMLElements.each(of: part(of: sheet), name: sheet.part) { name, attributes in
      guard name == "mergeCell", let cells = attributes.string("ref").flatMap(MergedCells.init),
        cells.rows.lowerBound == row
      else { return }
      merged.append(cells)
    }
    return merged
  }

  /// Hands out the bytes of the part that holds a sheet, piece by piece.
  public func readPart(of sheet: Sheet, _ body: (UnsafeRawBufferPointer) -> Void) throws(WorkbookError) {
    let part = try part(of: sheet)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try part.read(into: buffer)
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private func part(of sheet: Sheet) throws(WorkbookError) -> PartStream {
    guard let entry = archive[sheet.part] else {
      throw ZipArchive.damaged("it has no part \(sheet.part)")
    }
    return try PartStream(archive, entry, budget: budget)
  }

  private func readTexts() throws(WorkbookError) -> SharedTexts? {
    guard let name = excel?.parts.texts, let entry = archive[name] else { return nil }
    return try SharedTexts(
      PartStream(archive, entry, budget: budget), name: name, limit: textsInMemory)
  }
}
