import Luban
import Support
import Testing

@Suite("Results")
struct ResultTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func reference(_ student: Int, _ course: CourseCode) -> ResultReference {
    ResultReference(students(student)[0], course, cohort: cohort)
  }

  @Test(
    "a mark is read in any word of its scale, with comma or dot, and kept as the scale writes it",
    arguments: [
      ("cis5", "5", "5", true), ("cis5", " отлично ", "5", true), ("cis5", "Неуд.", "2", false),
      ("cis5", "3,0", "3", true), ("percent", "59,99", "59.99", false), ("percent", "60.00", "60", true),
      ("percent", "0", "0", false), ("percent", "100", "100", true), ("zh5", "优", "优秀", true),
      ("pass-fail", "Зачёт", "pass", true), ("pass-fail", "зачет", "pass", true),
      ("pass-fail", "не зачтено", "fail", false), ("letter", "d", "D", true),
      ("competent", "NYC", "not yet competent", false),
    ])
  func words(scale: String, text: String, mark: String, passes: Bool) async throws {
    try await withOffice { office in
      try await office.taughtCohort(scale: scale)
      let made = try await office.grade(1, "LOG-110", text, on: "2024-12-20")
      #expect(made.mark == mark)
      #expect(made.passed == passes)
      #expect(made.scale == scale)
    }
  }

  @Test(
    "what is not on the scale is refused with the scale and its marks; empty is not zero",
    arguments: [
      ("cis5", "1", "1 is not among 2 to 5 of cis5"), ("cis5", "4,5", "4,5 is not among 2 to 5 of cis5"),
      ("percent", "100,01", "100,01 is not among 0 to 100 in steps of 0.01 of percent"),
      ("percent", "-1", "-1 is not among 0 to 100 in steps of 0.01 of percent"),
      ("percent", " ", "(empty) is not among 0 to 100 in steps of 0.01 of percent"),
      ("percent", "зачёт", "зачёт is not among 0 to 100 in steps of 0.01 of percent"),
      ("letter", "E", "E is not among A, B, C, D, F of letter"),
    ])
  func offScale(scale: String, text: String, detail: String) async throws {
    try await withOffice { office in
      try await office.taughtCohort(scale: scale)
      do {
        try await office.grade(1, "LOG-110", text, on: "2024-12-20")
        Issue.record("\(text) was taken on \(scale)")
      } catch LubanError.ruleBroken(let rule) {
        #expect(rule.name == "result_mark_is_on_its_scale")
        #expect(rule.detail == "S-00001 in UZ-TAS-LOG-2024A/LOG-110: \(detail)")
      }
    }
  }

  @Test("attempts are counted in the order of their days, one a day")
  func attempts() async throws {
    try await withOffice(.taughtCohort) { office in
      #expect(try await office.grade(1, "LOG-110", "2", on: "2024-12-20").attempt == 1)
      #expect(try await office.grade(1, "LOG-110", "3", on: "2025-01-20").attempt == 2)
      await expectBroken("result_is_one_a_day") {
        try await office.grade(1, "LOG-110", "5", on: "2025-01-20")
      }
      await expectBroken("result_attempts_follow_each_other") {
        try await office.grade(1, "LOG-110", "5", on: "2025-01-10")
      }
      await expectBroken("result_attempts_follow_each_other") {
        try await office.results.add(
          reference(1, "LOG-110"), mark: "5", on: try day("2025-01-25"), attempt: 4)
      }
      // The day on which a class begins, and the last on which a student is enrolled, are days for a mark.
      #expect(try await office.grade(2, "LOG-110", "5", on: "2024-09-01").attempt == 1)
      _ = try await office.enrollments.change(
        .students(students(2)), in: cohort, to: .withdrawn, on: try day("2024-11-01"))
      #expect(try await office.grade(2, "LOG-210", "5", on: "2024-11-01").attempt == 1)
      await expectBroken("result_is_within_enrollment") {
        try await office.grade(2, "LOG-110", "5", on: "2024-11-02")
      }
    }
  }

  @Test("a course of its own scale is graded on that, the others on the scale of the rule")
  func ownScale() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.course("LOG-120")
      let edition = try await office.programs.addToCurriculum(
        NewCurriculumItem(course: "LOG-120", term: 1, scale: "Pass-Fail"), of: "LOG")
      #expect(edition.curriculum.map(\.scale) == ["pass-fail"])
      let copy = try await office.programs.newEdition("2027", of: "LOG")
      #expect(copy.edition.curriculum.map(\.scale) == ["pass-fail"])
      await #expect(throws: LubanError.self) {
        try await office.programs.addToCurriculum(
          NewCurriculumItem(course: "LOG-120", term: 1, scale: "none"), of: "LOG", edition: "2026")
      }
    }
  }

  @Test("a correction says why, and what was known before comes back")
  func corrections() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.grade(1, "LOG-110", "2", on: "2024-12-20")
      let before = try await office.now()
      let corrected = try await office.results.correct(
        reference(1, "LOG-110"), ResultChanges(mark: "хорошо", gradedOn: try day("2024-12-21")),
        reason: "added up wrongly")
      #expect(corrected.mark == "4" && corrected.passed && corrected.note == "added up wrongly")
      #expect(corrected.gradedOn == (try day("2024-12-21")))
      await expectBroken("result_correction_has_a_reason") {
        try await office.results.correct(reference(1, "LOG-110"), ResultChanges(mark: "5"), reason: " ")
      }
      let page = Page(columns: ["student", "mark", "graded_on"])
      #expect(
        try await office.csv(office.results.list(), page)
          == "student,mark,graded_on\nS-00001,4,2024-12-21\n")
      #expect(
        try await office.csv(office.results.list(knownAt: before), page)
          == "student,mark,graded_on\nS-00001,2,2024-12-20\n")
    }
  }

  @Test("the last attempt can be removed, and was known before")
  func removal() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.grade(1, "LOG-110", "2", on: "2024-12-20")
      try await office.grade(1, "LOG-110", "5", on: "2025-01-20")
      let before = try await office.now()
      await expectBroken("result_attempts_follow_each_other") {
        try await office.results.remove(reference(1, "LOG-110"), attempt: 1, reason: "another student's")
      }
      await #expect(
        throws: LubanError.ambiguous(
          noun: "result", code: "S-00001 in LOG-110", candidates: ["1", "2"], by: "attempt")
      ) {
        try await office.results.remove(reference(1, "LOG-110"), reason: "another student's")
      }
      let removed = try await office.results.remove(
        reference(1, "LOG-110"), attempt: 2, reason: "another student's")
      #expect(removed.mark == "5")
      let page = Page(columns: ["attempt", "mark"])
      #expect(try await office.csv(office.results.list(), page) == "attempt,mark\n1,2\n")
      #expect(try await office.csv(office.results.list(knownAt: before), page) == "attempt,mark\n1,2\n2,5\n")
    }
  }

  @Test("prior learning is recognized for what it rests on, in courses of other editions too")
  func recognition() async throws {
    try await withOffice(.taughtCohort) { office in
      let bare = try await office.results.add(
        reference(1, "LOG-900"), mark: nil, on: try day("2024-06-01"), .recognized(evidence: "a port school"))
      #expect(bare.mark == "pass" && bare.scale == "pass-fail" && bare.passed && bare.kind == .recognized)
      let marked = try await office.results.add(
        reference(1, "LOG-110"), mark: "4", on: try day("2024-06-01"), .recognized(evidence: "a port school"))
      #expect(marked.mark == "4" && marked.scale == "cis5")
      let foreign = try await office.results.add(
        reference(1, "LOG-210"), mark: "87,5", scale: "percent", on: try day("2024-06-01"),
        .recognized(evidence: "a port school"))
      #expect(foreign.mark == "87.5" && foreign.scale == "percent")
      await expectBroken("result_is_within_enrollment") {
        try await office.results.add(
          reference(2, "LOG-110"), mark: nil, on: try day("2024-05-31"),
          .recognized(evidence: "a port school"))
      }
    }
  }

  @Test("a student in one cohort needs no cohort named, one in several does")
  func whichEnrollment() async throws {
    try await withOffice(.taughtCohort) { office in
      let bare = ResultReference(students(1)[0], "LOG-110")
      #expect(try await office.results.add(bare, mark: "5", on: try day("2024-12-20")).cohort == cohort)
      try await office.cohort(
        "UZ-TAS-LOG-2026A", year: 2024, intakeOn: "2026-09-01", plannedEndOn: "2028-07-01")
      _ = try await office.enrollments.enroll(
        students(1), in: "UZ-TAS-LOG-2026A", appliedOn: try day("2024-06-01"))
      await #expect(
        throws: LubanError.ambiguous(
          noun: "enrollment", code: "S-00001",
          candidates: ["UZ-TAS-LOG-2024A", "UZ-TAS-LOG-2026A"], by: "cohort")
      ) {
        try await office.results.add(bare, mark: "5", on: try day("2024-12-21"))
      }
    }
  }
}
