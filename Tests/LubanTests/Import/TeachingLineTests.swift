import Luban
import Support
import Testing

@Suite("Instructors and timetables through import")
struct TeachingLineTests {
  private static let cohort = "UZ-TAS-LOG-2026A"

  /// LOG-101 from 7 to 20 September with UZ-A/1, of whom UZ-A/2 and UZ-A/GONE could stand in.
  private func lay(_ office: Office) async throws {
    try await office.teaching()
    try await office.instructor("UZ-A/2")
    try await office.instructor("UZ-A/GONE")
    var left = InstructorChanges()
    left.until = day("2025-01-01")
    try await office.instructors.edit(instructorCode("UZ-A/GONE"), left)
    try await office.taughtClass(
      "LOG-101", from: "2026-09-07", to: "2026-09-20", instructor: "UZ-A/1", room: "204")
  }

  private func timetable(
    _ office: Office, _ lines: [String], _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    let text = (["cohort,course,date,begins,ends,hours,room,instructor"] + lines).joined(separator: "\n")
    return try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .sessions)
      change(&request)
      return try await office.imports.run(request)
    }
  }

  private func sessions(_ office: Office) async throws -> [String] {
    try await office.csv(
      office.classes.sessions(), Page(columns: ["date", "begins", "ends", "hours", "room", "instructor"])
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("a timetable makes sessions, says the second time that they are there, and changes them when told to")
  func timetable() async throws {
    try await withOffice { office in
      try await lay(office)
      let lines = [
        "\(Self.cohort),LOG-101,2026-09-07,9:00,10:30,,,",
        "\(Self.cohort),log-101,2026-09-08,09.00,10:30:00,\"2,5\",lab,UZ-A/2",
      ]
      let first = try await timetable(office, lines)
      #expect(first.created == 2 && first.isKept)
      let expected = ["2026-09-07,09:00,10:30,1.5,204,UZ-A/1", "2026-09-08,09:00,10:30,2.5,lab,UZ-A/2"]
      #expect(try await sessions(office) == expected)
      let again = try await timetable(office, lines)
      #expect(again.unchanged == 2 && again.created == 0)
      let other = ["\(Self.cohort),LOG-101,2026-09-07,9:00,11:00,,101,UZ-A/2"]
      let held = try await timetable(office, other)
      #expect(held.unchanged == 1 && held.differingLines == 1)
      #expect(try await sessions(office) == expected)
      let changed = try await timetable(office, other) { $0.updates = true }
      #expect(changed.changed == 1)
      #expect(try await sessions(office).first == "2026-09-07,09:00,11:00,2,101,UZ-A/2")
    }
  }

  @Test("every line of a timetable that breaks rules is told all of them, by column")
  func brokenTimetable() async throws {
    try await withOffice { office in
      try await lay(office)
      try await office.cohort("UZ-TAS-LOG-2026C")
      try await office.taughtClass("LOG-103", in: "UZ-TAS-LOG-2026C", from: "2026-09-01", to: "2026-12-20")
      try await office.cohorts.cancel("UZ-TAS-LOG-2026C", on: day("2026-08-01"), reason: "nobody came")
      let outcome = try await timetable(
        office,
        [
          "UZ-NONE,LOG-101,2026-09-07,09:00,10:30,,,", "\(Self.cohort),LOG-103,2026-09-07,09:00,10:30,,,",
          "\(Self.cohort),LOG-101,,,,,,", "\(Self.cohort),LOG-101,07/09/2026,9 o'clock,0.4375,,,",
          "\(Self.cohort),LOG-101,2026-09-21,10:30,09:00,25,,UZ-A/9",
          "\(Self.cohort),LOG-101,2026-09-07,09:00,10:30,x,,UZ-A/GONE",
          "\(Self.cohort),LOG-101,2026-09-07,9:00,10:30,,,",
          "UZ-TAS-LOG-2026C,LOG-103,2026-09-07,09:00,10:30,,,",
        ])
      #expect(
        problems(outcome) == [
          "begins:session_begins_once@8", "begins:session_has_day_and_times@4",
          "begins:time_is_a_time_of_day@5",
          "cohort:class_is_of_a_living_cohort@9", "cohort:line_names_a_cohort@2",
          "course:line_names_a_known_class@3", "date:date_is_in_a_named_format@5",
          "date:session_has_day_and_times@4", "date:session_lies_within_its_class@6",
          "ends:session_ends_after_it_begins@6", "ends:session_has_day_and_times@4",
          "ends:value_is_not_damaged_by_excel@5", "hours:session_hours_are_plausible@6,7",
          "instructor:line_names_a_known_instructor@6", "instructor:session_is_taught_by_who_is_there@7",
        ])
      #expect(try await sessions(office) == [])
    }
  }

  private func staff(
    _ office: Office, _ lines: [String], _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    let header = "instructor,full_name,latin_name,chinese_name,email,phone,since,until,certified_for"
    return try await withFile(([header] + lines).joined(separator: "\n")) { path in
      var request = ImportRequest(path: path, noun: .instructors)
      request.workshop = "UZ-TAS"
      request.day = day("2022-09-01")
      change(&request)
      return try await office.imports.run(request)
    }
  }

  @Test("instructors are entered with what they may teach, and changed only when told to")
  func staff() async throws {
    try await withOffice { office in
      try await lay(office)
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
      try await lay(office)
      _ = try await office.classes.schedule(
        classCode("UZ-TAS-LOG-2026A/LOG-101"), NewSchedule(weekly: weekly("Mon 09:00-10:30")))
      var substitute = SessionChanges()
      substitute.instructor = instructorCode("UZ-A/2")
      _ = try await office.classes.move(
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
