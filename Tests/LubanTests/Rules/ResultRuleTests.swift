import Luban
import Postgres
import Support
import Testing

@Suite("Rules of results")
struct ResultRuleTests {
  /// Where students 1 to 3 are enrolled, 4 applied and 5 has withdrawn; 1 has two attempts at LOG-110.
  private func graded(_ body: (Office) async throws -> Void) async throws {
    try await withOffice { office in
      try await office.taughtCohort(5)
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      _ = try await office.enrollments.change(
        .students(students(5)), in: cohort, to: .withdrawn, on: Day("2024-10-15") ?? .today)
      _ = try await office.enrollments.change(
        .students(students(4)), in: cohort, to: .suspended, on: Day("2024-10-15") ?? .today)
      try await office.grade(1, "LOG-110", "2", on: "2024-12-20")
      try await office.grade(1, "LOG-110", "4", on: "2025-01-20")
      try await office.grade(5, "LOG-110", "3", on: "2024-10-10")
      _ = try await office.results.add(
        ResultReference(students(4)[0], "LOG-900", cohort: cohort), mark: nil,
        on: Day("2024-06-01") ?? .today,
        .recognized(evidence: "a school"))
      try await body(office)
    }
  }

  /// A result by plain SQL, right but for what is said.
  private static func insert(
    student: Int = 2, course: String = "LOG-110", attempt: Int = 1, kind: String = "graded",
    scale: String = "cis5", mark: String = "4", value: Double = 4, passed: Bool = true,
    on day: String = "2024-12-20", evidence: String? = nil, more: SQL = "null, null, null"
  ) -> SQL {
    """
    insert into result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
      evidence, instructor_id, partner_id, agreement_id)
    select e.workshop_id, e.id, k.id, \(attempt), \(kind)::result_kind, \(scale), \(mark), \(value), \(passed),
      \(day)::date, \(evidence), \(fragment: more)
    from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id), course k
    where s.number = \(student) and k.code = \(course)
    """
  }

  private static let breaches = [
    Breach("result_course_is_of_the_edition", insert(course: "LOG-900")),
    Breach("result_not_before_its_class", insert(on: "2024-08-31")),
    Breach("result_is_within_enrollment", insert(student: 5, attempt: 2, on: "2024-10-16")),
    Breach("result_is_within_enrollment", insert(student: 4, on: "2024-10-16")),
    Breach(
      "result_is_within_enrollment",
      insert(kind: "recognized", scale: "pass-fail", mark: "pass", value: 1, on: "2024-05-31", evidence: "x")),
    Breach(
      "result_is_within_enrollment",
      insert(
        student: 5, course: "LOG-210", kind: "recognized", scale: "pass-fail", mark: "pass", value: 1,
        on: "2024-10-16", evidence: "x")),
    Breach("result_mark_is_on_its_scale", insert(mark: "6", value: 6)),
    Breach("result_mark_is_on_its_scale", insert(mark: "4", value: 5)),
    Breach("result_mark_is_on_its_scale", insert(mark: "2", value: 2, passed: true)),
    Breach("result_mark_is_on_its_scale", insert(mark: "отлично", value: 5)),
    Breach("result_mark_is_on_its_scale", insert(mark: "", value: 0, passed: false)),
    Breach("result_scale_is_that_of_its_course", insert(scale: "percent", mark: "80", value: 80)),
    Breach("result_scale_is_known", insert(scale: "none")),
    Breach("result_attempts_count_from_one", insert(attempt: 0)),
    Breach("result_attempts_follow_each_other", insert(attempt: 2)),
    Breach("result_attempts_follow_each_other", insert(student: 1, attempt: 3, on: "2025-01-10")),
    Breach("result_attempts_follow_each_other", "delete from result where attempt = 1 and kind = 'graded'"),
    Breach("result_attempt_is_once", insert(student: 1, attempt: 2, on: "2025-01-25")),
    Breach("result_is_one_a_day", insert(student: 1, attempt: 3, on: "2025-01-20")),
    Breach(
      "recognition_has_evidence", insert(kind: "recognized", scale: "pass-fail", mark: "pass", value: 1)),
    Breach(
      "result_evidence_is_not_blank",
      insert(kind: "recognized", scale: "pass-fail", mark: "pass", value: 1, evidence: " ")),
    Breach("transfer_names_partner_and_agreement", insert(kind: "transferred")),
    Breach("result_is_graded_by_a_known_instructor", insert(more: "-1, null, null")),
    Breach(
      "result_is_of_an_enrollment",
      """
      insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
      select workshop_id, -1, course_id, 1, 'cis5', '4', 4, true, '2024-12-20' from class
      """),
    Breach("result_stays_with_its_attempt", "update result set attempt = 9, note = 'x'"),
    Breach("result_stays_with_its_attempt", "update result set kind = 'transferred', note = 'x'"),
    Breach(
      "result_correction_has_a_reason", "update result set mark = '5', value = 5 where attempt = 2"),
    Breach(
      "result_not_before_its_class",
      "update result set graded_on = '2024-08-01', note = 'x' where attempt = 1 and kind = 'graded'"),
    Breach("result_is_of_a_known_course", "delete from course where code = 'LOG-900'"),
    // What results rest on does not move away from under them.
    Breach("result_not_before_its_class", "update class set begins_on = '2024-12-21'"),
    Breach(
      "result_is_within_enrollment",
      """
      select change_enrollments(e.workshop_id, array[e.id], 'withdrawn', '2025-01-19')
      from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) where s.number = 1
      """),
    Breach(
      "result_is_within_enrollment",
      """
      select correct_event(e.workshop_id, e.id, 2::smallint, '2024-10-09', false, 'x')
      from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) where s.number = 5
      """),
    Breach(
      "result_is_within_enrollment",
      "update enrollment set applied_on = '2024-06-02' where state = 'suspended'"),
    Breach("scale_in_use_is_kept", "update grading_scale set pass_from = 4 where code = 'cis5'"),
    Breach("scale_in_use_is_kept", "update grading_mark set value = 3.5 where (scale, mark) = ('cis5', '4')"),
    Breach("scale_in_use_is_kept", "delete from grading_mark where (scale, mark) = ('pass-fail', 'pass')"),
    Breach("grading_scale_code_is_lower_case", "update grading_scale set code = 'X' where code = 'zh5'"),
    Breach(
      "grading_scale_of_numbers_has_limits", "update grading_scale set kind = 'words' where code = 'percent'"),
    Breach("grading_scale_limits_are_in_order", "update grading_scale set step = 0 where code = 'percent'"),
    Breach(
      "grading_scale_is_passed_within_its_limits",
      "update grading_scale set pass_from = 101 where code = 'percent'"),
    Breach("grading_mark_is_of_a_scale", "insert into grading_mark values ('none', 'x', 1, true)"),
    Breach("grading_mark_is_not_blank", "insert into grading_mark values ('letter', ' ', 1, true)"),
    Breach("curriculum_scale_is_known", "update curriculum_item set scale = 'none'"),
  ]

  @Test("PostgreSQL refuses what breaks a rule, whoever writes")
  func refused() async throws {
    try await graded { office in
      // The edition is frozen, which is asked first.
      await office.expectRefused(Self.breaches.filter { $0.rule != "curriculum_scale_is_known" })
    }
    try await withOffice { office in
      try await office.ground()
      try await office.course("LOG-110")
      try await office.programs.addToCurriculum(NewCurriculumItem(course: "LOG-110", term: 1), of: "LOG")
      await office.expectRefused(Self.breaches.filter { $0.rule == "curriculum_scale_is_known" })
    }
  }

  private func transfer(_ office: Office, on day: String, from: PartnerCode = "CN-B") async throws
    -> CourseResult
  {
    try await office.results.add(
      ResultReference(students(2)[0], "LOG-110", cohort: "UZ-TAS-LOG-2024A"), mark: "5",
      on: Day(day) ?? .today,
      .transferred(from: from, under: "CR-1"))
  }

  @Test(
    "credit is transferred from a party to an agreement on credit recognition that is in force, and stays so")
  func transfers() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.partner("UZ-A")
      try await office.partner("CN-B", country: "CN")
      try await office.partner("CN-C", country: "CN")
      try await office.agreements.add(
        "CR-1", of: ["UZ-A", "CN-B"],
        AgreementDetails {
          ($0.kind, $0.effectiveOn, $0.expiresOn) = (
            .creditRecognition, Day("2024-07-01") ?? .today, Day("2025-07-01")
          )
        })
      try await office.agreement("A-1")
      for (day, from) in [("2024-06-30", "CN-B"), ("2025-07-01", "CN-B"), ("2024-12-01", "CN-C")] {
        await expectBroken("transfer_is_under_an_agreement_for_it") {
          try await transfer(office, on: day, from: PartnerCode(from))
        }
      }
      let made = try await transfer(office, on: "2024-07-01")
      #expect(
        made.from == "CN-B" && made.agreement == "CR-1" && made.kind == .transferred && made.mark == "5")
      await office.expectRefused([
        Breach(
          "transfer_is_under_an_agreement_for_it",
          "update agreement set kind = 'memorandum' where code = 'CR-1'"),
        Breach(
          "transfer_is_under_an_agreement_for_it",
          "update agreement set effective_on = '2024-07-02' where code = 'CR-1'"),
        Breach(
          "transfer_is_under_an_agreement_for_it",
          """
          delete from agreement_party where partner_id = (select id from partner where code = 'CN-B')
            and agreement_id = (select id from agreement where code = 'CR-1')
          """),
        Breach(
          "transfer_is_under_an_agreement_for_it",
          """
          update result set agreement_id = (select id from agreement where code = 'A-1'), note = 'x'
          """),
        Breach("result_comes_from_a_partner", "update result set partner_id = -1, note = 'x'"),
        Breach("result_is_transferred_under_an_agreement", "update result set agreement_id = -1, note = 'x'"),
      ])
    }
  }

  @Test("a course that has no scale is not graded, and the message names the edition")
  func withoutScale() async throws {
    try await withOffice { office in
      try await office.taughtCohort(scale: nil)
      do {
        try await office.grade(1, "LOG-110", "5", on: "2024-12-20")
        Issue.record("graded without a scale")
      } catch LubanError.ruleBroken(let rule) {
        #expect(rule.name == "graded_course_has_a_scale")
        #expect(rule.detail == "S-00001 in UZ-TAS-LOG-2024A/LOG-110: edition LOG 2026")
      }
    }
  }
}
