/// Watches the raw bytes of a file declared to be in another encoding: such text is practically never valid
/// UTF-8 as well, so if it is, the declaration is wrong.
struct UTF8Suspicion {
  private let countsAllBytes: Bool
  private let enoughAtEnd: Int
  private let enoughEarly: Int
  private var evidence = 0
  private var isOpen = true
  /// The beginning of a character cut off by the end of the last piece.
  private var rest: [UInt8] = []

  /// A watch over text declared as `encoding`; nil when it is UTF-8 by declaration.
  init?(of encoding: TextEncoding) {
    countsAllBytes = encoding == .utf16
    switch encoding {
    case .utf8: return nil
    // Each byte that is not NUL: a line end or a delimiter has one in UTF-16.
    case .utf16: (enoughAtEnd, enoughEarly) = (4, 1024)
    // Each sequence of several bytes: a Cyrillic capital would have to be followed by a sign each time.
    // Of other alphabets alike; but a pair of bytes of East Asia, or of Thai, is a valid one now and then.
    case .gb18030, .big5, .shiftJIS, .windows874: (enoughAtEnd, enoughEarly) = (3, 16)
    default: (enoughAtEnd, enoughEarly) = (1, 16)
    }
  }

  /// Takes the next piece in; true when by now the text must be UTF-8.
  mutating func isConfirmed(by piece: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
    guard isOpen else { return false }
    let bytes = rest + piece
    let (end, stop, _) = bytes.withUnsafeBytes { buffer in
      buffer.baseAddress.map { UTF8Check.run($0, from: 0, to: buffer.count) } ?? (0, .end, 0)
    }
    guard stop == .end || (stop == .incomplete && !isLast) else {
      isOpen = false
      return false
    }
    evidence += countsAllBytes ? end : bytes[..<end].count { $0 >= 0xC0 }
    rest = Array(bytes[end...])
    return evidence >= (isLast ? enoughAtEnd : enoughEarly)
  }
}
