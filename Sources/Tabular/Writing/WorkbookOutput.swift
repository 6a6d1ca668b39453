import Workbook

/// The values that a column of a workbook may have, and what they mean.
public typealias ValueList = SheetWriter.ValueList

/// Writes rows of CSV, as PostgreSQL's COPY sends them, as the sheets of a workbook.
///
/// The first row is the header. The first rows are kept until they tell how wide the columns are.
public final class WorkbookOutput {
  /// How the values of a column are meant: as text, as numbers, as days.
  public typealias Kind = SheetWriter.Kind

  /// A column: how its values are meant, and which it may have, where these are known.
  public struct Column: Sendable {
    let kind: Kind
    let values: ValueList?

    /// A column.
    public init(_ kind: Kind = .text, values: ValueList? = nil) {
      (self.kind, self.values) = (kind, values)
    }
  }

  private let sink: ByteSink
  private var columns: [Column]
  /// The name of the sheet, in a workbook of several, and what writes them all.
  private var name: String?
  private var book: SheetWriter?
  private let reader: FieldReader
  private var first: [(fields: [[UInt8]?], marked: Set<Int>)] = []
  private var sheet: SheetWriter?

  /// Whether it is a workbook of several sheets.
  public var isBook: Bool { book != nil }

  /// The SHA-256 of the part that holds the sheet, of a workbook of several.
  private var hash = SHA256()

  /// How many rows the sheet has so far, with its header.
  public private(set) var rowCount = 0

  private static let rowsForWidths = 200
  private static let widths = 6...50

  /// Begins a workbook with these columns; those beyond them are text.
  public init(_ sink: ByteSink, columns: [Column] = [], delimiter: Delimiter = .comma) {
    self.sink = sink
    self.columns = columns
    reader = FieldReader(delimiter: delimiter)
  }

  /// Begins a workbook of several sheets, each of which ``begin(_:columns:)`` begins.
  public init(bookOf sink: ByteSink) throws(WritingError) {
    self.sink = sink
    columns = []
    reader = FieldReader(delimiter: .comma)
    try writing { book = try SheetWriter { [sink] in try sink.write($0) } }
    book?.watch = { [unowned self] in hash.update($0) }
  }

  /// Begins the next sheet.
  public func begin(_ name: String, columns: [Column]) throws(WritingError) {
    if self.name != nil, sheet == nil { try begin() }
    (self.name, self.columns, sheet, rowCount, hash) = (name, columns, nil, 0, SHA256())
  }

  /// Ends the sheet, in a workbook of several.
  ///
  /// - Returns: the SHA-256 of the part that holds it, which ``SheetNames/sha256(ofFirstIn:)`` tells again.
  public func endSheet() throws(WritingError) -> String {
    if sheet == nil { try begin() }
    try writing { try book?.endSheet() }
    return hash.hexadecimal
  }

  /// Writes one row.
  ///
  /// Throws ``WritingError``: what a sheet can't hold, and of the output.
  public func write(row: UnsafeRawBufferPointer) throws(WritingError) { try write(fields(of: row)) }

  /// Writes the fields of a row; nil for an empty one.
  ///
  /// - Parameter marked: the columns, from 0, whose cells stand on a ground of color.
  public func write(_ fields: [[UInt8]?], marked: Set<Int> = []) throws(WritingError) {
    rowCount += 1
    guard let sheet else {
      first.append((fields, marked))
      if first.count == Self.rowsForWidths { try begin() }
      return
    }
    try writing { try sheet.write(fields, marked: marked) }
  }

  /// Ends the workbook.
  public func finish() throws(WritingError) {
    if sheet == nil, book == nil || name != nil { try begin() }
    try writing { try (sheet ?? book)?.finish() }
  }

  private func begin() throws(WritingError) {
    let count = first.map(\.fields.count).max() ?? 0
    let sized = (0..<count).map { index in
      let widths = first.map { row in
        index < row.fields.count
          ? DisplayWidth.of(String(decoding: row.fields[index] ?? [], as: UTF8.self)) : 0
      }
      let column = index < columns.count ? columns[index] : Column()
      return SheetWriter.Column(
        column.kind, width: min(max(widths.max() ?? 0, Self.widths.lowerBound), Self.widths.upperBound),
        values: column.values)
    }
    let rows = first
    first = []
    try writing {
      let sheet = try book ?? SheetWriter(columns: sized) { [sink] in try sink.write($0) }
      if let name { try sheet.begin(name, columns: sized) }
      for row in rows { try sheet.write(row.fields, marked: row.marked) }
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

  /// The fields of a row of CSV; nil for an empty one.
  public func fields(of row: UnsafeRawBufferPointer) -> [[UInt8]?] { reader.fields(of: row) }
}
