import CZlib

/// Inflates a gzip file piece by piece, also one of several members (`cat a.gz b.gz`).
final class Inflater {
  private let input: FileInput
  private var stream = z_stream()
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  /// Compressed bytes not used yet, within `buffer`.
  private var waiting: Range<Int>
  private var isBetweenMembers = false
  private var isFinished = false

  /// The two bytes a gzip file begins with.
  static let magic: [UInt8] = [0x1F, 0x8B]

  /// Inflates `prefix`, which is already read, and then the rest of `input`.
  init(_ input: FileInput, prefix: [UInt8]) throws(ReadingError) {
    self.input = input
    buffer.copyBytes(from: prefix)
    waiting = 0..<prefix.count
    // 15 bits of window, and 16 for the gzip form with its checksum.
    let code = inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw damaged("zlib error \(code)") }
  }

  deinit {
    inflateEnd(&stream)
    buffer.deallocate()
  }

  /// Writes some inflated bytes to `output`; 0 at the end of the file.
  func read(into output: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while !isFinished {
      if waiting.isEmpty { try refill() }
      if waiting.isEmpty {
        guard isBetweenMembers else { throw ReadingError(file: input.name, fault: .gzipTruncated) }
        isFinished = true
      } else if isBetweenMembers {
        try beginMember()
      } else {
        let count = try inflateSome(into: output)
        if count > 0 { return count }
      }
    }
    return 0
  }

  private func refill() throws(ReadingError) {
    waiting = 0..<(try input.read(into: buffer))
  }

  private func inflateSome(into output: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    let bytes = buffer.assumingMemoryBound(to: UInt8.self)
    stream.next_in = bytes.baseAddress.map { $0 + waiting.lowerBound }
    stream.avail_in = UInt32(waiting.count)
    stream.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    let room = UInt32(clamping: output.count)
    stream.avail_out = room
    let code = inflate(&stream, Z_NO_FLUSH)
    waiting = (waiting.upperBound - Int(stream.avail_in))..<waiting.upperBound
    switch code {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isBetweenMembers = true
    default: throw damaged(stream.msg.map { String(cString: $0) } ?? "zlib error \(code)")
    }
    return Int(room - stream.avail_out)
  }

  /// Begins the member that follows, or passes over the zeros that tapes and some tools pad with.
  private func beginMember() throws(ReadingError) {
    guard buffer[waiting.lowerBound] != 0 else {
      waiting = waiting.dropFirst()
      return
    }
    guard buffer[waiting.lowerBound] == Self.magic[0], inflateReset(&stream) == Z_OK else {
      throw damaged("other data follow its end")
    }
    isBetweenMembers = false
  }

  private func damaged(_ reason: String) -> ReadingError {
    ReadingError(file: input.name, fault: .gzipDamaged(reason: reason))
  }
}
