import Bytes
import Glibc

/// The bytes of an open file by their position.
final class FileBytes {
  let size: Int
  private let descriptor: Int32

  /// Takes a descriptor of its own on the open file.
  init(descriptor: Int32, size: Int) throws(WorkbookError) {
    self.size = size
    self.descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard self.descriptor >= 0 else { throw WorkbookError(.readFailed(reason: systemReason(errno))) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Reads some bytes at a position; 0 beyond the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw WorkbookError(.readFailed(reason: systemReason(errno))) }
    }
  }

  /// All the bytes of a stretch; fewer where the file ends before.
  func bytes(at offset: Int, count: Int) throws(WorkbookError) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
    var filled = 0
    while filled < result.count {
      let read: Result<Int, WorkbookError> = result.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        return Result { () throws(WorkbookError) in try self.read(at: offset + filled, into: free) }
      }
      let count = try read.get()
      if count == 0 { break }
      filled += count
    }
    result.removeLast(result.count - filled)
    return result
  }
}

extension [UInt8] {
  /// The number that stands at an offset, its least byte first; 0 beyond the end.
  func number(_ offset: Int, bytes: Int) -> Int {
    guard offset >= 0, offset + bytes <= count else { return 0 }
    return (0..<bytes).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
