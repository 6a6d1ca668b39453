/// Parts rows of CSV, as PostgreSQL's COPY sends them, into their fields.
public final class FieldReader {
  private var scanner: RecordScanner
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)

  /// Reads rows with this delimiter.
  public init(delimiter: Delimiter = .comma) { scanner = RecordScanner(delimiter: delimiter) }

  deinit {
    buffer.deallocate()
  }

  /// The fields of a row; nil for an empty one.
  public func fields(of row: UnsafeRawBufferPointer) -> [[UInt8]?] {
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
