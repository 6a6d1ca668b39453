import Glibc
import Workbook

/// Output of which something must be known before it can be written where it belongs: a file without a name.
public final class ScratchOutput {
  /// Where the content goes.
  public let sink: ByteSink
  private let file: ScratchFile

  /// Makes one in the folder for temporary files.
  public init() throws(WritingError) {
    do { file = try ScratchFile() } catch {
      throw WritingError(file: "TMPDIR", fault: .failed(reason: "\(error)"))
    }
    sink = ByteSink(descriptor: file.descriptor, name: "TMPDIR")
  }

  /// Whether it begins with these bytes.
  public func begins(with bytes: [UInt8]) throws(WritingError) -> Bool {
    try sink.flush()
    var first = bytes
    return pread(file.descriptor, &first, bytes.count, 0) == bytes.count && first == bytes
  }

  /// Writes what it holds from a byte on.
  public func copy(from start: Int, to output: ByteSink) throws(WritingError) {
    try sink.flush()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    var position = start
    while true {
      let count = pread(file.descriptor, buffer.baseAddress, buffer.count, off_t(position))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw WritingError(file: sink.name, code: errno) }
      if count == 0 { return }
      try output.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      position += count
    }
  }
}
