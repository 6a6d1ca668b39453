/// One file of sql/schema: applied once, in order, never edited afterwards.
struct Migration: Sendable {
  let number: Int
  let file: Embedded

  var name: String { file.stem }
  var checksum: String { Luban.checksum(of: [file]) }

  /// All migrations of this program, from 1 on.
  static let all = Embedded.folder("sql/schema").enumerated().map {
    Migration(number: $0.offset + 1, file: $0.element)
  }

  /// The files that are applied anew, whole, when one of them has changed.
  static let code = Embedded.folder("sql/code") + Embedded.folder("sql/report")

  static let codeChecksum = Luban.checksum(of: code)
}
