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

  @Test("stands below blank lines", arguments: [("\na,b\n", 2), (";;\n1;2;3\n", 2), ("\n\n \n\"\"\na\n", 5)])
  func belowBlank(text: String, line: Int) throws {
    #expect(try header(text).line == line)
  }

  @Test("must not be blank", arguments: ["\n", ";;\n\n", "\"\"\n"])
  func blank(text: String) throws {
    let error = try fault(Array(text.utf8)).error
    #expect(error.fault == .noColumns)
    #expect(error.position?.line == 1)
  }

  @Test("may have columns without a name")
  func nameless() throws {
    let header = try header("sep=,\na,b, ,d,\n")
    #expect(header.names == ["a", "b", "", "d", ""])
    #expect(header.nameless == [2, 4])
  }

  /// The header, titles and delimiter of a text, where the columns `name` and `day` are wanted.
  func found(_ text: String, line: Int? = nil) throws -> (names: [String], titles: [String], line: Int) {
    let choice = TableChoice(headerLine: line) { names in
      let columns = names.count { ["name", "day"].contains($0) }
      return HeaderFit(needs: names.contains("name") ? 1 : 0, columns: columns)
    }
    return try withReader(Array(text.utf8), table: choice) { reader in
      let header = try reader.readHeader()
      return (header.names, reader.titles.map(\.text), header.line)
    }
  }

  @Test("stands below titles, whatever parts their fields")
  func belowTitles() throws {
    for text in [
      "Group 1, of 2026\n\nname;day\na;b\n", "Group 1;;\n\"of\n2026\";\nname;day;\n",
      "name\tof the group\n2026\nname\tday\n", "Group 1, of 2026\nname,day\n",
    ] {
      let found = try found(text)
      #expect(found.names.prefix(2) == ["name", "day"], "\(text)")
      #expect(!found.titles.isEmpty)
    }
    #expect(try found("Group 1;;\n\"of\n2026\";\nname;day;\n").line == 4)
  }

  @Test("is the first line where nothing fits, or the line that is named")
  func named() throws {
    #expect(try found("\nx;y\n1;2\n").line == 2)
    let named = try found("a;b\nc;d\ne;f\n", line: 2)
    #expect(named.names == ["c", "d"] && named.titles == ["a b"])
    #expect(try found("name;day\nc;d\n", line: 2).names == ["c", "d"])
    let error = try #require(throws: ReadingError.self) { _ = try found("name;day\n\nc;d\n", line: 2) }
    #expect(error.fault == .noHeaderLine(2))
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
      (["Дата рождения", "дата_рождения"], "датарождения"), (["姓 名", "姓\n名"], "姓名"), (["#"], "#"),
      ([" % "], "%"),
      (["Address 2", "address2", "ＡＤＤＲＥＳＳ　２"], "address2"),
      (["PRÉNOM", "Prenom", "pre\u{301}nom"], "prenom"),
      (["Tug‘ilgan", "Tug'ilgan", "TUGʻILGAN", "tug`ilgan", "tugʼilgan"], "tugilgan"),
      (["Учёный", "УЧЕНЫЙ"], "ученыи"), (["الإسم", "الاسم", "الاســم"], "الاسم"),
    ])
  func keys(names: [String], key: String) {
    for name in names { #expect(Header.normalizedKey(name) == key) }
  }
}
