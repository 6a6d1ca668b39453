import Postgres
import Support
import Testing

@testable import Luban

@Suite("Embedded SQL")
struct EmbeddingTests {
  @Test("every file of sql/ and seed/ is in the binary, as it is on disk")
  func embedded() throws {
    let files = try SourceFile.all(in: "sql", ending: ".sql") + SourceFile.all(in: "seed", ending: ".csv")
    #expect(files.count > 40)
    for file in files {
      let embedded = try? Embedded.file(file.path)
      #expect(embedded?.text == file.text, "\(file): make embed")
    }
  }

  @Test("no two migrations have the same number, and each is named by four digits")
  func numbers() {
    let numbers = Migration.all.compactMap { Int($0.name.prefix(4)) }
    #expect(numbers.count == Migration.all.count)
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers == numbers.sorted())
  }

  @Test("every step of an import runs on the migrated schema, in its order, without a line")
  func imports() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.database.write { tx in
        try tx.execute(
          """
          create temp table run on commit drop as
          select null::int as workshop_id, null::text as cohort_code, null::text as dates, date '2026-06-01' as applied_on,
            true as with_enrollments, true as may_update, true as may_create, false as namesakes, null::text as override,
            nextval('import_batch_number') as batch_id, 'people' as noun, 'f' as file_name, null::text as file_sha256,
            0::bigint as file_bytes, '{}'::jsonb as options
          """)
        let columns = ImportColumn.all.map { "\(identifier: $0.name) text collate \"C\"" as SQL }
        try tx.execute(
          """
          create temp table stage (line int not null, fault text, raw text, \(fragment: .joined(columns, separator: ", ")))
          on commit drop
          """)
        let steps = Embedded.folder("sql/import").filter { $0.stem.first?.isNumber == true }
        #expect(steps.count >= 8)
        for step in steps { try tx.runScript(SQL.file(step.path)) }
        for query in Embedded.folder("sql/import") where query.stem.first?.isNumber == false {
          _ = try tx.rows(SQL.file(query.path)) { _ in 0 }
        }
      }
    }
  }

  @Test("every function and view of the schema report runs, and the doctor's checks")
  func reports() async throws {
    try await withOffice { office in
      let functions = try await office.database.read { tx in
        _ = try tx.rows(SQL.file("sql/doctor.sql")) { _ in 0 }
        return try tx.rows(
          """
          select p.oid::regproc::text, array(select format_type(t, null) from unnest(p.proargtypes) t)
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
