/// Finds the next of three bytes, one of choice and the two line ends, eight bytes a step.
///
/// A word is compared with a byte in every place at once, and each hit is a bit: the hits of a word are
/// used up before the next word is loaded. Loads up to seven bytes beyond the text (`TextWindow.slack`).
struct WordScan {
  private let base: UnsafeRawPointer
  private let end: Int
  private let sought: UInt64
  /// Where the next word is loaded.
  private var position: Int
  /// The hits of the last word not returned yet: the high bit of each byte.
  private var hits: UInt64 = 0

  /// A search in `start..<end` for `byte` (as ``repeated(_:)``), line feed and carriage return.
  @inline(__always)
  init(_ base: UnsafeRawPointer, from start: Int, to end: Int, for sought: UInt64) {
    self.base = base
    self.end = end
    self.sought = sought
    position = start
  }

  /// The offset of the next hit; `end` when there is none.
  @inline(__always)
  mutating func next() -> Int {
    while hits == 0 {
      guard position < end else { return end }
      let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      hits = Self.zeros(word ^ sought) | Self.zeros(word ^ Self.lineFeeds) | Self.zeros(word ^ Self.returns)
      position &+= 8
    }
    let hit = position &- 8 &+ hits.trailingZeroBitCount &>> 3
    hits &= hits &- 1
    return min(hit, end)
  }

  /// A word of eight times the same byte.
  static func repeated(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  private static let lineFeeds: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
  private static let returns: UInt64 = 0x0D0D_0D0D_0D0D_0D0D

  /// The high bit of each byte that is zero, and no other bit.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}
