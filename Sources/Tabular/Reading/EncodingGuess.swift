/// Tells by their statistics what encoding bytes that are not UTF-8 may be in.
///
/// A hint for people only: nothing is ever decoded by a guess.
enum EncodingGuess {
  /// The likely encoding of `sample` when it is not `tried`, as which it is valid up to `end`; nil when
  /// nothing fits.
  static func encoding(
    of sample: some Collection<UInt8>, besides tried: TextEncoding, validTo end: Int
  ) -> TextEncoding? {
    let bytes = Array(sample)
    if tried != .utf16, looksLikeUTF16(bytes) { return .utf16 }
    // What the converters give is UTF-8, which tells nothing of the bytes it was made from.
    guard tried == .utf8 else { return nil }
    // Several valid sequences are no chance: the file is UTF-8 with damage.
    guard bytes.prefix(end).count(where: { $0 >= 0xC0 }) < 3 else { return nil }
    if looksLikeGB18030(bytes) { return .gb18030 }
    if looksLikeWindows1251(bytes) { return .windows1251 }
    return nil
  }

  /// A byte order mark, or a zero in a good part of the bytes: the upper half of ASCII in UTF-16.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    if TextEncoding(byteOrderMarkOf: bytes) == .utf16 { return true }
    return bytes.count(where: { $0 == Byte.nul }) * 5 > bytes.count
  }

  /// High bytes come in pairs, and most pairs are among the 3,755 common characters (rows 16 to 55).
  private static func looksLikeGB18030(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var common = 0
    var position = 0
    while position < bytes.count {
      guard bytes[position] >= 0x80 else {
        position += 1
        continue
      }
      guard position + 1 < bytes.count else { break }
      switch (bytes[position], bytes[position + 1]) {
      case (0xB0...0xD7, 0xA1...0xFE): common += 1
      case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): break
      case (0x81...0xFE, 0x30...0x39): position += 2
      default: return false
      }
      pairs += 1
      position += 2
    }
    return pairs > 0 && common * 10 > pairs * 7
  }

  /// Most high bytes are letters of Russian or its neighbors.
  private static func looksLikeWindows1251(_ bytes: [UInt8]) -> Bool {
    let high = bytes.filter { $0 >= 0x80 }
    let letters = high.count { $0 >= 0xC0 || [0xA1, 0xA2, 0xA8, 0xAF, 0xB2, 0xB3, 0xB8, 0xBF].contains($0) }
    return !high.isEmpty && letters * 10 > high.count * 8
  }
}
