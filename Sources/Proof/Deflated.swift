import Bytes
import CZlib

/// Small pieces of bytes, deflated without a header.
enum Deflated {
  /// How many bytes a piece may have: a code that says of itself that it holds more is not read.
  static let limit = 16 << 10

  /// The bytes, deflated as far as zlib can.
  ///
  /// - Throws: ``ProofFault/tooLarge`` for more than ``limit``, or where zlib has no room.
  static func pack(_ bytes: [UInt8]) throws(ProofFault) -> [UInt8] {
    guard bytes.count <= limit else { throw .tooLarge }
    var stream = z_stream()
    // A window and tables for all of the piece, in which as much is found as in the largest ones: these take
    // half a megabyte that is cleared for each piece.
    let window = Int32(min(max(Int.bitWidth - bytes.count.leadingZeroBitCount, 9), 15))
    guard
      deflateInit2_(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, -window, window - 6, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .tooLarge }
    defer { deflateEnd(&stream) }
    var (source, packed) = (
      bytes, [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
    )
    let code = source.withUnsafeMutableBufferPointer { source in
      packed.withUnsafeMutableBufferPointer { packed in
        (stream.next_in, stream.avail_in) = (source.baseAddress, UInt32(source.count))
        (stream.next_out, stream.avail_out) = (packed.baseAddress, UInt32(packed.count))
        return deflate(&stream, Z_FINISH)
      }
    }
    guard code == Z_STREAM_END else { throw .tooLarge }
    return Array(packed[..<Int(stream.total_out)])
  }

  /// What was deflated; `nil` where it is no such thing, has more behind it, or comes to more than ``limit``.
  static func unpack(_ packed: [UInt8]) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: limit)
    let step = packed.withUnsafeBytes { packed in
      bytes.withUnsafeMutableBytes { try? Inflation(.bare).inflate(packed, into: $0) }
    }
    guard let step, step.isAtEnd, step.used == packed.count else { return nil }
    return Array(bytes[..<step.written])
  }
}
