import CZlib

/// Writes a zip to a stream, a part at a time, with the same bytes for the same parts.
final class ZipWriter {
  private struct Part {
    let name: [UInt8]
    let offset: Int
    let checksum: UInt
    let packedSize: Int
    let size: Int
  }

  private let output: (UnsafeRawBufferPointer) throws -> Void
  private var stream = z_stream()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var parts: [Part] = []
  private var written = 0
  private var name: [UInt8] = []
  private var offset = 0
  private var checksum: UInt = 0
  private var size = 0
  private var packedSize = 0

  /// The midnight that begins 1980, where the calendar of zip begins: no file knows when it was written.
  private static let moment: [UInt8] = [0, 0, 0x21, 0]
  /// Sizes follow the data, names are UTF-8, parts are deflated.
  private static let kind: [UInt8] = [20, 0, 0x08, 0x08, 8, 0]

  init(_ output: @escaping (UnsafeRawBufferPointer) throws -> Void) throws(WorkbookWritingError) {
    self.output = output
    let code = deflateInit2_(
      &stream, 4, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw .tooLarge }
  }

  deinit {
    deflateEnd(&stream)
    buffer.deallocate()
  }

  /// Begins a part.
  func begin(_ name: String) throws {
    self.name = Array(name.utf8)
    offset = written
    (checksum, size, packedSize) = (crc32(0, nil, 0), 0, 0)
    deflateReset(&stream)
    try write([0x50, 0x4B, 3, 4] + Self.kind + Self.moment + [UInt8](repeating: 0, count: 12))
    try write(Self.bytes(self.name.count, 2) + [0, 0] + self.name)
  }

  /// Adds to the part.
  func add(_ bytes: [UInt8]) throws {
    size += bytes.count
    try bytes.withUnsafeBytes { bytes in
      checksum = crc32(
        checksum, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, UInt32(bytes.count))
      try deflate(bytes, Z_NO_FLUSH)
    }
  }

  /// Ends the part.
  func end() throws {
    try deflate(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
    // Beyond it a zip has another form, which not every program reads.
    guard size < 0xFFFF_FFFF, written < 0xFFFF_0000 else { throw WorkbookWritingError.tooLarge }
    let sizes = Self.bytes(Int(checksum), 4) + Self.bytes(packedSize, 4) + Self.bytes(size, 4)
    try write([0x50, 0x4B, 7, 8] + sizes)
    parts.append(
      Part(name: name, offset: offset, checksum: checksum, packedSize: packedSize, size: size))
  }

  /// Writes the directory.
  func finish() throws {
    let start = written
    for part in parts {
      let sizes =
        Self.bytes(Int(part.checksum), 4) + Self.bytes(part.packedSize, 4) + Self.bytes(part.size, 4)
      try write([0x50, 0x4B, 1, 2, 20, 0] + Self.kind + Self.moment + sizes + Self.bytes(part.name.count, 2))
      try write([UInt8](repeating: 0, count: 12) + Self.bytes(part.offset, 4) + part.name)
    }
    let length = written - start
    let count = Self.bytes(parts.count, 2)
    try write([0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + Self.bytes(length, 4))
    try write(Self.bytes(start, 4) + [0, 0])
  }

  private func deflate(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) throws {
    stream.next_in = UnsafeMutablePointer(mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
    stream.avail_in = UInt32(bytes.count)
    var isFull = true
    while isFull {
      stream.next_out = buffer.assumingMemoryBound(to: UInt8.self).baseAddress
      stream.avail_out = UInt32(buffer.count)
      _ = CZlib.deflate(&stream, flush)
      let count = buffer.count - Int(stream.avail_out)
      isFull = stream.avail_out == 0
      packedSize += count
      written += count
      if count > 0 { try output(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    written += bytes.count
    try bytes.withUnsafeBytes { try output($0) }
  }

  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// Why a table can't be a workbook.
public enum WorkbookWritingError: Error, Equatable, Sendable {
  /// It has more rows than a sheet.
  case tooManyRows
  /// It has more columns than a sheet.
  case tooManyColumns
  /// A text is longer than a cell may be; the cell.
  case textTooLong(cell: String)
  /// It comes to more than 4 GiB.
  case tooLarge
}
