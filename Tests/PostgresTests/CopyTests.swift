import Postgres
import Testing

@Suite("COPY")
struct CopyTests {
  @Test("rows go in and come out as they were, more than any buffer holds")
  func both() async throws {
    try await withDatabase("create table t (n int, s text)") { database throws in
      let count = 200_000
      let copied = try await database.write { tx in
        var next = 0
        return try tx.copyIn("copy t from stdin") { buffer in
          buffer.append(next)
          if next.isMultiple(of: 3) { buffer.appendNull() } else { buffer.append("row\t\(next)\\") }
          buffer.endRow()
          next += 1
          return next < count
        }
      }
      #expect(copied == count)
      let (rows, nulls) = try await database.read { tx in
        try tx.one("select count(*), count(*) filter (where s is null) from t", as: (Int.self, Int.self))
      }
      #expect((rows, nulls) == (count, 66_667))
      let sum = Counter()
      let out = try await database.read { tx in
        try tx.copyOut("copy (select n from t order by n) to stdout") { row in sum.add(row.count) }
      }
      #expect(out == count)
      let bytes = (0..<count).reduce(0) { (sum: Int, row: Int) -> Int in sum + String(row).count + 1 }
      #expect(sum.value == bytes)
    }
  }

  @Test(
    "a producer that throws, at once or after much was sent, ends the COPY and nothing of it remains",
    arguments: [0, 1, 100_000])
  func throwingProducer(after rows: Int) async throws {
    try await withDatabase("create table t (n int)") { database throws in
      let error = await failure {
        try await database.write { tx in
          var next = 0
          try tx.copyIn("copy t from stdin") { buffer in
            if next == rows { throw Stopped() }
            next += 1
            buffer.append(next)
            buffer.endRow()
            return true
          }
        }
      }
      #expect(error is Stopped)
      // The connection is as good as before.
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 0)
    }
  }

  @Test("a reader that throws ends the COPY, and the connection serves on", arguments: [1, 50_000])
  func throwingReader(after rows: Int) async throws {
    try await withDatabase(maxConnections: 1) { database throws in
      let error = await failure {
        try await database.read { tx in
          var seen = 0
          try tx.copyOut("copy (select n from generate_series(1, 1000000) n) to stdout") { _ in
            seen += 1
            if seen == rows { throw Stopped() }
          }
        }
      }
      #expect(error is Stopped)
      #expect(try await database.read { try $0.one("select 1", as: Int.self) } == 1)
    }
  }

  @Test("a row the server refuses ends the COPY with its line, while rows are still sent")
  func refusedRow() async throws {
    try await withDatabase("create table t (n int check (n < 5))") { database throws in
      let error = await failure {
        try await database.write { tx in
          var next = 0
          try tx.copyIn("copy t from stdin") { buffer in
            next += 1
            buffer.append(next)
            buffer.endRow()
            return next < 1_000_000
          }
        }
      }
      let server = try #require((error as? PostgresError)?.serverError)
      #expect(server.sqlState == .checkViolation)
      #expect(server.context?.contains("line 5") == true)
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 0)
    }
  }

  @Test("COPY within a savepoint that fails leaves the transaction alive")
  func savepoint() async throws {
    try await withDatabase("create table t (n int)") { database throws in
      try await database.write { tx in
        try tx.execute("insert into t values (1)")
        let error = try? tx.savepoint {
          try tx.copyIn("copy t from stdin") { _ in throw Stopped() }
        }
        #expect(error == nil)
        try tx.execute("insert into t values (2)")
      }
      #expect(try await database.read { try $0.rows("select n from t order by n", as: Int.self) } == [1, 2])
    }
  }

  @Test("what is no COPY is refused, and the connection is not used again")
  func misuse() async throws {
    try await withDatabase(maxConnections: 1) { database throws in
      for sql in ["select 1", "copy (select 1) to stdout"] {
        let error = await failure {
          try await database.write { try $0.copyIn(SQL(embedded: sql)) { _ in false } }
        }
        #expect(error is PostgresError, "\(sql)")
        #expect(try await database.read { try $0.one("select 1", as: Int.self) } == 1)
      }
    }
  }
}
