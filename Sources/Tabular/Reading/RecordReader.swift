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
  /// What is to be said of how the encoding was told; nil where there is nothing to say.
  public let encodingRemark: String?
  /// The delimiter named, or told from the file.
  public let delimiter: Delimiter
  /// The records read so far, blank ones and the header too.
  public private(set) var recordCount = 0

  /// The sheet, where the file is a workbook.
  public let sheet: SheetText?
  /// What stands above the header, and is left out.
  public let titles: [TitleLine]

  private let window: TextWindow
  private var scanner: RecordScanner
  /// The physical line at the window's start.
  private var line = 1

  /// Begins to read `source`: tells what it is, and its delimiter.
  ///
  /// With `encoding` nil the text is UTF-8, or UTF-16 that its byte order mark or its zeros tell; any other
  /// is refused with what it may be, first what is usual in `country`. A named `delimiter` wins over
  /// what the file says. The header is the record that fits `table`, and of a workbook the sheet. Throws
  /// ``ReadingError``: notText, unknownEncoding, unfitEncoding, wrongEncoding, converterMissing, readFailed,
  /// changed, of gzip, and of workbooks.
  public convenience init(
    _ source: ByteSource, encoding: TextEncoding? = nil, country: String? = nil, delimiter: Delimiter? = nil,
    table: TableChoice = TableChoice()
  ) throws(ReadingError) {
    try self.init(
      source, encoding: encoding, country: country, delimiter: delimiter, table: table,
      windowCapacity: 256 << 10)
  }

  /// As above, with a window that tests make small, and for letters drawn at random, which make no words.
  init(
    _ source: ByteSource, encoding: TextEncoding?, country: String? = nil, delimiter: Delimiter?,
    table: TableChoice = TableChoice(), windowCapacity: Int, isJudged: Bool = true
  ) throws(ReadingError) {
    self.source = source
    let text = try SheetText(source, table)
    self.sheet = text
    if text != nil, delimiter != nil {
      throw ReadingError(file: source.name, fault: .pointlessOption("delimiter", isWorkbook: true))
    }
    let decoder = try TextDecoder(source, named: encoding, country: country, sheet: text, isJudged: isJudged)
    self.encoding = decoder.encoding
    encodingRemark = decoder.remark?.description
    window = try TextWindow(decoder, country: country, capacity: windowCapacity)
    // The whole header must be in sight; it nearly always is.
    while !window.isComplete, window.text.count < RecordScanner.recordLimit,
      !Dialect.showsHeader(window.text)
    {
      try window.refill()
    }
    try Self.refuse(window, of: source, line: 1)
    let dialect = Dialect(text: window.text, named: text == nil ? delimiter : .comma)
    if let text {
      titles = text.titles
      self.delimiter = dialect.delimiter
    } else {
      window.start += dialect.announcementLength
      let isTold = delimiter != nil || dialect.announcementLength > 0
      let found = TextHeader.best(
        in: window, from: dialect.announcementLength > 0 ? 2 : 1, table,
        delimiters: [dialect.delimiter] + (isTold ? [] : Delimiter.allCases))
      guard let line = found.search.line else {
        if let named = table.headerLine { throw ReadingError(file: source.name, fault: .noHeaderLine(named)) }
        titles = []
        self.delimiter = dialect.delimiter
        scanner = RecordScanner(delimiter: dialect.delimiter)
        return
      }
      titles = found.search.titles
      self.delimiter = found.delimiter
      window.start = found.offsets[line] ?? window.start
      self.line = line
    }
    scanner = RecordScanner(delimiter: self.delimiter)
  }

  /// The next record; nil at the end of the file.
  ///
  /// Throws ``ReadingError``: unknownEncoding, unfitEncoding, wrongEncoding, unclosedQuote, the limits,
  /// readFailed, changed, and of gzip.
  public func next() throws(ReadingError) -> Record? {
    while true {
      if window.start == window.end, window.isComplete {
        return nil
      }
      let start = window.start
      switch scanner.scan(window.base, from: start, to: window.end, isFinal: window.isComplete) {
      case .record:
        // A record of a sheet is a row, however many lines its cells have.
        if let sheet { line = recordCount == 0 ? sheet.headerLine : sheet.firstLine &+ recordCount &- 1 }
        let record = Record(
          scanner, base: window.base, start: start, line: line,
          hasLosses: window.hasLosses(before: scanner.contentEnd))
        line &+= scanner.lineEnds
        window.start = scanner.next
        recordCount &+= 1
        return record
      case .needsMore:
        try window.refill()
        try Self.refuse(window, of: source, line: line)
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
    Self.position(of: offset, in: window, line: line)
  }

  private static func position(of offset: Int, in window: TextWindow, line: Int) -> TextPosition {
    TextPosition(
      after: UnsafeRawBufferPointer(rebasing: window.text[..<(offset - window.start)]), startingAtLine: line)
  }

  /// Refuses a text that is known not to be UTF-8.
  private static func refuse(_ window: TextWindow, of source: ByteSource, line: Int) throws(ReadingError) {
    guard let offset = window.refusal else { return }
    throw ReadingError(
      file: source.name, fault: .unknownEncoding(window.readings),
      position: position(of: offset, in: window, line: line))
  }
}
