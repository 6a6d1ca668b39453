import Bytes
import Glibc

/// The raw bytes of a file or of standard input: opened with care, counted, hashed, and watched for change.
final class FileInput {
  /// The path, or `standard input`.
  let name: String
  /// The size in bytes of a regular file.
  let size: Int?
  private(set) var bytesRead = 0
  private(set) var hash = SHA256()
  /// The most bytes asked of one read; tests make it small.
  var readLimit = Int.max

  /// The open file, to be read by position where it is a regular one.
  let descriptor: Int32
  private let path: String?
  /// What a regular file was when opened.
  private let identity: FileIdentity?

  /// Asked again and again while a pipe has nothing to read.
  private let isStopped: @Sendable () -> Bool

  /// Opens `path`, or takes standard input for `-`.
  init(path: String, isStopped: @escaping @Sendable () -> Bool = { false }) throws(ReadingError) {
    self.isStopped = isStopped
    let isStandardInput = path == "-"
    name = isStandardInput ? "standard input" : path
    self.path = isStandardInput ? nil : path
    var status = stat()
    if isStandardInput {
      guard fstat(STDIN_FILENO, &status) == 0 else { throw ReadingError(file: name, openFailure: errno) }
      guard isatty(STDIN_FILENO) == 0 else { throw ReadingError(file: name, fault: .terminal) }
      descriptor = STDIN_FILENO
    } else {
      // Looked at before it is opened: opening a device may already do something.
      guard stat(path, &status) == 0 else { throw ReadingError(file: name, openFailure: errno) }
      try Self.refuse(status, name: name)
      // A named pipe is opened at once: that somebody writes to it is waited for where it is read.
      descriptor = open(path, O_RDONLY | O_CLOEXEC | (status.st_mode & S_IFMT == S_IFIFO ? O_NONBLOCK : 0))
      guard descriptor >= 0 else { throw ReadingError(file: name, openFailure: errno) }
      fstat(descriptor, &status)
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    identity = isRegular ? FileIdentity(status) : nil
    size = isRegular ? Int(status.st_size) : nil
    try Self.refuse(status, name: name, allowingSocket: isStandardInput)
  }

  /// Whether it can be read by position: standard input may begin anywhere.
  var isInPlace: Bool { path != nil && size != nil }

  deinit {
    if path != nil, descriptor >= 0 { close(descriptor) }
  }

  /// Reads some bytes; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
    while true {
      if size == nil { try awaitBytes() }
      let count = Glibc.read(descriptor, buffer.baseAddress, min(buffer.count, readLimit))
      if count > 0 {
        bytesRead += count
        hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
      }
      if count == 0 {
        try checkUnchanged()
        return 0
      }
      guard errno == EINTR || errno == EAGAIN else {
        throw ReadingError(file: name, fault: .readFailed(reason: systemReason(errno)))
      }
    }
  }

  /// Waits until a pipe has something to read, or has ended; else ``ReadingError/Fault/stopped``.
  private func awaitBytes() throws(ReadingError) {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, Self.patience) == 0 {
      if isStopped() { throw ReadingError(file: name, fault: .stopped) }
    }
  }

  /// How many milliseconds a pipe is waited for at a time.
  private static let patience: Int32 = 100

  /// Whether the file is still what was opened; else ``ReadingError/Fault/changed``.
  func checkUnchanged() throws(ReadingError) {
    guard let identity else { return }
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileIdentity(status) == identity else {
      throw ReadingError(file: name, fault: .changed)
    }
    // A program that saves by renaming leaves the open file as it was: the path tells.
    guard let path else { return }
    guard stat(path, &status) == 0, FileIdentity(status) == identity else {
      throw ReadingError(file: name, fault: .changed)
    }
  }

  private static func refuse(
    _ status: stat, name: String, allowingSocket: Bool = false
  ) throws(ReadingError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFIFO: return
    case S_IFSOCK where allowingSocket: return
    case S_IFDIR: throw ReadingError(file: name, fault: .folder)
    default: throw ReadingError(file: name, fault: .device)
    }
  }
}

/// What tells that a file is still the same one with the same content.
private struct FileIdentity: Equatable {
  let device: dev_t
  let inode: ino_t
  let size: off_t
  let seconds: Int
  let nanoseconds: Int

  init(_ status: stat) {
    device = status.st_dev
    inode = status.st_ino
    size = status.st_size
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

extension ReadingError {
  fileprivate init(file: String, openFailure code: Int32) {
    let isMissing = code == ENOENT || code == ENOTDIR
    self.init(file: file, fault: isMissing ? .missing : .unreadable(reason: systemReason(code)))
  }
}
