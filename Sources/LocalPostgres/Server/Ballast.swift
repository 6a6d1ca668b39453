import Glibc

/// A file that holds nothing but room: deleted in need, it lets a server start on a full disk.
struct Ballast: Sendable {
  static let size = 32 << 20

  let path: String

  var exists: Bool { FileStatus(of: path) != nil }

  /// Lays the file in, unless it is there or the disk is too full to spare the room.
  ///
  /// Failing is no reason to disturb the caller: the server runs without.
  func lay(in home: Folder) {
    guard !exists, let disk = Disk(of: home.path), disk.free >= 8 * Self.size else { return }
    do {
      let descriptor = try Descriptor(opening: path, O_WRONLY | O_CREAT)
      try home.adopt(path)
      // Not `ftruncate`: the blocks must be taken, not promised.
      if posix_fallocate(descriptor.number, 0, off_t(Self.size)) != 0 { try File(path).remove() }
    } catch {
      return
    }
  }
}
