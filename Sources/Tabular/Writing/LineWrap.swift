/// Breaks text into lines of a terminal.
public enum LineWrap {
  /// The lines of a text, each at most `width` cells: broken at blanks, and where there are none,
  /// as in Chinese or in a long link, between characters.
  public static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let needed = DisplayWidth.of(word)
      if used > 0, used + 1 + needed <= width {
        line += " " + word
        used += 1 + needed
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
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
