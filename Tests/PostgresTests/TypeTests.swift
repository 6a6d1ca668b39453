import Postgres
import Testing

private enum Color: String, SQLEncodable, SQLDecodable { case red, green }

private struct Code: RawRepresentable, SQLEncodable, SQLDecodable, Equatable {
  let rawValue: Int
}

@Suite("Types")
struct TypeTests {
  /// Sends values, to be read back as they are.
  private func expectRoundTrip<Value: SQLEncodable & SQLDecodable & Equatable & Sendable>(
    _ values: [Value], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let database = TestServer.shared.database()
    let back = try await database.read { tx in
      try values.map { try tx.one("select \($0)", as: Value.self) }
    }
    #expect(back == values, sourceLocation: sourceLocation)
    await database.close()
  }

  @Test("numbers, booleans and text come back as they went")
  func scalars() async throws {
    try await expectRoundTrip([0, -1, Int.min, Int.max])
    try await expectRoundTrip([Int64.min, 5])
    try await expectRoundTrip([Int32.min, Int32.max])
    try await expectRoundTrip([Int16.min, Int16.max])
    try await expectRoundTrip([
      0.1, -0.0, 1 / 3, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity,
    ])
    try await expectRoundTrip([true, false])
    try await expectRoundTrip(["", "NULL", "é", "e\u{301}", "王陈", "Ўзбекистон", "👩‍👩‍👧", "a\tb\r\nc\\d'e\"f"])
    try await expectRoundTrip([nil, "", "NULL"] as [String?])
    try await expectRoundTrip([Color.red, .green])
    try await expectRoundTrip([Code(rawValue: 7)])
  }

  @Test("not a number comes back as not a number")
  func notANumber() async throws {
    let database = TestServer.shared.database()
    #expect(try await database.read { try $0.one("select \(Double.nan)", as: Double.self) }.isNaN)
    await database.close()
  }

  @Test("arrays come back as they went, with quotes, commas, nulls and none at all")
  func arrays() async throws {
    try await expectRoundTrip([[], [1, -2], [Int.max]])
    try await expectRoundTrip([
      [], [""], ["NULL", "null"], ["a\"b", "c\\d", "e,f", "{g}", " h ", "i\nj", "王"],
    ])
    try await expectRoundTrip([[nil, "a", nil], []] as [[String?]])
    try await expectRoundTrip([[Color.red], []])
    try await expectRoundTrip([[true, false]])
    try await expectRoundTrip([[[1, 2], [3, 4]]])
    try await expectRoundTrip([[["a\"}", "{"], [",", "\\"]]])
  }

  @Test("any text comes back as it went, by parameter, in an array and by COPY")
  func anyText() async throws {
    var random = SeededGenerator()
    let texts = (0..<500).map { _ in random.text() }
    try await expectRoundTrip(texts.map { $0 })
    try await expectRoundTrip([texts])
    try await withDatabase("create table t (n int, s text)") { database in
      let back = try await database.write { tx in
        var next = 0
        try tx.copyIn("copy t from stdin") { buffer in
          buffer.append(next)
          buffer.append(texts[next])
          buffer.endRow()
          next += 1
          return next < texts.count
        }
        return try tx.rows("select s from t order by n", as: String.self)
      }
      #expect(back == texts)
    }
  }

  @Test("a String can be sent as a date, a uuid, a number, or as whatever the place wants")
  func typedText() async throws {
    let database = TestServer.shared.database()
    try await database.read { tx throws in
      #expect(try tx.one("select \("2026-02-28", as: .date) + 1", as: String.self) == "2026-03-01")
      let uuid = "5b3e1f5a-0c3d-4c53-9d7a-0d6b4c6a1d11"
      #expect(try tx.one("select \(uuid, as: .uuid)", as: String.self) == uuid)
      #expect(try tx.one("select \("1.50", as: .numeric) * 2", as: String.self) == "3.00")
      #expect(try tx.one("select 2 < \("10", as: .unknown)", as: Bool.self))
      #expect(try tx.one("select \(#"{"a": 1}"#, as: .jsonb) -> 'a'", as: Int.self) == 1)
    }
    await database.close()
  }

  @Test("every array type has the number that the server gives it")
  func typeNumbers() async throws {
    let types: [SQLType] = [
      .bool, .int2, .int4, .int8, .float4, .float8, .numeric, .text, .bytea, .date, .time, .timestamp,
      .timestamptz,
      .interval, .uuid, .json, .jsonb, .textArray, .int8Array,
    ]
    let database = TestServer.shared.database()
    try await database.read { tx in
      for type in types {
        let name = try #require(type.name)
        let (number, array) = try tx.one(
          """
          select oid::int8, case when typelem <> 0 and typarray = 0 then oid else typarray end::int8
          from pg_type where oid = \(name)::regtype
          """, as: (Int.self, Int.self))
        #expect(number == Int(type.oid), "\(name)")
        #expect(array == Int(type.array.oid), "\(name)")
      }
    }
    await database.close()
  }

  @Test("an array with bounds of its own is read like any other")
  func bounds() async throws {
    let database = TestServer.shared.database()
    #expect(
      try await database.read { try $0.one("select '[0:1]={a,b}'::text[]", as: [String].self) } == ["a", "b"])
    await database.close()
  }
}
