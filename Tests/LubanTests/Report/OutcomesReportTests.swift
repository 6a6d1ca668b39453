import Postgres
import Support
import Testing

@testable import Luban

extension Office {
  /// Cohorts and points of which the outcomes report says another thing than a naive count does, one graduate
  /// after another, on a day as known at a time.
  func outcomesThatDiffer(on day: Day, knownAt: KnownTime) async throws -> [String] {
    try await database.read { tx in
      try tx.rows(
        """
        with graduate as materialized (
          select n.workshop_id, n.cohort_id, n.id, last.effective_on as since
          from enrollment n
          cross join lateral (
            select e.to_state, e.effective_on from enrollment_event e
            where (e.workshop_id, e.enrollment_id) = (n.workshop_id, n.id) and e.to_state is not null
              and e.effective_on <= \(day) and e.recorded_at <= \(knownAt, as: .timestamptz) and not exists (
                select from enrollment_event v
                where (v.workshop_id, v.enrollment_id, v.voids) = (e.workshop_id, e.enrollment_id, e.nth)
                  and v.recorded_at <= \(knownAt, as: .timestamptz))
            order by e.effective_on desc, e.nth desc limit 1) last
          where last.to_state = 'completed'
        ), answer as materialized (
          select o.workshop_id, (o.row ->> 'enrollment_id')::bigint as enrollment_id, (o.row ->> 'months')::int as months,
            o.row ->> 'status' as status, (o.row ->> 'is_in_field')::boolean as is_in_field
          from (
            select s.workshop_id, coalesce((
              select r.before from revision r
              where (r.workshop_id, r.table_name, r.row_id) = (s.workshop_id, 'outcome', s.id)
                and r.replaced_at > \(knownAt, as: .timestamptz) order by r.id limit 1), to_jsonb(s)) as row
            from outcome s) o
          where (o.row ->> 'recorded_at')::timestamptz <= \(knownAt, as: .timestamptz)
            and (o.row ->> 'answered_on')::date <= \(day) and o.row ->> 'status' <> 'unknown'
        ), naive as (
          select r.workshop_id, r.cohort_id, r.months,
            (select count(*) from graduate g
              where (g.workshop_id, g.cohort_id) = (r.workshop_id, r.cohort_id)) as graduates,
            (select array[count(*), count(a.status), count(*) - count(a.status),
                count(*) filter (where a.status in ('employed', 'self_employed', 'further_study')),
                count(*) filter (where a.status in ('employed', 'self_employed')),
                count(*) filter (where a.status = 'further_study'), count(*) filter (where a.is_in_field)]
              from graduate g left join answer a
                on (a.workshop_id, a.enrollment_id, a.months) = (g.workshop_id, g.id, r.months)
              where (g.workshop_id, g.cohort_id) = (r.workshop_id, r.cohort_id)
                and g.since + make_interval(months => r.months - 1) <= \(day)) as counts
          from report.outcome_figure(\(day), \(knownAt)) r
        )
        select format('%s at %s on %s: %s, and not %s', c.code, r.months, \(day), row_to_json(r), row_to_json(n))
        from report.outcome_figure(\(day), \(knownAt)) r
        join naive n using (workshop_id, cohort_id, months)
        join cohort c on (c.workshop_id, c.id) = (r.workshop_id, r.cohort_id)
        where r.graduates <> n.graduates or n.counts <> array[r.completers, r.answered, r.unknown, r.placed,
          r.working, r.further_study, r.in_field]
        """, as: String.self)
    }
  }
}

/// Thirteen began in September 2022; one withdrew, twelve completed on 30 June 2024, eleven of whom can be written to.
///
/// At 12 months five are employed, three of them in the field and two not; one is self-employed, one studies, three
/// look for work; of one an inquiry found nothing, and one never answered.
@Suite("Outcomes report")
struct OutcomesReportTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2022A"

  private func story(in office: Office) async throws {
    try await office.cohort(cohort, year: 2022)
    try await office.people(13)
    _ = try await office.enrollments.enroll(
      (1...13).map { students($0)[0] }, in: cohort, appliedOn: day("2022-06-01"))
    _ = try await office.enrollments.change(
      .students((1...12).map { students($0)[0] }), in: cohort, to: .completed, on: day("2024-06-30"))
    _ = try await office.enrollments.change(
      .students(students(13)), in: cohort, to: .withdrawn, on: day("2024-06-01"),
      reason: ChangeReason(code: "work"))
    try await office.database.write { tx in
      try tx.execute(
        """
        update student set email = 's' || number || '@example.org', consent_on = '2022-06-01' where number <> 12
        """)
    }
    _ = try await office.outcomes.survey(cohort, months: 12, on: day("2025-05-30"))
    let answers: [OutcomeStatus] =
      Array(repeating: .employed, count: 5) + [.selfEmployed, .furtherStudy]
      + Array(repeating: .seeking, count: 3)
      + [.unknown]
    for (place, status) in answers.enumerated() {
      var details = OutcomeDetails()
      (details.status, details.answeredOn) = (status, day("2025-06-20"))
      if status == .employed { details.isInField = place < 3 }
      try await office.outcomes.add(students(place + 1)[0], in: cohort, months: 12, details)
    }
  }

  private static let figures = [
    "months", "graduates", "completers", "contacted", "reachable", "answered", "unknown", "response",
    "placed",
    "placement", "working", "employment", "in_field", "field_known", "in_field_rate", "further_study",
    "further_study_rate",
  ]

  private func report(
    _ office: Office, asOf: String, knownAt: KnownTime? = nil, withTotals: Bool = false
  ) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    let listing = try await office.reports.sums(.outcomes, scope, by: [.workshop], withTotals: withTotals)
    return try await office.csv(listing, Page(columns: ["workshop"] + Self.figures)).split(separator: "\n")
      .dropFirst().map(String.init)
  }

  @Test("every figure as worked out by hand: 0 where nobody is asked for, empty below 10")
  func figures() async throws {
    try await withOffice { office in
      try await story(in: office)
      let none = "0,0,0,0,0,,0,,0,,0,0,,0,"
      #expect(
        try await report(office, asOf: "2025-06-30") == [
          "UZ-TAS,6,12,12,0,0,0,12,0.0,0,,0,,0,0,,0,",
          "UZ-TAS,12,12,12,12,11,10,2,83.3,7,70.0,6,60.0,3,5,,1,10.0", "UZ-TAS,36,12,\(none)",
        ])
      // Before the answers, when some had been asked; and before they completed.
      #expect(
        try await report(office, asOf: "2025-06-19")[1]
          == "UZ-TAS,12,12,12,12,11,0,12,0.0,0,,0,,0,0,,0,")
      #expect(
        try await report(office, asOf: "2024-06-29") == [6, 12, 36].map { "UZ-TAS,\($0),0,\(none)" })
      #expect(
        try await report(office, asOf: "2025-06-30", withTotals: true)[4]
          == "total degree_education,12,12,12,12,11,10,2,83.3,7,70.0,6,60.0,3,5,,1,10.0")
      #expect(try await office.outcomesThatDiffer(on: day("2025-06-30"), knownAt: office.now()) == [])
    }
  }

  @Test("a figure as known before a correction stays what it was, and rates have the same")
  func known() async throws {
    try await withOffice { office in
      try await story(in: office)
      let before = try await office.now()
      var details = OutcomeDetails()
      details.status = .seeking
      _ = try await office.outcomes.correct(
        students(7)[0], in: cohort, months: 12, details, reason: "asked again")
      let now = try await office.now()
      #expect(
        try await report(office, asOf: "2025-06-30", knownAt: now)[1]
          == "UZ-TAS,12,12,12,12,11,10,2,83.3,6,60.0,6,60.0,3,5,,0,0.0")
      #expect(
        try await report(office, asOf: "2025-06-30", knownAt: before)[1]
          == "UZ-TAS,12,12,12,12,11,10,2,83.3,7,70.0,6,60.0,3,5,,1,10.0")
      for known in [before, now] {
        #expect(try await office.outcomesThatDiffer(on: day("2025-06-30"), knownAt: known) == [])
        var (scope, filter) = (ReportScope(), OutcomeFilter())
        (scope.asOf, scope.knownAt) = (day("2025-06-30"), known)
        (filter.asOf, filter.knownAt) = (day("2025-06-30"), known)
        let columns = [
          "cohort", "months", "completers", "answered", "response", "placed", "placement", "employment",
          "in_field", "satisfied",
        ]
        let sums = try await office.csv(
          office.reports.sums(.outcomes, scope, by: [.cohort]), Page(columns: columns))
        let rates = try await office.csv(office.outcomes.rates(filter), Page(columns: columns))
        // Rates have no row of a point that has not come.
        #expect(sums.split(separator: "\n").prefix(3) == rates.split(separator: "\n").prefix(3))
      }
    }
  }

  @Test("of the demonstration it is what a naive count says, on several days and known at two times")
  func demonstration() async throws {
    try await withDemonstration { office in
      let known = [try await office.knownMoment("2025-06-01T00:00:00Z").time, try await office.now()]
      for asOf in ["2024-11-30", "2025-05-31", "2026-06-30"] {
        for knownAt in known {
          #expect(try await office.outcomesThatDiffer(on: day(asOf), knownAt: knownAt) == [])
        }
      }
      let answered = try await office.database.read { tx in
        try tx.one(
          "select sum(answered)::int from report.outcome_figure('2026-06-30', now())", as: Int.self)
      }
      #expect(answered > 10)
    }
  }
}
