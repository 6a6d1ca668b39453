import CEmbedded
import Glibc
import Postgres

/// A file of sql/, seed/ or po/ as it was when the binary was built.
//
// Its pointer is to constants of the program, which nobody can change.
struct Embedded: @unchecked Sendable {
  /// Path from the top of the repository, `sql/schema/0001_catalog.sql`.
  let path: String
  /// The bytes, which live as long as the program.
  let bytes: UnsafeRawBufferPointer

  /// The file's text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The file's name without folder and ending.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.split(separator: ".").first.map(String.init) ?? name
  }

  /// The files of a folder, in the order of their names.
  static func folder(_ folder: String) -> [Embedded] {
    all.filter { $0.path.hasPrefix(folder + "/") }
  }

  /// One file.
  static func file(_ path: String) throws -> Embedded {
    guard let found = all.first(where: { $0.path == path }) else {
      throw LubanError.internal("\(path) is not embedded")
    }
    return found
  }

  private static let all: [Embedded] = (0..<embedded_file_count()).map { position in
    let file = embedded_file_at(position)
    return Embedded(
      path: String(cString: file.path),
      bytes: UnsafeRawBufferPointer(start: file.text, count: strlen(file.text)))
  }
}

extension SQL {
  /// A file of sql/ as a statement.
  static func file(_ path: String) throws -> SQL {
    SQL(embedded: try Embedded.file(path).text)
  }
}

extension Transaction {
  /// Runs files of sql/ one after another.
  func runScripts(_ files: [Embedded]) throws {
    for file in files { try runScript(SQL(embedded: file.text)) }
  }
}

/// FNV-1a, 64 bits, as 16 hexadecimal digits: tells whether a file has changed, no more.
///
/// Over words of eight bytes, the rest of a file by bytes: every command asks it of all files of the schema.
func checksum(of files: [Embedded]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  func take(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
  for bytes in files.map(\.bytes) {
    let whole = bytes.count / 8 * 8
    for position in stride(from: 0, to: whole, by: 8) {
      take(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
    }
    for byte in bytes[whole...] { take(UInt64(byte)) }
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
