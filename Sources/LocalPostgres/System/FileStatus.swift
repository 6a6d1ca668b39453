import Glibc

/// What the file system says about a path; a symbolic link is described itself, not its target.
struct FileStatus {
  enum Kind {
    case file, folder, link, other
  }

  let kind: Kind
  let owner: uid_t
  let group: gid_t
  let permissions: mode_t
  let size: Int
  let bytesOnDisk: Int

  /// Reads the status; nil when nothing is there or it can't be reached.
  init?(of path: String) {
    var raw = stat()
    guard lstat(path, &raw) == 0 else { return nil }
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    owner = raw.st_uid
    group = raw.st_gid
    permissions = raw.st_mode & 0o7777
    size = Int(raw.st_size)
    bytesOnDisk = Int(raw.st_blocks) * 512
  }
}
