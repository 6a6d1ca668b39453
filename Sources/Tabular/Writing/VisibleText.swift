/// Prepares text from data for a terminal.
public enum VisibleText {
  /// Shows line breaks, control characters and reordering marks as escapes: `\n`, `\t`, `\u{1b}`.
  ///
  /// Data can then neither break the layout, nor command the terminal, nor reorder its neighbors.
  static func escaped(_ text: String) -> String { escaped(text) { _ in false } }

  /// Shows the same as escapes in a text of several lines, whose line breaks and tabs stay.
  public static func lines(_ text: String) -> String { escaped(text) { $0 == "\n" || $0 == "\t" } }

  private static func escaped(_ text: String, but isKept: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { isUnsafe($0) && !isKept($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case _ where isKept(scalar) || !isUnsafe(scalar): result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result += "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
    return result
  }

  /// The text, or as much of its beginning as fits in `width` cells with `…` after it.
  static func truncated(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    var left = width - 1
    let kept = text.prefix { character in
      left -= DisplayWidth.of(character)
      return left >= 0
    }
    return width > 0 ? kept + "…" : ""
  }

  /// The text set apart by isolates if any of it runs from right to left.
  ///
  /// A terminal that orders text both ways then leaves the cells beside it in place.
  static func isolated(_ text: String) -> String {
    text.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    // Line and paragraph separators.
    case 0x2028, 0x2029: true
    // Embeddings, overrides and isolates.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether the scalar lies in a block of a script written from right to left.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
