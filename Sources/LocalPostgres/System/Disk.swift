import Glibc

/// The room on the disk that holds a folder.
struct Disk {
  /// Bytes that a user without privileges may still write.
  let free: Int

  /// Asks the file system; nil when the folder can't be reached.
  init?(of path: String) {
    var raw = statvfs()
    guard statvfs(path, &raw) == 0 else { return nil }
    free = Int(raw.f_bavail) * Int(raw.f_frsize)
  }
}
