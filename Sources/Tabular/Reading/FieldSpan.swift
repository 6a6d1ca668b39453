/// Where a field's text lies.
struct FieldSpan {
  /// The first byte, without the opening quote, counted from the record's first.
  var start: UInt32
  /// The byte after the last, without the closing quote.
  var end: UInt32
  /// Whether quotes stood doubled within: then the text is a copy, and the offsets count in the copies.
  var isCopy: Bool

  /// The text from `start` to `end`, offsets within a record and so within 32 bits.
  @inline(__always)
  init(_ start: Int, _ end: Int, isCopy: Bool) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.isCopy = isCopy
  }
}
