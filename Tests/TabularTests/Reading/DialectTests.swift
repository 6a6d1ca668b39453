import Testing

@testable import Tabular

@Suite("The delimiter")
struct DialectTests {
  @Test(
    "is told from the header, outside quotes",
    arguments: [
      ("a,b;c,d\n", Delimiter.comma), ("a;b,c\n", .semicolon), ("a;b;c\n1,2,3,4\n", .semicolon),
      ("a\tb,c,d\n", .tab), ("\"a;b;c\",d\n", .comma), ("name\n", .comma), ("\"x\n;\";y;z\n", .semicolon),
      ("a|b|c,d\n", .pipe), ("\"a|b\",c\n", .comma), ("a,b|c\n", .pipe),
    ])
  func detection(text: String, expected: Delimiter) throws {
    let found = try withReader(Array(text.utf8)) { $0.delimiter }
    #expect(found == expected)
  }

  @Test("can be named")
  func named() throws {
    #expect(try rows("a;b,c\n", Manner(delimiter: .comma)).map(\.fields) == [["a;b", "c"]])
    #expect(Delimiter(named: "Semicolon") == .semicolon)
    #expect(Delimiter(named: ";") == .semicolon)
    #expect(Delimiter(named: "\\t") == .tab)
    #expect(Delimiter(named: "colon") == nil)
  }

  @Test(
    "may be announced by Excel's first line, which is no record",
    arguments: ["sep=;\r\n", "sep=;\n", "SEP=;\r", "\"sep=;\"\r\n", "\u{FEFF}sep=;\n"])
  func announced(announcement: String) throws {
    let read = try rows(announcement + "a,b;c\n1;2\n")
    #expect(read.map(\.fields) == [["a,b", "c"], ["1", "2"]])
    #expect(read.map(\.line) == [2, 3])
  }

  @Test("that is named wins over the announced one")
  func namedOverAnnounced() throws {
    #expect(try rows("sep=;\na,b;c\n", Manner(delimiter: .comma)).map(\.fields) == [["a", "b;c"]])
  }

  @Test("is not announced by a header that only begins so")
  func notAnnounced() throws {
    #expect(try rows("sep=;x\n1\n").map(\.line) == [1, 2])
  }
}
