import Testing

@testable import Tabular

@Suite("The header")
struct HeaderTests {
  func header(_ text: String) throws -> Header {
    try withReader(Array(text.utf8)) { try $0.readHeader() }
  }

  @Test("names the columns, without mark, blanks and quotes")
  func names() throws {
    let header = try header("\u{FEFF} Family name ;\"Имя\";\u{A0}姓名\r\n1;2;3\n")
    #expect(header.names == ["Family name", "Имя", "姓名"])
    #expect(header.line == 1)
    #expect(header.raw == " Family name ;\"Имя\";\u{A0}姓名")
  }

  @Test("may be the only line of the file, and stand below sep=")
  func alone() throws {
    #expect(try header("a,b").names == ["a", "b"])
    #expect(try header("sep=;\r\na,b\r\n").names == ["a,b"])
    #expect(try header("sep=;\r\na,b\r\n").line == 2)
  }

  @Test("must not be blank", arguments: ["\na,b\n", ";;\n1;2;3\n", "\"\"\n"])
  func blank(text: String) throws {
    let error = try fault(Array(text.utf8)).error
    #expect(error.fault == .noColumns)
    #expect(error.position?.line == 1)
  }

  @Test("must name every column")
  func emptyName() throws {
    let error = try fault(Array("sep=,\na,b, ,d\n".utf8)).error
    #expect(error.fault == .emptyColumnName(column: 3))
    #expect(error.position?.line == 2)
    #expect(error.message == "column 3 has no name")
  }

  @Test("must not name two columns alike")
  func doubleName() throws {
    let error = try fault(Array("a,b,c, b\n".utf8)).error
    #expect(error.fault == .doubleColumnName(name: "b", first: 2, second: 4))
    // One name, composed and decomposed.
    let composed = try fault(Array("é,e\u{301}\n".utf8)).error
    #expect(composed.fault == .doubleColumnName(name: "é", first: 1, second: 2))
  }

  @Test(
    "has keys by which names people take for the same are equal",
    arguments: [
      (["Family name", "family_name", "FAMILY-NAME", " family.name: "], "familyname"),
      (["Дата рождения", "дата_рождения"], "датарождения"), (["姓 名"], "姓名"), (["#"], "#"), ([" % "], "%"),
      (["Address 2", "address2"], "address2"),
    ])
  func keys(names: [String], key: String) {
    for name in names { #expect(Header.normalizedKey(name) == key) }
  }
}
