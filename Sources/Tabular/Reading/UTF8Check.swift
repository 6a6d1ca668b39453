/// Finds how far bytes are UTF-8 text without NUL, eight ASCII bytes a step.
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
  }

  /// Checks `from..<to` and returns the end of the valid text and why it is the end.
  static func run(_ base: UnsafeRawPointer, from: Int, to: Int) -> (end: Int, stop: Stop) {
    var position = from
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
        if lead == Byte.nul { return (position, .nul) }
        position &+= 1
        continue
      }
      let length = sequenceLength(base + position, lead: lead, available: to &- position)
      if length <= 0 { return (position, length == 0 ? .invalid : .incomplete) }
      position &+= length
    }
    return (to, .end)
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
}
