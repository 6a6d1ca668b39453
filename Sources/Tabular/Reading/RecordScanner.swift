/// Cuts one record at a time from text in memory: RFC 4180, and what spreadsheet programs write beside it.
///
/// A quote opens a field only as its first byte; elsewhere it is a letter like others, as in Excel.
/// Line ends are CRLF, LF or CR. The scanner knows no file: it asks for more text and starts the record over.
struct RecordScanner: ~Copyable {
  /// How a scan ended.
  enum Outcome {
    /// A whole record was found.
    case record
    /// The text ends within the record.
    case needsMore
    /// The record makes the rest unreliable; the offset is where the fault begins.
    case fault(ReadingError.Fault, at: Int)
  }

  /// The most bytes of a field.
  static let fieldLimit = 1 << 20
  /// The most bytes of a record.
  static let recordLimit = 16 << 20
  /// The most fields of a record: as many as a sheet of Excel has columns.
  static let fieldCountLimit = 16_384

  /// The fields of the last record.
  private(set) var fields = GrowingList<FieldSpan>(capacity: 64)
  /// The text of fields in which quotes were doubled.
  private(set) var copies = GrowingList<UInt8>(capacity: 256)
  /// The end of the record's text, before its line end.
  private(set) var contentEnd = 0
  /// The first byte of the next record.
  private(set) var next = 0
  /// The line ends within and after the record.
  private(set) var lineEnds = 0
  /// The first field with text after its closing quote, from 0.
  private(set) var fieldWithTextAfterQuote: Int?

  private let delimiter: UInt8

  init(delimiter: Delimiter) {
    self.delimiter = delimiter.byte
  }

  /// Scans the record at `start`; `isFinal` says that no text follows `end`.
  mutating func scan(
    _ base: UnsafeRawPointer, from start: Int, to end: Int, isFinal: Bool
  ) -> Outcome {
    fields.removeAll()
    copies.removeAll()
    fieldWithTextAfterQuote = nil
    lineEnds = 0
    let sought = WordScan.repeated(delimiter)
    var finder = WordScan(base, from: start, to: end, for: sought)
    var fieldStart = start
    while true {
      var textStart = fieldStart
      var textEnd: Int
      var needsCopy = false
      let stop: Int
      if fieldStart < end, base.load(fromByteOffset: fieldStart, as: UInt8.self) == Byte.quote {
        let close = closingQuote(base, after: fieldStart, to: end, hasDoubled: &needsCopy)
        guard close < end, close &+ 1 < end || isFinal else {
          if isFinal { return .fault(.unclosedQuote, at: fieldStart) }
          return unfinished(from: start, field: fieldStart, to: end, quoted: true)
        }
        textStart &+= 1
        textEnd = close
        finder = WordScan(base, from: close &+ 1, to: end, for: sought)
        stop = finder.next()
        if stop != close &+ 1 {
          if fieldWithTextAfterQuote == nil { fieldWithTextAfterQuote = fields.count }
          textEnd = stop
          needsCopy = true
        }
      } else {
        stop = finder.next()
        textEnd = stop
      }
      if stop == end, !isFinal {
        return unfinished(from: start, field: fieldStart, to: end, quoted: textStart != fieldStart)
      }
      if textEnd &- textStart > Self.fieldLimit {
        return tooLong(at: fieldStart, quoted: textStart != fieldStart)
      }
      if needsCopy {
        appendCopy(UnsafeRawBufferPointer(start: base + textStart, count: textEnd &- textStart))
      } else {
        fields.append(FieldSpan(textStart &- start, textEnd &- start, isCopy: false))
      }
      if stop < end, base.load(fromByteOffset: stop, as: UInt8.self) == delimiter {
        if fields.count == Self.fieldCountLimit {
          return .fault(.tooManyFields(limit: Self.fieldCountLimit), at: start)
        }
        fieldStart = stop &+ 1
        continue
      }
      return finish(base, from: start, at: stop, to: end, isFinal: isFinal)
    }
  }

  /// The offset of the quote that closes the one at `open`; `end` when there is none.
  @inline(__always)
  private mutating func closingQuote(
    _ base: UnsafeRawPointer, after open: Int, to end: Int, hasDoubled: inout Bool
  ) -> Int {
    var finder = WordScan(base, from: open &+ 1, to: end, for: WordScan.repeated(Byte.quote))
    var hit = finder.next()
    while hit < end {
      let following = hit &+ 1 < end ? base.load(fromByteOffset: hit &+ 1, as: UInt8.self) : Byte.nul
      switch base.load(fromByteOffset: hit, as: UInt8.self) {
      case Byte.quote:
        if following != Byte.quote { return hit }
        hasDoubled = true
        _ = finder.next()
      case Byte.lineFeed:
        lineEnds &+= 1
      default:
        // A carriage return counts unless a line feed does.
        if following != Byte.lineFeed { lineEnds &+= 1 }
      }
      hit = finder.next()
    }
    return end
  }

  /// Keeps the text of a quoted field without what is not its own: one quote of each pair, the closing one.
  private mutating func appendCopy(_ text: UnsafeRawBufferPointer) {
    let start = copies.count
    var isQuoted = true
    var position = 0
    while position < text.count {
      let byte = text[position]
      position &+= 1
      if isQuoted, byte == Byte.quote {
        isQuoted = position < text.count && text[position] == Byte.quote
        guard isQuoted else { continue }
        position &+= 1
      }
      copies.append(byte)
    }
    fields.append(FieldSpan(start, copies.count, isCopy: true))
  }

  /// Ends the record at the line end at `stop`, or at the end of the file.
  private mutating func finish(
    _ base: UnsafeRawPointer, from start: Int, at stop: Int, to end: Int, isFinal: Bool
  ) -> Outcome {
    if stop &- start > Self.recordLimit {
      return .fault(.recordTooLong(limit: Self.recordLimit), at: start)
    }
    contentEnd = stop
    next = stop
    guard stop < end else { return .record }
    next = stop &+ 1
    lineEnds &+= 1
    guard base.load(fromByteOffset: stop, as: UInt8.self) == Byte.carriageReturn else { return .record }
    // Whether a line feed belongs to it is not known at the end of what is read.
    guard next < end || isFinal else { return .needsMore }
    if next < end, base.load(fromByteOffset: next, as: UInt8.self) == Byte.lineFeed { next &+= 1 }
    return .record
  }

  private func unfinished(from start: Int, field: Int, to end: Int, quoted: Bool) -> Outcome {
    if end - field > Self.fieldLimit + 2 { return tooLong(at: field, quoted: quoted) }
    if end - start > Self.recordLimit { return .fault(.recordTooLong(limit: Self.recordLimit), at: start) }
    return .needsMore
  }

  private func tooLong(at offset: Int, quoted: Bool) -> Outcome {
    .fault(.fieldTooLong(limit: Self.fieldLimit, quoted: quoted), at: offset)
  }
}
