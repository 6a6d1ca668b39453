import Luban
import Support
import Testing

@Suite("Instructors through import")
struct InstructorImportTests {
  private func staff(
    _ office: Office, _ lines: [String], _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    let header = "instructor,full_name,latin_name,chinese_name,email,phone,since,until,certified_for"
    return try await office.send(([header] + lines).joined(separator: "\n"), as: .instructors) {
      $0.day = day("2022-09-01")
      change(&$0)
    }
  }

  @Test("instructors are entered with what they may teach, and changed only when told to")
  func staff() async throws {
    try await withOffice { office in
      try await office.classWithStandIns()
      let lines = [
        "UZ-A/7,Юсупова Лола,YUSUPOVA LOLA,,lola@example.org,,,,LOG-101; LOG-103",
        "uz-a/1,Каримов Олим,,卡里莫夫,,,,,LOG-101 LOG-102",
      ]
      let first = try await staff(office, lines)
      #expect(first.created == 1 && first.unchanged == 1 && first.differingLines == 1)
      let added = try await office.instructors.show(instructorCode("UZ-A/7"))
      #expect(
        added.since == day("2022-09-01") && added.certifications.map(\.course) == ["LOG-101", "LOG-103"])
      let second = try await staff(office, lines) { $0.updates = true }
      #expect(second.unchanged == 1 && second.changed == 1)
      let changed = try await office.instructors.show(instructorCode("UZ-A/1"))
      #expect(changed.name == "Каримов Олим" && changed.chineseName == "卡里莫夫")
      #expect(changed.since == day("2020-01-01"))
      #expect(changed.certifications.map(\.course) == ["LOG-101", "LOG-102", "LOG-103"])
      #expect(try await staff(office, lines) { $0.updates = true }.unchanged == 2)
    }
  }

  @Test("every line of instructors that breaks rules is told all of them, by column")
  func brokenStaff() async throws {
    try await withOffice { office in
      try await office.classWithStandIns()
      _ = try await office.sessions.schedule(
        classCode("UZ-TAS-LOG-2026A/LOG-101"), NewSchedule(weekly: weekly("Mon 09:00-10:30")))
      var substitute = SessionChanges()
      substitute.instructor = instructorCode("UZ-A/2")
      _ = try await office.sessions.move(
        SessionReference(classCode("UZ-TAS-LOG-2026A/LOG-101"), on: day("2026-09-07")), substitute)
      let outcome = try await staff(
        office,
        [
          "117,A,,,,,,,", "UZ-X/117,A,,,,,,,", "UZ-A/1 1,A,,,,,,,", "UZ-A/8,,,,nobody,call me,38412,,LOG-999",
          "UZ-A/9,#N/A,####,1.5E+10,,\"9,9E+11\",2022-09-01,2022-09-01,", "UZ-A/9,A,,,,,,31/12/2026,",
          "UZ-A/1,A,,,,,,2026-09-07,", "UZ-A/2,A,,,,,,2026-09-07,",
        ]
      ) { $0.updates = true }
      #expect(
        problems(outcome) == [
          "certified_for:certification_is_for_a_known_course@5",
          "chinese_name:value_is_not_damaged_by_excel@6", "email:instructor_email_has_an_at_sign@5",
          "full_name:instructor_has_a_name@5", "full_name:value_is_not_damaged_by_excel@6",
          "instructor:instructor_is_of_a_partner@3", "instructor:instructor_number_is_letters_and_digits@4",
          "instructor:instructor_number_is_unique@7", "instructor:line_names_a_known_instructor@2",
          "latin_name:value_is_not_damaged_by_excel@6", "phone:instructor_phone_is_a_number@5",
          "phone:value_is_not_damaged_by_excel@6", "since:value_is_not_damaged_by_excel@5",
          "until:class_is_taught_by_who_is_there@8", "until:date_is_in_a_named_format@7",
          "until:instructor_stay_is_in_order@6", "until:session_is_taught_by_who_is_there@9",
        ])
    }
  }
}
