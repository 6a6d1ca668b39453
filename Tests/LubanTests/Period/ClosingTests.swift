import Postgres
import Support
import Testing

@testable import Luban

@Suite("Closing of a year")
struct ClosingTests {
  /// Lets the demonstration be closed, as of a day on which much was on its way.
  private func demonstration(_ body: (Office, PeriodClosing) async throws -> Void) async throws {
    try await withDemonstration { office in
      try await body(office, office.closing(2025, asOf: "2025-12-31"))
    }
  }

  private func sums(_ office: Office, of report: String, closing: Int = 1) async throws -> [String] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select record || ' ' || indicator || ' ' || trim_scale(sum(value)) from closed_figure
        where report = \(report) and nth = \(closing)::smallint
        group by record, indicator order by record collate "C", indicator collate "C"
        """, as: String.self)
    }
  }

  @Test("what all workshops keep adds up to what the report says of all, and no rate is among it")
  func coordinator() async throws {
    try await demonstration { office, closing in
      #expect(closing.workshops.count > 5 && closing.figures > 500)
      // Straight from the cohorts, whose figures have a test of their own.
      let naive = try await office.database.read { tx in
        try tx.rows(
          """
          select c.mode || ' ' || i.id || ' ' || trim_scale(sum((to_jsonb(c) ->> i.id)::numeric))
          from list.cohort_report('2025-12-31', \(closing.knownAt, as: .timestamptz)) c
          join report.indicator i on i.report = 'cohort' and i.adds
          group by c.mode, i.id having sum((to_jsonb(c) ->> i.id)::numeric) is not null
          order by c.mode collate "C", i.id collate "C"
          """, as: String.self)
      }
      let kept = try await sums(office, of: "overview")
      #expect(kept == naive && kept.count > 40)
      let rates = try await office.database.read { tx in
        try tx.one(
          """
          select count(*)::int from closed_figure f join report.indicator i on i.id = f.indicator and i.percent is not null
            and i.report = case f.report when 'overview' then 'cohort' else f.report end
          """, as: Int.self)
      }
      #expect(rates == 0)
    }
  }

  @Test("of each report it keeps the rows of every workshop once")
  func rows() async throws {
    try await demonstration { office, closing in
      var scope = ReportScope()
      scope.asOf = day("2025-12-31")
      scope.knownAt = try await office.knownMoment(closing.knownAt).time
      let year = try await office.rows(
        of: office.reports.year(2025, scope, withTotals: true),
        Page(columns: ["row", "degree_students", "graduates", "class_hours"]))
      let total = try #require(year.last { $0[0] == "total" })
      let kept = try await sums(office, of: "year")
      for (name, told) in zip(["degree_students", "graduates", "class_hours"], total.dropFirst()) {
        #expect(kept.contains("2025 \(name) \(told ?? "")"))
      }
      let attendance = try await office.rows(
        of: office.reports.sums(.attendance, scope, by: [.country], withTotals: true),
        Page(columns: ["row", "mode", "held_hours", "sessions_held"]))
      let hours = try await sums(office, of: "attendance")
      for row in attendance where row[0] == "total" {
        let mode = row[1] ?? ""
        #expect(hours.contains("\(mode) held_hours \(row[2] ?? "")"))
        #expect(hours.contains("\(mode) sessions_held \(row[3] ?? "")"))
      }
    }
  }

  @Test("a workshop alone keeps what the coordinator keeps of it")
  func alone() async throws {
    try await demonstration { office, closing in
      let knownAt = try await office.knownMoment(closing.knownAt).time
      let some = Array(closing.workshops.prefix(4))
      for workshop in some {
        let again = try await office.closing(
          2025, asOf: "2025-12-31", at: workshop, again: "alone", knownAt: knownAt)
        #expect(again.workshops == [workshop])
      }
      let differences = try await office.database.read { tx in
        try tx.one(
          """
          select count(*)::int from closed_figure a
          full join closed_figure b on (b.workshop_id, b.report, b.record, b.indicator, b.nth)
            = (a.workshop_id, a.report, a.record, a.indicator, 2) and b.value = a.value
          where (a.nth = 1 and b.nth is null or a.nth is null and b.nth = 2)
            and coalesce(a.workshop_id, b.workshop_id) in (select id from workshop where code = any (\(some)))
          """, as: Int.self)
      }
      #expect(differences == 0)
      #expect(try await sums(office, of: "culture", closing: 2).count > 5)
    }
  }

  @Test("it is closed again beside the first closing, which is still shown by its number")
  func again() async throws {
    try await withOffice(.graduation) { office in
      _ = try await office.closing()
      try await office.database.write { tx in
        try tx.execute("update participation set hours = 9, note = 'left early'")
      }
      _ = try await office.closing(again: "hours of the tea days")
      func hours(_ closing: Int?) async throws -> String {
        try await office.csv(
          office.periods.figures(2024, closing: closing),
          Page(columns: ["closing", "record", "indicator", "value"])
        ).split(separator: "\n").filter { $0.contains(",event_hours,") }.joined()
      }
      #expect(try await hours(nil) == "2,degree_education,event_hours,9")
      #expect(try await hours(1) == "1,degree_education,event_hours,10")
      let list = try await office.csv(
        office.periods.list(year: 2024), Page(columns: ["year", "workshop", "closing", "as_of", "reason"]))
      #expect(
        list == """
          year,workshop,closing,as_of,reason
          2024,UZ-TAS,1,2024-12-01,
          2024,UZ-TAS,2,2024-12-01,hours of the tea days

          """)
      #expect(try await office.restated() == [])
    }
  }

  @Test("two who close the same year at once close it once")
  func race() async throws {
    try await withOffice(.graduation) { office async throws in
      let ends = await withTaskGroup(of: Bool.self) { group in
        for _ in 1...3 { group.addTask { (try? await office.closing()) != nil } }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(ends == 1)
      #expect(try await office.rows(of: office.periods.list()).count == 1)
    }
  }

  @Test("figures are published as of its day, where all workshops that there were have closed it")
  func published() async throws {
    try await withOffice(.graduation) { office in
      func isClosed(_ text: String, _ workshop: WorkshopCode? = nil) async throws -> Bool {
        try await office.periods.isClosed(asOf: day(text), at: workshop)
      }
      #expect(try await isClosed("2024-12-01") == false)
      _ = try await office.closing()
      #expect(try await isClosed("2024-12-01"))
      #expect(try await isClosed("2024-12-02") == false)
      // One that is newer had no part in it; one that was left out is told by itself only.
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into workshop (code, titles, country, led_from_tianjin)
          values ('KE-NBO', '{"en": "Kenya"}', 'KE', true)
          """)
      }
      #expect(try await isClosed("2024-12-01"))
      _ = try await office.closing(2023, asOf: "2023-12-15", at: "UZ-TAS")
      #expect(try await isClosed("2023-12-15") == false)
      #expect(try await isClosed("2023-12-15", "UZ-TAS"))
    }
  }
}
