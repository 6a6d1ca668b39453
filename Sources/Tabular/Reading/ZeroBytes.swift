/// Where zeros stand in the first bytes of a file: what UTF-16 without a byte order mark is told by.
///
/// Each letter, digit and sign of ASCII is two bytes there, one of them zero, always the same.
struct ZeroBytes {
  private var first = 0
  private var second = 0
  private var asciiPairs = 0
  private var otherPairs = 0
  private let count: Int
  private let isUTF8: Bool
  private let isUTF8BeyondASCII: Bool

  init(_ bytes: [UInt8]) {
    count = bytes.count
    let (characters, strays) = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { UTF8Check.census($0, from: 0, to: buffer.count) } ?? (0, 0)
    }
    isUTF8 = strays == 0
    isUTF8BeyondASCII = strays == 0 && characters > 0
    for position in stride(from: 0, to: bytes.count - 1, by: 2) {
      switch (bytes[position], bytes[position + 1]) {
      case (0, _): first += 1
      case (_, 0): second += 1
      case (let one, let other) where Self.isPlain(one) && Self.isPlain(other): asciiPairs += 1
      default: otherPairs += 1
      }
    }
  }

  /// Whether the order is that of big-endian machines.
  var areMostlyFirst: Bool { first > second }

  /// Whether the bytes may be UTF-16, as of characters of East Asia with few signs between them.
  ///
  /// UTF-8 that is named so is left to who looks out for it.
  var allowUTF16: Bool { first + second > 0 || isUTF8 }

  /// Whether the bytes are UTF-16 and nothing else.
  ///
  /// A file of another encoding into which some zeros came has pairs of letters without a zero.
  var showUTF16: Bool {
    let zeros = max(first, second)
    return zeros > 1 + 4 * min(first, second) && zeros * 32 >= count && asciiPairs <= zeros + otherPairs
      && !isUTF8BeyondASCII
  }

  private static func isPlain(_ byte: UInt8) -> Bool { (0x09...0x7E).contains(byte) }
}
