import Workbook

/// A sheet of a workbook as lines of CSV, a line a row: what follows reads it as it reads a file of CSV.
///
/// The header is the row that serves as one, so that titles may stand above it. Columns without a name
/// are left out; a value in one makes a field too many, and ``strayColumn(ofLine:)`` tells where it stands.
public final class SheetText {
  private let sheet: Sheet
  /// Its name.
  public var name: String { sheet.name }
  /// The row of the header, from 1.
  public let headerLine: Int
  /// The row after the header, from 1.
  public let firstLine: Int
  /// What stands above the header.
  public let titles: [TitleLine]

  private let source: ByteSource
  private let file: WholeFile
  private let rows: RowReader
  /// The column of the sheet of each column of the text.
  private let columns: [Int]
  /// Where each column of the sheet stands in the text; nil for one without a name.
  private let positions: [Int?]
  /// The next row that the text has not reached, from 0.
  private var next: Int
  /// Whether the reader stands on a row that is not written yet.
  private var isPending: Bool
  /// The first value without a header of each line that has one, until the line is asked for.
  private var strays: [Int: String] = [:]
  private var output: [UInt8] = []
  private var served = 0

  /// Opens the sheet that is meant; nil where the file is no workbook.
  init?(_ source: ByteSource, _ choice: TableChoice) throws(ReadingError) {
    guard source.prefix.starts(with: Self.magic) else {
      if source.prefix.starts(with: CompoundFile.magic) {
        let file = try source.whole()
        if try source.reading({ () throws(WorkbookError) in
          try CompoundFile.isEncrypted(file.descriptor, size: file.size)
        }) {
          throw ReadingError(file: source.name, fault: .workbook(.encrypted))
        }
      }
      if choice.sheet != nil, FileKind(prefix: source.prefix) == nil {
        throw ReadingError(file: source.name, fault: .pointlessOption("sheet", isWorkbook: false))
      }
      return nil
    }
    self.source = source
    let file = try source.whole()
    self.file = file
    let found = try source.reading { () throws(WorkbookError) in
      try SheetFinder(Workbook(descriptor: file.descriptor, size: file.size), choice).found()
    }
    sheet = found.rows.sheet
    rows = found.rows
    titles = found.titles
    headerLine = found.row + 1
    firstLine = found.firstRow + 1
    next = found.firstRow
    isPending = found.isOnRow
    columns = found.names.map(\.column)
    var positions = [Int?](repeating: nil, count: (columns.last ?? 0) + 1)
    for (position, column) in columns.enumerated() { positions[column] = position }
    self.positions = positions
    Self.append(found.names.map { Array($0.text.utf8) }, to: &output)
  }

  /// What every zip begins with.
  static let magic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Packed bytes of the sheet read so far.
  var bytesRead: Int { rows.bytesRead }

  /// Packed bytes of the sheet.
  var size: Int { rows.size }

  /// The name of a cell, as in `Students!D17`; the column, from 0, is one of the text, the line one of the
  /// sheet.
  public func cell(column: Int?, line: Int) -> String {
    sheet.cell(column: column.map { columns[$0] }, row: line - 1)
  }

  /// The name of a cell by the letters of its column.
  public func cell(letters: String, line: Int) -> String { sheet.cell(letters: letters, row: line - 1) }

  /// The letters of the first column without a name in which a line has a value; told once.
  public func strayColumn(ofLine line: Int) -> String? {
    strays.isEmpty ? nil : strays.removeValue(forKey: line)
  }

  /// The formulas read so far.
  public var formulas: CellTally { rows.formulas }

  /// The hidden rows read so far.
  public var hiddenRows: CellTally { rows.hiddenRows }

  /// Writes some bytes of the text to `buffer`; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    if served == output.count {
      output.removeAll(keepingCapacity: true)
      served = 0
      while output.count < buffer.count, try writeRow() {}
      if output.isEmpty { try source.checkUnchanged() }
    }
    let piece = output[served...].prefix(buffer.count)
    buffer.copyBytes(from: piece)
    served += piece.count
    return piece.count
  }

  /// Adds the next row to the output, and the blank ones before it; false at the end.
  private func writeRow() throws(ReadingError) -> Bool {
    if !isPending {
      guard try source.reading({ () throws(WorkbookError) in try rows.next() }) else { return false }
    }
    isPending = false
    output.append(contentsOf: repeatElement(Byte.lineFeed, count: rows.row - next))
    next = rows.row + 1
    var position = 0
    var extra: [Int] = []
    for index in 0..<rows.count {
      let column = rows.column(at: index)
      guard column < positions.count, let target = positions[column] else {
        extra.append(index)
        continue
      }
      output.append(contentsOf: repeatElement(Byte.comma, count: target - position))
      position = target
      appendField(index)
    }
    output.append(contentsOf: repeatElement(Byte.comma, count: columns.count - 1 - position))
    if let first = extra.first { strays[rows.row + 1] = Sheet.letters(ofColumn: rows.column(at: first)) }
    for index in extra {
      output.append(Byte.comma)
      appendField(index)
    }
    output.append(Byte.lineFeed)
    return true
  }

  private func appendField(_ index: Int) {
    rows.withText(at: index) { Self.append($0, to: &output) }
  }

  private static func append(_ fields: [[UInt8]], to output: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output.append(Byte.comma) }
      field.withUnsafeBytes { append($0, to: &output) }
    }
    output.append(Byte.lineFeed)
  }

  private static func append(_ text: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    let needsQuotes = text.contains {
      $0 == Byte.quote || $0 == Byte.comma || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
    }
    guard needsQuotes else { return output.append(contentsOf: text) }
    output.append(Byte.quote)
    for byte in text {
      if byte == Byte.quote { output.append(byte) }
      output.append(byte)
    }
    output.append(Byte.quote)
  }
}
