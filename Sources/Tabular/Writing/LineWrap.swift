/// Breaks text into lines of a terminal.
public enum LineWrap {
  /// The lines of a text, each at most `width` cells: broken at blanks and beside Chinese characters, never
  /// before a mark that closes or after one that opens; what is wider than a line, as a long link, anywhere.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let gap = piece.isAfterBlank ? 1 : 0
      let needed = DisplayWidth.of(piece.text)
      if used > 0, used + gap + needed <= width {
        line += (gap > 0 ? " " : "") + piece.text
        used += gap + needed
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      for character in piece.text {
        let cells = DisplayWidth.of(character)
        if used + cells > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += cells
      }
    }
    return lines + [line]
  }

  /// Marks that stay with what is before them, and those that stay with what comes after.
  private static let closing: Set<Character> = Set("。，、；：？！）》〉」』】”’…—,.;:?!)]}%")
  private static let opening: Set<Character> = Set("（《〈「『【“‘([{")

  /// What a text is never broken within, and whether a blank is before it.
  private static func pieces(of text: String) -> [(text: String, isAfterBlank: Bool)] {
    var pieces: [(text: String, isAfterBlank: Bool)] = []
    for word in text.split(separator: " ") {
      var piece = ""
      var isFirst = true
      for character in word {
        if let last = piece.last, isBroken(between: last, and: character) {
          pieces.append((piece, isFirst))
          (piece, isFirst) = ("", false)
        }
        piece.append(character)
      }
      pieces.append((piece, isFirst))
    }
    return pieces
  }

  private static func isBroken(between last: Character, and next: Character) -> Bool {
    guard DisplayWidth.of(last) == 2 || DisplayWidth.of(next) == 2 else { return false }
    return !opening.contains(last) && !closing.contains(next)
  }

  /// The words of a name of a column, as `people_created` or `2026-09-01`, each with what parts it from the
  /// next.
  static func words(of name: String) -> [String] {
    var words = [""]
    for character in name {
      words[words.count - 1].append(character)
      if " _-".contains(character) { words.append("") }
    }
    return words.last == "" && words.count > 1 ? words.dropLast() : words
  }

  /// The lines of a name of a column, broken between its words only.
  static func wrap(name: String, to width: Int) -> [String] {
    guard DisplayWidth.of(name) > width else { return [name] }
    var lines: [String] = []
    for word in words(of: name) {
      if let last = lines.last, DisplayWidth.of(last + word) <= width {
        lines[lines.count - 1] += word
      } else {
        lines.append(word)
      }
    }
    return lines.map { $0.last == " " ? String($0.dropLast()) : $0 }
  }
}
