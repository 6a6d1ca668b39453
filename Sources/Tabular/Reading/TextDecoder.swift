/// Turns a source's bytes into UTF-8: as they are, or converted.
///
/// Whether they are valid UTF-8 is for the window to check.
final class TextDecoder {
  /// The encoding named by the caller or told from the file.
  let encoding: TextEncoding
  /// Set when bytes were met that the converter cannot read: the text ends there.
  private(set) var isStopped = false

  private let source: ByteSource
  private let sheet: SheetText?
  private let converter: Converter?
  /// Looks out for UTF-8 in a file declared to be something else.
  private var suspicion: UTF8Suspicion?
  private let buffer: UnsafeMutableRawBufferPointer
  private var waiting = 0..<0

  /// Decodes `source`, by `named` or, when nil, as UTF-8 or the UTF-16 its byte order mark announces.
  ///
  /// The text of a sheet is UTF-8 already.
  init(_ source: ByteSource, named: TextEncoding?, sheet: SheetText?) throws(ReadingError) {
    self.source = source
    self.sheet = sheet
    guard sheet == nil else {
      if named != nil {
        throw ReadingError(file: source.name, fault: .pointlessOption("encoding", isWorkbook: true))
      }
      encoding = .utf8
      converter = nil
      buffer = .allocate(byteCount: 0, alignment: 16)
      return
    }
    let announced = TextEncoding(byteOrderMarkOf: source.prefix)
    encoding = named ?? announced ?? .utf8
    if let announced, announced != encoding {
      throw ReadingError(file: source.name, fault: .wrongEncoding(named: encoding, found: announced))
    }
    if let kind = FileKind(prefix: source.prefix) {
      throw ReadingError(file: source.name, fault: .notText(kind))
    }
    suspicion = UTF8Suspicion(of: encoding)
    if let name = encoding.converterName(prefix: source.prefix) {
      guard let converter = Converter(from: name) else {
        throw ReadingError(file: source.name, fault: .converterMissing(encoding))
      }
      self.converter = converter
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
  static let leastRoom = 8

  /// Writes some bytes to `output`, which has at least `leastRoom`; 0 at the end or when stopped.
  func read(into output: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    if let sheet { return try sheet.read(into: output) }
    guard let converter else { return try source.read(into: output) }
    while !isStopped {
      let input = UnsafeMutableRawBufferPointer(rebasing: buffer[waiting])
      let progress = converter.convert(input, into: output)
      waiting = waiting.dropFirst(progress.consumed)
      if progress.isInvalid { try stop() }
      if progress.produced > 0 { return progress.produced }
      if !isStopped, try !refill() { break }
    }
    return 0
  }

  /// Moves what waits to the front and reads on; false at the end.
  private func refill() throws(ReadingError) -> Bool {
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[waiting]))
    waiting = 0..<waiting.count
    let free = UnsafeMutableRawBufferPointer(rebasing: buffer[waiting.count...])
    let count = try source.read(into: free)
    let fresh = UnsafeRawBufferPointer(rebasing: free[..<count])
    if suspicion?.isConfirmed(by: fresh, isLast: count == 0) == true { throw isUTF8 }
    if count == 0, !waiting.isEmpty { try stop() }
    waiting = 0..<(waiting.count + count)
    return count > 0
  }

  private func stop() throws(ReadingError) {
    isStopped = true
    if suspicion?.isConfirmed(by: UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) == true {
      throw isUTF8
    }
  }

  private var isUTF8: ReadingError {
    ReadingError(file: source.name, fault: .wrongEncoding(named: encoding, found: .utf8))
  }
}
