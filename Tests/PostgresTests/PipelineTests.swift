import Postgres
import Testing

@Suite("Pipelines")
struct PipelineTests {
  @Test("statements sent together have results of their own types")
  func results() async throws {
    try await withDatabase("create table t (n int, s text)") { database in
      let answer = try await database.write { tx in
        let (inserted, rows, mapped, none) = try tx.pipeline { p in
          (
            try p.add("insert into t select n, 'x' || n from generate_series(1, \(3)) n"),
            try p.add("select n, s from t order by n", as: (Int.self, String.self)),
            try p.add("select n from t order by n") { try $0["n", as: Int.self] * 10 },
            try p.add("select n from t where n > \(9)", as: Int.self)
          )
        }
        #expect(rows.value.map(\.1) == ["x1", "x2", "x3"])
        #expect(none.value.isEmpty)
        return (inserted.value, rows.value.count, mapped.value)
      }
      #expect(answer == (3, 3, [10, 20, 30]))
    }
  }

  @Test("an error in the middle is thrown, what comes after it is skipped, and nothing stays")
  func errorInTheMiddle() async throws {
    try await withDatabase("create table t (n int primary key)") { database in
      let error = await failure {
        try await database.write { tx in
          try tx.pipeline { p in
            try p.add("insert into t values (1)")
            try p.add("insert into t values (\(1))")
            try p.add("insert into t values (2)")
          }
        }
      }
      let server = try #require((error as? PostgresError)?.serverError)
      #expect(server.sqlState == .uniqueViolation)
      #expect(server.sql == "insert into t values ($1)")
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 0)
    }
  }

  @Test("what is sent ahead is done before a statement, a COPY and a script, and fails them by its own error")
  func ahead() async throws {
    try await withDatabase("create table t (n int primary key)") { database in
      try await database.write { tx in
        try tx.ahead("insert into t values (\(1)) returning n")
        #expect(!tx.isSent)
        #expect(try tx.one("select count(*) from t", as: Int.self) == 1)
        try tx.ahead("select n from t")
        var lines = 0
        #expect(try tx.copyOut("copy t to stdout") { _ in lines += 1 } == 1 && lines == 1)
        try tx.ahead("select n from t")
        var isSent = false
        try tx.copyIn("copy t from stdin") { buffer in
          if isSent { return false }
          buffer.append(2)
          buffer.endRow()
          isSent = true
          return true
        }
        try tx.ahead("insert into t values (3)")
        try tx.runScript("insert into t values (4)")
        #expect(tx.isSent)
      }
      for ask in [
        { tx in _ = try tx.one("select 1", as: Int.self) },
        { tx in _ = try tx.copyOut("copy t to stdout") { _ in } },
        { tx in _ = try tx.copyIn("copy t from stdin") { _ in false } },
        { tx in try tx.runScript("delete from t") },
      ] as [@Sendable (Transaction) throws -> Void] {
        let error = await failure {
          try await database.write { tx in
            try tx.ahead("insert into t values (\(1))")
            try ask(tx)
          }
        }
        #expect((error as? PostgresError)?.serverError?.sqlState == .uniqueViolation)
      }
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 4)
    }
  }

  @Test("the commit travels with the last statement, and nothing of it stays where that fails")
  func last() async throws {
    try await withDatabase("create table t (n int primary key)") { database in
      let rows = try await database.write { tx in
        try tx.execute("insert into t values (1)")
        return try tx.table("insert into t values (2) returning n", isLast: true).rows
      }
      #expect(rows == [["2"]])
      let error = await failure {
        try await database.write { tx in
          try tx.execute("insert into t values (3)")
          _ = try tx.table("insert into t values (1) returning n", isLast: true)
        }
      }
      #expect((error as? PostgresError)?.serverError?.sqlState == .uniqueViolation)
      #expect(try await database.read { try $0.rows("select n from t order by n", as: Int.self) } == [1, 2])
    }
  }

  @Test("a pipeline in a savepoint is undone alone")
  func savepoint() async throws {
    try await withDatabase("create table t (n int primary key)") { database in
      try await database.write { tx in
        try tx.pipeline { try $0.add("insert into t values (1)") }
        #expect(throws: PostgresError.self) {
          try tx.savepoint {
            try tx.pipeline { p in
              try p.add("insert into t values (2)")
              try p.add("select 1 / 0")
            }
          }
        }
        try tx.pipeline { try $0.add("insert into t values (3)") }
      }
      #expect(try await database.read { try $0.rows("select n from t order by n", as: Int.self) } == [1, 3])
    }
  }

  @Test("an empty pipeline, and one larger than all buffers in both directions, go through")
  func sizes() async throws {
    try await withDatabase { database in
      let text = String(repeating: "x", count: 10_000)
      let lengths = try await database.read { tx in
        try tx.pipeline { _ in }
        let results = try tx.pipeline { p in
          try (0..<2000).map { _ in try p.add("select \(text)", as: String.self) }
        }
        return results.map { $0.value.map(\.count) }
      }
      #expect(lengths == Array(repeating: [10_000], count: 2000))
    }
  }

  @Test("a value that can't be read is an error of the pipeline")
  func decoding() async throws {
    try await withDatabase { database in
      let error = await failure {
        try await database.read { tx in
          try tx.pipeline { try $0.add("select 'x' as letter", as: Int.self) }.value
        }
      }
      guard case PostgresError.decoding(let failure)? = error else {
        Issue.record("\(error as Any)")
        return
      }
      #expect(failure.column == "letter")
    }
  }
}
