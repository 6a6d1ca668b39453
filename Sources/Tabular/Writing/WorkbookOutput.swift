import Workbook

/// Writes rows of CSV, as PostgreSQL's COPY sends them, as the sheet of a workbook.
///
/// The first row is the header. The first rows are kept until they tell how wide the columns are.
public final class WorkbookOutput {
  /// How the values of a column are meant: as text, as numbers, as days.
  public enum Kind: Sendable { case text, number, day }

  private let sink: ByteSink
  private let kinds: [SheetWriter.Kind]
  private var scanner: RecordScanner
  private var first: [[[UInt8]?]] = []
  private var sheet: SheetWriter?
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)

  private static let rowsForWidths = 200
  private static let widths = 6...50

  /// Begins a workbook whose columns are of these kinds; those beyond them are text.
  public init(_ sink: ByteSink, kinds: [Kind] = [], delimiter: Delimiter = .comma) {
    self.sink = sink
    self.kinds = kinds.map { kind in
      switch kind {
      case .text: .text
      case .number: .number
      case .day: .day
      }
    }
    scanner = RecordScanner(delimiter: delimiter)
  }

  deinit {
    buffer.deallocate()
  }

  /// Writes one row.
  ///
  /// Throws ``WritingError``: what a sheet can't hold, and of the output.
  public func write(row: UnsafeRawBufferPointer) throws(WritingError) {
    let fields = fields(of: row)
    guard let sheet else {
      first.append(fields)
      if first.count == Self.rowsForWidths { try begin() }
      return
    }
    try writing { try sheet.write(fields) }
  }

  /// Ends the workbook.
  public func finish() throws(WritingError) {
    if sheet == nil { try begin() }
    try writing { try sheet?.finish() }
  }

  private func begin() throws(WritingError) {
    let count = first.map(\.count).max() ?? 0
    let columns = (0..<count).map { column in
      let widths = first.map { row in
        column < row.count ? DisplayWidth.of(String(decoding: row[column] ?? [], as: UTF8.self)) : 0
      }
      return (
        kind: column < kinds.count ? kinds[column] : .text,
        width: min(max(widths.max() ?? 0, Self.widths.lowerBound), Self.widths.upperBound)
      )
    }
    let rows = first
    first = []
    try writing {
      let sheet = try SheetWriter(columns: columns) { [sink] in try sink.write($0) }
      for row in rows { try sheet.write(row) }
      self.sheet = sheet
    }
  }

  private func writing(_ body: () throws -> Void) throws(WritingError) {
    do {
      try body()
    } catch let error as WorkbookWritingError {
      throw WritingError(file: sink.name, fault: .noSheet(error))
    } catch let error as WritingError {
      throw error
    } catch {
      throw WritingError(file: sink.name, fault: .failed(reason: "\(error)"))
    }
  }

  /// The fields of a row; nil for an empty one.
  private func fields(of row: UnsafeRawBufferPointer) -> [[UInt8]?] {
    // The scanner looks a little beyond the text, where only memory of our own may lie.
    if buffer.count < row.count + TextWindow.slack {
      buffer.deallocate()
      buffer = .allocate(byteCount: 2 * row.count + TextWindow.slack, alignment: 16)
    }
    buffer.copyMemory(from: row)
    guard let base = buffer.baseAddress else { return [] }
    let start = UnsafeRawPointer(base)
    guard case .record = scanner.scan(start, from: 0, to: row.count, isFinal: true) else {
      return [Array(row.withoutLineFeed)]
    }
    let record = Record(scanner, base: start, start: 0, line: 1)
    var fields: [[UInt8]?] = []
    for index in 0..<record.fieldCount {
      let text = record[index]
      fields.append(text.isEmpty ? nil : Array(text))
    }
    return fields
  }
}
