import Messages
import Tabular

/// The words that people write for a kind or a state.
///
/// It is called by its code, by what screens say for it in any language, and by the words that files take for
/// it: whoever types one of them to a command is understood as the line of a file would be.
public enum KindWords {
  /// Which of some codes a word stands for; `nil` for a word of something else.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of words of `seed/reference/words.csv` that are about it.
  ///   - noun: what has words of its own for them.
  public static func code(
    _ word: String, among codes: [String], as kinds: [String] = [], of noun: String = ""
  ) -> String? {
    let key = Header.normalizedKey(word)
    if let code = codes.first(where: { Header.normalizedKey($0) == key }) { return code }
    let listed = WordList.lines.first { line in
      kinds.contains(line.kind) && codes.contains(line.means)
        && line.words.contains { Header.normalizedKey($0) == key }
    }
    if let listed { return listed.means }
    return spoken.lazy.compactMap { catalog in
      codes.first { code in
        [catalog.word(code), catalog.word(code, of: noun)].contains { Header.normalizedKey($0) == key }
      }
    }.first
  }

  /// What a code of a kind of words is called in a language, where `seed/reference/words.csv` has a word.
  public static func word(for code: String, of kind: String, in language: Language) -> String? {
    let tag = language == .pseudo ? Language.chinese.rawValue : language.rawValue
    return WordList.lines.first { ($0.kind, $0.means, $0.language) == (kind, code, tag) }?.words.first
  }

  private static let spoken = [Catalog.embedded(.chinese), Catalog.embedded(.russian)]
}
