import Glibc

/// A folder on disk, by its path.
struct Folder: Sendable, Hashable {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  func appending(_ name: String) -> String {
    path + "/" + name
  }

  /// Whether there is a folder at the path, or at the end of the links there.
  var exists: Bool {
    FileStatus(of: resolved)?.kind == .folder
  }

  /// The path with every symbolic link followed, as the kernel reports it; unchanged if there is none.
  var resolved: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Makes the folder; one that is there already is fine, and keeps its mode and owner.
  ///
  /// - Returns: whether this call made it.
  @discardableResult
  func create(mode: mode_t, owner: Account? = nil) throws(LocalPostgresError) -> Bool {
    do {
      try SystemCall.run("mkdir", path) { mkdir(path, mode) }
    } catch .system(_, _, EEXIST) {
      return false
    }
    // Said again, since the caller's umask may have taken something away.
    try SystemCall.run("chmod", path) { chmod(path, mode) }
    try owner?.own(path)
    return true
  }

  /// Makes the folder and those above it that are missing.
  func createWithParents(mode: mode_t) throws(LocalPostgresError) {
    guard !exists else { return }
    if let parent = Folder(path).parent { try parent.createWithParents(mode: mode) }
    try create(mode: mode)
  }

  /// The folder that holds this one; nil for the root and for a bare name.
  var parent: Folder? {
    guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
    return Folder(slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  /// Makes a new folder of mode 0700 whose name begins with the prefix and is nobody else's.
  static func unique(prefix: String) throws(LocalPostgresError) -> Folder {
    var template = Array((prefix + "XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .system(operation: "mkdtemp", path: prefix, code: errno)
    }
    return Folder(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  /// Gives what root made in this folder to whom the folder belongs, lest the owner be locked out later.
  func adopt(_ path: String) throws(LocalPostgresError) {
    guard geteuid() == 0, let status = FileStatus(of: resolved) else { return }
    try SystemCall.run("chown", path) { lchown(path, status.owner, status.group) }
  }

  /// Makes sure that names made or renamed in the folder survive a loss of power.
  func synchronize() throws(LocalPostgresError) {
    let descriptor = try Descriptor(opening: path, O_RDONLY | O_DIRECTORY)
    try SystemCall.run("fsync", path) { fsync(descriptor.number) }
  }
}
