import Postgres
import Testing

@Suite("Rows")
struct RowTests {
  @Test("a row is read by names, places, as a tuple, as one value")
  func ways() async throws {
    let database = TestServer.shared.database()
    try await database.read { tx in
      let row = try tx.one("select 1 as id, 'Ada' as name, null as note") { row in
        let note: String? = try row.decode("note")
        return (try row["id", as: Int.self], try row.decode(at: 1, as: String.self), note)
      }
      #expect(row == (1, "Ada", nil))
      let three = try tx.rows(
        "select n, 'x' || n, n > 1 from generate_series(1, 2) n", as: (Int.self, String.self, Bool.self))
      #expect(three.count == 2)
      #expect(three[1] == (2, "x2", true))
      #expect(try tx.rows("select n from generate_series(1, 3) n", as: Int.self) == [1, 2, 3])
      #expect(
        try tx.rows("select n from generate_series(1, 3) n") { try $0["n", as: Int.self] * 2 } == [2, 4, 6])
    }
    await database.close()
  }

  /// A value that is read of a row as a whole.
  private struct Stay: Decodable, Equatable {
    struct Guest: Codable, Equatable { var name: String }
    let isPaid: Bool
    let beginsOn: String
    let note: String?
    var guests: [Guest]
    var host: Guest?
  }

  @Test("a row is read as a value with properties named as its columns, and parts that are read before")
  func decodedValues() async throws {
    let database = TestServer.shared.database()
    try await database.read { tx in
      let guests = try tx.rows("select 'Ada' as name union all select 'Bo'", of: Stay.Guest.self)
      #expect(guests.map(\.name) == ["Ada", "Bo"])
      let sql: SQL = "select date '2026-05-01' as begins_on, true as is_paid, null::text as note"
      let stay = Stay(isPaid: true, beginsOn: "2026-05-01", note: nil, guests: guests)
      let nobody: Stay.Guest? = nil
      #expect(try tx.one(sql, of: Stay.self, with: ["guests": guests, "host": nobody]) == stay)
      let hosted = try tx.first(sql, of: Stay.self, with: ["guests": guests, "host": guests[0]])
      #expect(hosted?.host == guests[0])
      #expect(try tx.first("select 1 as id where false", of: Stay.self) == nil)
      let failures: [(DecodingFailure.Reason, String, SQL, [String: (any Sendable)?])] = [
        (.noSuchColumn, "note", "select 'today' as begins_on, true as is_paid", [:]),
        (.noSuchColumn, "begins_on", "select true as is_paid", [:]),
        (.null, "is_paid", "select null as is_paid", [:]),
        (.unreadable, "guests", sql, ["guests": "none"]),
        (.unreadable, "guests", "select '{}' as guests, x.* from (\(fragment: sql)) x", [:]),
      ]
      for (reason, column, sql, parts) in failures {
        let error = #expect(throws: PostgresError.self) { try tx.one(sql, of: Stay.self, with: parts) }
        guard case .decoding(let failure) = error else {
          Issue.record("\(error as Any) is no error of decoding")
          continue
        }
        #expect((failure.reason, failure.column) == (reason, column))
      }
      #expect(throws: PostgresError.self) { try tx.rows("select 1 as id", of: [Int].self) }
    }
    await database.close()
  }

  @Test("a row is inserted and changed by what is said of it")
  func assignments() async throws {
    try await withDatabase(
      "create table t (id int generated always as identity, name text, size numeric default 4, note text)"
    ) { database in
      try await database.write { tx in
        let rows: SQL = "select concat_ws(' ', id, coalesce(name, '-'), size, coalesce(note, '-')) from t"
        let said = [Assignment("name", "Ada"), Assignment("size", nil as Double?), Assignment("name", "Bo")]
        let id = try tx.insert(into: "t", said)
        #expect(try tx.rows(rows, as: String.self) == ["1 Ada 4 -"])
        try tx.update(
          "t",
          [
            Assignment("size", 6.0), Assignment("note", by: "upper(name)"),
            Assignment("name", "Bo", isCleared: true),
          ], where: "id = \(id)")
        #expect(try tx.rows(rows, as: String.self) == ["1 - 6 ADA"])
        try tx.update("t", [Assignment("note", nil as String?)], where: "no_such_column = 1")
        #expect(try tx.rows(rows, as: String.self) == ["1 - 6 ADA"])
      }
    }
  }

  @Test("one wants exactly one row, first takes none or any")
  func counts() async throws {
    let database = TestServer.shared.database()
    try await database.read { tx throws in
      #expect(try tx.first("select 1 where false", as: Int.self) == nil)
      #expect(try tx.first("select n from generate_series(4, 6) n", as: Int.self) == 4)
      #expect(try tx.first("select n from generate_series(4, 6) n") { try $0["n", as: Int.self] } == 4)
      for count in [0, 2] {
        #expect(throws: PostgresError.rowCount(found: count, sql: "select n from generate_series(1, $1) n")) {
          try tx.one("select n from generate_series(1, \(count)) n", as: Int.self)
        }
      }
    }
    await database.close()
  }

  @Test("an error of decoding names column, type and statement, and never the value")
  func decodingErrors() async throws {
    let database = TestServer.shared.database()
    try await database.read { tx in
      let sql: SQL = "select 'secret' as name, null as age"
      let expected: [(DecodingFailure.Reason, String, (Row) throws -> Void)] = [
        (.unreadable, "name", { _ = try $0["name", as: Int.self] }),
        (.null, "age", { _ = try $0["age", as: Int.self] }),
        (.noSuchColumn, "size", { _ = try $0["size", as: Int.self] }),
        (.unreadable, "name", { _ = try $0.decode(as: (Int.self, Int?.self)) }),
        (.notAskedFor, "age", { _ = try $0.decode(as: String.self) }),
        (.noSuchColumn, "number 3", { _ = try $0.decode(as: (String.self, Int?.self, Int.self)) }),
      ]
      for (reason, column, read) in expected {
        let error = #expect(throws: PostgresError.self) { try tx.one(sql, read) }
        guard case .decoding(let failure) = error else {
          Issue.record("\(error as Any) is no error of decoding")
          continue
        }
        #expect(failure.reason == reason)
        #expect(failure.column == column)
        #expect(failure.sql == "select 'secret' as name, null as age")
        #expect(!"\(failure.column) \(failure.type)".contains("secret"))
      }
    }
    await database.close()
  }

  @Test("execute tells how many rows it touched")
  func affected() async throws {
    try await withDatabase("create table t (n int)") { database in
      try await database.write { tx throws in
        #expect(try tx.execute("insert into t select generate_series(1, 5)") == 5)
        #expect(try tx.execute("update t set n = n + 1 where n > \(3)") == 2)
        #expect(try tx.execute("delete from t") == 5)
        #expect(try tx.execute("create table u ()") == 0)
      }
    }
  }

  @Test("rows stream: the first is there before the last has been made")
  func streaming() async throws {
    let database = TestServer.shared.database()
    let error = await failure {
      try await database.read { tx in
        // Who waited for the last row would meet the deadline instead. The server sends when its buffer of
        // 8 kB is full: hence thousands of rows before it falls asleep.
        try tx.forEachRow(
          "select n, pg_sleep(case when n = 5000 then 3600 else 0 end) from generate_series(1, 5000) n"
        ) { row in
          #expect(try row["n", as: Int.self] == 1)
          throw Stopped()
        }
      }
    }
    #expect(error is Stopped)
    await database.close()
  }

  @Test("a streamed row can be decoded, all come in order, and the session is free afterward")
  func streamingToTheEnd() async throws {
    let database = TestServer.shared.database()
    try await database.read { tx in
      var sum = 0
      var last = 0
      try tx.forEachRow("select n from generate_series(1, 100000) n") { row in
        let number: Int = try row.decode(at: 0)
        #expect(number == last + 1)
        last = number
        sum += number
      }
      #expect(sum == 5_000_050_000)
      #expect(try tx.one("select 1", as: Int.self) == 1)
      try tx.forEachRow("select 1 where false") { _ in Issue.record("no row was to come") }
    }
    await database.close()
  }

  @Test("no statement can run in the middle of another's rows")
  func busy() async throws {
    let database = TestServer.shared.database()
    let error = await failure {
      try await database.read { tx in
        try tx.forEachRow("select n from generate_series(1, 10) n") { _ in try tx.execute("select 1") }
      }
    }
    guard case PostgresError.misuse? = error else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(try await database.read { try $0.one("select 1", as: Int.self) } == 1)
    await database.close()
  }
}
