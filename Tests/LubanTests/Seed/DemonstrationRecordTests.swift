import Luban
import Postgres
import Support
import Testing

@Suite("Records of the demonstration")
struct DemonstrationRecordTests {
  private static let cohort: CohortCode = "PT-SET-EAT-2021A"

  private func number(_ office: Office, _ query: SQL) async throws -> Int {
    try await office.database.read { tx in try tx.one(query, as: Int.self) }
  }

  @Test("cohorts that are over have attendance, marks, levels, hours, and graduates by the rule")
  func figures() async throws {
    try await withOffice { office in
      _ = try await office.schema.demonstrate(students: 600)
      let cohorts = try await office.database.read { tx in
        try tx.rows(
          """
          select array[attendance, 100.0 * courses_passed / courses_judged, completed, dismissed, language_reached,
            culture_hours / completed, placement_hours / completed]::float8[]
          from list.cohort_report('2026-06-30', now()) where status = 'finished' and census_size >= 8
          """, as: [Double].self)
      }
      #expect(cohorts.count > 4)
      for cohort in cohorts {
        let (attendance, passes, completed) = (cohort[0], cohort[1], cohort[2])
        #expect((80...98).contains(attendance) && (75...99).contains(passes))
        #expect(completed > 0 && cohort[4] >= completed, "who completed has reached the target")
        #expect(cohort[5] >= 48 && cohort[6] >= 240)
      }
      #expect(cohorts.contains { $0[3] > 0 }, "some lack a part, and are dismissed")
      let graduates = try await number(
        office, "select count(*) from enrollment where state = 'completed'")
      #expect(try await number(office, "select count(*) from credential") == 2 * graduates)
      #expect(try await number(office, "select count(*) from outcome where status = 'employed'") > 10)
      #expect(try await number(office, "select count(*) from survey_contact") > 10)
      #expect(
        try await number(office, "select count(*) from clashes(null, '2021-01-01', '2026-12-31')") == 0,
        "nobody is in two places at once")
      #expect(
        try await number(
          office,
          """
          select count(*) from session s join workshop w on w.id = s.workshop_id
          join holiday h on (h.country, h.day) = (w.country, s.held_on)
          """) == 0)
    }
  }

  @Test("what it holds is what the files of records say: their imports find nothing to change")
  func oneSource() async throws {
    try await withOffice { office in
      _ = try await office.schema.demonstrate(students: 300, seed: 3)
      let files: [(DemoRecords, ImportForm, [String: String])] = [
        (.attendance, .attendance, [:]), (.results, .results, [:]),
        (.language, .language, [:]), (.culture, .culture, [:]), (.placements, .placements, [:]),
        (.placementHours, .placementHours, [:]), (.outcomes, .outcomes, [:]),
      ]
      for (kind, noun, params) in files {
        let listing = try await office.schema.records(kind, of: Self.cohort, seed: 3, to: day("2026-06-30"))
        let text = try await office.csv(listing, Page(sort: [], limit: nil))
        try await withFile(text) { path in
          var request = ImportRequest(path: path, noun: noun)
          request.workshop = "PT-SET"
          request.params = params
          request.isDryRun = true
          let outcome = try await office.imports.taken(request)
          #expect(outcome.lines > 0 && outcome.unchanged == outcome.lines, "\(kind): \(problems(outcome))")
        }
      }
    }
  }

  @Test("the same seed gives the same attendance, marks, hours and serial numbers, row for row")
  func isDeterministic() async throws {
    try await withOffice { one in
      try await withOffice { other in
        for office in [one, other] { _ = try await office.schema.demonstrate(students: 150, seed: 5) }
        let facts = try await Self.facts(one)
        #expect(facts.allSatisfy { !$0.isEmpty })
        #expect(facts == (try await Self.facts(other)))
      }
    }
  }

  private static func facts(_ office: Office) async throws -> [String] {
    try await office.database.read { tx in
      try tx.rows(
        """
        select coalesce(md5(string_agg(concat_ws(' ', workshop_id, session_id, enrollment_id, status), ',' order by
          workshop_id, session_id, enrollment_id)), '') from attendance
        union all
        select coalesce(md5(string_agg(concat_ws(' ', workshop_id, enrollment_id, course_id, attempt, mark, graded_on),
          ',' order by workshop_id, id)), '') from result
        union all
        select coalesce(md5(string_agg(concat_ws(' ', workshop_id, placement_id, worked_on, hours, task), ',' order by
          workshop_id, id)), '') from placement_log
        union all
        select coalesce(md5(string_agg(concat_ws(' ', serial, enrollment_id, record), ',' order by serial)), '')
        from credential
        """, as: String.self)
    }
  }

  @Test("without records there are people and their histories, and nobody needs a part to complete")
  func withoutRecords() async throws {
    try await withOffice { office in
      let demo = try await office.schema.demonstrate(students: 300, hasRecords: false)
      #expect(demo.isNew && !demo.hasRecords)
      for table in ["class", "completion_rule", "attendance", "result", "credential", "instructor"] {
        #expect(try await number(office, "select count(*) from \(identifier: table)") == 0)
      }
      #expect(try await number(office, "select count(*) from enrollment where state = 'completed'") > 10)
      await #expect(
        throws: LubanError.usage("A demonstration with records has at most 100000 students.")
      ) {
        try await office.schema.demonstrate(students: 100_001)
      }
    }
  }
}
