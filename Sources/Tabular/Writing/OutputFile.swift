import Glibc

/// A file that appears whole or not at all.
///
/// ```swift
/// let file = try OutputFile(path: "people.csv")
/// try file.sink.write("…")
/// try file.commit()
/// ```
/// The bytes go to `people.csv.part` beside it, which takes the file's name on ``commit()``. Without a commit
/// it is removed, and what was there before stays. A path that is no regular file, such as `/dev/null` or
/// a named pipe, is written directly.
public final class OutputFile {
  /// The path as given.
  public let path: String
  /// Where the content goes.
  public let sink: ByteSink

  /// The file itself, for a program that writes it in place of the sink.
  public let descriptor: Int32

  private let target: String
  private let part: String?
  private var isOpen = true

  /// Opens the file for writing; `permissions` are those of a new file, less the process's mask.
  ///
  /// Throws ``WritingError``: folder, missingFolder, busy, noSpace, failed.
  public init(path: String, permissions: mode_t = 0o666) throws(WritingError) {
    self.path = path
    target = Self.resolvingLinks(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw WritingError(file: path, fault: .folder) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      part = nil
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw WritingError(file: path, code: errno) }
    } else {
      let part = target + ".part"
      // A file that is replaced keeps who may read it.
      let mode = exists ? status.st_mode & 0o777 : permissions
      descriptor = try Self.openAlone(part, mode: mode, for: path)
      if exists { fchmod(descriptor, mode) }
      self.part = part
    }
    sink = ByteSink(descriptor: descriptor, name: path)
  }

  deinit {
    discard()
  }

  /// Writes what is pending, waits until it is on disk, and gives the file its name.
  ///
  /// Throws ``WritingError``; then the file is as it was before.
  public func commit() throws(WritingError) {
    try sink.flush()
    guard isOpen, let part else { return }
    guard fsync(descriptor) == 0, rename(part, target) == 0 else {
      throw WritingError(file: path, code: errno)
    }
    isOpen = false
    close(descriptor)
    syncFolder()
  }

  /// Gives up the content; what was at the path before stays.
  public func discard() {
    guard isOpen else { return }
    isOpen = false
    if let part { unlink(part) }
    close(descriptor)
  }

  /// Makes the new name survive a power cut; a file system that cannot is no reason to fail.
  private func syncFolder() {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Opens the part and locks it: a part left by a crash is taken over, one being written is not.
  private static func openAlone(
    _ part: String, mode: mode_t, for path: String
  ) throws(WritingError) -> Int32 {
    while true {
      let descriptor = open(part, O_RDWR | O_CREAT | O_CLOEXEC, mode)
      guard descriptor >= 0 else { throw WritingError(file: path, code: errno) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        close(descriptor)
        throw WritingError(file: path, fault: .busy)
      }
      // Between open and lock another program may have given the part its final name: then start over.
      var opened = stat()
      var named = stat()
      if fstat(descriptor, &opened) == 0, stat(part, &named) == 0, opened.st_ino == named.st_ino {
        ftruncate(descriptor, 0)
        return descriptor
      }
      close(descriptor)
    }
  }

  /// A link stays a link: the file it leads to is replaced.
  private static func resolvingLinks(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
