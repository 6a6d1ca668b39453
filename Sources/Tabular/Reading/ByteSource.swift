import Workbook

/// The bytes of a file to import: a path or standard input, gzip inflated on the way.
///
/// ```swift
/// let source = try ByteSource(path: "people.csv.gz")
/// let reader = try RecordReader(source)
/// ```
/// Reading is streaming: memory stays flat whatever the size. Not `Sendable`: one task reads a file.
public final class ByteSource {
  private let input: FileInput
  private let inflater: Inflater?
  /// The first bytes, inflated: what encoding and kind are told from, and what `read` serves again.
  let prefix: [UInt8]
  private var servedPrefix = 0

  /// Opens the file at `path`; `-` is standard input, which may be a pipe or a redirected file.
  ///
  /// - Parameter isStopped: asked now and then while a pipe has nothing to read: whether to wait no longer.
  ///
  /// Throws ``ReadingError``: missing, folder, device, terminal, unreadable, readFailed, stopped, empty,
  /// gzipTruncated, gzipDamaged.
  public convenience init(
    path: String, isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(ReadingError) {
    try self.init(FileInput(path: path, isStopped: isStopped))
  }

  init(_ input: FileInput) throws(ReadingError) {
    self.input = input
    let head = try Self.head { (buffer) throws(ReadingError) in try input.read(into: buffer) }
    if head.starts(with: Inflater.magic) {
      let inflater = try Inflater(input, prefix: head)
      self.inflater = inflater
      prefix = try Self.head { (buffer) throws(ReadingError) in try inflater.read(into: buffer) }
    } else {
      inflater = nil
      prefix = head
    }
    guard !prefix.isEmpty else { throw ReadingError(file: input.name, fault: .empty) }
  }

  /// The path as given, or `standard input`.
  public var name: String { input.name }

  /// The size of a regular file in bytes, compressed if it is; nil for a pipe.
  public var size: Int? { input.size }

  /// The bytes read so far, compressed if the file is: together with ``size``, the progress.
  public var bytesRead: Int { input.bytesRead }

  /// Whether the file is compressed.
  public var isCompressed: Bool { inflater != nil }

  /// The SHA-256 of the bytes read so far, as they lie on disk, in hexadecimal; at the end, the file's.
  public var sha256: String { input.hash.hexadecimal }

  /// All of a small file of text, read as one of a table is.
  ///
  /// Throws ``ReadingError``: those of encodings, and lostCharacters.
  public func text(encoding: TextEncoding? = nil) throws(ReadingError) -> String {
    let decoder = try TextDecoder(self, named: encoding, sheet: nil, isTable: false)
    let window = try TextWindow(decoder, capacity: 64 << 10)
    while !window.isComplete { try window.refill() }
    func position(_ offset: Int) -> TextPosition {
      TextPosition(
        after: UnsafeRawBufferPointer(rebasing: window.text[..<max(offset - window.start, 0)]),
        startingAtLine: 1)
    }
    if let offset = window.refusal {
      throw ReadingError(file: name, fault: .unknownEncoding(window.readings), position: position(offset))
    }
    if let offset = window.losses.first {
      throw ReadingError(
        file: name, fault: .lostCharacters(as: decoder.encoding), position: position(offset))
    }
    return String(decoding: window.text, as: UTF8.self)
  }

  /// Reads some inflated bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    if servedPrefix < prefix.count {
      let piece = prefix[servedPrefix...].prefix(min(buffer.count, input.readLimit))
      buffer.copyBytes(from: piece)
      servedPrefix += piece.count
      return piece.count
    }
    if let inflater { return try inflater.read(into: buffer) }
    return try input.read(into: buffer)
  }

  /// All of the file for reading by position: where it lies, or, of a pipe or gzip, in a file without a name.
  ///
  /// All of it is read on the way, so that ``sha256`` is the file's.
  func whole() throws(ReadingError) -> WholeFile {
    let scratch =
      try isCompressed || !input.isInPlace ? reading { () throws(WorkbookError) in try ScratchFile() } : nil
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try read(into: buffer)
      if count == 0 { break }
      guard let scratch else { continue }
      try reading { () throws(WorkbookError) in
        try scratch.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        guard scratch.size <= WorkbookLimits.total else {
          throw WorkbookError(.tooLarge(limit: WorkbookLimits.total))
        }
      }
    }
    return WholeFile(
      descriptor: scratch?.descriptor ?? input.descriptor, size: scratch?.size ?? input.size ?? 0,
      scratch: scratch)
  }

  /// Whether the file is still as it was opened.
  func checkUnchanged() throws(ReadingError) { try input.checkUnchanged() }

  /// Does something with a workbook, whose errors get the name of the file.
  func reading<R>(_ body: () throws(WorkbookError) -> R) throws(ReadingError) -> R {
    do throws(WorkbookError) { return try body() } catch { throw ReadingError(file: name, error) }
  }

  /// Reads up to 4 KiB; a pipe may need several reads for them.
  private static func head(
    _ read: (UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int
  ) throws(ReadingError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
    defer { buffer.deallocate() }
    var filled = 0
    while filled < buffer.count {
      let count = try read(UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return Array(buffer[..<filled])
  }
}

/// A file that can be read by position.
struct WholeFile {
  let descriptor: Int32
  let size: Int
  /// Kept for as long as the descriptor is used.
  let scratch: ScratchFile?
}
