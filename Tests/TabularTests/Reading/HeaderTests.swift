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

@Suite("The mapping of columns")
struct HeaderMappingTests {
  static let columns = [
    DeclaredColumn("family_name", aliases: ["Surname", "Фамилия", "姓"], required: true),
    DeclaredColumn("given_name", aliases: ["Имя", "名"], required: true),
    DeclaredColumn("email"),
  ]

  func mapping(_ header: String, _ explicit: [String] = []) throws -> HeaderMapping {
    let header = try withReader(Array((header + "\n").utf8)) { try $0.readHeader() }
    return try HeaderMapping(header, to: Self.columns, explicit: explicit)
  }

  func problems(_ header: String, _ explicit: [String] = []) throws -> [HeaderMappingError.Problem] {
    try #require(throws: HeaderMappingError.self) { _ = try mapping(header, explicit) }.problems
  }

  @Test("finds each column by its name or alias, and lists what it does not know")
  func match() throws {
    let found = try mapping("№,Given Name,ФАМИЛИЯ,shoe size")
    #expect(found.indices == [2, 1, nil])
    #expect(found.unknown == [0, 3])
    #expect(try mapping("姓,名,E-Mail").indices == [0, 1, 2])
  }

  @Test("takes explicit maps, which win over a match")
  func explicit() throws {
    let found = try mapping("Surname,Имя,maiden=name", ["maiden=name=family_name"])
    #expect(found.indices == [2, 1, nil])
    #expect(found.unknown == [0])
    #expect(try mapping("x,y", [" X = Surname", "y=given name"]).indices == [0, 1, nil])
  }

  @Test("tells of all required columns that are missing, and what may be meant")
  func missing() throws {
    #expect(
      try problems("famly_nmae,email")
        == [
          .missingColumn("family_name", nearest: "famly_nmae"), .missingColumn("given_name", nearest: nil),
        ])
    let words = try #require(throws: HeaderMappingError.self) { _ = try mapping("Фамлия,Имя") }.description
    #expect(
      words
        == "the file has no column “family_name”; did you mean “Фамлия”? Then map it: “Фамлия=family_name”")
  }

  @Test("refuses two headers for one column")
  func doubleColumn() throws {
    #expect(
      try problems("Surname,Имя,Фамилия") == [
        .doubleColumn("family_name", first: "Surname", second: "Фамилия")
      ])
    #expect(
      try problems("x,y,Имя", ["x=family_name", "y=family_name"])
        == [.doubleColumn("family_name", first: "x", second: "y")])
  }

  @Test("refuses one header for two columns")
  func doubleHeader() throws {
    #expect(
      try problems("x,Имя,Фамилия", ["x=email", "x=family_name"])
        == [.doubleHeader("x", first: "email", second: "family_name")])
  }

  @Test("refuses maps to what is unknown, or that are none")
  func unknown() throws {
    #expect(
      try problems("Фамилия,Имя,mail", ["mail=emial", "mali=email", "email"])
        == [
          .unknownColumn("emial", nearest: "email"), .unknownHeader("mali", nearest: "mail"),
          .malformedMap("email"),
        ])
  }
}

@Suite("The nearest name")
struct NearestTests {
  @Test(
    "forgives one slip in every three letters",
    arguments: [
      ("enrol", "enroll"), ("enorll", "enroll"), ("studnets", "students"), ("Cohort", "cohort"),
      ("family-nmae", "family_name"), ("студнеты", "студенты"), ("列表", "列示"),
    ])
  func near(name: String, expected: String) {
    #expect(nearest(name, in: ["enroll", "students", "cohort", "family_name", "студенты", "列示"]) == expected)
  }

  @Test("is none when nothing is near", arguments: ["x", "", "report", "stu", "studxxxx"])
  func far(name: String) {
    #expect(nearest(name, in: ["enroll", "students", "cohort", "y"]) == nil)
  }

  @Test("is the nearest, and the first of equals")
  func best() {
    #expect(nearest("notes", in: ["votes", "note", "notes "]) == "notes ")
    #expect(nearest("rows", in: ["cows", "bows"]) == "cows")
  }

  @Test("counts a swap of neighbors as one edit")
  func distance() {
    #expect(editDistance(Array("ab"), Array("ba")) == 1)
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance(Array(""), Array("abc")) == 3)
    #expect(editDistance(Array("ca"), Array("abc")) == 3)
  }
}
