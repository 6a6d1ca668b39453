/// One record of a file, looked at where it lies in the reader's memory.
///
/// Valid until the reader goes on: within the body of ``RecordReader/forEach(_:)``, or until the next
/// ``RecordReader/next()``. What is to be kept is copied out, as by ``string(at:)``.
public struct Record: ~Copyable {
  /// The physical line on which the record begins, from 1: the header's is 1, or 2 after `sep=;`.
  public let line: Int
  /// The number of fields, whatever the header has.
  public let fieldCount: Int
  /// The first field with text between its closing quote and the delimiter, from 0; nil when all is well.
  ///
  /// Such a field, `"Anna "Nick""`, reads as its quoted text and the rest as it stands.
  public let fieldWithTextAfterQuote: Int?
  /// The record as it stands in the file, in UTF-8 without its line end: for a file of refused records.
  public let raw: UnsafeRawBufferPointer

  /// Whether characters of it were lost: ``string(at:)`` and ``readable(_:)`` show where.
  public let hasLosses: Bool

  private let copies: UnsafePointer<UInt8>
  private let spans: UnsafePointer<FieldSpan>

  init(
    _ scanner: borrowing RecordScanner, base: UnsafeRawPointer, start: Int, line: Int, hasLosses: Bool = false
  ) {
    self.line = line
    self.hasLosses = hasLosses
    fieldCount = scanner.fields.count
    fieldWithTextAfterQuote = scanner.fieldWithTextAfterQuote
    raw = UnsafeRawBufferPointer(start: base + start, count: scanner.contentEnd &- start)
    copies = UnsafePointer(scanner.copies.base)
    spans = UnsafePointer(scanner.fields.base)
  }

  /// The text of a field as UTF-8, its quotes removed; the index counts from 0 and must be below
  /// ``fieldCount``.
  public subscript(index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < fieldCount, "a record has no field \(index)")
    let span = spans[index]
    let count = Int(span.end &- span.start)
    if span.isCopy { return UnsafeRawBufferPointer(start: copies + Int(span.start), count: count) }
    return UnsafeRawBufferPointer(start: raw.baseAddress.map { $0 + Int(span.start) }, count: count)
  }

  /// The text of a field as a string of its own.
  public func string(at index: Int) -> String {
    hasLosses ? Self.readable(self[index]) : String(decoding: self[index], as: UTF8.self)
  }

  /// Whether characters of a field were lost.
  public func hasLosses(at index: Int) -> Bool {
    hasLosses && Self.readable(self[index]).unicodeScalars.contains("\u{FFFD}")
  }

  /// A text of the record with U+FFFD where characters were lost.
  public static func readable(_ text: UnsafeRawBufferPointer) -> String {
    var readable = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isLost = scalar.value == UInt32(Byte.substitute) || scalar == "\u{FFFD}"
      if !isLost {
        readable.append(scalar)
      } else if readable.last != "\u{FFFD}" {
        readable.append("\u{FFFD}")
      }
    }
    return String(readable)
  }

  /// Whether all fields are empty: a blank line, or the `;;;;` that spreadsheets leave behind.
  public var isBlank: Bool {
    for index in 0..<fieldCount where spans[index].start != spans[index].end { return false }
    return true
  }
}
