import Postgres
import Support
import Testing

@testable import Luban

@Suite("Embedded SQL")
struct EmbeddingTests {
  @Test("every file of sql/, seed/ and po/ is in the binary, as it is on disk")
  func embedded() throws {
    let files =
      try SourceFile.all(in: "sql", ending: ".sql") + SourceFile.all(in: "seed", ending: ".csv", ".mustache")
      + SourceFile.all(in: "po", ending: ".po")
    #expect(files.count > 40)
    for file in files {
      let embedded = try? Embedded.file(file.path)
      #expect(embedded?.text == file.text, "\(file): make embed")
    }
  }

  @Test("the migrations are numbered without gaps, by four digits")
  func numbers() {
    let numbers = Migrator.luban.migrations.compactMap { Int($0.name.prefix(4)) }
    #expect(numbers == Array(1...numbers.count))
  }

  @Test(
    "every step of an import of each noun runs on the migrated schema, in its order, without a line",
    arguments: (ImportForm.all + [.peopleWithEnrollments]).map(\.name))
  func imports(_ name: String) async throws {
    let form = try #require((ImportForm.all + [.peopleWithEnrollments]).first { $0.name == name })
    try await withOffice { office in
      try await office.ground()
      try await office.database.write { tx in
        try ImportTables(request: ImportRequest(path: "f", noun: form), command: CommandKey(), others: [])
          .make(tx)
        try ImportWords(form: form, tx: tx).look { _ in true }
        let steps = (form.checks + form.writes + form.late).flatMap(\.scripts)
        #expect(steps.count >= 2)
        for step in steps + [form.telling("batch")] {
          try tx.runScript(step.sql())
        }
        for query in [form.telling("count"), form.telling("result"), "problem"] {
          _ = try tx.rows(query.sql()) { _ in 0 }
        }
      }
    }
  }

  @Test("every file of sql/import is a step of an import")
  func scripts() {
    let forms = ImportForm.all + [.peopleWithEnrollments]
    let steps = forms.flatMap { form in
      (form.checks + form.writes + form.late).flatMap(\.scripts)
        + ["count", "result", "batch"].map(form.telling)
    }.compactMap { script in if case .file(let path) = script { path } else { nil } }
    let files = Set(Embedded.folder("sql/import").map { $0.path.dropFirst("sql/import/".count).dropLast(4) })
    // What files of other nouns share.
    let shared: Set<Substring> = ["problem", "who", "count", "result", "batch"]
    #expect(files.subtracting(steps.map { $0[...] }).subtracting(shared) == [])
  }

  @Test("every function and view of the schema report runs, and the doctor's checks")
  func reports() async throws {
    try await withOffice { office in
      let functions = try await office.database.read { tx in
        _ = try tx.rows(SQL.file("sql/doctor.sql")) { _ in 0 }
        return try tx.rows(
          """
          select p.oid::regproc::text, array(
            select format_type(case t when 'anyarray'::regtype then 'int[]'::regtype else t end, null) from unnest(p.proargtypes) t)
          from pg_proc p where pronamespace = 'report'::regnamespace order by 1
          """, as: (String.self, [String].self))
      }
      #expect(functions.count > 4)
      for (name, types) in functions {
        // Nulls of the right types: a function that names what is not there fails all the same.
        let nulls = types.map { "null::\($0)" }.joined(separator: ", ")
        try await office.database.read { tx in
          _ = try tx.rows(SQL(embedded: "select * from \(name)(\(nulls)) limit 1")) { _ in 0 }
        }
      }
    }
  }

  @Test("every function of the schema luban has a body that PostgreSQL accepts")
  func functions() async throws {
    try await withOffice { office in
      // What was made while bodies were not checked is made again with the check.
      try await office.database.write { tx in
        let bodies = try tx.rows(
          """
          select pg_get_functiondef(p.oid) from pg_proc p join pg_language l on l.oid = p.prolang
          where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace) and l.lanname in ('sql', 'plpgsql')
            and p.prokind = 'f'
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
          """, as: String.self)
        #expect(bodies.count > 40)
        try tx.runScript("set local check_function_bodies = on")
        for body in bodies { try tx.runScript(SQL(embedded: body)) }
      }
    }
  }
}
