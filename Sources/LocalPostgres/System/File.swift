import Glibc

/// A small text file, by its path.
struct File: Sendable, Hashable {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// The text of the file, its first 64 KiB; nil when it isn't there or can't be read.
  ///
  /// Bytes that are not UTF-8 become replacement characters: the files read here are PostgreSQL's and
  /// the kernel's, and nothing that decides is outside ASCII but paths that we wrote ourselves.
  var text: String? {
    guard let descriptor = try? Descriptor(opening: path, O_RDONLY),
      let bytes = try? descriptor.read(upTo: 65_536, from: path)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the text in place of what the file held.
  func write(_ text: String, owner: Account? = nil) throws(LocalPostgresError) {
    try store(text, O_TRUNC)
    try owner?.own(path)
  }

  /// Adds the text at the end.
  func append(_ text: String) throws(LocalPostgresError) {
    try store(text, O_APPEND)
  }

  /// Removes the file; one that is gone already is fine.
  func remove() throws(LocalPostgresError) {
    do {
      try SystemCall.run("unlink", path) { unlink(path) }
    } catch .system(_, _, ENOENT) {
      return
    }
  }

  private func store(_ text: String, _ flags: Int32) throws(LocalPostgresError) {
    let descriptor = try Descriptor(opening: path, O_WRONLY | O_CREAT | flags)
    try descriptor.write(text, to: path)
    try SystemCall.run("fsync", path) { fsync(descriptor.number) }
  }
}
