import Postgres
import Support
import Testing

@testable import Luban

/// Twelve students of a course of 40 hours and a culture module of 10, of which no marks are given.
///
/// | | LOG-110 | hours judged | hours passed |
/// | --- | --- | --- | --- |
/// | 1 to 8 | passed | 320 | 320 |
/// | 9 | failed | 40 | 0 |
/// | 10 | prior learning recognized | 40 | 40 |
/// | 11 | left after the census: counts against the course, not against the module | 40 | 0 |
/// | 12 | left before the census, of which it is all the same | 0 | 0 |
///
/// So 8 of 10 courses (9 with a mark, one left) and 360 of 440 hours.
@Suite("Program report")
struct ProgramReportTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  private func story(in office: Office) async throws {
    try await office.ground()
    try await office.course("LOG-110")
    try await office.modules.add(
      NewModule(code: "CUL-TEA", theme: "tea", titles: ["en": "Tea", "zh": "茶艺"], hours: 10))
    for course in ["LOG-110", "CUL-TEA"] as [CourseCode] {
      try await office.programs.addToCurriculum(NewCurriculumItem(course: course, term: 1), of: "LOG")
    }
    var rule = CompletionRuleDetails()
    rule.scale = "cis5"
    try await office.programs.state(rule, of: "LOG")
    try await office.cohort(cohort, year: 2024)
    try await office.people(12)
    _ = try await office.enrollments.enroll(
      (1...12).map { students($0)[0] }, in: cohort, appliedOn: day("2024-06-01"))
    for course in ["LOG-110", "CUL-TEA"] as [CourseCode] {
      try await office.taughtClass(course, in: cohort, from: "2024-09-01", to: "2025-01-31")
    }
    for student in 1...9 {
      try await office.grade(student, "LOG-110", student == 9 ? "2" : "4", on: "2024-12-01")
    }
    _ = try await office.results.add(
      ResultReference(students(10)[0], "LOG-110", cohort: cohort), mark: nil, on: day("2024-06-01"),
      .recognized(evidence: "a port school"))
    for (student, on) in [(11, "2024-11-01"), (12, "2024-09-20")] {
      _ = try await office.enrollments.change(
        .students(students(student)), in: cohort, to: .withdrawn, on: day(on))
    }
  }

  private static let figures = [
    "program", "edition", "cohorts", "students", "census_size", "retained", "retention", "courses_judged",
    "courses_passed", "course_pass", "load_hours", "load_passed", "load_pass", "held_hours", "attendance",
    "culture_hours", "language_attainment",
  ]

  private func report(
    _ office: Office, asOf: String, knownAt: KnownTime? = nil, withTotals: Bool = false
  ) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    let listing = try await office.reports.sums(.program, scope, by: [.edition], withTotals: withTotals)
    return try await office.csv(listing, Page(columns: Self.figures)).split(separator: "\n").dropFirst()
      .map(String.init)
  }

  /// Hours judged and passed, and their rate.
  private func load(_ lines: [String]) -> [String] {
    lines[0].split(separator: ",", omittingEmptySubsequences: false)[10...12].map(String.init)
  }

  @Test("every figure as worked out by hand: what gets no mark is in neither pass rate")
  func figures() async throws {
    try await withOffice { office in
      try await story(in: office)
      let told = "1,10,12,10,83.3,10,8,80.0,440,360,81.8,0,,0,"
      #expect(
        try await report(office, asOf: "2024-12-31", withTotals: true) == [
          "LOG,2026,\(told)", "total degree_education,,\(told)",
        ])
      // Before the census nothing is told but where students stand.
      #expect(try await report(office, asOf: "2024-09-25") == ["LOG,2026,1,11,,,,,,,,,,0,,0,"])
      let modules = try await office.csv(
        office.results.rates(course: "CUL-TEA", asOf: day("2024-12-31")),
        Page(columns: ["graded", "withdrawn", "pass_rate"]))
      #expect(modules == "graded,withdrawn,pass_rate\n0,0,\n")
    }
  }

  @Test("a load as known before a mark was corrected stays what it was; transferred credit is in neither")
  func known() async throws {
    // A credit comes from a partner under an agreement; here from nobody.
    try await withOffice(isWellInTheEnd: false) { office in
      try await story(in: office)
      let before = try await office.now()
      try await office.grade(9, "LOG-110", "3", on: "2024-12-10")
      let was = try await report(office, asOf: "2024-12-31", knownAt: before)
      #expect(load(was) == ["440", "360", "81.8"])
      #expect(load(try await report(office, asOf: "2024-12-31")) == ["440", "400", "90.9"])
      try await office.database.write { tx in
        try tx.runScript("set local session_replication_role = replica")
        try tx.execute(
          """
          update result set kind = 'transferred', partner_id = 0, agreement_id = 0 where kind = 'recognized'
          """)
      }
      #expect(load(try await report(office, asOf: "2024-12-31")) == ["400", "360", "90.0"])
    }
  }

  @Test(
    "of the demonstration editions are what their cohorts add up to, and the load what students add up to")
  func demonstration() async throws {
    try await withDemonstration { office in
      let known = [try await office.knownMoment("2025-09-01T00:00:00Z").time, try await office.now()]
      for (asOf, knownAt) in [("2025-01-31", 0), ("2025-08-01", 1), ("2026-06-30", 1)] {
        var scope = ReportScope()
        (scope.asOf, scope.knownAt) = (day(asOf), known[knownAt])
        let columns = [
          "program", "edition", "cohorts", "census_size", "retained", "courses_judged", "held_hours",
          "attended_hours", "language_reached", "load_hours", "load_passed",
        ]
        let told = try await office.csv(
          office.reports.sums(.program, scope, by: [.edition]), Page(columns: columns)
        ).split(separator: "\n").dropFirst().map(String.init)
        #expect(told == (try await office.naivePrograms(on: day(asOf), knownAt: known[knownAt])))
        #expect(told.count > 3)
        let culture = Page(columns: ["program", "edition", "culture_hours"])
        let hours = try await office.rows(of: office.reports.sums(.program, scope, by: [.edition]), culture)
        let same = Page(columns: ["program", "edition", "hours"])
        #expect(hours == (try await office.rows(of: office.reports.culture(scope, by: [.edition]), same)))
      }
    }
  }
}

extension Office {
  /// The same, from the rows of the cohort report, and of the load from each student's attempts.
  fileprivate func naivePrograms(on day: Day, knownAt: KnownTime) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        with counted as materialized (
          -- In the demonstration nobody has results of an earlier cohort, and the best attempt counts.
          select distinct on (r.workshop_id, r.enrollment_id, r.course_id) r.workshop_id, n.cohort_id,
            r.enrollment_id, r.course_id, r.passed
          from result r join enrollment n on (n.workshop_id, n.id) = (r.workshop_id, r.enrollment_id)
          where r.recorded_at <= \(knownAt, as: .timestamptz) and r.graded_on <= \(day)
          order by r.workshop_id, r.enrollment_id, r.course_id, r.passed desc, r.value desc
        ), gone as (
          select l.workshop_id, l.cohort_id, e.enrollment_id, l.course_id
          from report.enrollment_state(\(day), \(knownAt)) e
          join report.known_cohort(\(day), \(knownAt)) c using (workshop_id, cohort_id)
          join class l using (workshop_id, cohort_id)
          join course k on k.id = l.course_id and k.kind <> 'culture'
          where e.state in ('withdrawn', 'dismissed') and e.since > c.census_on and e.since >= l.begins_on
            and l.recorded_at <= \(knownAt, as: .timestamptz) and not exists (
              select from counted r
              where (r.workshop_id, r.enrollment_id, r.course_id) = (e.workshop_id, e.enrollment_id, l.course_id))
        ), load as (
          select t.workshop_id, t.cohort_id, sum(k.hours_theory + k.hours_practice) as judged,
            sum(case when t.passed then k.hours_theory + k.hours_practice else 0 end) as passed
          from (select workshop_id, cohort_id, course_id, passed from counted
            union all select workshop_id, cohort_id, course_id, false from gone) t
          join course k on k.id = t.course_id group by t.workshop_id, t.cohort_id
        )
        select concat_ws(',', r.program, r.edition, count(*), coalesce(sum(r.census_size)::text, ''),
          coalesce(sum(r.retained)::text, ''), coalesce(sum(r.courses_judged)::text, ''),
          coalesce(sum(r.held_hours), 0), coalesce(sum(r.attended_hours), 0),
          coalesce(sum(r.language_reached)::text, ''),
          coalesce(trim_scale(sum(coalesce(l.judged, 0)) filter (where r.census_size is not null))::text, ''),
          coalesce(trim_scale(sum(coalesce(l.passed, 0)) filter (where r.census_size is not null))::text, ''))
        from list.cohort_report(\(day), \(knownAt)) r
        left join load l using (workshop_id, cohort_id)
        group by r.program, r.edition, r.mode order by r.program, r.edition
        """, as: String.self)
    }
  }
}
