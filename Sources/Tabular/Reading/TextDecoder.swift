import Messages

/// Turns a source's bytes into UTF-8: as they are, or converted.
///
/// Whether they are whole UTF-8 is for the window to check. Bytes that a converter does not know come out as
/// U+FFFD, which the window finds.
final class TextDecoder {
  /// The encoding named by the caller or told from the file.
  let encoding: TextEncoding
  /// Whether nothing but valid bytes can show that the text is UTF-8.
  let isUTF8Unsaid: Bool
  /// What is to be said of how the encoding was told; nil where there is nothing to say.
  let remark: Message?

  private let source: ByteSource
  private let sheet: SheetText?
  private let converter: Converter?
  /// The country the file is from, which says what encodings are usual.
  private let country: String?
  /// Looks out for UTF-8 in a file declared to be something else.
  private var suspicion: UTF8Suspicion?
  /// Bytes of the file's first lines that are not ASCII, until it is judged by them what was declared.
  private var sample: [UInt8]?
  private let buffer: UnsafeMutableRawBufferPointer
  private var waiting = 0..<0
  private var isAtEnd = false

  /// Decodes `source`, by `named` or, when nil, as UTF-8 or the UTF-16 that its first bytes tell.
  ///
  /// The text of a sheet is UTF-8 already.
  init(
    _ source: ByteSource, named: TextEncoding?, country: String? = nil, sheet: SheetText?,
    isTable: Bool = true, isJudged: Bool = true
  ) throws(ReadingError) {
    self.source = source
    self.sheet = sheet
    self.country = country
    guard sheet == nil else {
      if named != nil {
        throw ReadingError(file: source.name, fault: .pointlessOption("encoding", isWorkbook: true))
      }
      encoding = .utf8
      isUTF8Unsaid = false
      remark = nil
      converter = nil
      buffer = .allocate(byteCount: 0, alignment: 16)
      return
    }
    let announced = TextEncoding(byteOrderMarkOf: source.prefix)
    let showsUTF16 = announced == nil && ZeroBytes(source.prefix).showUTF16
    encoding = named ?? announced ?? (showsUTF16 ? .utf16 : .utf8)
    isUTF8Unsaid = encoding == .utf8 && announced == nil
    remark =
      named != nil || encoding != .utf16
      ? nil
      : showsUTF16 ? "read as UTF-16, as its zero bytes tell" : "read as UTF-16, as its byte order mark tells"
    if let found = announced ?? (showsUTF16 ? .utf16 : nil), found != encoding {
      throw ReadingError(file: source.name, fault: .wrongEncoding(named: encoding, found: found))
    }
    if isTable, let kind = FileKind(prefix: source.prefix) {
      throw ReadingError(file: source.name, fault: .notText(kind))
    }
    suspicion = UTF8Suspicion(of: encoding)
    if encoding == .utf16, announced == nil, !ZeroBytes(source.prefix).allowUTF16 {
      let finder = EncodingFinder(source.prefix, country: country)
      throw ReadingError(
        file: source.name, fault: .unfitEncoding(named: encoding, words: [], readings: finder.readings()))
    }
    if let name = encoding.converterName(prefix: source.prefix) {
      guard let converter = Converter(from: name) else {
        throw ReadingError(file: source.name, fault: .converterMissing(encoding))
      }
      self.converter = converter
      sample = encoding == .utf16 || !isJudged ? nil : []
      buffer = .allocate(byteCount: 64 << 10, alignment: 16)
    } else {
      converter = nil
      buffer = .allocate(byteCount: 0, alignment: 16)
    }
  }

  deinit {
    buffer.deallocate()
  }

  /// The least room a converter needs to go on: the longest UTF-8 sequence, with some to spare.
  static let leastRoom = 16

  /// Writes some bytes to `output`, which has at least `leastRoom`; 0 at the end.
  func read(into output: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    if let sheet { return try sheet.read(into: output) }
    guard let converter else { return try source.read(into: output) }
    while !isAtEnd {
      let room = UnsafeMutableRawBufferPointer(rebasing: output[..<(output.count - Self.leastRoom / 2)])
      let progress = converter.convert(UnsafeMutableRawBufferPointer(rebasing: buffer[waiting]), into: room)
      waiting = waiting.dropFirst(progress.consumed)
      var produced = progress.produced
      if progress.isInvalid {
        produced += replace(1, in: UnsafeMutableRawBufferPointer(rebasing: output[produced...]), converter)
      } else if produced == 0, try !refill() {
        isAtEnd = true
        produced = replace(waiting.count, in: output, converter)
      }
      if produced > 0 { return produced }
    }
    return 0
  }

  /// Passes over bytes that are no character, or none, and writes U+FFFD for them.
  private func replace(
    _ count: Int, in output: UnsafeMutableRawBufferPointer, _ converter: Converter
  ) -> Int {
    var written = converter.flush(into: output)
    guard count > 0 else { return written }
    waiting = waiting.dropFirst(encoding == .utf16 ? 2 : count)
    output[written...].copyBytes(from: Byte.replacement)
    written += Byte.replacement.count
    return written
  }

  /// Moves what waits to the front and reads on; false at the end.
  private func refill() throws(ReadingError) -> Bool {
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[waiting]))
    waiting = 0..<waiting.count
    let free = UnsafeMutableRawBufferPointer(rebasing: buffer[waiting.count...])
    let count = try source.read(into: free)
    let fresh = UnsafeRawBufferPointer(rebasing: free[..<count])
    if suspicion?.isConfirmed(by: fresh, isLast: count == 0) == true {
      throw ReadingError(file: source.name, fault: .wrongEncoding(named: encoding, found: .utf8))
    }
    try judge(fresh)
    waiting = 0..<(waiting.count + count)
    return count > 0
  }

  /// Refuses an encoding whose words are of no language, by the first lines that have some.
  private func judge(_ fresh: UnsafeRawBufferPointer) throws(ReadingError) {
    guard var sample else { return }
    if !sample.isEmpty {
      sample += fresh
    } else if let first = fresh.firstIndex(where: { $0 >= 0x80 }) {
      let start = fresh[..<first].lastIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn } ?? 0
      sample += fresh[start...]
    }
    guard fresh.isEmpty || sample.count >= EncodingFinder.limit else { return self.sample = sample }
    self.sample = nil
    let finder = EncodingFinder(sample, country: country)
    guard let words = finder.misfits(of: encoding) else { return }
    throw ReadingError(
      file: source.name, fault: .unfitEncoding(named: encoding, words: words, readings: finder.readings()))
  }
}
