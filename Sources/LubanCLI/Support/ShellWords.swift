/// Words of a line, quoted as a shell has them; nothing else of a shell is understood.
enum ShellWords {
  /// The words of a line, of which what follows a `#` at the beginning of a word is none; `nil` where a quote
  /// is not closed.
  static func split(_ line: some StringProtocol) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (character, quote) {
      case ("\\", nil), ("\\", "\""): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "\\")
      case (let end, let begun?) where end == begun: quote = nil
      case (_, .some): word = (word ?? "") + String(character)
      case ("\"", nil), ("'", nil):
        quote = character
        word = word ?? ""
      case ("#", nil) where word == nil: return words
      case (_, nil) where character.isWhitespace:
        if let ended = word { words.append(ended) }
        word = nil
      case (_, nil): word = (word ?? "") + String(character)
      }
    }
    return quote == nil ? words + (word.map { [$0] } ?? []) : nil
  }

  /// A line of these words.
  static func joined(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_=./:,@+".contains($0) }
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
