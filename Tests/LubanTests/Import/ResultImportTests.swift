import Luban
import Support
import Testing

@Suite("Import of results")
struct ResultImportTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  /// Sends a file of results of the cohort.
  private func take(
    _ office: Office, _ text: String, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(Array(text.utf8)) { path in
      var request = ImportRequest(path: path, noun: .results)
      request.cohort = cohort
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  private func listed(_ office: Office) async throws -> String {
    try await office.csv(
      office.results.list(), Page(columns: ["student", "course", "attempt", "mark", "graded_on", "kind"]))
  }

  /// Column, rule and lines of what is wrong.
  private func problems(_ outcome: ImportOutcome) -> Set<String> {
    Set(
      outcome.problems.map {
        "\($0.column ?? ""):\($0.rule)@\($0.lines.map(String.init).joined(separator: ","))"
      })
  }

  @Test(
    "a list of a school is taken: Russian headers and words, comma decimals, attempts in the order of their days"
  )
  func list() async throws {
    try await withOffice(.taughtCohort) { office in
      let outcome = try await take(
        office,
        """
        номер студента;предмет;оценка;дата
        S-00001;LOG-110;хорошо;2025-01-20
        S-00001;log-110;неуд;2024-12-20
        S-00002;LOG-110;5,0;2024-12-20
        S-00003;LOG-210;удовл.;2024-12-21
        """)
      #expect(outcome.created == 4 && outcome.refused == 0)
      let rows = try await listed(office)
      #expect(
        rows == """
          student,course,attempt,mark,graded_on,kind
          S-00001,LOG-110,1,2,2024-12-20,graded
          S-00001,LOG-110,2,4,2025-01-20,graded
          S-00002,LOG-110,1,5,2024-12-20,graded
          S-00003,LOG-210,1,3,2024-12-21,graded

          """)
    }
  }

  @Test("a file sent again changes nothing; what differs is changed with --update, and why is kept")
  func again() async throws {
    try await withOffice(.taughtCohort) { office in
      let text = "student,course,mark,graded_on\nS-00001,LOG-110,4,2024-12-20\nS-00002,LOG-110,3,2024-12-20\n"
      #expect(try await take(office, text).created == 2)
      let repeated = try await take(office, text)
      #expect(repeated.created == 0 && repeated.unchanged == 2 && repeated.differingLines == 0)
      let other = text.replacing("1,LOG-110,4", with: "1,LOG-110,5")
      let held = try await take(office, other)
      #expect(held.changed == 0 && held.unchanged == 2 && held.differingLines == 1)
      let before = try await office.now()
      let changed = try await take(office, other) { $0.updates = true }
      #expect(changed.changed == 1 && changed.unchanged == 1 && changed.changedFields == ["mark": 1])
      let page = Page(columns: ["student", "mark"])
      #expect(try await office.csv(office.results.list(), page) == "student,mark\nS-00001,5\nS-00002,3\n")
      #expect(
        try await office.csv(office.results.list(knownAt: before), page)
          == "student,mark\nS-00001,4\nS-00002,3\n")
    }
  }

  @Test("all that is wrong is told in one pass, by line and column; nothing is taken")
  func problems() async throws {
    try await withOffice { office in
      try await office.taughtCohort(5)
      try await office.grade(1, "LOG-110", "2", on: "2024-12-20")
      _ = try await office.enrollments.change(
        .students(students(5)), in: cohort, to: .withdrawn, on: Day("2024-10-15") ?? .today)
      let outcome = try await take(
        office,
        """
        student,course,mark,graded_on,graded_by,scale,evidence,from_partner,agreement
        S-00001,LOG-110,1,2025-01-20,,,,,
        S-00002,LOG-110,,2025-01-20,,,,,
        S-00002,LOG-900,5,2025-01-20,,,,,
        S-00002,LOG-111,5,2025-01-20,,,,,
        S-00002,LOG-110,5,2024-08-31,,,,,
        S-00005,LOG-110,5,2024-10-16,,,,,
        S-00001,LOG-110,5,2024-12-10,,,,,
        S-00003,LOG-110,5,2024-12-20,,,,,
        S-00003,LOG-110,4,2024-12-20,,,,,
        S-00002,LOG-110,5,46374,,,,,
        S-00002,LOG-110,5,20/12/2024,,,,,
        S-00002,LOG-110,5,,,,,,
        S-00002,,5,2024-12-20,,,,,
        S-00002,LOG-110,1.23E+05,2024-12-20,,,,,
        S-00002,LOG-210,5,2024-12-20,UZ-A/1,,,,
        S-00004,LOG-210,5,2024-12-20,,points,a school,,
        S-00004,LOG-210,5,2024-12-20,,percent,,,
        S-00004,LOG-210,5,2024-12-20,,,,UZ-X,A-X
        S-00004,LOG-210,5,2024-12-20,,,,UZ-X,
        S-00009,LOG-210,5,2024-12-20,,,,,
        """)
      #expect(outcome.refused == 19 && !outcome.isKept)
      #expect(
        problems(outcome) == [
          "mark:result_mark_is_on_its_scale@2", "mark:result_line_has_a_mark@3",
          "course:result_course_is_of_the_edition@4", "course:result_is_of_a_known_course@5",
          "graded_on:result_not_before_its_class@6", "graded_on:result_is_within_enrollment@7",
          "graded_on:result_attempts_follow_each_other@8", "graded_on:result_is_one_a_day@10",
          "graded_on:value_is_not_damaged_by_excel@11", "graded_on:date_is_in_a_named_format@12",
          "graded_on:result_line_names_a_day@13", "course:result_line_names_a_course@14",
          "mark:value_is_not_damaged_by_excel@15", "graded_by:result_is_graded_by_a_known_instructor@16",
          "scale:result_scale_is_known@17", "scale:result_scale_is_that_of_its_course@18",
          "from_partner:result_comes_from_a_partner@19,20",
          "agreement:result_is_transferred_under_an_agreement@19",
          "agreement:transfer_names_partner_and_agreement@20", "student:line_names_a_known_student@21",
        ])
      #expect(
        outcome.problems.first { $0.rule == "result_mark_is_on_its_scale" }?.sentence.hasSuffix(
          "(cis5: 2 to 5)") == true)
      #expect(try await listed(office).split(separator: "\n").count == 2)
    }
  }

  @Test("a course without a scale is told as such")
  func withoutScale() async throws {
    try await withOffice { office in
      try await office.taughtCohort(scale: nil)
      let outcome = try await take(office, "student,course,mark,graded_on\nS-00001,LOG-110,5,2024-12-20\n")
      #expect(problems(outcome) == ["course:graded_course_has_a_scale@2"])
    }
  }

  @Test("course and day may be said for all lines; zero is a mark and empty is none")
  func defaults() async throws {
    try await withOffice { office in
      try await office.taughtCohort(scale: "percent")
      let outcome = try await take(office, "student,mark\nS-00001,0\nS-00002,\"87,5\"\nS-00003,\n") {
        $0.gradedCourse = "LOG-110"
        $0.gradedOn = Day("2024-12-20")
        $0.skipsInvalid = true
      }
      #expect(outcome.created == 2 && problems(outcome) == ["mark:result_line_has_a_mark@4"])
      let rows = try await listed(office)
      #expect(
        rows == """
          student,course,attempt,mark,graded_on,kind
          S-00001,LOG-110,1,0,2024-12-20,graded
          S-00002,LOG-110,1,87.5,2024-12-20,graded

          """)
    }
  }

  @Test("evidence makes a recognition of a line, partner and agreement a transfer, which needs one for it")
  func learnedElsewhere() async throws {
    try await withOffice(.taughtCohort) { office in
      try await office.agreement("A-1")
      try await office.agreements.add(
        "CR-1", of: ["UZ-A", "CN-B"],
        AgreementDetails { ($0.kind, $0.effectiveOn) = (.creditRecognition, Day("2024-01-01") ?? .today) })
      let header = "student,course,mark,graded_on,scale,evidence,from_partner,agreement\n"
      let outcome = try await take(
        office,
        header + """
          S-00001,LOG-900,,2024-06-10,,a port school,,
          S-00002,LOG-110,87,2024-12-01,percent,,CN-B,CR-1

          """)
      #expect(outcome.created == 2)
      let rows = try await listed(office)
      #expect(
        rows == """
          student,course,attempt,mark,graded_on,kind
          S-00002,LOG-110,1,87,2024-12-01,transferred
          S-00001,LOG-900,1,pass,2024-06-10,recognized

          """)
      let refused = try await take(office, header + "S-00003,LOG-110,5,2024-12-01,,,CN-B,A-1\n")
      #expect(problems(refused) == ["agreement:transfer_is_under_an_agreement_for_it@2"])
    }
  }

  private static let elsewhere = "student,course,mark,graded_on,scale,evidence,from_partner,agreement\n"

  /// Four students, and the agreements CR-1 and CR-2 on credit recognition of CN-B and UZ-A.
  private func recognitions(_ office: Office) async throws {
    try await office.taughtCohort(4)
    try await office.agreement("A-1")
    for number in ["CR-1", "CR-2"] as [AgreementCode] {
      try await office.agreements.add(
        number, of: ["UZ-A", "CN-B"],
        AgreementDetails { ($0.kind, $0.effectiveOn) = (.creditRecognition, Day("2024-01-01") ?? .today) })
    }
  }

  @Test("what all lines share of what was learned elsewhere is said once, and a line may say it otherwise")
  func elsewhereForAll() async throws {
    try await withOffice { office in
      try await recognitions(office)
      let transfers = try await take(office, "学号,课程,成绩\nS-00001,LOG-900,\"87,5\"\nS-00002,log-110,90\n") {
        $0.learnedElsewhere = LearnedElsewhere(from: "CN-B", agreement: "CR-1", scale: "percent")
        $0.gradedOn = Day("2024-12-01")
      }
      #expect(transfers.created == 2)
      let recognitions = try await take(
        office,
        "student,course,evidence,graded_on\nS-00003,LOG-900,,2024-06-10\nS-00004,LOG-900,a diploma,2024-06-10\n"
      ) { $0.learnedElsewhere.evidence = "a port school" }
      #expect(recognitions.created == 2)
      let rows = try await office.csv(
        office.results.list(), Page(columns: ["student", "course", "mark", "scale", "kind", "evidence"]))
      #expect(
        rows == """
          student,course,mark,scale,kind,evidence
          S-00002,LOG-110,90,percent,transferred,
          S-00001,LOG-900,87.5,percent,transferred,
          S-00003,LOG-900,pass,pass-fail,recognized,a port school
          S-00004,LOG-900,pass,pass-fail,recognized,a diploma

          """)
      let half = try await take(office, "student,course,mark,graded_on\nS-00003,LOG-110,5,2024-12-01\n") {
        $0.learnedElsewhere.from = "CN-B"
      }
      #expect(problems(half) == ["agreement:transfer_names_partner_and_agreement@2"])
    }
  }

  @Test(
    "a list of what was learned elsewhere can be sent again; what it says otherwise is changed with --update")
  func elsewhereAgain() async throws {
    try await withOffice { office in
      try await recognitions(office)
      let text =
        Self.elsewhere + """
          S-00001,LOG-900,,2024-06-10,,a port school,,
          S-00002,LOG-110,87,2024-12-01,percent,,CN-B,CR-1

          """
      #expect(try await take(office, text).created == 2)
      let again = try await take(office, text)
      #expect(again.unchanged == 2 && again.differingLines == 0)
      let other =
        Self.elsewhere + """
          S-00001,LOG-900,отлично,2024-06-10,cis5,a port school of 2022,,
          S-00002,LOG-110,,2024-12-01,,,CN-B,CR-2

          """
      #expect(try await take(office, other).differingLines == 2)
      let changed = try await take(office, other) { $0.updates = true }
      #expect(problems(changed) == [] && changed.changed == 2)
      #expect(changed.changedFields == ["mark": 1, "scale": 1, "evidence": 1, "agreement": 1])
      let rows = try await office.csv(
        office.results.list(), Page(columns: ["student", "mark", "scale", "evidence", "agreement"]))
      #expect(
        rows == """
          student,mark,scale,evidence,agreement
          S-00002,87,percent,,CR-2
          S-00001,5,cis5,a port school of 2022,

          """)
    }
  }

  @Test(
    "all that is wrong with what was learned elsewhere is told in one pass; one kind does not become another")
  func elsewhereRefused() async throws {
    try await withOffice { office in
      try await recognitions(office)
      try await office.grade(1, "LOG-110", "4", on: "2024-12-20")
      let outcome = try await take(
        office,
        Self.elsewhere + """
          S-00001,LOG-110,4,2024-12-20,,a school,,
          S-00002,LOG-900,5,2023-01-01,cis5,a school,,
          S-00002,LOG-900,5,10/06/2024,cis5,a school,,
          S-00002,LOG-900,17,2024-06-10,cis5,a school,,
          S-00002,LOG-900,5,2024-06-11,cis5,,CN-B,A-1
          S-00002,LOG-900,5,2023-12-31,cis5,,CN-B,CR-1
          S-00003,LOG-900,5,2024-06-11,cis5,a school,,
          S-00003,LOG-900,5,2024-06-11,cis5,a school,,

          """)
      #expect(
        problems(outcome) == [
          "agreement:transfer_is_under_an_agreement_for_it@6,7",
          "graded_on:date_is_in_a_named_format@4", "graded_on:result_is_one_a_day@2,9",
          "graded_on:result_is_within_enrollment@3,7", "mark:result_mark_is_on_its_scale@5",
        ])
      #expect(try await listed(office).split(separator: "\n").count == 2)
    }
  }

  @Test("names will do where they are known exactly, and a person is not taken for another")
  func names() async throws {
    try await withOffice(.taughtCohort) { office in
      let outcome = try await take(
        office,
        "full_name,course,mark,graded_on\nstudent 1,LOG-110,5,2024-12-20\nStudent 7,LOG-110,5,2024-12-20\n")
      #expect(problems(outcome) == ["full_name:line_names_a_known_student@3"])
    }
  }
}
