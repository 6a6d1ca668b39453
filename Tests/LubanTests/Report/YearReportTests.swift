import Postgres
import Support
import Testing

@testable import Luban

/// Two in degree education since 2024, one of whom graduates at the end of 2025; one in both short trainings of 2025, the
/// first of which they complete, and one in the second alone.
///
/// | | 2024 | 2025 by 15 February | 2025 by 30 June | 2025 |
/// | --- | --- | --- | --- | --- |
/// | degree students | 2 | 2 | 2 | 2 |
/// | people trained, participations | 0, 0 | 1, 1 | 2, 3 | 2, 3 |
/// | graduates, trainings completed | 0, 0 | 0, 0 | 0, 1 | 1, 1 |
/// | teachers trained, their trainings | 0, 0 | 0, 0 | 1, 2 | 1, 2 |
/// | sessions of two hours of a course of 40 | 2 | 1 | 2 | 2 and one canceled |
/// | enterprises | 0 | 0 | 0 | 1 since July |
@Suite("Report of a year")
struct YearReportTests {
  private let degree: CohortCode = "UZ-TAS-LOG-2024A"

  private func story(in office: Office) async throws {
    try await office.cohort(degree, year: 2024)
    _ = try await office.programs.add(
      "SHT", edition: "2025",
      ProgramDetails {
        ($0.titles, $0.mode, $0.field, $0.level, $0.months) = (
          ["en": "Forklifts"], .shortTermTraining, "0413", 3, 1
        )
      })
    for (code, from, to) in [
      ("UZ-TAS-SHT-2025A", "2025-02-01", "2025-03-01"), ("UZ-TAS-SHT-2025B", "2025-05-01", "2025-06-01"),
    ] as [(CohortCode, String, String)] {
      _ = try await office.cohorts.plan(
        code, at: "UZ-TAS", of: "SHT",
        CohortDetails {
          ($0.intakeOn, $0.plannedEndOn, $0.capacity) = (day(from), day(to), 20)
          ($0.windowOpensOn, $0.windowClosesOn) = (day("2025-01-01"), day(from))
        })
      _ = try await office.cohorts.open(code, on: day("2025-01-02"), override: "a test")
    }
    try await office.people(4)
    _ = try await office.enrollments.enroll(students(1, 2), in: degree, appliedOn: day("2024-06-01"))
    _ = try await office.enrollments.enroll(students(3), in: "UZ-TAS-SHT-2025A", appliedOn: day("2025-01-10"))
    try await complete(3, in: "UZ-TAS-SHT-2025A", on: "2025-03-01", office)
    try await complete(2, in: degree, on: "2025-12-20", office)
    try await office.taught(
      ClassCode(cohort: degree, course: "LOG-1"),
      on: ["2024-10-01", "2024-10-08", "2025-02-01", "2025-03-01", "2025-10-01"])
    _ = try await office.sessions.cancel(
      SessionReference(ClassCode(cohort: degree, course: "LOG-1"), on: day("2025-10-01")), reason: "no room")
    try await office.partner("UZ-RAIL", kind: .enterprise)
    try await office.partner("UZ-A")
    try await office.instructor("UZ-A/1")
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into workshop_role (workshop_id, partner_id, role, since)
        select w.id, i.id, 'enterprise', '2025-07-01' from workshop w, partner i where i.code = 'UZ-RAIL'
        """)
      try tx.execute(
        """
        insert into instructor_training (workshop_id, instructor_id, title, begins_on, ends_on, hours)
        select workshop_id, id, title, '2025-04-01', '2025-04-10', 40 from instructor, unnest(array['EPIP', 'HSK']) title
        """)
    }
  }

  private func complete(_ student: Int, in cohort: CohortCode, on: String, _ office: Office) async throws {
    let outcome = try await office.enrollments.change(
      .students(students(student)), in: cohort, to: .completed, on: day(on))
    #expect(outcome.leftOut == [])
  }

  private func second(_ office: Office) async throws {
    _ = try await office.enrollments.enroll(
      students(3, 4), in: "UZ-TAS-SHT-2025B", appliedOn: day("2025-04-01"))
  }

  private static let figures = [
    "year", "degree_students", "trained", "trained_enrollments", "teachers_trained", "teacher_trainings",
    "graduates",
    "trainings_completed", "course_hours", "class_hours", "enterprises",
  ]

  private func report(
    _ office: Office, _ year: Int?, by cuts: [ReportCut] = [.workshop], asOf: String,
    knownAt: KnownTime? = nil,
    withTotals: Bool = false
  ) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    let listing = try await office.reports.year(year, scope, by: cuts, withTotals: withTotals)
    return try await office.csv(listing, Page(columns: [cuts[0].rawValue] + Self.figures))
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("every figure as worked out by hand, of a year that is over and of one that is not")
  func figures() async throws {
    try await withOffice { office in
      try await story(in: office)
      try await second(office)
      for (year, asOf, expected) in [
        (2024, "2025-12-31", "2024,2,0,0,0,0,0,0,40,4,0"), (2025, "2025-02-15", "2025,2,1,1,0,0,0,0,40,2,0"),
        (2025, "2025-06-30", "2025,2,2,3,1,2,0,1,40,4,0"), (nil, "2025-12-31", "2025,2,2,3,1,2,1,1,40,4,1"),
      ] as [(Int?, String, String)] {
        #expect(try await report(office, year, asOf: asOf) == ["UZ-TAS,\(expected)"])
      }
      #expect(
        try await report(office, 2025, by: [.country], asOf: "2025-12-31", withTotals: true) == [
          "UZ,2025,2,2,3,1,2,1,1,40,4,1", "total,2025,2,2,3,1,2,1,1,40,4,1",
        ])
      // A year of which there is nothing to tell, or that has not begun.
      #expect(try await report(office, 2023, asOf: "2025-12-31", withTotals: true) == [])
      #expect(try await report(office, 2026, asOf: "2025-12-31") == [])
    }
  }

  @Test("what was known before an enrollment and a training were entered comes back")
  func known() async throws {
    try await withOffice { office in
      try await story(in: office)
      let before = try await office.now()
      try await second(office)
      try await office.database.write { tx in
        try tx.execute("update instructor_training set is_completed = false where title = 'HSK'")
      }
      #expect(try await report(office, 2025, asOf: "2025-06-30") == ["UZ-TAS,2025,2,2,3,1,1,0,1,40,4,0"])
      #expect(
        try await report(office, 2025, asOf: "2025-06-30", knownAt: before)
          == ["UZ-TAS,2025,2,1,1,1,2,0,1,40,4,0"])
    }
  }

  @Test("a cut that is none of workshops is refused by name, with those there are")
  func refused() async throws {
    try await withOffice { office in
      await #expect {
        _ = try await office.reports.rows(of: .year(2025, by: [.program]))
      } throws: {
        "\($0)" == """
          Report year has no rows by program: there are those by workshop, country, sco, sister-city, gender, \
          nationality.
          """
      }
    }
  }

  @Test("of the demonstration it is what a naive count says, and an enterprise of two workshops is one")
  func demonstration() async throws {
    try await withDemonstration { office in
      let known = [try await office.knownMoment("2025-06-01T00:00:00Z").time, try await office.now()]
      for (year, asOf) in [(2024, "2025-12-31"), (2025, "2025-08-15")] {
        for knownAt in known {
          var scope = ReportScope()
          (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
          let listing = try await office.reports.year(year, scope)
          let columns = ["workshop", "degree_students", "degree_enrollments", "graduates", "class_hours"]
          let told = try await office.csv(listing, Page(columns: columns)).split(separator: "\n").dropFirst()
            .map(String.init).filter { !$0.hasSuffix(",0,0,0,0") }
          #expect(told == (try await office.naiveYear(year, on: day(asOf), knownAt: knownAt)))
          #expect(told.count > 3)
        }
      }
      let page = Page(columns: ["enterprises"])
      let rows = try await office.rows(of: office.reports.year(2025), page).compactMap {
        $0[0].flatMap { Int($0) }
      }
      let total = try await office.rows(of: office.reports.year(2025, withTotals: true), page).last?[0]
      let partners = try await office.database.read { tx in
        try tx.one(
          "select count(distinct partner_id)::int from report.year_enterprise(2025, today(), now())",
          as: Int.self)
      }
      #expect(total == "\(partners)" && rows.reduce(0, +) >= partners)
    }
  }
}

extension Office {
  fileprivate func naiveYear(_ year: Int, on day: Day, knownAt: KnownTime) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        with event as materialized (
          select e.* from enrollment_event e
          where e.to_state is not null and e.recorded_at <= \(knownAt, as: .timestamptz) and not exists (
            select from enrollment_event v
            where (v.workshop_id, v.enrollment_id, v.voids) = (e.workshop_id, e.enrollment_id, e.nth)
              and v.recorded_at <= \(knownAt, as: .timestamptz))
        ), stood as materialized (
          select *, lead(effective_on) over (partition by workshop_id, enrollment_id order by effective_on, nth)
            as next_on from event
        ), bound as (
          select make_date(\(year)::int, 1, 1) as first, least(make_date(\(year)::int, 12, 31), \(day)::date) as last
        )
        select concat_ws(',', w.code, count(distinct n.student_id) filter (where s.is_there),
          count(*) filter (where s.is_there), count(*) filter (where s.has_graduated), (
            select coalesce(trim_scale(sum(t.hours)), 0) from session t, bound b
            where t.workshop_id = w.id and t.cancel_reason is null and t.held_on between b.first and b.last
              and t.recorded_at <= \(knownAt, as: .timestamptz)))
        from workshop w
        join enrollment n on n.workshop_id = w.id
        cross join bound b
        cross join lateral (
          select bool_or(s.to_state = 'enrolled' and s.effective_on <= b.last
              and (s.next_on is null or s.next_on >= b.first)) as is_there,
            bool_or(s.to_state = 'completed' and s.effective_on between b.first and b.last
              and (s.next_on is null or s.next_on > \(day)::date)) as has_graduated
          from stood s where (s.workshop_id, s.enrollment_id) = (n.workshop_id, n.id)) s
        group by w.id, w.code
        having bool_or(s.is_there or s.has_graduated) or exists (
          select from session t, bound b where t.workshop_id = w.id and t.cancel_reason is null
            and t.held_on between b.first and b.last and t.recorded_at <= \(knownAt, as: .timestamptz))
        order by w.code
        """, as: String.self)
    }
  }
}
