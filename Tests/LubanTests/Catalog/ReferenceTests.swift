import Luban
import Postgres
import Support
import Testing

/// References that Luban looks up a statement at a time are held as PostgreSQL holds those that it looks up row by row.
@Suite("References looked up by statement")
struct ReferenceTests {
  /// Has PostgreSQL look up what Luban does.
  private static let byRow: SQL = """
    do $$ declare one record; begin
      for one in select distinct in_table, row_trigger from reference_look where is_by_statement loop
        execute format('alter table %s enable trigger %I', one.in_table, one.row_trigger);
        execute format('drop trigger if exists "000_references_are_there" on %s', one.in_table);
      end loop;
    end $$
    """

  @Test(
    "every foreign key is looked up by PostgreSQL, or by the trigger of its table; its parents and changes of it are PostgreSQL's"
  )
  func catalog() async throws {
    try await withOffice { office in
      let (unheld, looks) = try await office.database.read { tx in
        (
          try tx.rows(
            """
            select name::text from reference_look l left join pg_proc p on p.oid = l.function
            where not is_by_row and not (is_by_statement and p.prosrc ~ ('constraint = ''' || name || ''''))
            union all
            select k.conname || ': ' || t.tgfoid::regproc from pg_constraint k join pg_trigger t on t.tgconstraint = k.oid
            where k.contype = 'f' and k.connamespace = 'luban'::regnamespace and t.tgenabled <> 'O'
              and t.tgfoid <> '"RI_FKey_check_ins"'::regproc
            union all
            select k.conname::text from pg_constraint k left join reference_look l on l.key = k.oid
            where k.contype = 'f' and k.connamespace = 'luban'::regnamespace and l.key is null
            """, as: String.self),
          try tx.rows(
            "select distinct in_table::text from reference_look where is_by_statement and not is_by_row order by 1",
            as: String.self)
        )
      }
      #expect(unheld == [])
      #expect(looks == ["attendance", "enrollment", "enrollment_event", "student", "student_name"])
    }
  }

  /// Rows that refer to nothing: one, and so many that they are looked up in another way.
  private static let orphans: [SQL] = [1, 2000].flatMap { (rows: Int) -> [SQL] in
    [
      """
      insert into student_name (workshop_id, student_id, kind, full_name, valid_to)
      select 1, -7, 'native', 'Nobody', date '2000-01-01' + n::int from generate_series(1, \(rows)) n
      """,
      """
      insert into student (workshop_id, number, birth_on, nationality)
      select (select min(id) from workshop), n, '2000-01-01', case when n = 1 then 'QZ' else 'UZ' end
      from generate_series(1, \(rows)) n
      """,
      """
      insert into student (workshop_id, number, birth_on, nationality, entry_framework, entry_rank)
      select (select min(id) from workshop), n, '2000-01-01', 'UZ', 'hsk', case when n = 1 then 77 end
      from generate_series(1, \(rows)) n where n = 1
      """,
      """
      insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
      select 1, -7, n, 'enrolled', '2024-01-01' from generate_series(1, \(rows)) n
      """,
    ]
  }

  @Test("what refers to nothing is refused in the words of PostgreSQL")
  func words() async throws {
    try await withOffice(isWellInTheEnd: false) { office in
      try await office.ground()
      let byStatement = try await refusals(of: Self.orphans, office.database)
      try await office.database.write { tx in try tx.runScript(Self.byRow) }
      let byRow = try await refusals(of: Self.orphans, office.database)
      #expect(byStatement == byRow)
      #expect(byRow.filter { !$0.contains("violates foreign key") } == [])
    }
  }

  private func refusals(of statements: [SQL], _ database: Database) async throws -> [String] {
    var refusals: [String] = []
    for statement in statements {
      do {
        try await database.write { tx in try tx.execute(statement) }
        refusals.append("none")
      } catch PostgresError.server(let error) {
        refusals.append(
          "\(error.sqlState.code) \(error.constraint ?? "") \(error.table ?? "") \(error.message): \(error.detail ?? "")"
        )
      }
    }
    return refusals
  }

  @Test("a child beside its parent being removed, or given another key")
  func races() async throws {
    try await withOffice(isWellInTheEnd: false) { office in
      try await office.ground()
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into country (alpha2, alpha3, numeric_code, name_en, name_zh, name_ru, region, subregion)
          select 'X' || chr(64 + n), 'XX' || chr(64 + n), '000', 'x', 'x', 'x', 'x', 'x' from generate_series(1, 16) n
          """)
      }
      let byStatement = try await outcomes(from: 0, office.database)
      try await office.database.write { tx in try tx.runScript(Self.byRow) }
      let byRow = try await outcomes(from: 8, office.database)
      #expect(byStatement == byRow)
      let known = "student_nationality_is_known"
      #expect(byRow == [known, known, known, "40001", known, known, known, "40001"])
    }
  }

  /// What the second of two meets, for each change of the parent, level of isolation and order.
  private func outcomes(from first: Int, _ database: Database) async throws -> [String] {
    var outcomes: [String] = []
    for isRemoved in [true, false] {
      for level in ["read committed", "repeatable read"] {
        for isChildFirst in [true, false] {
          let nth = first + outcomes.count + 1
          let country = "X" + String(UnicodeScalar(UInt8(64 + nth)))
          let child: SQL = """
            insert into student (workshop_id, number, birth_on, nationality)
            select min(id), \(1000 + nth), '2000-01-01', \(country) from workshop
            """
          let parent: SQL =
            isRemoved
            ? "delete from country where alpha2 = \(country)"
            : "update country set alpha2 = \("Q" + country.suffix(1)) where alpha2 = \(country)"
          outcomes.append(
            try await race(isChildFirst ? child : parent, isChildFirst ? parent : child, level, database))
        }
      }
    }
    return outcomes
  }

  private func race(_ first: SQL, _ second: SQL, _ level: String, _ database: Database) async throws -> String
  {
    let begin: SQL = "set transaction isolation level \(fragment: SQL(stringLiteral: level))"
    let later = try await database.write { tx in
      try tx.execute(begin)
      try tx.execute(first)
      let later = Task {
        try await database.write { tx in
          try tx.execute(begin)
          try tx.execute(second)
        }
      }
      try tx.waitUntilSomebodyWaits()
      return later
    }
    do {
      try await later.value
      return "none"
    } catch PostgresError.server(let error) {
      return error.constraint ?? error.sqlState.code
    }
  }

  @Test("what a restored backup looks up row by row again is looked up by statement after a migration")
  func restored() async throws {
    try await withOffice { office in
      let again: SQL = """
        do $$ declare one record; begin
          for one in select in_table, row_trigger from reference_look where is_by_statement loop
            execute format('alter table %s enable trigger %I', one.in_table, one.row_trigger);
          end loop;
        end $$
        """
      try await office.database.write { tx in try tx.runScript(again) }
      let slow = try await office.schema.examine(isDeep: false).filter { !$0.isWell }
      #expect(slow.map(\.check) == ["references"] && slow.map(\.actions) == [[Action("database.migrate")]])
      #expect(try await office.schema.migrate().isEmpty)
      #expect(try await office.schema.examine(isDeep: false).allSatisfy(\.isWell))
    }
  }

  @Test("a role that may not switch off a foreign key has all of them looked up row by row")
  func ordinaryRole() async throws {
    try await withOffice(isWellInTheEnd: false) { office in
      try await office.database.write { tx in
        try tx.runScript(Self.byRow)
        try tx.runScript(
          """
          create role ordinary_of_test; grant usage on schema luban to ordinary_of_test;
          grant select on all tables in schema luban to ordinary_of_test
          """)
        try tx.execute("set local role ordinary_of_test")
        try tx.execute("select look_up_by_statement()")
        let looks = try tx.one(
          "select count(*) from reference_look where is_by_statement or not is_by_row", as: Int.self)
        #expect(looks == 0)
        try tx.execute("reset role")
        try tx.runScript("drop owned by ordinary_of_test; drop role ordinary_of_test")
      }
    }
  }
}
