import Luban
import Postgres
import Support
import Testing

extension Office {
  /// Counts of the cohort report that say another number than there are members of them, on ten days between
  /// the first event of an enrollment and a day to come, as known at a time.
  ///
  /// The figures are added up from the tally, members are told each from its own events: two ways to one number.
  func countsThatDifferFromTheirMembers(knownAt: KnownTime) async throws -> [String] {
    try await database.read { tx in
      let days = try tx.rows(
        """
        select distinct percentile_disc(f) within group (order by day) from (
          select effective_on as day from enrollment_event where recorded_at <= \(knownAt)
          union all select intake_on + census_day from cohort union all select planned_end_on from cohort) d,
          unnest(array[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]) f group by f
        """, as: Day.self)
      return try days.flatMap { day in
        try tx.rows(
          """
          with member as (
            select m.workshop_id, m.cohort_id, c.name, count(*) as n
            from report.cohort_member(\(day), \(knownAt)) m cross join unnest(m.counted) c (name)
            group by 1, 2, 3
          ), figure as (
            select r.cohort, r.workshop_id, r.cohort_id, f.name, coalesce(f.value::numeric, 0) as value
            from list.cohort_report(\(day), \(knownAt)) r cross join jsonb_each_text(to_jsonb(r.*)) f (name, value)
            where f.name = any (\(Reports.countsOfMembers))
          )
          select format('%s of %s on %s: %s, and %s members', f.name, f.cohort, \(day), f.value, coalesce(m.n, 0))
          from figure f left join member m using (workshop_id, cohort_id, name)
          where f.value <> coalesce(m.n, 0)
          """, as: String.self)
      }
    }
  }
}

@Suite("Members of a count")
struct MemberTests {
  @Test("are as many as the figure says, of every count of every cohort of the demonstration")
  func demonstration() async throws {
    try await withOffice { office in
      _ = try await office.schema.demonstrate(students: 200, seed: 3)
      #expect(try await office.countsThatDifferFromTheirMembers(knownAt: try await office.now()) == [])
    }
  }

  @Test(
    "are named with the event by which they stand so, and a count that is none is answered with those near")
  func listed() async throws {
    try await withOffice { office in
      try await office.cohort(year: 2024)
      try await office.people(3)
      _ = try await office.enrollments.enroll(
        students(1, 2, 3), in: "UZ-TAS-LOG-2026A", appliedOn: day("2024-06-01"))
      _ = try await office.enrollments.change(
        .students(students(2)), in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: day("2024-12-01"))
      var scope = ReportScope()
      scope.asOf = day("2025-01-01")
      #expect(
        try await office.csv(try office.reports.members(of: "census_size", scope)) == """
          workshop,cohort,student,state,since,code,event,key
          UZ-TAS,UZ-TAS-LOG-2026A,S-00001,enrolled,2024-06-01,,1,UZ-TAS-LOG-2026A/S-00001
          UZ-TAS,UZ-TAS-LOG-2026A,S-00002,withdrawn,2024-12-01,,2,UZ-TAS-LOG-2026A/S-00002
          UZ-TAS,UZ-TAS-LOG-2026A,S-00003,enrolled,2024-06-01,,1,UZ-TAS-LOG-2026A/S-00003

          """)
      #expect(try await office.rows(of: office.reports.members(of: "withdrawn", scope)).count == 1)
      #expect(
        throws: LubanError.notFound(
          noun: "count of students", code: "retention", nearest: ["returned_in", "retained"])
      ) {
        try office.reports.members(of: "retention", scope)
      }
    }
  }
}
