/// How many cells of a terminal a text takes.
///
/// Wide East Asian characters and emoji take two, combining marks and invisible characters none, all else
/// one, as in the C library's `wcwidth`; a sequence of emoji takes the two cells of the picture it shows.
/// Characters of ambiguous width count as one, as outside East Asian locales.
public enum DisplayWidth {
  /// The cells of a text; control characters count as none.
  public static func of(_ text: some StringProtocol) -> Int {
    // ASCII, the common case, needs neither characters nor tables.
    if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The cells of a character: what a reader sees as one, of one or more Unicode scalars.
  public static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count == 1 { return of(first) }
    return isPicture(first, scalars.dropFirst()) ? 2 : scalars.reduce(0) { $0 + of($1) }
  }

  /// The cells of a Unicode scalar on its own.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    // Format characters that are seen: the soft hyphen, and the signs Arabic and Syriac write over numbers.
    case 0xAD, 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2: return 1
    // Vowels and final consonants of Hangul, which join the consonant before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Whether several scalars make one emoji: a flag, or one with a selector, a skin tone or a joiner.
  private static func isPicture(_ first: Unicode.Scalar, _ rest: Substring.UnicodeScalarView) -> Bool {
    guard first.properties.isEmoji else { return false }
    return rest.contains { scalar in
      switch scalar.value {
      case 0xFE0F, 0x200D, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
      default: false
      }
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard let least = wide.first, scalar.value >= least else { return false }
    // The number of bounds at or below the scalar is odd within a range.
    var (low, high) = (0, wide.count)
    while low < high {
      let middle = (low + high) / 2
      // A range's last is the odd bound, and belongs to it.
      let isBelow = middle.isMultiple(of: 2) ? wide[middle] <= scalar.value : wide[middle] < scalar.value
      if isBelow { low = middle + 1 } else { high = middle }
    }
    return !low.isMultiple(of: 2)
  }
}
