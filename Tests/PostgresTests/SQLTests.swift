import Testing

@testable import Postgres

@Suite("SQL")
struct SQLTests {
  @Test("an interpolated value becomes a numbered, typed parameter")
  func parameters() throws {
    let statement = try Statement("select \(1), \("x"), \(nil as Bool?), \([1, 2])")
    #expect(statement.text == "select $1, $2, $3, $4")
    #expect(statement.parameters.map(\.type) == [.int8, .text, .bool, .int8Array])
    #expect(statement.parameters.map(\.text) == ["1", "x", nil, "{\"1\",\"2\"}"])
  }

  @Test("a fragment's parameters are numbered after those before it")
  func fragments() throws {
    let filter: SQL = "a = \(2) and b = \(3)"
    let statement = try Statement("select \(1) where \(fragment: filter) limit \(4)")
    #expect(statement.text == "select $1 where a = $2 and b = $3 limit $4")
    #expect(statement.parameters.map(\.text) == ["1", "2", "3", "4"])
    let list = SQL.joined([1, 2, 3].map { "\($0)" }, separator: ", ")
    #expect(try Statement(list).text == "$1, $2, $3")
  }

  @Test("an identifier is quoted whatever it contains")
  func identifiers() throws {
    let name = "a\"; drop table b; --"
    #expect(
      try Statement("select 1 as \(identifier: name)").text == "select 1 as \"a\"\"; drop table b; --\"")
  }

  @Test("U+0000 is refused, not cut off")
  func nulCharacter() {
    #expect(throws: PostgresError.self) { try Statement("select \("a\0b")") }
    #expect(throws: PostgresError.self) { try Statement("select \(identifier: "a\0b")") }
    #expect(throws: PostgresError.self) { try Statement("select \(["a\0b"])") }
  }

  @Test(
    "an injection attempt stays data",
    arguments: [
      "'; drop table victim; --", "' or '1'='1", "$1", "\\'; drop table victim; --",
      "\"; drop table victim; --",
      "1); drop table victim; --", "/* */ -- \n", "é'ß",
    ])
  func injection(attempt: String) async throws {
    try await withDatabase("create table victim (name text)") { database in
      try await database.write { tx in
        try tx.execute("insert into victim values (\(attempt))")
        #expect(try tx.one("select name from victim", as: String.self) == attempt)
        #expect(try tx.first("select name from victim where name = \(attempt + "'")", as: String.self) == nil)
        let row = try tx.one("select 7 as \(identifier: attempt)") {
          ($0.columns, try $0.decode(attempt, as: Int.self))
        }
        #expect(row.0 == [attempt])
        #expect(row.1 == 7)
        // COPY takes no parameters: here values do become text of the statement.
        var copied: [UInt8] = []
        try tx.copyOut(
          "copy (select name from victim where name = \(attempt)) to stdout (format csv, force_quote *)"
        ) {
          copied += $0
        }
        let doubled = attempt.split(separator: "\"", omittingEmptySubsequences: false).joined(
          separator: "\"\"")
        #expect(String(decoding: copied, as: UTF8.self) == "\"\(doubled)\"\n")
        try tx.runScript("update victim set name = \(attempt) || name; select 1")
        #expect(try tx.one("select name from victim", as: String.self) == attempt + attempt)
      }
    }
  }

  @Test("an inlined parameter keeps its type, and text with backslashes its value, whatever the setting")
  func inlining() async throws {
    try await withDatabase { database in
      try await database.write { tx in
        for setting in ["on", "off"] {
          // The escaping of literals depends on this one.
          try tx.runScript("set local standard_conforming_strings = \(setting, as: .unknown)")
          var copied: [UInt8] = []
          try tx.copyOut(
            "copy (select \("a\\b'c") || '|' || pg_typeof(\(-1)) || \(nil as Bool?)::text is null) to stdout"
          ) {
            copied += $0
          }
          #expect(String(decoding: copied, as: UTF8.self) == "t\n")
          copied = []
          try tx.copyOut("copy (select \("a\\b'c"), pg_typeof(\(-1)), \([1, 2])) to stdout csv") {
            copied += $0
          }
          #expect(String(decoding: copied, as: UTF8.self) == "a\\b'c,bigint,\"{1,2}\"\n")
        }
      }
    }
  }
}
