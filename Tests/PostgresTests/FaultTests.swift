import Glibc
import LocalPostgres
import Postgres
import Testing

@Suite("Faults")
struct FaultTests {
  @Test("cancelling the task cancels the statement on the server, rolls back, and leaves the connection good")
  func cancellation() async throws {
    try await withDatabase(maxConnections: 2, "create table t (n int)") { database throws in
      let task = Task {
        try await database.write { tx in
          try tx.execute("insert into t values (1)")
          try tx.execute("select pg_sleep(3600), 'to be cancelled'")
        }
      }
      #expect(try await eventually { try await isRunning("%to be cancelled%", on: database) })
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(try await !isRunning("%to be cancelled%", on: database))
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 0)
    }
  }

  @Test("a statement that takes longer than allowed is stopped on the server")
  func slowStatement() async throws {
    try await withDatabase(deadlines: Deadlines(statement: .milliseconds(300))) { database throws in
      let error = await failure { try await database.read { try $0.execute("select pg_sleep(3600)") } }
      guard case .deadline(let allowed, let sql)? = error as? PostgresError else {
        Issue.record("\(error as Any)")
        return
      }
      #expect(allowed == .milliseconds(300))
      #expect(sql.contains("pg_sleep"))
      #expect(try await database.read { try $0.one("select 1", as: Int.self) } == 1)
    }
  }

  @Test("a backend that is frozen is given up within deadline and grace, and another one is taken")
  func frozenBackend() async throws {
    let deadlines = Deadlines(statement: .milliseconds(300), grace: .milliseconds(200))
    try await withDatabase(maxConnections: 1, deadlines: deadlines) { database throws in
      let frozen = Counter()
      let start = ContinuousClock.now
      let error = await failure {
        try await database.write { tx in
          frozen.add(try tx.one("select pg_backend_pid()", as: Int.self))
          kill(pid_t(frozen.value), SIGSTOP)
          try tx.execute("select 1")
        }
      }
      kill(pid_t(frozen.value), SIGCONT)
      #expect(ContinuousClock.now - start < .seconds(20))
      guard case .deadline? = error as? PostgresError else {
        Issue.record("\(error as Any)")
        return
      }
      let next = try await database.read { try $0.one("select pg_backend_pid()", as: Int.self) }
      #expect(next != frozen.value)
    }
  }

  @Test("a server that is frozen whole lets nobody in, and nobody waits for it for ever")
  func frozenServer() async throws {
    let cluster = try Cluster.throwaway(program: "frozen")
    defer { try? cluster.destroy() }
    var settings = try cluster.connectionSettings
    settings.dsn = (settings.dsn ?? "") + " connect_timeout=2"
    let process = try #require(try await cluster.status().process)
    kill(process, SIGSTOP)
    defer { kill(process, SIGCONT) }
    let database = Database { [settings] in settings }
    let error = await failure { try await database.read { try $0.one("select 1", as: Int.self) } }
    #expect(error is PostgresError, "\(error as Any)")
    await database.close()
  }

  @Test("a lock that is not given in time is said so")
  func lockTimeout() async throws {
    try await withDatabase(maxConnections: 2, "create table t (n int); insert into t values (1)") {
      database in
      let error = await failure {
        try await database.write { tx in
          try tx.execute("update t set n = 2")
          // Another connection, from a thread that may wait.
          throw try otherUpdate(database)
        }
      }
      #expect((error as? PostgresError)?.sqlState == "55P03", "\(error as Any)")
    }
  }

  @Test("serialization failures and deadlocks run the whole body again", arguments: ["40001", "40P01"])
  func retry(code: String) async throws {
    try await withDatabase("create table t (n int)") { database throws in
      let attempts = Counter()
      try await database.write(retry: RetryPolicy(for: .seconds(30))) { tx in
        try tx.execute("insert into t values (1)")
        if attempts.add(1) < 3 {
          try tx.runScript(
            "do $$ begin raise exception 'again' using errcode = \(code, as: .unknown); end $$")
        }
      }
      #expect(attempts.value == 3)
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 1)
    }
  }

  @Test("other errors are not retried, and nothing is without a policy")
  func noRetry() async throws {
    try await withDatabase { database throws in
      for (policy, code) in [(RetryPolicy(for: .seconds(30)), "23505"), (.none, "40001")] {
        let attempts = Counter()
        let error = await failure {
          try await database.write(retry: policy) { tx in
            attempts.add(1)
            try tx.runScript("do $$ begin raise exception 'no' using errcode = \(code, as: .unknown); end $$")
          }
        }
        #expect((error as? PostgresError)?.sqlState == SQLState(code))
        #expect(attempts.value == 1)
      }
    }
  }

  @Test(
    "a connection killed in mid-transaction is replaced, and the transaction run again from its beginning")
  func killed() async throws {
    try await withDatabase(maxConnections: 1, "create table t (n int)") { database throws in
      let attempts = Counter()
      try await database.write(retry: RetryPolicy(for: .seconds(30))) { tx in
        try tx.execute("insert into t values (1)")
        if attempts.add(1) == 1 { try tx.execute("select pg_terminate_backend(pg_backend_pid())") }
        try tx.execute("insert into t values (2)")
      }
      #expect(attempts.value == 2)
      #expect(try await database.read { try $0.rows("select n from t order by n", as: Int.self) } == [1, 2])
    }
  }

  @Test("more tasks than connections take turns, and none is lost")
  func pool() async throws {
    try await withDatabase(maxConnections: 3, "create table t (n int)") { database throws in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for n in 1...50 {
          group.addTask {
            try await database.write { tx in
              try tx.execute("insert into t values (\(n))")
              return try tx.one("select pg_backend_pid()", as: Int.self)
            }
          }
        }
        var backends: Set<Int> = []
        for try await backend in group { backends.insert(backend) }
        #expect((1...3).contains(backends.count))
      }
      #expect(try await database.read { try $0.one("select count(*) from t", as: Int.self) } == 50)
    }
  }

  @Test("of several hosts the first that lives is taken")
  func hosts() async throws {
    let cluster = try Cluster.throwaway(program: "hosts")
    defer { try? cluster.destroy() }
    let folder = try #require(try await cluster.status().socketFolder)
    let database = Database {
      ConnectionSettings(dsn: "host=/nowhere,\(folder) user=postgres dbname=postgres")
    }
    #expect(try await database.read { try $0.one("select 1", as: Int.self) } == 1)
    await database.close()
  }

  @Test("notices come with their words, those of a finished statement and no others")
  func notices() async throws {
    let seen = Counter()
    try await withDatabase(onNotice: { notice in
      if notice.message == "look", notice.hint == "here", notice.severity == "NOTICE" { seen.add(1) }
    }) { database throws in
      try await database.write { tx in
        try tx.runScript("do $$ begin raise notice 'look' using hint = 'here'; end $$")
      }
    }
    #expect(seen.value == 1)
  }

  @Test("an error keeps what the server said: code, constraint, table, column, detail, hint and place")
  func errors() async throws {
    try await withDatabase("create table t (n int constraint small check (n < 5), m int not null unique)") {
      database in
      func error(_ sql: SQL) async throws -> ServerError {
        let error = await failure { try await database.write { try $0.execute(sql) } }
        return try #require((error as? PostgresError)?.serverError)
      }
      let check = try await error("insert into t values (\(7), 1)")
      #expect((check.sqlState, check.constraint, check.table) == (.checkViolation, "small", "t"))
      let null = try await error("insert into t values (1, null)")
      #expect((null.sqlState, null.column) == (.notNullViolation, "m"))
      let twice = try await error("insert into t values (1, 1), (2, 1)")
      #expect(twice.detail == "Key (m)=(1) already exists.")
      let misspelled = try await error("select 1,\n  nn from t")
      #expect(misspelled.position == 13)
      #expect(misspelled.excerpt == "LINE 2:   nn from t\n          ^")
      #expect(misspelled.sqlState == "42703")
    }
  }
}

/// What comes of an update by another connection that waits for a lock no longer than a moment.
private func otherUpdate(_ database: Database) throws -> any Error {
  let done = Handover()
  Task {
    done.finish(
      await failure {
        try await database.write { tx in
          try tx.runScript("set local lock_timeout = '100ms'")
          try tx.execute("update t set n = 3")
        }
      })
  }
  return done.wait() ?? Stopped()
}
