/// Reads the rows of a sheet in which something stands, one after another, in flat memory.
///
/// ```swift
/// let rows = try workbook.rows(of: sheet)
/// while try rows.next() { … rows.text(at: 0) … }
/// ```
/// The texts of the cells are what a table holds: days in ISO 8601, numbers written out, formulas by value.
public final class RowReader {
  /// The sheet.
  public let sheet: Sheet
  private let stream: PartStream
  private let cells: RowCells
  private let parser: XMLParser
  private var textLeft = WorkbookLimits.total

  init(_ stream: PartStream, _ cells: any RowCells & XMLHandler) throws(WorkbookError) {
    sheet = cells.sheet
    self.stream = stream
    self.cells = cells
    parser = try XMLParser(stream, name: sheet.part, cells)
  }

  /// The number of the row, from 0.
  public var row: Int { cells.row }

  /// How many cells of the row hold something.
  public var count: Int { cells.columns.count }

  /// Packed bytes of the sheet read so far.
  public var bytesRead: Int { stream.packedBytesRead }

  /// Packed bytes of the sheet.
  public var size: Int { stream.packedSize }

  /// The formulas met so far, which were taken by their last value.
  public var formulas: CellTally { cells.formulas }

  /// The hidden rows met so far, which were taken like others.
  public var hiddenRows: CellTally { cells.hiddenRows }

  /// Goes to the next row in which something stands; false at the end.
  public func next() throws(WorkbookError) -> Bool {
    if cells.repeats > 0 {
      cells.repeats -= 1
      cells.row += 1
    } else {
      cells.begin()
      guard try parser.advance() else { return false }
    }
    textLeft -= cells.text.count
    guard textLeft >= 0 else { throw WorkbookError(.tooLarge(limit: WorkbookLimits.total)) }
    return true
  }

  /// The column, from 0, of a cell that holds something, counted from 0.
  public func column(at index: Int) -> Int { cells.columns[index] }

  /// The text of a cell that holds something, counted from 0, in UTF-8.
  public func withText<R>(at index: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    let start = index == 0 ? 0 : cells.ends[index - 1]
    return cells.text.withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[start..<cells.ends[index]]))
    }
  }

  /// The texts of the row as strings, with their columns.
  public var strings: [(column: Int, text: String)] {
    (0..<count).map { index in
      (column(at: index), withText(at: index) { String(decoding: $0, as: UTF8.self) })
    }
  }
}

/// How often something was met, and where first.
public struct CellTally: Equatable, Sendable {
  /// How often.
  public private(set) var count = 0
  /// The first rows, from 0, at most three.
  public private(set) var rows: [Int] = []
  /// The first cells or what stands for them.
  public private(set) var cells: [String] = []

  mutating func add(_ cell: @autoclosure () -> String, row: Int) {
    count += 1
    guard rows.count < 3 else { return }
    rows.append(row)
    cells.append(cell())
  }
}
