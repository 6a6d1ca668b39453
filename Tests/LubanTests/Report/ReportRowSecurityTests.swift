import Luban
import Postgres
import Support
import Testing

/// Whoever may read the rows of one workshop alone is told of that one: figures are asked by the rights of who asks.
@Suite("Reports under row-level security")
struct ReportRowSecurityTests {
  @Test("tell of the workshops whose rows the role may read, and of no other")
  func oneWorkshop() async throws {
    let role = "reader_\(UInt32.random(in: 0 ... .max))"
    try await withDemonstration { office in
      let mine = try await office.database.write { tx in
        let mine = try tx.one("select id from workshop where code = 'UZ-TAS'", as: Int.self)
        try tx.execute("create role \(identifier: role)")
        try tx.execute("grant usage on schema luban, report, list to \(identifier: role)")
        try tx.execute(
          "grant select on all tables in schema luban, report, list to \(identifier: role)")
        let tables = try tx.rows(
          """
          select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'luban'::regnamespace and c.relkind = 'r' and a.attname = 'workshop_id'
          """, as: String.self)
        for table in tables {
          try tx.execute("alter table \(identifier: table) enable row level security")
          try tx.execute(
            """
            create policy own on \(identifier: table) to \(identifier: role)
            using (workshop_id = (select w.id from luban.workshop w where w.code = 'UZ-TAS'))
            """)
        }
        return mine
      }
      let told: [SQL] = [
        "select workshop_id from report.attendance_count('2026-06-30', now())",
        "select workshop_id from report.outcome_figure('2026-06-30', now())",
        "select workshop_id from report.course_load('2026-06-30', now())",
        "select workshop_id from list.cohort_report('2026-06-30', now())",
        "select workshop_id from report.culture_part('2026-06-30', now())",
        "select workshop_id from report.partner_part('2026-01-01', '2026-06-30', now())",
        "select workshop_id from report.hosting(now())",
        "select workshop_id from report.year_figure(2025, '2026-06-30', now())",
        "select workshop_id from report.year_enterprise(2025, '2026-06-30', now())",
        "select workshop_id from report.finding_case('2026-06-30', now())",
      ]
      for query in told {
        let all = try await office.database.read { tx in
          try tx.rows("select distinct workshop_id from (\(fragment: query)) f", as: Int.self)
        }
        #expect(all.count > 1 && all.contains(mine), "\(query)")
        let seen = try await office.database.read { tx in
          try tx.execute("set local role \(identifier: role)")
          return try tx.rows("select distinct workshop_id from (\(fragment: query)) f", as: Int.self)
        }
        #expect(seen == [mine], "\(query)")
      }
      try await office.database.write { tx in
        try tx.execute("drop owned by \(identifier: role)")
        try tx.execute("drop role \(identifier: role)")
      }
    }
  }
}
