/// Texts within Markdown, in which nothing of them is taken for a mark.
enum MarkdownText {
  private static let marks: Set<Character> = ["\\", "|", "*", "`", "<", ">", "[", "]", "#", "~"]

  /// A text on one line.
  static func line(_ text: String) -> String {
    text.reduce(into: "") { line, character in
      // Within a word a line is none.
      let isOutside = line.last.map { !$0.isLetter && !$0.isNumber } ?? true
      if marks.contains(character) || (character == "_" && isOutside) { line.append("\\") }
      line.append(character.isNewline ? " " : character)
    }
  }

  /// A row of a table.
  static func row(_ cells: [String], isText: Bool = true) -> String {
    "| " + cells.map { isText ? line($0) : $0 }.joined(separator: " | ") + " |"
  }
}
