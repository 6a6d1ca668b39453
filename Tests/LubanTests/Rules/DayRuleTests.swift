import Luban
import Postgres
import Support
import Testing

/// A fact is of today or earlier; plans keep their future.
@Suite("Rules of days")
struct DayRuleTests {
  private static let law = "fact_is_of_today_or_earlier"

  @Test("every column of days is a fact, a plan, or a copy of either")
  func kinds() async throws {
    try await withOffice { office in
      let columns: SQL = """
        select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'luban'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
          and a.atttypid in ('date'::regtype, 'luban.partial_date'::regtype, 'timestamp'::regtype, 'daterange'::regtype)
        """
      let found = Set<String>(
        try await office.database.read { tx in try tx.rows(columns, as: String.self) })
      let told = Set<String>(
        try await office.database.read { tx in
          try tx.rows("select table_name || '.' || column_name from day_rule", as: String.self)
        })
      #expect(found.count > 50)
      #expect(found.subtracting(told).sorted() == [], "of no kind")
      #expect(told.subtracting(found).sorted() == [], "no column")
      await office.expectRefused([
        Breach(
          "day_is_of_one_kind", "insert into day_rule select table_name, column_name, 'plan' from day_rule")
      ])
    }
  }

  /// A row of a table with nothing but what is asked for, and the law alone to refuse it.
  private static func bareRow(_ table: String, _ column: String, _ day: String, _ tx: Transaction) throws {
    for trigger in ["00_fact_is_of_today_or_earlier", "00_fact_is_still_of_today_or_earlier"] {
      if trigger.contains("still") == false {
        try tx.execute("alter table \(identifier: table) disable trigger user")
      }
      try tx.execute("alter table \(identifier: table) enable trigger \(identifier: trigger)")
    }
    for constraint in try tx.rows(
      "select conname::text from pg_constraint where conrelid = \(table)::regclass and contype <> 't'",
      as: String.self)
    {
      try tx.execute(
        "alter table \(identifier: table) drop constraint if exists \(identifier: constraint) cascade")
    }
    let fields = try tx.rows(
      """
      select quote_ident(a.attname), case
        when a.attname = \(column) then quote_literal(\(day))
        when a.attname = 'workshop_id' then '(select min(id) from workshop)'
        when t.typtype = 'e' then format('enum_first(null::%s)', format_type(t.oid, null))
        else case format_type(t.oid, null) when 'code' then '''X''' when 'titles' then '''{"en": "x"}'''
          when 'language_tag' then '''en''' when 'partial_date' then '''2020''' when 'date' then '''2020-01-01'''
          when 'jsonb' then '''{}''' when 'boolean' then 'true' when 'uuid' then 'gen_random_uuid()'
          when 'timestamp with time zone' then 'now()' when 'text' then '''xxxx''' when 'person_name' then '''x'''
          else '1' end end
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = \(table)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and (a.attnotnull or a.attname = \(column))
      order by a.attnum
      """, as: (String.self, String.self))
    let names = fields.map(\.0).joined(separator: ", ")
    let values = fields.map(\.1).joined(separator: ", ")
    try tx.execute(
      SQL(embedded: "insert into \(table) (\(names)) overriding system value values (\(values))"))
  }

  @Test("whoever writes a fact of a day to come is refused, in whichever column, and one of today is not")
  func everyColumn() async throws {
    try await withOffice { office in
      try await office.ground()
      let facts = try await office.database.read { tx in
        try tx.rows(
          "select table_name, column_name, workshop <> 'n.workshop_id' from fact_column order by 1, 2",
          as: (String.self, String.self, Bool.self))
      }
      #expect(facts.count > 25)
      for (table, column, isOfAll) in facts {
        let workshop: WorkshopCode? = isOfAll ? nil : "UZ-TAS"
        let today = try await office.dayToCome(0, at: workshop)
        let tomorrow = try await office.dayToCome(at: workshop)
        await office.expectRefused(Self.law, "\(table).\(column) entered") { tx in
          try Self.bareRow(table, column, tomorrow.iso, tx)
        }
        await office.expectRefused(Self.law, "\(table).\(column) changed") { tx in
          try Self.bareRow(table, column, today.iso, tx)
          try tx.execute(
            SQL(embedded: "update \(table) set \(column) = '\(tomorrow)' where \(column) = '\(today)'"))
        }
      }
    }
  }

  @Test("attendance and participation are of the days of session and event, which do not move away from them")
  func borrowedDays() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      let tomorrow = try await office.dayToCome()
      try await office.taught(code, on: [tomorrow.iso])
      try await office.cultureEvents.add(
        "NEXT", in: "UZ-TAS",
        CultureEventDetails { ($0.theme, $0.title, $0.beginsOn, $0.hours) = ("tea", "Tea", tomorrow, 2) })
      try await office.cultureEvents.add(
        "LAST", in: "UZ-TAS",
        CultureEventDetails {
          ($0.theme, $0.title, $0.beginsOn, $0.hours) = ("tea", "Tea", day("2026-10-01"), 2)
        }
      )
      _ = try await office.cultureEvents.attend("LAST", .students(students(1)), of: code.cohort)
      await office.expectRefused([
        Breach(
          Self.law,
          """
          insert into attendance (workshop_id, session_id, enrollment_id, status)
          select s.workshop_id, s.id, e.id, 'present' from session s, enrollment e where s.held_on = \(tomorrow)
          """),
        Breach(
          Self.law,
          """
          insert into participation (workshop_id, event_id, enrollment_id, hours)
          select v.workshop_id, v.id, e.id, 1 from culture_event v, enrollment e where v.code = 'NEXT'
          """),
        Breach(
          Self.law,
          "update culture_event set begins_on = \(tomorrow), ends_on = \(tomorrow) where code = 'LAST'"),
      ])
    }
  }

  @Test("the day is the workshop's: at one in the morning in Tianjin it is still yesterday in Tashkent")
  func zones() async throws {
    try await withOffice { office in
      try await office.ground()
      let (known, expected) = try await office.database.write { tx in
        try tx.execute(
          """
          update workshop set time_zone = 'Asia/Tashkent' where code = 'UZ-TAS';
          """)
        try tx.execute(
          """
          insert into workshop (code, titles, country, led_from_tianjin, time_zone) values
            ('CN-SHA', '{"en": "Shanghai"}', 'CN', true, 'Asia/Shanghai'),
            ('US-HNL', '{"en": "Honolulu"}', 'US', true, 'Pacific/Honolulu'), ('XX-1', '{"en": "X"}', 'KI', true, null)
          """)
        return (
          try tx.rows("select code || ' ' || today(id) from workshop order by code", as: String.self),
          try tx.rows(
            """
            select code || ' ' || (now() at time zone zone)::date
            from (values ('CN-SHA', 'Asia/Shanghai'), ('US-HNL', 'Pacific/Honolulu'), ('UZ-TAS', 'Asia/Tashkent'),
              ('XX-1', 'Pacific/Kiritimati')) w (code, zone) order by code
            """, as: String.self)
        )
      }
      #expect(known == expected)
      // Between Honolulu and Kiritimati lies a day whatever the hour.
      let kiritimati = try await office.dayToCome(0, at: "XX-1")
      let words = try await office.database.read { tx in
        try tx.rows(
          "select still_to_come(id, \(kiritimati.iso))::text from workshop where code in ('US-HNL', 'XX-1') order by code",
          as: String.self)
      }
      let honolulu = try await office.dayToCome(0, at: "US-HNL")
      #expect(honolulu < kiritimati)
      #expect(
        words.first
          == #"{"day": "\#(kiritimati)", "place": "US-HNL", "today": "\#(honolulu)"}"#)
      for (workshop, isThere) in [("XX-1", true), ("US-HNL", false)] {
        let born: SQL = """
          insert into student (workshop_id, number, birth_on, nationality)
          select id, 1, \(kiritimati), 'UZ' from workshop where code = \(workshop)
          """
        if isThere {
          try await office.database.write { tx in
            try tx.execute(born)
            try tx.execute("delete from student")
          }
        } else {
          await office.expectRefused([Breach(Self.law, born)])
        }
      }
    }
  }

  @Test("the doctor finds what was written while the triggers were switched off")
  func doctor() async throws {
    try await withOffice { office in
      try await office.people(1)
      let tomorrow = try await office.dayToCome()
      let found = try await office.database.write { tx in
        try tx.runScript("set local session_replication_role = replica")
        try tx.execute("update student set birth_on = \(tomorrow)")
        try tx.runScript("set local session_replication_role = origin")
        let found = try tx.rows("select column_name || ' ' || day from facts_to_come()", as: String.self)
        try tx.execute("update student set birth_on = '2005-01-01'")
        return found
      }
      #expect(found == ["student.birth_on \(tomorrow)"])
    }
  }
}

extension Office {
  /// Expects that work in a transaction is refused by a rule; it is rolled back.
  fileprivate func expectRefused(
    _ rule: String, _ what: String, _ work: @escaping @Sendable (Transaction) throws -> Void
  ) async {
    do {
      try await database.write { tx in
        try work(tx)
        throw CancellationError()
      }
      Issue.record("\(what): not refused")
    } catch PostgresError.server(let error) {
      #expect(error.constraint == rule, "\(what): \(error.message)")
    } catch {
      Issue.record("\(what): \(error)")
    }
  }
}
