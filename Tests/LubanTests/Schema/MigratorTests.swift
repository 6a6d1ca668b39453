import Postgres
import Support
import Testing

@testable import Luban

@Suite("Migrator")
struct MigratorTests {
  /// A schema of a library: a file or two that are applied once, a view, and a book that comes with it.
  private func library(
    files: [String] = ["create table book (title text primary key)"],
    code: String = "create or replace view titles as select title from book", book: String = "Emma"
  ) -> Migrator {
    let schema = files.enumerated().map { Embedded("sql/schema/000\($0.offset + 1)_file.sql", $0.element) }
    return Migrator(
      schema: schema, code: [Embedded("sql/code/book.sql", code)], data: [Embedded("seed/books.csv", book)]
    ) { tx in
      try tx.execute("insert into book (title) values (\(book)) on conflict do nothing")
    }
  }

  /// A second file, after which a book has a year.
  private let year = "alter table book add year int"
  private let first = "create table book (title text primary key)"

  private func names(_ steps: [Schema.Step]) -> [String] { steps.map(\.name) }

  private func books(_ office: Office) async throws -> [String] {
    try await office.database.read { try $0.rows("select title from titles order by 1", as: String.self) }
  }

  private func problem(_ migrator: Migrator, of office: Office) async throws -> SchemaProblem? {
    try await office.database.read { try migrator.problem($0) }
  }

  @Test("files are applied once, in their order, then code and data; a second time there is nothing to do")
  func once() async throws {
    try await TestDatabase.withNothing { test in
      let (office, migrator) = (test.office, library(files: [first, year]))
      #expect(try await problem(migrator, of: office) == .missing)
      let plan = try await office.database.read { try migrator.steps($0) }
      #expect(names(plan) == ["0001_file", "0002_file", "functions, views and reference data"])
      #expect(try await office.schema.migrate(by: migrator) == plan)
      #expect(try await books(office) == ["Emma"])
      #expect(try await office.schema.migrate(by: migrator) == [])
      #expect(try await problem(migrator, of: office) == nil)
    }
  }

  @Test("what has come since is applied: a file, the code, the data")
  func later() async throws {
    try await TestDatabase.withNothing { test in
      let office = test.office
      let anew = "functions, views and reference data"
      _ = try await office.schema.migrate(by: library())
      let longer = library(files: [first, year])
      #expect(try await problem(longer, of: office) == .older(found: 1, wanted: 2))
      #expect(names(try await office.schema.migrate(by: longer)) == ["0002_file", anew])
      let other = library(
        files: [first, year], code: "create or replace view titles as select upper(title) as title from book")
      #expect(try await problem(other, of: office) == .otherCode)
      #expect(names(try await office.schema.migrate(by: other)) == [anew])
      #expect(try await books(office) == ["EMMA"])
      let more = library(files: [first, year], book: "Persuasion")
      #expect(try await problem(more, of: office) == .otherCode)
      #expect(names(try await office.schema.migrate(by: more)) == [anew])
      #expect(try await books(office) == ["Emma", "Persuasion"])
    }
  }

  @Test("a database that is newer is left alone")
  func newer() async throws {
    try await TestDatabase.withNothing { test in
      _ = try await test.office.schema.migrate(by: library(files: [first, year]))
      let older = library()
      let problem = SchemaProblem.newer(found: 2, wanted: 1)
      #expect(try await self.problem(older, of: test.office) == problem)
      await #expect(throws: LubanError.schema(problem)) { try await test.office.schema.migrate(by: older) }
    }
  }

  @Test(
    "a database of a schema from before the first release is told to begin anew, however many files it has")
  func unreleased() async throws {
    for files in [["create table book (name text)"], ["create table book (name text)", year, "select 3"]] {
      try await TestDatabase.withNothing { test in
        let theirs = library(files: files, code: "", book: "")
        try await test.office.database.write { tx in
          try tx.runScript(SQL.file("sql/migration.sql"))
          for one in theirs.migrations {
            try tx.execute(
              "insert into migration (number, name, checksum) values (\(one.number), \(one.name), \(one.checksum))"
            )
          }
          try tx.execute("insert into code_state (code) values ('other')")
        }
        let problem = SchemaProblem.unreleased(migration: "0001_file")
        #expect(try await self.problem(library(files: [first, year]), of: test.office) == problem)
        #expect(problem.description.contains("begin anew"))
        #expect(problem.actions == [Action("database.destroy")])
        #expect(!problem.isMendedByMigrating)
        await #expect(throws: LubanError.schema(problem)) {
          try await test.office.schema.migrate(by: library(files: [first, year]))
        }
      }
    }
  }

  @Test(
    "what fails in its midst leaves nothing: a file, the code, the data",
    arguments: ["file", "code", "data"])
  func whole(failing: String) async throws {
    try await TestDatabase.withNothing { test in
      let broken = Migrator(
        schema: [
          Embedded("sql/schema/0001_a.sql", first),
          Embedded("sql/schema/0002_b.sql", failing == "file" ? "fail" : year),
        ],
        code: [Embedded("sql/code/a.sql", failing == "code" ? "fail" : "select 1")], data: []
      ) { tx in try tx.runScript(failing == "data" ? "fail" : "select 1") }
      await #expect(throws: LubanError.self) { try await test.office.schema.migrate(by: broken) }
      #expect(try await problem(broken, of: test.office) == .missing)
      let schemas = try await test.office.database.read {
        try $0.rows(
          "select nspname::text from pg_namespace where nspname in ('luban', 'report')", as: String.self)
      }
      #expect(schemas == [])
    }
  }

  @Test("of several at once one works, and the others find nothing to do")
  func together() async throws {
    try await TestDatabase.withNothing { test in
      let migrator = library()
      let done = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 1...6 { group.addTask { try await test.office.schema.migrate(by: migrator).count } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(done.sorted() == [0, 0, 0, 0, 0, 2])
    }
  }
}

extension Embedded {
  /// A file of a test, whose bytes stay as those of the program's do.
  fileprivate init(_ path: String, _ text: String) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 8)
    bytes.copyBytes(from: text.utf8)
    self.init(path: path, bytes: UnsafeRawBufferPointer(bytes))
  }
}
