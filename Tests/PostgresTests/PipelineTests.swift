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
