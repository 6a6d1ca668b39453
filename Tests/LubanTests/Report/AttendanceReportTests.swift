import Postgres
import Support
import Testing

@testable import Luban

extension Office {
  /// Cohorts of which the attendance report says another thing than a naive count does, straight from the
  /// tables, on a day as known at a time.
  ///
  /// Each session is laid beside each enrollment of its cohort, and each note beside both.
  func attendanceThatDiffers(on day: Day, knownAt: KnownTime) async throws -> [String] {
    try await database.read { tx in
      // How many rows there are of what is read from texts can't be known.
      try tx.execute("set local enable_nestloop = off")
      return try tx.rows(
        """
        with kept (name, workshop_id, row) as materialized (
          select name, workshop_id, row from (
            select 'session' as name, workshop_id, id, to_jsonb(s) as row from session s
            union all select 'class', workshop_id, id, to_jsonb(c) from class c) r
          where (row ->> 'recorded_at')::timestamptz <= \(knownAt, as: .timestamptz) and not exists (
            select from revision v where (v.workshop_id, v.table_name, v.row_id) = (r.workshop_id, r.name, r.id)
              and v.replaced_at > \(knownAt, as: .timestamptz))
          union all
          select table_name, workshop_id, before from revision v
          where v.replaced_at > \(knownAt, as: .timestamptz)
            and (before ->> 'recorded_at')::timestamptz <= \(knownAt, as: .timestamptz) and not exists (
              select from revision o where (o.workshop_id, o.table_name, o.row_id)
                = (v.workshop_id, v.table_name, v.row_id)
                and o.id < v.id and o.replaced_at > \(knownAt, as: .timestamptz))
        ), held as materialized (
          select c.workshop_id, (c.row ->> 'cohort_id')::bigint as cohort_id, (s.row ->> 'id')::bigint as session_id,
            (s.row ->> 'held_on')::date as day, (s.row ->> 'hours')::numeric as hours,
            (c.row ->> 'edition_id')::int as edition_id
          from kept s join kept c on c.name = 'class' and c.workshop_id = s.workshop_id
            and c.row ->> 'id' = s.row ->> 'class_id'
          where s.name = 'session' and s.row ->> 'cancel_reason' is null and (s.row ->> 'held_on')::date <= \(day)
        ), stood as materialized (
          select e.workshop_id, e.enrollment_id, e.to_state, e.effective_on, (
            select min(n.effective_on) from enrollment_event n
            where (n.workshop_id, n.enrollment_id) = (e.workshop_id, e.enrollment_id)
              and (n.effective_on, n.nth) > (e.effective_on, e.nth) and n.to_state is not null
              and n.recorded_at <= \(knownAt, as: .timestamptz) and not exists (
                select from enrollment_event v
                where (v.workshop_id, v.enrollment_id, v.voids) = (n.workshop_id, n.enrollment_id, n.nth)
                  and v.recorded_at <= \(knownAt, as: .timestamptz))) as next_on
          from enrollment_event e
          where e.to_state = 'enrolled' and e.recorded_at <= \(knownAt, as: .timestamptz) and not exists (
            select from enrollment_event v
            where (v.workshop_id, v.enrollment_id, v.voids) = (e.workshop_id, e.enrollment_id, e.nth)
              and v.recorded_at <= \(knownAt, as: .timestamptz))
        ), seat as materialized (
          select distinct h.workshop_id, h.cohort_id, h.session_id, h.hours, n.id as enrollment_id
          from held h
          join enrollment n on (n.workshop_id, n.cohort_id) = (h.workshop_id, h.cohort_id)
          join stood e on (e.workshop_id, e.enrollment_id) = (n.workshop_id, n.id)
            and e.effective_on <= h.day and (e.next_on is null or h.day <= e.next_on)
        ), note as materialized (
          select h.workshop_id, h.cohort_id, h.session_id, h.hours, a.enrollment_id, a.status, (
            select r.excused from completion_rule r where r.edition_id = h.edition_id) as excused
          from held h
          join (
            select workshop_id, session_id, enrollment_id, status, recorded_at, 'infinity'::timestamptz as until
            from attendance
            union all
            select workshop_id, session_id, enrollment_id, status, recorded_at, replaced_at from attendance_past) a
            using (workshop_id, session_id)
          where a.recorded_at <= \(knownAt, as: .timestamptz) and a.until > \(knownAt, as: .timestamptz)
        ), noted as (
          select n.workshop_id, n.cohort_id, count(distinct n.session_id) as sessions,
            sum(n.hours) filter (where s.enrollment_id is not null
              and (n.status <> 'excused' or n.excused in ('attended', 'missed'))) as held,
            sum(n.hours) filter (where s.enrollment_id is not null
              and (n.status in ('present', 'late') or n.status = 'excused' and n.excused = 'attended')) as attended
          from note n left join seat s using (workshop_id, session_id, enrollment_id)
          group by n.workshop_id, n.cohort_id
        ), counted as (
          select r.workshop_id, r.cohort_id, coalesce(h.sessions, 0) as sessions_held,
            coalesce(n.sessions, 0) as sessions_noted, coalesce(s.hours, 0) as offered_hours,
            coalesce(n.held, 0) as held_hours, coalesce(n.attended, 0) as attended_hours
          from report.attendance_count(\(day), \(knownAt)) r
          left join (select workshop_id, cohort_id, count(*) as sessions from held group by 1, 2) h
            using (workshop_id, cohort_id)
          left join (select workshop_id, cohort_id, sum(hours) as hours from seat group by 1, 2) s
            using (workshop_id, cohort_id)
          left join noted n using (workshop_id, cohort_id)
        )
        select format('%s on %s: %s, and not %s', c.code, \(day), row_to_json(r), row_to_json(n))
        from report.attendance_count(\(day), \(knownAt)) r
        join counted n using (workshop_id, cohort_id)
        join cohort c on (c.workshop_id, c.id) = (r.workshop_id, r.cohort_id)
        where (r.sessions_held, r.sessions_noted, r.offered_hours, r.held_hours, r.attended_hours)
          <> (n.sessions_held, n.sessions_noted, n.offered_hours, n.held_hours, n.attended_hours)
        """, as: String.self)
    }
  }
}

/// Three students of A, taught two hours on 7, 14 and 21 September; B has no session.
///
/// | | 7 | 14 | 21 |
/// | --- | --- | --- | --- |
/// | 1 | absent | present | |
/// | 2 | present | excused | |
/// | 3 | present | present, and on leave from that day on | on leave |
/// | noted | yes | yes | no |
/// | offered | 6 | 6 | 4 |
/// | noted, the excused left out | 6 | 4 | 0 |
/// | attended | 4 | 4 | 0 |
@Suite("Attendance report")
struct AttendanceReportTests {
  private let a = ClassCode(cohort: "UZ-TAS-LOG-2026A", course: "LOG-1")

  private func story(in office: Office) async throws {
    _ = try await office.classOf(3)
    try await office.cohort("UZ-TAS-LOG-2026B")
    try await take("2026-09-07", absent: ["1"], in: office)
    try await take("2026-09-14", excused: ["2"], in: office)
    _ = try await office.enrollments.change(
      .students(students(3)), in: a.cohort, to: .suspended, on: day("2026-09-14"),
      reason: ChangeReason(code: "health"))
  }

  private func take(
    _ on: String, absent: [String] = [], excused: [String] = [], in office: Office
  ) async throws {
    var call = AttendanceCall(a, on: day(on))
    call.absent = absent.compactMap { StudentNumber($0) }
    call.excused = excused.compactMap { StudentNumber($0) }
    try await office.attendance.take(call)
  }

  private static let figures = [
    "sessions_held", "sessions_noted", "coverage", "offered_hours", "held_hours", "attended_hours",
    "attendance",
  ]

  private func report(
    _ office: Office, by cuts: [ReportCut] = [.cohort], asOf: String, knownAt: KnownTime? = nil,
    withTotals: Bool = false
  ) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    let listing = try await office.reports.sums(.attendance, scope, by: cuts, withTotals: withTotals)
    let columns = cuts.map { $0 == .intakeYear ? "intake_year" : $0.rawValue } + Self.figures
    return try await office.csv(listing, Page(columns: columns)).split(separator: "\n").dropFirst()
      .map(String.init)
  }

  @Test("every figure as worked out by hand, on three days, by any cut and in all")
  func figures() async throws {
    try await withOffice { office in
      try await story(in: office)
      let none = "UZ-TAS-LOG-2026B,0,0,,0,0,0,"
      #expect(try await report(office, asOf: "2026-09-06") == ["UZ-TAS-LOG-2026A,0,0,,0,0,0,", none])
      #expect(try await report(office, asOf: "2026-09-13") == ["UZ-TAS-LOG-2026A,1,1,,6,6,4,66.6", none])
      #expect(try await report(office, asOf: "2026-09-30") == ["UZ-TAS-LOG-2026A,3,2,,16,10,8,80.0", none])
      for (cut, name) in [
        (ReportCut.country, "UZ"), (.workshop, "UZ-TAS"), (.program, "LOG"), (.intakeYear, "2026"),
      ] {
        #expect(try await report(office, by: [cut], asOf: "2026-09-30") == ["\(name),3,2,,16,10,8,80.0"])
      }
      // Nobody hosts it; all cohorts are in the total all the same.
      #expect(
        try await report(office, by: [.partner], asOf: "2026-09-30", withTotals: true) == [
          "total degree_education,3,2,,16,10,8,80.0"
        ])
      #expect(try await office.attendanceThatDiffers(on: day("2026-09-30"), knownAt: office.now()) == [])
    }
  }

  @Test("a total has every cohort once, whatever the rows are of; coverage is told from ten sessions on")
  func totals() async throws {
    try await withOffice { office in
      try await story(in: office)
      try await office.agreement()
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into workshop_role (workshop_id, partner_id, role)
          select w.id, i.id, case i.code when 'UZ-A' then 'host' else 'lead' end::workshop_role_kind
          from workshop w, partner i where w.code = 'UZ-TAS' and i.code in ('UZ-A', 'CN-B')
          """)
      }
      try await office.taught(a, on: (22...29).map { "2026-09-\($0)" })
      // Eight more days of two students, of which nothing was noted.
      let of = "11,2,18.2,48,10,8,80.0"
      #expect(
        try await report(office, by: [.partner], asOf: "2026-09-30", withTotals: true) == [
          "CN-B,\(of)", "UZ-A,\(of)", "total degree_education,\(of)",
        ])
    }
  }

  @Test("what was known before a session was canceled, taken or left comes back")
  func known() async throws {
    try await withOffice { office in
      _ = try await office.classOf(3)
      let first = try await office.now()
      try await take("2026-09-07", absent: ["1"], in: office)
      let second = try await office.now()
      _ = try await office.sessions.cancel(SessionReference(a, on: day("2026-09-21")), reason: "no room")
      _ = try await office.attendance.correct(
        a, on: day("2026-09-07"), of: students(1)[0], to: .late, reason: "the bus")
      _ = try await office.enrollments.change(
        .students(students(2)), in: a.cohort, to: .withdrawn, on: day("2026-09-10"))
      let third = try await office.now()
      for (known, expected) in [
        (first, "3,0,,18,0,0,"), (second, "3,1,,18,6,4,66.6"), (third, "2,1,,10,6,6,100.0"),
      ] {
        #expect(
          try await report(office, asOf: "2026-09-30", knownAt: known) == ["\(a.cohort),\(expected)"])
        #expect(try await office.attendanceThatDiffers(on: day("2026-09-30"), knownAt: known) == [])
      }
    }
  }

  @Test("it is the figure that rates, the cohort report, progress and risk have")
  func oneFigure() async throws {
    try await withOffice(.graduation) { office in
      // 80 of 100.03 hours: 79.976 %, and 80 would do. Student 2, of whom nothing was noted, adds nothing.
      try await office.database.write { tx in
        try tx.execute("update session set hours = case when held_on = '2024-09-10' then 10.03 else 10 end")
      }
      let asOf = "2024-12-01"
      let figure = "80,100.03,79.9"
      var (scope, rates, progress) = (ReportScope(), AttendanceScope(), CompletionScope())
      (scope.asOf, rates.asOf, progress.asOf) = (day(asOf), day(asOf), day(asOf))
      let sums = try await office.reports.sums(.attendance, scope, by: [.workshop])
      for (listing, columns) in [
        (sums, ["attended_hours", "held_hours", "attendance"]),
        (office.reports.cohorts(scope), ["attended_hours", "held_hours", "attendance"]),
        (office.attendance.rates(by: .student, rates), ["attended_hours", "held_hours", "rate"]),
        (office.attendance.rates(by: .cohort, rates), ["attended_hours", "held_hours", "rate"]),
      ] {
        let told = try await office.csv(listing, Page(columns: columns))
        #expect(told.split(separator: "\n").dropFirst() == [Substring(figure)])
      }
      let missing = try await office.csv(office.completions.list(progress), Page(columns: ["missing"]))
      #expect(missing.contains("attendance 79.9 % of 80 % (80 of 100.03 hours)"))
      let risk = try await office.csv(office.completions.risks(progress), Page(columns: ["explanation"]))
      #expect(risk.contains("attendance 79.9 % of 80 % (80 of 100.03 hours)"))
    }
  }

  @Test("of the demonstration it is what a naive count says, and what rates and the cohort report add up to")
  func demonstration() async throws {
    try await withDemonstration { office in
      let known = [try await office.knownMoment("2025-03-01T00:00:00Z").time, try await office.now()]
      for (asOf, knownAt) in [("2024-11-15", 0), ("2025-02-01", 0), ("2025-06-30", 1), ("2026-06-30", 1)] {
        let differing = try await office.attendanceThatDiffers(on: day(asOf), knownAt: known[knownAt])
        #expect(differing == [])
        var (scope, rates) = (ReportScope(), AttendanceScope())
        (scope.asOf, scope.knownAt) = (day(asOf), known[knownAt])
        (rates.asOf, rates.knownAt) = (day(asOf), known[knownAt])
        let columns = ["cohort", "attended_hours", "held_hours"]
        func noted(_ listing: Listing, _ rate: String) async throws -> Set<Substring> {
          let lines = try await office.csv(listing, Page(columns: columns + [rate])).split(separator: "\n")
          // Where nothing was noted a report tells 0 or nothing, and rates have no row.
          return Set(lines.dropFirst().filter { !$0.hasSuffix(",") })
        }
        let sums = try await noted(
          office.reports.sums(.attendance, scope, by: [.cohort]), "attendance")
        #expect(sums.count > 3)
        #expect(sums == (try await noted(office.reports.cohorts(scope), "attendance")))
        #expect(sums == (try await noted(office.attendance.rates(by: .cohort, rates), "rate")))
      }
    }
  }
}
