import Glibc

/// A folder that appears whole or not at all, as an ``OutputFile`` does.
///
/// Its files are written into `DIR.part` beside it, which takes its name on ``commit()``, and is removed
/// without one. One that was left by a crash is taken over.
public final class OutputFolder {
  /// Where the files go until then.
  public let part: String
  private let path: String
  private let descriptor: Int32
  private var isOpen = true

  /// Makes it.
  ///
  /// Throws ``WritingError``: exists, missingFolder, busy, noSpace, failed.
  public init(path: String) throws(WritingError) {
    let cut = path.lastIndex { $0 != "/" } ?? path.startIndex
    self.path = String(path[...cut])
    part = self.path + ".part"
    guard access(self.path, F_OK) != 0 else { throw WritingError(file: path, fault: .exists) }
    guard mkdir(part, 0o777) == 0 || errno == EEXIST else { throw WritingError(file: path, code: errno) }
    descriptor = open(part, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WritingError(file: path, code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw WritingError(file: path, fault: .busy)
    }
    Self.empty(part)
  }

  deinit { discard() }

  /// Gives the folder its name.
  ///
  /// Throws ``WritingError``: exists, where something has got that name since, and failed.
  public func commit() throws(WritingError) {
    // It takes the place of an empty folder at most.
    guard fsync(descriptor) == 0, rename(part, path) == 0 else {
      let isThere = [EEXIST, ENOTEMPTY, ENOTDIR].contains(errno)
      throw isThere ? WritingError(file: path, fault: .exists) : WritingError(file: path, code: errno)
    }
    isOpen = false
    close(descriptor)
  }

  /// Removes what was written.
  public func discard() {
    guard isOpen else { return }
    isOpen = false
    Self.empty(part)
    rmdir(part)
    close(descriptor)
  }

  private static func empty(_ folder: String) {
    for name in names(in: folder) { unlink("\(folder)/\(name)") }
  }

  /// The names of what is in a folder, in their order; none where it can't be read.
  public static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: entry.pointee.d_name) { field in
          field.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
