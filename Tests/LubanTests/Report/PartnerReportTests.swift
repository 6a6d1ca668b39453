import Postgres
import Support
import Testing

@testable import Luban

/// UZ-A hosts UZ-TAS from 1 March 2024, CN-B leads it; what both signed is in force until the end of August.
///
/// Of 2024 that is 306 days of hosting, of which 122, from September on, have no agreement. Two instructors come
/// from UZ-A and one from CN-B, which gave a training of 40 hours to two of the three, and began one with the third.
/// Two students learn in the one cohort, whose certificates both award; one worked eight hours at UZ-DEPOT.
@Suite("Partner report")
struct PartnerReportTests {
  private func story(in office: Office) async throws {
    try await office.graduation()
    for code in ["UZ-A/1", "UZ-A/2", "CN-B/7"] { try await office.instructor(code) }
    try await office.database.write { tx in
      try tx.execute(
        """
        insert into workshop_role (workshop_id, partner_id, role, since)
        select w.id, i.id, case i.code when 'UZ-A' then 'host' else 'lead' end::workshop_role_kind, '2024-03-01'
        from workshop w, partner i where w.code = 'UZ-TAS' and i.code in ('UZ-A', 'CN-B')
        """)
      try tx.execute(
        """
        insert into instructor_training (workshop_id, instructor_id, title, partner_id, begins_on, ends_on, hours,
          is_completed)
        select t.workshop_id, t.id, 'EPIP', i.id, '2024-07-01', '2024-07-10', 40, t.staff_number <> '2'
        from instructor t, partner i where i.code = 'CN-B'
        """)
    }
  }

  private static let figures = [
    "partner", "agreements", "days_hosting", "days_uncovered", "cohorts", "students", "cohorts_awarded",
    "students_awarded", "instructors", "teachers_trained", "training_hours", "placements", "placement_hours",
  ]

  private func report(
    _ office: Office, since: String? = nil, asOf: String, knownAt: KnownTime? = nil
  ) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    return try await office.csv(
      office.reports.partners(scope, since: since.map(day)), Page(columns: Self.figures)
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("every figure as worked out by hand, on two days, in the year and since a day")
  func figures() async throws {
    try await withOffice { office in
      try await story(in: office)
      try await office.agreement(expiresOn: Day("2024-09-01"))
      let depot = "UZ-DEPOT,0,0,0,0,0,0,0,0,0,0,1,8"
      #expect(
        try await report(office, asOf: "2024-12-31") == [
          "CN-B,0,0,0,1,2,1,2,1,2,80,0,0", "UZ-A,0,306,122,1,2,1,2,2,0,0,0,0", depot,
        ])
      #expect(
        try await report(office, asOf: "2024-08-31") == [
          "CN-B,1,0,0,1,2,1,2,1,2,80,0,0", "UZ-A,1,184,0,1,2,1,2,2,0,0,0,0",
        ])
      #expect(
        try await report(office, since: "2024-08-30", asOf: "2024-09-02") == [
          "CN-B,0,0,0,1,2,1,2,1,0,0,0,0", "UZ-A,0,4,2,1,2,1,2,2,0,0,0,0",
        ])
      var scope = ReportScope()
      (scope.asOf, scope.country) = (day("2024-12-31"), "UZ")
      #expect(
        try await office.csv(office.reports.partners(scope), Page(columns: ["partner", "roles"]))
          == "partner,roles\nCN-B,lead of UZ-TAS\nUZ-A,host of UZ-TAS\nUZ-DEPOT,\n")
      scope.country = "TJ"
      #expect(try await office.rows(of: office.reports.partners(scope)) == [])
    }
  }

  @Test("what was known before an agreement was entered, ended, and a part was given up, comes back")
  func known() async throws {
    try await withOffice { office in
      try await story(in: office)
      // A workshop has a host all the time.
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into workshop_role (workshop_id, partner_id, role, since)
          select w.id, i.id, 'host', '2024-12-01' from workshop w, partner i where i.code = 'UZ-DEPOT'
          """)
      }
      let first = try await office.now()
      try await office.agreement(expiresOn: Day("2025-01-01"))
      let second = try await office.now()
      try await office.database.write { tx in
        try tx.execute(
          """
          update agreement set ended_on = '2024-12-01', end_reason = 'a better one'
          """)
        try tx.execute(
          """
          update workshop_role set until = '2024-12-11'
          where role = 'host' and partner_id = (select id from partner where code = 'UZ-A')
          """)
      }
      let third = try await office.now()
      // The 31 days of December, of which ten were left.
      for (known, expected) in [
        (first, ["UZ-A", "0", "306", "306"]), (second, ["UZ-A", "1", "306", "0"]),
        (third, ["UZ-A", "0", "285", "10"]),
      ] {
        let line = try await report(office, asOf: "2024-12-31", knownAt: known)[1]
        #expect(line.split(separator: ",").prefix(4).map(String.init) == expected)
        #expect(try await office.hostingThatDiffers(on: day("2024-12-31"), knownAt: known) == [])
      }
    }
  }

  @Test("who awarded before a certificate of an edition in use was amended comes back")
  func amended() async throws {
    try await withOffice { office in
      try await story(in: office)
      let first = try await office.now()
      var amendment = ProgramAmendment(because: "CN-B merged into it")
      let sides = try await office.programs.show("LOG").edition.certificates
      amendment.certificates = try sides.map { side in
        ProgramCertificate(
          side: side.side, title: side.title,
          partner: try #require(side.partner) == "CN-B" ? "UZ-DEPOT" : side.partner)
      }
      try await office.programs.amend("LOG", amendment)
      let column = try #require(Self.figures.firstIndex(of: "cohorts_awarded"))
      func awarding(knownAt: KnownTime) async throws -> [String] {
        try await report(office, asOf: "2024-12-31", knownAt: knownAt).map {
          $0.split(separator: ",").map(String.init)
        }
        .filter { $0[column] == "1" }.map { $0[0] }
      }
      #expect(try await awarding(knownAt: first) == ["CN-B", "UZ-A"])
      #expect(try await awarding(knownAt: try await office.now()) == ["UZ-A", "UZ-DEPOT"])
    }
  }

  @Test("of the demonstration days are what a count of each day says, on two days and known at two times")
  func demonstration() async throws {
    try await withDemonstration { office in
      let known = [try await office.knownMoment("2025-06-01T00:00:00Z").time, try await office.now()]
      for asOf in ["2025-12-31", "2026-06-30"] {
        for knownAt in known {
          #expect(try await office.hostingThatDiffers(on: day(asOf), knownAt: knownAt) == [])
        }
      }
    }
  }
}

extension Office {
  /// Partners of whose days of hosting the report says another thing than a count of each day of the year does.
  fileprivate func hostingThatDiffers(on day: Day, knownAt: KnownTime) async throws -> [String] {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day, knownAt)
    let told = try await csv(
      reports.partners(scope), Page(columns: ["partner", "days_hosting", "days_uncovered"])
    ).split(separator: "\n").dropFirst().map(String.init).filter { !$0.hasSuffix(",0,0") }
    let counted = try await database.read { tx in
      try tx.rows(
        """
        with role as materialized (
          select (r.row ->> 'partner_id')::int as partner_id, (r.row ->> 'since')::date as since,
            (r.row ->> 'until')::date as until
          from (
            select coalesce((
              select v.before from revision v
              where (v.workshop_id, v.table_name, v.row_id) = (w.workshop_id, 'workshop_role', w.id)
                and v.replaced_at > \(knownAt, as: .timestamptz) order by v.id limit 1), to_jsonb(w)) as row
            from workshop_role w) r
          where (r.row ->> 'recorded_at')::timestamptz <= \(knownAt, as: .timestamptz) and r.row ->> 'role' = 'host'
        ), signed as materialized (
          select p.partner_id, (a.row ->> 'effective_on')::date as since,
            least((a.row ->> 'expires_on')::date, (a.row ->> 'ended_on')::date) as until
          from (
            select g.id, coalesce((
              select v.before from shared_revision v where v.table_name = 'agreement' and v.row_id = g.id
                and v.replaced_at > \(knownAt, as: .timestamptz) order by v.id limit 1), to_jsonb(g)) as row
            from agreement g) a
          join agreement_party p on p.agreement_id = a.id
          where (a.row ->> 'recorded_at')::timestamptz <= \(knownAt, as: .timestamptz)
        ), hosted as (
          select distinct r.partner_id, d::date as day
          from role r, generate_series(date_trunc('year', \(day)::date), \(day)::date, interval '1 day') d
          where r.since <= d and d < r.until
        )
        select concat_ws(',', i.code, count(*), count(*) filter (where not exists (
          select from signed s where s.partner_id = h.partner_id and s.since <= h.day
            and (s.until is null or h.day < s.until))))
        from hosted h join partner i on i.id = h.partner_id
        group by i.code
        """, as: String.self)
    }
    return Set(told).symmetricDifference(counted).sorted()
  }
}
