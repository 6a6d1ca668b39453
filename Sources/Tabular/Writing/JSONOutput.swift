/// Writes one JSON value a line (JSON Lines), from rows that each hold one.
public struct JSONLinesOutput {
  private let sink: ByteSink

  /// Begins a stream.
  public init(_ sink: ByteSink) {
    self.sink = sink
  }

  /// Writes one JSON value; a line feed at its end is not doubled.
  public func write(row: UnsafeRawBufferPointer) throws(WritingError) {
    try sink.write(row.withoutLineFeed)
    try sink.write([Byte.lineFeed])
  }
}

/// Joins rows that each hold one JSON value to one JSON array, a value a line.
public struct JSONArrayOutput {
  private let sink: ByteSink
  private var isEmpty = true

  /// Begins an array.
  public init(_ sink: ByteSink) {
    self.sink = sink
  }

  /// Writes the next element.
  public mutating func write(row: UnsafeRawBufferPointer) throws(WritingError) {
    try sink.write(isEmpty ? "[\n  " : ",\n  ")
    isEmpty = false
    try sink.write(row.withoutLineFeed)
  }

  /// Ends the array; one without elements is `[]`.
  public func finish() throws(WritingError) {
    try sink.write(isEmpty ? "[]\n" : "\n]\n")
  }
}
