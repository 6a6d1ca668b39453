/// Reads a table from CSV or from a sheet of a workbook, record by record, in flat memory.
///
/// ```swift
/// let reader = try RecordReader(ByteSource(path: "people.csv"))
/// let header = try reader.readHeader()
/// try reader.forEach { record in
///   cities.insert(record.string(at: 3))
/// }
/// ```
/// The text is converted to UTF-8, the delimiter told from the header. A record that does not fit the header
/// is not an error here: the caller sees its ``Record/fieldCount``. What makes the rest unreliable is thrown,
/// after all records before it were read.
public final class RecordReader {
  /// The file, for its size, progress and digest.
  public let source: ByteSource
  /// The encoding named, or told from the file.
  public let encoding: TextEncoding
  /// The delimiter named, or told from the file.
  public let delimiter: Delimiter
  /// The records read so far, blank ones and the header too.
  public private(set) var recordCount = 0

  /// The sheet, where the file is a workbook.
  public let sheet: SheetText?

  private let window: TextWindow
  private var scanner: RecordScanner
  /// The physical line at the window's start.
  private var line = 1

  /// Begins to read `source`: tells what it is, and its delimiter.
  ///
  /// With `encoding` nil the text is UTF-8, or UTF-16 with a byte order mark. A named `delimiter` wins over
  /// what the file says. Of a workbook the sheet is read that `sheet` chooses. Throws ``ReadingError``:
  /// notText, wrongEncoding, converterMissing, readFailed, changed, of gzip, and of workbooks.
  public convenience init(
    _ source: ByteSource, encoding: TextEncoding? = nil, delimiter: Delimiter? = nil,
    sheet: SheetChoice = SheetChoice()
  ) throws(ReadingError) {
    try self.init(source, encoding: encoding, delimiter: delimiter, sheet: sheet, windowCapacity: 256 << 10)
  }

  /// As above, with a window that tests make small.
  init(
    _ source: ByteSource, encoding: TextEncoding?, delimiter: Delimiter?, sheet: SheetChoice = SheetChoice(),
    windowCapacity: Int
  ) throws(ReadingError) {
    self.source = source
    let text = try SheetText(source, sheet)
    self.sheet = text
    if text != nil, delimiter != nil {
      throw ReadingError(file: source.name, fault: .pointlessOption("delimiter", isWorkbook: true))
    }
    let decoder = try TextDecoder(source, named: encoding, sheet: text)
    self.encoding = decoder.encoding
    window = try TextWindow(decoder, capacity: windowCapacity)
    // The whole header must be in sight; it nearly always is.
    while !window.isComplete, window.text.count < RecordScanner.recordLimit,
      !Dialect.showsHeader(window.text)
    {
      try window.refill()
    }
    let dialect = Dialect(text: window.text, named: text == nil ? delimiter : .comma)
    self.delimiter = dialect.delimiter
    scanner = RecordScanner(delimiter: dialect.delimiter)
    if text == nil, dialect.announcementLength > 0 {
      window.start += dialect.announcementLength
      line = 2
    }
  }

  /// The next record; nil at the end of the file.
  ///
  /// Throws ``ReadingError``: undecodable, nul, wrongEncoding, unclosedQuote, the limits, readFailed,
  /// changed, and of gzip.
  public func next() throws(ReadingError) -> Record? {
    while true {
      if window.start == window.end, window.isComplete {
        if window.fault != nil { throw textFault }
        return nil
      }
      let isFinal = window.isComplete && window.fault == nil
      let start = window.start
      switch scanner.scan(window.base, from: start, to: window.end, isFinal: isFinal) {
      case .record:
        // A record of a sheet is a row, however many lines its cells have.
        if let sheet { line = recordCount == 0 ? sheet.headerLine : sheet.firstLine &+ recordCount &- 1 }
        let record = Record(scanner, base: window.base, start: start, line: line)
        line &+= scanner.lineEnds
        window.start = scanner.next
        recordCount &+= 1
        return record
      case .needsMore:
        if window.isComplete { throw textFault }
        try window.refill()
      case .fault(let fault, let offset):
        throw ReadingError(file: source.name, fault: fault, position: position(at: offset))
      }
    }
  }

  /// Calls `body` with every record that is left.
  ///
  /// Throws what ``next()`` throws, and what `body` throws.
  public func forEach(_ body: (borrowing Record) throws -> Void) throws {
    while let record = try next() {
      try body(record)
    }
  }

  /// How much of the file is read by now, and how much there is, where that is known.
  public var progress: (done: Int, of: Int?) {
    sheet.map { ($0.bytesRead, $0.size) } ?? (source.bytesRead, source.size)
  }

  /// The place of an offset in the window, at or after its start.
  private func position(at offset: Int) -> TextPosition {
    TextPosition(
      after: UnsafeRawBufferPointer(rebasing: window.text[..<(offset - window.start)]), startingAtLine: line)
  }

  /// The error for what follows the window's text.
  private var textFault: ReadingError {
    let guess = EncodingGuess.encoding(of: window.sample, besides: encoding, validTo: window.end)
    let fault: ReadingError.Fault =
      window.fault == .nul
      ? .nul(looksLike: guess == .utf16 ? guess : nil) : .undecodable(as: encoding, looksLike: guess)
    return ReadingError(file: source.name, fault: fault, position: position(at: window.end))
  }
}
