/// Finds how far bytes are whole UTF-8 text, without NUL and U+FFFD, eight ASCII bytes a step.
enum UTF8Check {
  /// Why the check stopped.
  enum Stop: Equatable {
    /// All bytes are text.
    case end
    /// The last character is not complete; more bytes may complete it.
    case incomplete
    /// A byte that UTF-8 does not allow here.
    case invalid
    /// A NUL.
    case nul
    /// U+FFFD: a program before wrote it where a character was lost.
    case lost
  }

  /// Checks `from..<to` and returns the end of the whole text, why it is the end, and how many characters
  /// above ASCII there were.
  static func run(
    _ base: UnsafeRawPointer, from: Int, to: Int
  ) -> (end: Int, stop: Stop, characters: Int) {
    var position = from
    var characters = 0
    while position < to {
      if position &+ 8 <= to {
        let word = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // No high bit, and no byte from which one can't be taken: ASCII without NUL.
        if ((word &- 0x0101_0101_0101_0101) | word) & 0x8080_8080_8080_8080 == 0 {
          position &+= 8
          continue
        }
      }
      let lead = base.load(fromByteOffset: position, as: UInt8.self)
      if lead < 0x80 {
        if lead == Byte.nul { return (position, .nul, characters) }
        position &+= 1
        continue
      }
      let length = sequenceLength(base + position, lead: lead, available: to &- position)
      if length <= 0 { return (position, length == 0 ? .invalid : .incomplete, characters) }
      if lead == 0xEF, isReplacement(base + position) { return (position, .lost, characters) }
      position &+= length
      characters &+= 1
    }
    return (to, .end, characters)
  }

  private static func isReplacement(_ bytes: UnsafeRawPointer) -> Bool {
    UnsafeRawBufferPointer(start: bytes, count: Byte.replacement.count).elementsEqual(Byte.replacement)
  }

  /// The length of the sequence that begins with `lead`: 0 if it is invalid, -1 if more bytes decide.
  @inline(__always)
  private static func sequenceLength(_ bytes: UnsafeRawPointer, lead: UInt8, available: Int) -> Int {
    let length: Int
    // The second byte's range shuts out overlong forms, surrogates and what is beyond U+10FFFF.
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard available > 1 else { return -1 }
    guard second.contains(bytes.load(fromByteOffset: 1, as: UInt8.self)) else { return 0 }
    for offset in 2..<max(length, 2) {
      guard offset < available else { return -1 }
      guard Byte.isContinuation(bytes.load(fromByteOffset: offset, as: UInt8.self)) else { return 0 }
    }
    return length
  }

  /// Counts what is left in `from..<to` of characters above ASCII, and of bytes that are none.
  ///
  /// Halves of a pair for UTF-16, which some programs write each by itself, are no characters, but are
  /// found in UTF-8 only.
  static func census(_ base: UnsafeRawPointer, from: Int, to: Int) -> (characters: Int, strays: Int) {
    var (characters, strays, position) = (0, 0, from)
    while true {
      let (end, stop, found) = run(base, from: position, to: to)
      characters += found
      switch stop {
      case .end, .incomplete: return (characters, strays)
      case .nul: position = end + 1
      case .lost:
        characters += 1
        position = end + Byte.replacement.count
      case .invalid:
        let bytes = UnsafeRawBufferPointer(start: base + end, count: min(to - end, 3))
        let isHalf =
          bytes.count == 3 && bytes[0] == 0xED && bytes[1] >= 0xA0
          && bytes.dropFirst().allSatisfy(Byte.isContinuation)
        if isHalf { characters += 1 } else { strays += 1 }
        position = end + (isHalf ? 3 : 1)
      }
    }
  }
}
