/// Characters that XML can't hold stand in workbooks as `_x000D_`, and `_x005F_` stands for such a `_`.
enum Escapes {
  /// Puts the characters back into a text that begins at `start`; what stands for no text is left out.
  static func resolve(_ text: inout [UInt8], from start: Int) {
    guard var next = text[start...].firstIndex(of: 0x5F) else { return }
    var end = next
    while next < text.count {
      if let scalar = scalar(text, at: next) {
        // NUL is no text; neither is half of a pair of UTF-16.
        if let scalar = Unicode.Scalar(scalar), scalar != "\0" {
          for byte in UTF8.encode(scalar) ?? UTF8.EncodedScalar() {
            text[end] = byte
            end += 1
          }
        }
        next += 7
      } else {
        text[end] = text[next]
        end += 1
        next += 1
      }
    }
    text.removeLast(text.count - end)
  }

  private static func scalar(_ text: [UInt8], at start: Int) -> UInt32? {
    guard start + 7 <= text.count, text[start] == 0x5F, text[start + 1] == 0x78, text[start + 6] == 0x5F
    else { return nil }
    var value: UInt32 = 0
    for byte in text[(start + 2)..<(start + 6)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
