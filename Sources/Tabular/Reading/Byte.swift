/// The few bytes the readers and writers know by name.
enum Byte {
  static let nul: UInt8 = 0x00
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B
  static let backslash: UInt8 = 0x5C
  static let pipe: UInt8 = 0x7C

  /// What stands for a byte that is no character while a text is in memory.
  static let substitute: UInt8 = 0x1A
  /// U+FFFD in UTF-8, which programs write where a character was lost.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  /// U+FEFF in UTF-8.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the byte continues a UTF-8 sequence rather than beginning one.
  static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }
}
