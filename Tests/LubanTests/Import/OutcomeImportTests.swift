import Luban
import Support
import Testing

@Suite("Import of outcomes")
struct OutcomeImportTests {
  private func take(
    _ office: Office, _ text: String, _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .outcomes)
      request.cohort = "UZ-TAS-LOG-2022A"
      request.params = ["months": "12", "on": "2025-06-20"]
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  private func graduates(_ office: Office) async throws {
    try await office.cohort("UZ-TAS-LOG-2022A", year: 2022)
    try await office.people(4)
    _ = try await office.enrollments.enroll(
      students(1, 2, 3), in: "UZ-TAS-LOG-2022A", appliedOn: #require(Day("2022-06-01")))
    _ = try await office.enrollments.change(
      .students(students(1, 2)), in: "UZ-TAS-LOG-2022A", to: .completed, on: #require(Day("2024-06-30")))
  }

  @Test("answers are taken in by name or number; one that is there is replaced with --update only")
  func answers() async throws {
    try await withOffice { office in
      try await graduates(office)
      let text = "姓名,去向,专业对口\nStudent 1,就业,是\nstudent 2,升学,\n"
      let first = try await take(office, text)
      #expect(problems(first) == [] && first.created == 2)
      #expect(try await take(office, text).unchanged == 2)
      let other = "student,status\nS-00001,seeking\n"
      #expect(try await take(office, other).differingLines == 1)
      #expect(try await take(office, other) { $0.updates = true }.changed == 1)
      let csv = try await office.csv(
        try await office.outcomes.list(), Page(columns: ["student", "months", "status", "in_field"]))
      #expect(csv == "student,months,status,in_field\nS-00001,12,seeking,\nS-00002,12,further_study,\n")
    }
  }

  @Test("every line that can't be is refused with its own reason, and nothing is written")
  func refusals() async throws {
    try await withOffice { office in
      try await graduates(office)
      let outcome = try await take(
        office,
        """
        student,status,months,answered_on,in_field,occupation,job_from,satisfaction
        S-00003,employed,,,,,,
        S-00004,employed,,,,,,
        S-00001,rich,,,,,,
        S-00001,employed,24,,,,,
        S-00001,employed,36,,,,,
        S-00001,seeking,,,yes,,,
        S-00001,employed,,,maybe,,,
        S-00001,employed,,,,clerk,,
        S-00001,employed,,,,,2025-07-01,
        S-00001,employed,,,,,,6
        S-00001,employed,,20/06/2025,,,,
        S-00002,employed,,,,,,
        S-00002,seeking,,,,,,
        """)
      #expect(
        problems(outcome) == [
          "answered_on:date_is_in_a_named_format@12", "answered_on:outcome_is_not_before_its_point@6",
          "cohort:line_names_one_enrollment@3", "in_field:answer_is_yes_or_no@8",
          "job_from:outcome_job_began_before_the_answer@10",
          "months:outcome_is_after_6_12_or_36_months@5", "occupation:outcome_occupation_is_isco@9",
          "satisfaction:outcome_satisfaction_is_from_1_to_5@11",
          "status:outcome_field_is_of_those_who_work@7", "status:outcome_status_is_a_word@4",
          "student:outcome_is_of_a_completed_enrollment@2", "student:outcome_is_once_a_point@14",
        ])
      let undated = try await take(office, "student,status,answered_on\nS-00001,employed,\n") {
        $0.params = ["months": "12"]
      }
      #expect(problems(undated) == ["answered_on:outcome_has_a_day@2"])
      #expect(
        try await office.csv(try await office.outcomes.list(), Page(columns: ["student"])) == "student\n")
    }
  }
}
