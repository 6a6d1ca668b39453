import Glibc

/// A lock between processes, on a file that stays empty.
///
/// The kernel frees it when its holder ends, however it ends. It is not inherited by a spawned server:
/// the descriptor is close-on-exec.
struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Takes the lock, or returns nil at once when another process or task holds it.
  init?(takingNow path: String) throws(LocalPostgresError) {
    let isNew = FileStatus(of: path) == nil
    let descriptor = try Descriptor(opening: path, O_RDWR | O_CREAT)
    if isNew { try Folder(path).parent?.adopt(path) }
    do {
      try SystemCall.run("flock", path) { flock(descriptor.number, LOCK_EX | LOCK_NB) }
    } catch .system(_, _, EWOULDBLOCK) {
      return nil
    }
    // A holder that destroys the cluster removes this file, and the next comer makes a new one: a lock
    // on the removed file would guard nothing.
    guard Self.identity(descriptor.number) == Self.identity(path) else { return nil }
    self.descriptor = descriptor
  }

  /// Gives the lock back; so does the end of its life.
  consuming func release() {}

  private static func identity(_ number: Int32) -> [UInt64]? {
    var raw = stat()
    return fstat(number, &raw) == 0 ? [UInt64(raw.st_dev), UInt64(raw.st_ino)] : nil
  }

  private static func identity(_ path: String) -> [UInt64]? {
    var raw = stat()
    return lstat(path, &raw) == 0 ? [UInt64(raw.st_dev), UInt64(raw.st_ino)] : nil
  }
}
