import Glibc

/// Buffered output to a file descriptor.
///
/// Nothing is written by itself at the end: call ``flush()``, whose errors matter. For a closed pipe to be an
/// error rather than the end of the process, the process must ignore `SIGPIPE`.
public final class ByteSink {
  /// The name of the output for errors.
  public let name: String
  /// The bytes taken so far, also those still in the buffer.
  public private(set) var bytesWritten = 0

  /// The SHA-256 of the bytes taken, where one is wanted before the first of them.
  private var hash: SHA256?

  private let descriptor: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var filled = 0

  /// Writes to an open descriptor, which stays the caller's to close.
  public init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  deinit {
    buffer.deallocate()
  }

  /// A sink to standard output.
  public static func standardOutput() -> ByteSink {
    ByteSink(descriptor: STDOUT_FILENO, name: "standard output")
  }

  /// Has the bytes to come told by ``sha256``.
  public func beginHash() { hash = SHA256() }

  /// The SHA-256 of the bytes taken since ``beginHash()``, in hexadecimal; `nil` without it.
  public var sha256: String? { hash?.hexadecimal }

  /// Takes bytes, and writes when the buffer is full.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(WritingError) {
    bytesWritten += bytes.count
    hash?.update(bytes)
    if filled + bytes.count > buffer.count { try flush() }
    guard bytes.count < buffer.count else { return try writeOut(bytes) }
    UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: bytes)
    filled += bytes.count
  }

  /// Takes bytes.
  public func write(_ bytes: [UInt8]) throws(WritingError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(WritingError) in try write(bytes) }
    }
    try result.get()
  }

  /// Takes a text as UTF-8.
  public func write(_ text: String) throws(WritingError) {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(WritingError) in try write(UnsafeRawBufferPointer(bytes)) }
    }
    try result.get()
  }

  /// Takes lines, each with a line feed after it.
  public func write(lines: [String]) throws(WritingError) {
    for line in lines { try write(line + "\n") }
  }

  /// Writes what the buffer holds.
  public func flush() throws(WritingError) {
    let pending = UnsafeRawBufferPointer(rebasing: buffer[..<filled])
    // Emptied first: what could not be written is not tried again by the next call.
    filled = 0
    try writeOut(pending)
  }

  private func writeOut(_ bytes: UnsafeRawBufferPointer) throws(WritingError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, piece.baseAddress, piece.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        // Standard output may share its open file with a program that made it non-blocking.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw WritingError(file: name, code: errno)
      }
    }
  }
}
