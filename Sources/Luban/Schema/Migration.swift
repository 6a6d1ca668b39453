/// One file of sql/schema: applied once, in order, never edited once it is released.
struct Migration: Sendable {
  let number: Int
  let file: Embedded

  var name: String { file.stem }
  var checksum: String { Luban.checksum(of: [file]) }
}
