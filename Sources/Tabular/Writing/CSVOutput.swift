/// Writes rows of CSV as PostgreSQL's COPY sends them, with the line ends of RFC 4180.
///
/// Fields, quotes and header are in the rows already: only bytes are moved.
public struct CSVOutput {
  private let sink: ByteSink

  /// Begins a file; `byteOrderMark` is for Excel, which takes UTF-8 for something else without it.
  public init(_ sink: ByteSink, byteOrderMark: Bool = false) throws(WritingError) {
    self.sink = sink
    if byteOrderMark { try sink.write(Byte.byteOrderMark) }
  }

  /// Writes one row, which ends in a line feed: that becomes CRLF, line feeds within fields stay.
  public func write(row: UnsafeRawBufferPointer) throws(WritingError) {
    try sink.write(row.withoutLineFeed)
    try sink.write(Self.lineEnd)
  }

  private static let lineEnd = [Byte.carriageReturn, Byte.lineFeed]
}

extension UnsafeRawBufferPointer {
  /// The bytes without the line feed at their end, if there is one.
  var withoutLineFeed: UnsafeRawBufferPointer {
    last == Byte.lineFeed ? UnsafeRawBufferPointer(rebasing: dropLast()) : self
  }
}
