import Testing

@testable import Tabular

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
        == "the file has no column “family_name”; did you mean “Фамлия”? Then map it: --map \"Фамлия=family_name\""
    )
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

  @Test(
    "finds columns beside remarks, twice in two languages, and in letters that look alike",
    arguments: [
      "Фамилия (как в паспорте)", "姓（必填）", "*Surname*", "姓 Surname", "Фамилия / Surname", "Surname\n姓",
      "ФAМИЛИЯ", "Ｓｕｒｎａｍｅ",
    ])
  func remarks(header: String) throws {
    #expect(try mapping("\"\(header)\",Имя").indices == [0, 1, nil])
  }

  @Test("takes none of two that could be one column beside remarks, nor one of two columns")
  func doubtful() throws {
    let found = try mapping("Surname,Имя,E-mail (home),E-mail (work),Имя / Фамилия,Email?,Имя (отца)")
    #expect(found.indices == [0, 1, 5])
    #expect(found.unknown == [2, 3, 4, 6])
    #expect(try mapping("Surname,Имя,E-mail (home),E-mail (work)").indices == [0, 1, nil])
    #expect(try mapping("Surname (YYYY-MM-DD),Имя дд.мм.гггг").indices == [0, 1, nil])
  }
}
