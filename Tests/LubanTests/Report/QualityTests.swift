import Luban
import Postgres
import Support
import Testing

extension Office {
  /// How often each finding was found, of how much that was looked at: `1/2`.
  func quality(_ asOf: String, knownAt: KnownTime? = nil, cohort: CohortCode? = nil) async throws
    -> [String: String]
  {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt, scope.cohort) = (day(asOf), knownAt, cohort)
    let rows = try await csv(
      reports.quality(scope, by: [.workshop], withAll: true),
      Page(columns: ["finding", "found", "looked_at"])
    ).split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    return Dictionary(rows.map { ($0[0], "\($0[1])/\($0[2])") }) { first, _ in first }
  }

  /// What a finding found, without the key.
  fileprivate func toMend(_ finding: String, _ asOf: String, knownAt: KnownTime? = nil) async throws
    -> [String]
  {
    var scope = ReportScope()
    (scope.asOf, scope.knownAt) = (day(asOf), knownAt)
    return try await csv(
      reports.toMend(finding, scope),
      Page(columns: ["workshop", "cohort", "student", "about", "told", "mend"])
    ).split(separator: "\n").dropFirst().map(String.init)
  }
}

/// Each finding on the two students of the graduation: one case that has it, one that has not, and what was
/// looked at.
@Suite("Report on quality")
struct QualityTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  /// One thing that was wrong, or becomes so: the counts before, what is done, the counts after.
  private struct Step {
    let finding: String
    let asOf: String
    let before: String?
    let change: SQL
    let after: String?
    var told: String?
  }

  private static let steps = [
    Step(
      finding: "gender_missing", asOf: "2024-12-31", before: "0/2",
      change: "update student set gender = null where number = 2", after: "1/2",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,S-00002,,,edit(student)"),
    Step(
      finding: "latin_name_missing", asOf: "2024-12-31", before: "0/2",
      change: """
        update student_name set full_name = 'Каримова Дилноза' from student s
        where s.id = student_id and s.number = 2
        """, after: "1/2",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,S-00002,,,edit(student)"),
    Step(
      finding: "entry_level_missing", asOf: "2024-12-31", before: "2/2",
      change: """
        update student set entry_framework = 'hsk2010', entry_rank = 1 where number = 1
        """, after: "1/2",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,S-00002,hsk2010:1,,edit(student) add(language)"),
    Step(
      finding: "results_missing", asOf: "2024-12-31", before: "0/1", change: "delete from result",
      after: "1/1",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,,LOG-210,ended on 2024-11-30,result.import"),
    Step(
      finding: "language_test_missing", asOf: "2025-08-01", before: "1/2",
      change: """
        insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score, passed)
        select workshop_id, id, 'hsk2010', '1', '2024-12-05', 50, false from student where number = 2
        """, after: "0/2"),
    Step(
      finding: "certificate_number_missing", asOf: "2024-12-31", before: "1/1",
      change: "update language_certificate set certificate_number = 'H11', note = 'the paper came'",
      after: "0/1"),
    Step(
      finding: "level_fell", asOf: "2024-12-31", before: nil,
      change: """
        insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score, passed)
        select workshop_id, id, 'hsk2010', t.level, t.day::date, 150, true
        from student, (values ('2', '2024-11-20'), ('1', '2024-12-05')) t (level, day) where number = 1
        """, after: "1/2",
      told:
        "UZ-TAS,UZ-TAS-LOG-2024A,S-00001,hsk2010:1 2024-12-05,level 2 before,correct(language) remove(language)"
    ),
    Step(
      finding: "placement_hours_missing", asOf: "2024-12-31", before: "0/1",
      change: "delete from placement_log",
      after: "1/1",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,S-00001,DEPOT-1 2024-11-01,ended on 2024-11-30,placement.log"),
    Step(
      finding: "placement_evaluation_missing", asOf: "2024-12-31", before: "1/1",
      change: """
        insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, evaluated_on)
        select workshop_id, id, 'school', 'percent', '80', 80, true, '2024-11-30' from placement
        """, after: "0/1"),
    Step(
      finding: "instructor_missing", asOf: "2024-12-31", before: "2/2",
      change: """
        with one as (
          insert into instructor (workshop_id, partner_id, staff_number, full_name, since)
          select w.id, i.id, '7', 'Instructor 7', '2020-01-01' from workshop w, partner i
          where w.code = 'UZ-TAS' and i.code = 'UZ-A' returning workshop_id, id
        ), certified as (
          insert into instructor_certification (workshop_id, instructor_id, course_id, since)
          select one.workshop_id, one.id, c.id, '2020-01-01' from one, course c where c.code = 'LOG-210')
        select from one
        """, after: "2/2",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,,CUL-TEA,began on 2024-09-01,edit(class)"),
    Step(
      finding: "instructor_missing", asOf: "2024-12-31", before: "2/2",
      change: """
        update class c set instructor_id = i.id from instructor i, course k
        where k.id = c.course_id and k.code = 'LOG-210'
        """, after: "1/2"),
    Step(
      finding: "attendance_sparse", asOf: "2024-12-31", before: "0/1",
      change: """
        delete from attendance a using session s
        where (s.workshop_id, s.id) = (a.workshop_id, a.session_id) and s.held_on > '2024-09-07'
        """, after: "1/1", told: "UZ-TAS,UZ-TAS-LOG-2024A,,,7 of 10 sessions,attendance.import class.cancel"),
    Step(
      finding: "session_not_noted", asOf: "2024-12-31", before: "3/10", change: "delete from attendance",
      after: "10/10",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,,LOG-210 2024-09-01 09:00,,attendance.import class.cancel"),
    Step(
      finding: "attendance_missing", asOf: "2024-12-31", before: "1/1",
      change: "update session set cancel_reason = 'flood'", after: "1/1",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,,,0 of 0 sessions,attendance.import"),
    Step(
      finding: "age_implausible", asOf: "2024-12-31", before: "0/2",
      change: "update student set birth_on = '1943-05-31' where number = 2", after: "1/2",
      told: "UZ-TAS,UZ-TAS-LOG-2024A,S-00002,,81 years old on 2024-06-01,edit(student) correct(enrollment)"),
    Step(
      finding: "contact_missing", asOf: "2024-12-31", before: nil,
      change: """
        insert into workshop_role (workshop_id, partner_id, role, since)
        select w.id, i.id, 'host', '2024-01-01' from workshop w, partner i where w.code = 'UZ-TAS' and i.code = 'UZ-A'
        """, after: "1/1", told: "UZ-TAS,,,UZ-A,,add(partner contact)"),
    Step(
      finding: "agreement_missing", asOf: "2024-12-31", before: "1/1",
      change: """
        insert into partner_contact (partner_id, nth, name, phone)
        select id, 1, 'Karimov', '+998 71 000 00 00' from partner where code = 'UZ-A'
        """, after: "1/1", told: "UZ-TAS,,,UZ-A,none that it signed,agreement.renew add(agreement)"),
    Step(
      finding: "contact_missing", asOf: "2024-12-31", before: "0/1", change: "delete from partner_contact",
      after: "1/1"),
    Step(
      finding: "evidence_missing", asOf: "2024-12-31", before: nil,
      change: """
        insert into result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
          evidence)
        select e.workshop_id, e.id, k.id, 1, 'recognized', 'percent', '70', 70, true, '2024-06-02', 'a paper'
        from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = 2
        join course k on k.code = 'LOG-210'
        """, after: "0/1"),
  ]

  @Test("each finding has one case and another that is none, counted by hand, told with what mends it")
  func findings() async throws {
    // What is deleted below, others rest on.
    try await withOffice(.graduation, isWellInTheEnd: false) { office in
      for step in Self.steps {
        let place: Comment = "\(step.finding)"
        #expect(try await office.quality(step.asOf)[step.finding] == step.before, place)
        _ = try await office.database.write { tx in try tx.execute(step.change) }
        #expect(try await office.quality(step.asOf)[step.finding] == step.after, place)
        let found = try await office.toMend(step.finding, step.asOf)
        #expect(step.after?.hasPrefix("\(found.count)/") ?? found.isEmpty, place)
        if let told = step.told { #expect(found.first == told, place) }
      }
    }
  }

  @Test("what should have become of enrollments: completed, decided, certified, followed up, and in time")
  func lives() async throws {
    try await withOffice(.graduation) { office in
      try await office.people(2)
      _ = try await office.enrollments.enroll(
        students(3), in: cohort, as: .applied, appliedOn: day("2024-06-01"))
      _ = try await office.enrollments.enroll(
        students(4), in: cohort, appliedOn: day("2024-11-01"), override: "late")
      let late = try await office.quality("2024-12-31")
      #expect(late["enrolled_late"] == "1/3")
      #expect(
        try await office.toMend("enrolled_late", "2024-12-31") == [
          "UZ-TAS,\(cohort),S-00004,,\"enrolled on 2024-11-01, the cohort began on 2024-09-01\",correct(enrollment) edit(cohort)"
        ])

      let over = try await office.quality("2026-07-02")
      #expect(over["cohort_without_completions"] == "1/1" && over["undecided_after_end"] == "1/4")
      #expect(try await office.quality("2026-07-01")["undecided_after_end"] == nil)
      #expect(try await office.quality("2026-07-31")["enrolled_after_end"] == nil)
      #expect(try await office.quality("2026-08-01")["enrolled_after_end"] == "3/3")
      let before = try await office.now()

      _ = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .completed, on: day("2024-12-01"))
      let completed = try await office.quality("2026-08-01")
      #expect(completed["cohort_without_completions"] == "0/1" && completed["enrolled_after_end"] == "2/3")
      #expect(completed["credential_missing"] == "2/2" && completed["outcome_missing"] == "2/2")
      #expect(
        try await office.toMend("credential_missing", "2026-08-01") == [
          "UZ-TAS,\(cohort),S-00001,chinese,completed on 2024-12-01,credential.issue",
          "UZ-TAS,\(cohort),S-00001,host,completed on 2024-12-01,credential.issue",
        ])
      // A month before the point at the earliest.
      #expect(try await office.quality("2025-04-30")["outcome_missing"] == nil)
      #expect(try await office.quality("2025-05-01")["outcome_missing"] == "1/1")

      _ = try await office.credentials.issue(nil, in: cohort, on: day("2024-12-10"), sides: [.host])
      var details = OutcomeDetails()
      (details.status, details.answeredOn) = (.unknown, day("2025-06-01"))
      _ = try await office.outcomes.add(students(1)[0], in: cohort, months: 6, details)
      let mended = try await office.quality("2026-08-01")
      #expect(mended["credential_missing"] == "1/2" && mended["outcome_missing"] == "1/2")
      #expect(
        try await office.toMend("outcome_missing", "2026-08-01") == [
          "UZ-TAS,\(cohort),S-00001,12,12 months on 2025-12-01,outcome.survey add(outcome)"
        ])
      #expect(try await office.quality("2026-07-02", knownAt: before) == over)
      // Of a cohort is what is of its people; of another one nothing.
      #expect(try await office.quality("2026-08-01", cohort: cohort)["gender_missing"] == "0/4")
      #expect(try await office.quality("2026-08-01")["gender_missing"] == "0/4")
    }
  }

  @Test("a finding has a text of its actions, as its cases have it")
  func mend() async throws {
    try await withOffice { office in
      let findings = try await office.reports.qualityFindings()
      #expect(findings.count == 26)
      #expect(findings.first { $0.id == "age_implausible" }?.mend == "edit(student) correct(enrollment)")
    }
  }
}
