import Bytes
import Glibc

/// A file without a name: what does not fit in memory, gone when the process ends, however it ends.
public final class ScratchFile {
  /// The descriptor.
  public let descriptor: Int32
  /// The bytes written so far.
  public private(set) var size = 0

  /// Makes one in the folder for temporary files.
  public init() throws(WorkbookError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/luban-XXXXXX").utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw WorkbookError(.noScratch(reason: systemReason(errno))) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(path)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Adds bytes at the end.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(WorkbookError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        size += count
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      } else if errno != EINTR {
        throw WorkbookError(.noScratch(reason: systemReason(errno)))
      }
    }
  }
}
