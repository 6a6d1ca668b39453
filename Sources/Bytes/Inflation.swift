import CZlib

/// Inflates deflated bytes piece by piece; where they come from, and where they end, its caller knows.
public final class Inflation {
  /// What stands around the deflated bytes.
  public enum Form: Sendable {
    /// A header and a checksum, as in a gzip file.
    case gzip
    /// Nothing, as in the part of a zip.
    case bare
  }

  /// What came of a piece.
  public struct Step: Sendable {
    /// How many of the deflated bytes were used.
    public let used: Int
    /// How many bytes were written.
    public let written: Int
    /// Whether the deflated bytes end here.
    public let isAtEnd: Bool
  }

  /// Why bytes can't be inflated.
  public struct Failure: Error, Equatable, Sendable {
    /// In zlib's words.
    public let reason: String
  }

  private var stream = z_stream()

  /// Begins.
  public init(_ form: Form) throws(Failure) {
    // 15 bits of window; 16 more ask for the form of gzip, less than nothing for none.
    let bits: Int32 =
      switch form {
      case .gzip: 15 + 16
      case .bare: -15
      }
    let code = inflateInit2_(&stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard code == Z_OK else { throw Failure(reason: "zlib error \(code)") }
  }

  deinit {
    inflateEnd(&stream)
  }

  /// Writes what some of `packed` comes to into `output`.
  public func inflate(
    _ packed: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
  ) throws(Failure) -> Step {
    // zlib reads it only.
    stream.next_in = UnsafeMutablePointer(mutating: packed.assumingMemoryBound(to: UInt8.self).baseAddress)
    stream.avail_in = UInt32(packed.count)
    stream.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
    let room = UInt32(clamping: output.count)
    stream.avail_out = room
    let code = CZlib.inflate(&stream, Z_NO_FLUSH)
    guard code == Z_OK || code == Z_BUF_ERROR || code == Z_STREAM_END else {
      throw Failure(reason: stream.msg.map { String(cString: $0) } ?? "zlib error \(code)")
    }
    return Step(
      used: packed.count - Int(stream.avail_in), written: Int(room - stream.avail_out),
      isAtEnd: code == Z_STREAM_END)
  }

  /// Begins anew, for what follows an end; whether that can be.
  public func restart() -> Bool { inflateReset(&stream) == Z_OK }
}
