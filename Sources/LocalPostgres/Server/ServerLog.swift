import Glibc

/// The log that the server writes to, and initdb's beside it.
struct ServerLog: Sendable {
  /// Beyond this size the log is set aside when the server is next started; one older log is kept.
  static let sizeToRotate = 10 << 20

  let folder: Folder

  var path: String { folder.appending("server.log") }
  var olderPath: String { folder.appending("server.log.1") }
  var makingPath: String { folder.appending("initdb.log") }

  /// Makes the folder, and sets a log aside that has grown too long.
  func prepare(in home: Folder) throws(LocalPostgresError) {
    if try folder.create(mode: 0o700) { try home.adopt(folder.path) }
    guard size > Self.sizeToRotate else { return }
    try SystemCall.run("rename", path) { rename(path, olderPath) }
  }

  /// How long the log is now: what is written later begins here.
  var size: Int { FileStatus(of: path)?.size ?? 0 }

  /// What was written after the log had the given size, its last 8 KiB.
  func text(after size: Int) -> String {
    Self.tail(of: path, after: size)
  }

  /// The last lines of what initdb said.
  var makingText: String { Self.tail(of: makingPath, after: 0) }

  /// Removes the logs, and the folder if nothing else is in it.
  func remove() throws(LocalPostgresError) {
    for path in [path, olderPath, makingPath] { try File(path).remove() }
    try folder.removeIfEmpty()
  }

  private static func tail(of path: String, after start: Int) -> String {
    let limit = 8_192
    guard let descriptor = try? Descriptor(opening: path, O_RDONLY), let size = FileStatus(of: path)?.size
    else { return "" }
    lseek(descriptor.number, max(start, size - limit), SEEK_SET)
    let bytes = try? descriptor.read(upTo: limit, from: path)
    return String(decoding: bytes ?? [], as: UTF8.self)
  }
}

extension String {
  /// The last lines of a text, indented, for a message.
  func lastLines(_ count: Int) -> String {
    split(separator: "\n").suffix(count).map { "  " + $0 }.joined(separator: "\n")
  }
}
