import Luban
import Support
import Testing

@Suite("Import of changes")
struct ChangeImportTests {
  private func run(_ office: Office, _ text: String, state: String? = nil, skips: Bool = false) async throws
    -> ImportOutcome
  {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .changes)
      request.cohort = "UZ-TAS-LOG-2024A"
      request.day = Day("2024-12-01") ?? .today
      request.params["state"] = state
      request.skipsInvalid = skips
      return try await office.imports.run(request)
    }
  }

  @Test("whoever lacks a part of the rule is not completed by a file, and the line says what is missing")
  func incomplete() async throws {
    try await withOffice { office in
      try await office.graduation()
      let outcome = try await run(office, "student\nS-00001\nS-00002\n", state: "completed")
      #expect(!outcome.isKept)
      #expect(outcome.refused == 1)
      let problem = try #require(outcome.problems.first)
      #expect(problem.rule == "completed_enrollment_has_every_part")
      #expect(problem.sentence.contains("LOG-210 not passed; 0 of 10 hours of CUL-TEA"))
      #expect(problem.lines == [3])
      let again = try await run(office, "student\nS-00001\nS-00002\n", state: "completed", skips: true)
      #expect(again.isKept && again.created == 1 && again.refused == 1)
      let third = try await run(office, "student,state\nS-00001,окончил\n")
      #expect(third.unchanged == 1 && third.created == 0)
    }
  }

  @Test(
    "states, days and reasons are read, and refused where they make no sense",
    arguments: [
      ("student,state\nS-00001,dancing\n", "change_leads_to_a_state"),
      ("student,state,on\nS-00001,withdrawn,31.12.2024\n", "date_is_in_a_named_format"),
      ("student,state,on\nS-00001,withdrawn,2024-01-01\n", "enrollment_events_follow_each_other"),
      ("student,state,code\nS-00001,withdrawn,boredom\n", "enrollment_reason_is_known"),
      ("student,state\nS-00001,rejected\n", "enrollment_change_is_allowed"),
      ("student,state\nS-00001,withdrawn\nS-00001,dismissed\n", "line_repeats_nobody"),
      ("student,state\nS-00077,withdrawn\n", "line_names_a_known_student"),
      ("student,state\nS-00001,восстановлен\n", "return_is_of_one_who_left"),
      ("student,state,to_cohort\nS-00001,withdrawn,UZ-TAS-LOG-2024A\n", "return_names_a_cohort"),
      ("student,state,to_cohort\nS-00001,returned,UZ-TAS-NONE\n", "line_names_a_cohort"),
    ])
  func refused(text: String, rule: String) async throws {
    try await withOffice { office in
      try await office.graduation()
      let outcome = try await run(office, text)
      #expect(outcome.problems.map(\.rule) == [rule])
      #expect(!outcome.isKept)
    }
  }

  @Test(
    "who left comes back by a file, who was suspended too, and the same file again changes nothing",
    arguments: ["returned", "восстановлен", "复学"])
  func returned(word: String) async throws {
    try await withOffice { office in
      try await office.graduation()
      _ = try await run(
        office, "student,state,on\nS-00001,withdrawn,2024-12-02\nS-00002,suspended,2024-12-02\n")
      let refused = try await run(office, "student,state,on\nS-00001,enrolled,2024-12-05\n")
      #expect(refused.problems.map(\.rule) == ["enrollment_comes_back_by_return"])
      let text = "student,state,on\nS-00001,\(word),2024-12-05\nS-00002,\(word),2024-12-05\n"
      let outcome = try await run(office, text)
      #expect(outcome.problems == [] && outcome.created == 2)
      for student in students(1, 2) {
        let enrollment = try await office.enrollments.show(student, in: "UZ-TAS-LOG-2024A")
        #expect(enrollment.state == .enrolled && enrollment.since == Day("2024-12-05"))
      }
      let again = try await run(office, text)
      #expect(again.unchanged == 2 && again.created == 0)
    }
  }

  @Test("each line goes to its state on its day, with its reason")
  func taken() async throws {
    try await withOffice { office in
      try await office.graduation()
      let outcome = try await run(
        office,
        "student,state,on,code,reason\nS-00001,suspended,2024-12-02,health,flu\nS-00002,выбыл,2024-12-03,work,\n"
      )
      #expect(outcome.created == 2)
      let first = try await office.enrollments.show(students(1)[0], in: "UZ-TAS-LOG-2024A")
      #expect(first.state == .suspended && first.since == Day("2024-12-02"))
      #expect(first.events.last?.reasonCode == "health" && first.events.last?.reason == "flu")
    }
  }
}
