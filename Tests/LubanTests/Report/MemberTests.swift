import Postgres
import Support
import Testing

@testable import Luban

extension Office {
  /// Counts of the reports that say another number than there are members of them, row by row, on ten days between
  /// the first event of an enrollment and a day to come, as known at a time.
  ///
  /// The figures are added up, members are told each from its own rows: two ways to one number.
  func countsThatDifferFromTheirMembers(knownAt: KnownTime) async throws -> [String] {
    let days = try await database.read { tx in
      try tx.rows(
        """
        select distinct percentile_disc(f) within group (order by day) from (
          select effective_on as day from enrollment_event where recorded_at <= \(knownAt)
          union all select intake_on + census_day from cohort union all select planned_end_on from cohort) d,
          unnest(array[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) f group by f
        """, as: Day.self)
    }
    var told: [String] = []
    for (nth, day) in days.enumerated() {
      var scope = ReportScope()
      (scope.asOf, scope.knownAt) = (day, knownAt)
      // All reports on some days, each by another cut.
      let reports = nth % 3 == 2 ? MemberReports.all(by: [ReportCut.common[nth % 12]]) : [.cohort]
      for report in reports { told += try await countsThatDiffer(in: report, scope) }
    }
    return told
  }

  /// The same of one report.
  func countsThatDiffer(in report: FigureReport, _ scope: ReportScope) async throws -> [String] {
    let figures = try await reports.figures(of: report)
    let rows = try await reports.rows(of: report, scope)
    var told: [String] = []
    let people = report.cuts.filter(\.isOfPeople).flatMap(\.columns)
    let years = report.cuts.contains(.year) ? [Column("year")] : []
    for kind in Set(figures.compactMap(\.members)) where kind.areStudents || people.isEmpty {
      let names = figures.filter { $0.members == kind }.map(\.id)
      let groups = MemberGroups(report, kind, reports, scope)
      let columns = (groups.columns + people + years + kind.steps).map { "\(identifier: $0.name)" as SQL }
      let key: SQL = columns.isEmpty ? "cohort" : .joined(columns, separator: ", ")
      let all = reports.members(kind, in: report, scope)
      let members = years.isEmpty ? all : try await reports.yearly(all, scope, with: ["count"])
      told += try await database.read { tx in
        tx.deadline = .seconds(300)
        return try tx.rows(
          """
          with figure as (
            select distinct array[\(fragment: key)]::text[] as key, f.name, coalesce(f.value::numeric, 0) as value
            from (\(fragment: rows.body(scope.asOf))) r cross join jsonb_each_text(to_jsonb(r)) f (name, value)
            where f.name = any (\(names))
          ), member as (
            select array[\(fragment: key)]::text[] as key, count as name, count(*) as n
            from (\(fragment: members.body(scope.asOf))) m where count = any (\(names)) group by 1, 2
          )
          select format('%s of %s in %s on %s: %s, and %s members', name, key, \(report.name), \(scope.asOf), value, n)
          from figure full join member using (key, name) where coalesce(value, 0) <> coalesce(n, 0)
          """, as: String.self)
      }
    }
    return told
  }
}

/// The reports whose counts tell whom they count.
private enum MemberReports {
  static func all(by cuts: [ReportCut]) -> [FigureReport] {
    let ofYear = cuts.filter(Reports.cutsOfYear.contains)
    return
      ([
        .cohort, .overview(by: cuts), .language(by: cuts, framework: nil), .partner(since: nil),
        .year(nil, by: ofYear.isEmpty ? [.workshop] : ofYear), .culture(by: cuts),
      ] + SummedReport.all.map { .sum($0, by: cuts) }).filter { Set($0.cuts).isSubset(of: $0.possibleCuts) }
  }
}

@Suite("Members of a count")
struct MemberTests {
  /// What adds up to a figure of a report and is no people.
  private static let others: Set = [
    "capacity", "nationalities", "practice_share", "language_target", "sessions_held", "sessions_noted",
    "agreements",
    "days_hosting", "days_uncovered", "cohorts", "cohorts_awarded", "enterprises", "events", "modules",
    "modules_covered", "load_passed", "hours", "hours_theory", "hours_practice", "hours_language",
    "hours_culture",
    "nationality_list", "language_entry_list", "language_now_list",
  ]

  @Test("are told of every figure that is no rate, but of those known to count no people")
  func complete() async throws {
    try await withOffice { office in
      let named = Set(FigureReport.all.map(\.figures))
      let known = try await office.database.read { tx in
        try tx.rows("select distinct report from report.indicator", as: String.self)
      }
      // What is to be mended is listed by findings, with students, partners and classes: see QualityReportTests.
      #expect(named == Set(known).subtracting(["quality"]))
      for report in FigureReport.all {
        let figures = try await office.reports.figures(of: report.figures)
        let untold = figures.filter { $0.members == nil && $0.rate == nil && !$0.id.hasSuffix("_hours") }
        #expect(Set(untold.map(\.id)).subtracting(Self.others) == [], "\(report.name)")
        let columns = Set(office.reports.columns(of: report).map(\.name))
        #expect(Set(figures.map(\.id)).subtracting(columns) == [], "\(report.name)")
      }
    }
  }

  /// Each cut, on three days known at three times, of all cohorts or of some.
  @Test("are as many as the figure says, of every count of every row of every report of the demonstration")
  func demonstration() async throws {
    try await withDemonstration { office in
      let times = [
        try await office.knownMoment("2025-06-01T00:00:00Z").time,
        try await office.knownMoment("2026-02-01T00:00:00Z").time, try await office.now(),
      ]
      var cuts = ReportCut.common.map { [$0] }
      cuts[4] = [.program, .workshop]
      cuts[9] = [.country, .gender]
      for (nth, cut) in cuts.enumerated() {
        var scope = ReportScope()
        (scope.asOf, scope.knownAt) = (
          day(["2025-01-31", "2025-08-15", "2026-06-30"][nth % 3]), times[nth / 3 % 3]
        )
        if nth % 4 == 1 || cut == [.year] { scope.country = "UZ" }
        if nth % 4 == 2 { scope.mode = "degree_education" }
        if nth % 4 == 3 { scope.intakeFrom = day("2024-09-01") }
        // Each report by four of the cuts, which all make their rows by the same query.
        for (place, report) in MemberReports.all(by: cut).enumerated() where (nth + place) % 3 == 0 {
          #expect(try await office.countsThatDiffer(in: report, scope) == [])
        }
      }
      var scope = ReportScope()
      scope.asOf = day("2026-06-30")
      #expect(
        try await office.countsThatDiffer(in: .language(by: [.country], framework: "hsk2010"), scope) == [])
      #expect(try await office.countsThatDiffer(in: .partner(since: day("2025-03-01")), scope) == [])
      #expect(try await office.countsThatDiffer(in: .year(2025, by: [.sco]), scope) == [])
    }
  }

  @Test("are named with the event by which they stand so")
  func listed() async throws {
    try await withOffice { office in
      let scope = try await story(in: office)
      #expect(
        try await office.csv(try await office.reports.members(of: "census_size", scope)) == """
          workshop,cohort,student,state,since,code,event,key
          UZ-TAS,UZ-TAS-LOG-2026A,S-00001,enrolled,2024-06-01,,1,UZ-TAS/UZ-TAS-LOG-2026A/S-00001/enrolled/2024-06-01/-/1
          UZ-TAS,UZ-TAS-LOG-2026A,S-00002,withdrawn,2024-12-01,health,2,UZ-TAS/UZ-TAS-LOG-2026A/S-00002/withdrawn/2024-12-01/health/2
          UZ-TAS,UZ-TAS-LOG-2026A,S-00003,enrolled,2024-06-01,,1,UZ-TAS/UZ-TAS-LOG-2026A/S-00003/enrolled/2024-06-01/-/1

          """)
      let withdrawn = try await office.reports.members(of: "withdrawn", in: .overview(by: [.country]), scope)
      #expect(
        try await office.csv(withdrawn) == """
          country,mode,workshop,cohort,student,state,since,code,event,key
          UZ,degree_education,UZ-TAS,UZ-TAS-LOG-2026A,S-00002,withdrawn,2024-12-01,health,2,\
          UZ/degree_education/UZ-TAS/UZ-TAS-LOG-2026A/S-00002/withdrawn/2024-12-01/health/2

          """)
    }
  }

  /// Three in a cohort of 2024, of whom one withdrew.
  private func story(in office: Office) async throws -> ReportScope {
    try await office.cohort(year: 2024)
    try await office.people(3)
    _ = try await office.enrollments.enroll(
      students(1, 2, 3), in: "UZ-TAS-LOG-2026A", appliedOn: day("2024-06-01"))
    _ = try await office.enrollments.change(
      .students(students(2)), in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: day("2024-12-01"),
      reason: ChangeReason(code: "health"))
    var scope = ReportScope()
    scope.asOf = day("2025-01-01")
    return scope
  }

  @Test("are each once where persons are counted, with all their cohorts")
  func persons() async throws {
    try await withOffice { office in
      var scope = try await story(in: office)
      try await office.cohort("UZ-TAS-LOG-2025A", year: 2025)
      let moved = try await office.enrollments.transfer(
        students(3), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2025A", on: day("2025-10-01"), reason: "moved")
      #expect(moved.leftOut == [])
      scope.asOf = day("2025-12-01")
      let page = Page(columns: ["workshop", "cohort", "student", "since", "until"])
      #expect(
        try await office.csv(
          try await office.reports.members(of: "degree_students", in: .year(nil, by: [.workshop]), scope),
          page)
            == """
            workshop,cohort,student,since,until
            UZ-TAS,UZ-TAS-LOG-2026A,S-00001,2025-01-01,2025-12-01
            UZ-TAS,"UZ-TAS-LOG-2025A, UZ-TAS-LOG-2026A",S-00003,2025-01-01,2025-12-01

            """)
    }
  }

  @Test("are none of a figure that counts no people, which is answered with those that do")
  func refused() async throws {
    try await withOffice { office in
      for (report, count, words) in [
        (
          .cohort, "retention",
          "Report cohort counts no people as retention: it does as retained, census_size."
        ),
        (
          .partner(since: nil), "days_hosting",
          """
          Report partner counts no people as days_hosting: it does as students, students_awarded, instructors, \
          teachers_trained, placements.
          """
        ),
        (
          .culture(by: []), "cohorts",
          "Report culture counts no people as cohorts: it does as participants, participations, census_size."
        ),
        (
          .sum(.attendance, by: []), "held_hours",
          "Report attendance counts no people: its figures are of other things."
        ),
        (.year(nil, by: [.program]), "graduates", "Report year has no rows by program"),
      ] as [(FigureReport, String, String)] {
        await #expect {
          _ = try await office.reports.members(of: count, in: report)
        } throws: { "\($0)".hasPrefix(words) }
      }
      await #expect(
        throws: LubanError.notFound(noun: "count of people", code: "retaned", nearest: ["retained"])
      ) { try await office.reports.members(of: "retaned", in: .overview(by: [])) }
    }
  }
}
