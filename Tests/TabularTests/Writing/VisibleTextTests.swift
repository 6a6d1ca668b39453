import Testing

@testable import Tabular

@Suite("Text made visible")
struct VisibleTextTests {
  @Test("has no control characters, line breaks or reordering marks")
  func escaped() {
    #expect(VisibleText.escaped("a\nb\r\nc\td") == "a\\nb\\r\\nc\\td")
    #expect(VisibleText.escaped("\u{1B}[31mred\u{7F}\u{9B}") == "\\u{1b}[31mred\\u{7f}\\u{9b}")
    #expect(VisibleText.escaped("a\u{202E}b\u{2066}\u{2028}") == "a\\u{202e}b\\u{2066}\\u{2028}")
    #expect(VisibleText.escaped("Иван 王 e\u{301} 👩‍🎓") == "Иван 王 e\u{301} 👩‍🎓")
  }

  @Test("keeps the lines of what is said, and nothing else that moves")
  func lines() {
    #expect(VisibleText.lines("a\n\tb\r\nc\u{1B}[2J\u{202E}") == "a\n\tb\\r\nc\\u{1b}[2J\\u{202e}")
    #expect(VisibleText.lines("Иван\n王") == "Иван\n王")
  }

  @Test("is cut between characters, never wider than asked for")
  func truncated() {
    #expect(VisibleText.truncated("abcdef", to: 6) == "abcdef")
    #expect(VisibleText.truncated("abcdef", to: 5) == "abcd…")
    #expect(VisibleText.truncated("王伟明", to: 5) == "王伟…")
    #expect(VisibleText.truncated("王伟明", to: 4) == "王…")
    #expect(VisibleText.truncated("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    #expect(VisibleText.truncated("abc", to: 1) == "…")
    #expect(VisibleText.truncated("abc", to: 0) == "")
  }
}
