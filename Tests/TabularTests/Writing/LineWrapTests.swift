import Testing

@testable import Tabular

@Suite("Lines of a terminal")
struct LineWrapTests {
  @Test(
    "are broken at blanks and beside Chinese characters, words of letters stay whole, and marks with what they close",
    arguments: [
      ("one two three", 8, ["one two", "three"]),
      ("学员名单。", 8, ["学员名", "单。"]), ("见《办法》", 4, ["见", "《办", "法》"]),
      ("请填写side=title@partner。", 14, ["请填写", "side=title@par", "tner。"]),
      ("请填写 --format csv|json，或留空", 15, ["请填写 --format", "csv|json，或留", "空"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 5, [""]),
    ])
  func wrapped(text: String, width: Int, lines: [String]) {
    #expect(LineWrap.wrap(text, to: width) == lines)
  }
}
