import Postgres
import Support
import Testing

@testable import Luban

/// Student 1 was at the tea days (10 hours, of the module) and at a festival (3), student 2 at the tea days (4).
@Suite("Culture report")
struct CultureReportTests {
  private func story(in office: Office) async throws {
    try await office.graduation()
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into culture_event (workshop_id, code, theme, title, begins_on, ends_on, hours)
        select id, 'FEST-1', 'festivals', 'Mid-Autumn', '2024-11-05', '2024-11-05', 3 from workshop where code = 'UZ-TAS'
        """)
      try tx.execute(
        """
        insert into participation (workshop_id, event_id, enrollment_id, hours)
        select v.workshop_id, v.id, e.id, case v.code when 'TEA-1' then 4 else 3 end
        from culture_event v join enrollment e using (workshop_id)
        join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
        where (v.code, p.number) in (('TEA-1', 2), ('FEST-1', 1))
        """)
    }
  }

  private static let figures = [
    "events", "participants", "participations", "event_hours", "class_hours", "hours", "census_size",
    "hours_per_student", "modules", "modules_covered",
  ]

  private func report(
    _ office: Office, by cut: ReportCut = .workshop, asOf: String, knownAt: KnownTime? = nil
  ) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    return try await office.csv(
      office.reports.culture(scope, by: [cut]), Page(columns: [cut.rawValue] + Self.figures)
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("every figure as worked out by hand; before the census nothing is told for each student")
  func figures() async throws {
    try await withOffice { office in
      try await story(in: office)
      #expect(try await report(office, asOf: "2024-12-01") == ["UZ-TAS,2,2,3,17,0,17,2,8.5,1,1"])
      #expect(try await report(office, asOf: "2024-10-31") == ["UZ-TAS,1,2,2,14,0,14,2,7.0,1,1"])
      #expect(try await report(office, asOf: "2024-10-01") == ["UZ-TAS,0,0,0,0,0,0,2,0.0,1,0"])
      #expect(try await report(office, asOf: "2024-09-30") == ["UZ-TAS,0,0,0,0,0,0,,,1,0"])
      let before = try await office.now()
      try await office.database.write { tx in
        try tx.execute("update participation set hours = hours - 1, note = 'left early' where hours < 10")
      }
      #expect(try await report(office, asOf: "2024-12-01") == ["UZ-TAS,2,2,3,15,0,15,2,7.5,1,1"])
      #expect(
        try await report(office, asOf: "2024-12-01", knownAt: before) == ["UZ-TAS,2,2,3,17,0,17,2,8.5,1,1"])
    }
  }

  @Test("an hour counts once, where it was earned, whoever goes on in another cohort")
  func moved() async throws {
    try await withOffice { office in
      try await story(in: office)
      try await office.cohort("UZ-TAS-LOG-2024B", year: 2024)
      let moved = try await office.enrollments.transfer(
        students(2), from: "UZ-TAS-LOG-2024A", to: "UZ-TAS-LOG-2024B", on: day("2024-11-20"), reason: "moved")
      #expect(moved.leftOut == [])
      #expect(
        try await report(office, by: .cohort, asOf: "2024-12-01") == [
          "UZ-TAS-LOG-2024A,2,2,3,17,0,17,2,8.5,1,1", "UZ-TAS-LOG-2024B,0,0,0,0,0,0,0,,1,0",
        ])
    }
  }

  @Test("of the demonstration it is what a naive count says, on two days and known at two times")
  func demonstration() async throws {
    try await withDemonstration { office in
      let known = [try await office.knownMoment("2025-06-01T00:00:00Z").time, try await office.now()]
      for asOf in ["2025-03-31", "2026-06-30"] {
        for knownAt in known {
          var scope = ReportScope()
          (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
          let told = try await office.csv(
            office.reports.culture(scope, by: [.workshop]),
            Page(columns: [
              "workshop", "events", "participants", "participations", "event_hours", "class_hours",
            ])
          ).split(separator: "\n").dropFirst().map(String.init).filter { !$0.hasSuffix(",0,0,0,0,0") }
          let naive = try await office.database.read { tx in
            try tx.rows(
              """
              select concat_ws(',', w.code, e.events, e.persons, e.taken, trim_scale(e.hours), trim_scale(a.hours))
              from workshop w
              cross join lateral (
                select count(distinct p.event_id) as events, count(distinct n.student_id) as persons,
                  count(*) as taken, coalesce(sum(least(p.hours, v.hours)), 0) as hours
                from participation p
                join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
                join enrollment n on (n.workshop_id, n.id) = (p.workshop_id, p.enrollment_id)
                where p.workshop_id = w.id and v.ends_on <= \(day(asOf))
                  and p.recorded_at <= \(knownAt, as: .timestamptz)
                  and v.recorded_at <= \(knownAt, as: .timestamptz)) e
              cross join lateral (
                select coalesce(sum(s.hours) filter (where n.status in ('present', 'late')), 0) as hours
                from attendance n
                join session s on (s.workshop_id, s.id) = (n.workshop_id, n.session_id)
                join class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
                join course k on k.id = c.course_id and k.kind = 'culture'
                where n.workshop_id = w.id and s.held_on <= \(day(asOf))
                  and n.recorded_at <= \(knownAt, as: .timestamptz)) a
              where e.taken > 0 or a.hours > 0 order by w.code
              """, as: String.self)
          }
          #expect(told == naive)
          #expect(told.count > 3)
        }
      }
    }
  }
}
