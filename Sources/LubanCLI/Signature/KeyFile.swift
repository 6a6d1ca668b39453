import Glibc
import Luban
import Messages
import Proof
import Tabular

/// The file of a private key, which only its owner reads.
enum KeyFile {
  /// Nothing is written over: the key in it may be the only one there is.
  struct Exists: SaidError {
    fileprivate let path: String

    var said: Message { "\(path): there is a file already, which may hold a key. Name a new one." }
  }

  /// Writes a key into a new file.
  ///
  /// - Throws: ``Exists``, `WritingError`.
  static func create(_ path: String, _ key: SigningKey) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw Exists(path: path) }
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw WritingError(
        file: path, fault: isMissing ? .missingFolder : .failed(reason: String(cString: strerror(errno))))
    }
    defer { close(descriptor) }
    do {
      let sink = ByteSink(descriptor: descriptor, name: path)
      try sink.write(key.pem)
      try sink.flush()
      guard fsync(descriptor) == 0 else {
        throw WritingError(file: path, fault: .failed(reason: String(cString: strerror(errno))))
      }
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Reads a key, and says so where others can read it as well.
  ///
  /// - Throws: ``LubanError/invalidData(_:)`` where there is none in it, `ReadingError`.
  static func read(_ path: String) throws -> SigningKey {
    let text = try ByteSource(path: path).text()
    let key: SigningKey
    do { key = try SigningKey(pem: text) } catch { throw LubanError.invalidData("\(path): \(error.said)") }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 {
      Talk.say("\(path): others can read this key. Take that from them: chmod 600 \(path)")
    }
    return key
  }
}
