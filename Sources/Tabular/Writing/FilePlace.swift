import Glibc

/// Where a path leads, however it is written: by links, dots, or another name of the same file.
public struct FilePlace: Hashable, Sendable {
  private let device: dev_t
  private let inode: ino_t
  /// What is left of the path where there is no file yet, in the folder that is there.
  private let name: String

  /// The place of a file that is read, `-` for standard input, or written; nil of what holds nothing, such
  /// as a pipe or `/dev/null`.
  public init?(_ path: String) {
    var status = stat()
    if path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      (device, inode, name) = (status.st_dev, status.st_ino, "")
      return
    }
    let target = Self.followed(path)
    let cut = target.lastIndex(of: "/")
    let folder = cut.map { String(target[...$0]) } ?? "."
    guard stat(folder, &status) == 0 else { return nil }
    (device, inode) = (status.st_dev, status.st_ino)
    name = String(cut.map { target[target.index(after: $0)...] } ?? target[...])
  }

  /// The path behind links that lead to no file yet.
  private static func followed(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      guard count > 0 else { return path }
      let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    return path
  }
}
