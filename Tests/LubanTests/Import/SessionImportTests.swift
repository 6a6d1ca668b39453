import Luban
import Support
import Testing

extension Office {
  /// LOG-101 from 7 to 20 September with UZ-A/1, of whom UZ-A/2 and UZ-A/GONE could stand in.
  func classWithStandIns() async throws {
    try await classGround()
    try await instructor("UZ-A/2")
    try await instructor("UZ-A/GONE")
    var left = InstructorDetails()
    left.until = day("2025-01-01")
    try await instructors.edit(instructorCode("UZ-A/GONE"), left)
    try await taughtClass(
      "LOG-101", from: "2026-09-07", to: "2026-09-20", instructor: "UZ-A/1", room: "204")
  }
}

@Suite("Timetables through import")
struct SessionImportTests {
  private static let cohort = "UZ-TAS-LOG-2026A"

  private func timetable(
    _ office: Office, _ lines: [String], _ change: (inout ImportRequest) -> Void = { _ in }
  ) async throws -> ImportOutcome {
    let text = (["cohort,course,date,begins,ends,hours,room,instructor"] + lines).joined(separator: "\n")
    return try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .sessions)
      change(&request)
      return try await office.imports.taken(request)
    }
  }

  private func sessions(_ office: Office) async throws -> [String] {
    try await office.csv(
      office.sessions.list(), Page(columns: ["date", "begins", "ends", "hours", "room", "instructor"])
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("a timetable makes sessions, says the second time that they are there, and changes them when told to")
  func timetable() async throws {
    try await withOffice { office in
      try await office.classWithStandIns()
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

  @Test(
    "what the lines of a timetable clash with is told, and what falls on days without teaching, tried or taken"
  )
  func clashes() async throws {
    try await withOffice { office in
      try await office.classWithStandIns()
      try await office.taughtClass("LOG-103", from: "2026-09-07", to: "2026-12-20")
      try await office.holidays.add([days("2026-09-10")], named: "Open day", at: "UZ-TAS")
      let lines = [
        "\(Self.cohort),LOG-101,2026-09-07,09:00,10:30,,,",
        "\(Self.cohort),LOG-103,2026-09-07,10:00,11:30,,204,",
        "\(Self.cohort),LOG-103,2026-09-10,10:00,11:30,,9,",
        "\(Self.cohort),LOG-101,2026-09-11,09:00,10:30,,,UZ-A/2",
        "\(Self.cohort),LOG-103,2026-09-12,10:00,11:30,,9,",
      ]
      let expected = [
        "2 another class meets in the room at that time: \(Self.cohort)/LOG-103",
        "3 another class meets in the room at that time: \(Self.cohort)/LOG-101",
        "2 the cohort has another class at that time: \(Self.cohort)/LOG-103",
        "3 the cohort has another class at that time: \(Self.cohort)/LOG-101",
        "4 there is no teaching on that day: Open day",
      ]
      for isDryRun in [true, false] {
        let outcome = try await timetable(office, lines) { $0.isDryRun = isDryRun }
        #expect(outcome.notesByLine == expected, "\(problems(outcome))")
      }
      // Of one that is there already, too; with what other files brought.
      let more = ["\(Self.cohort),LOG-103,2026-09-11,10:00,11:30,,9,UZ-A/2", lines[0]]
      let later = try await timetable(office, more)
      #expect(
        later.notesByLine == [
          "2 the cohort has another class at that time: \(Self.cohort)/LOG-101",
          "3 the cohort has another class at that time: \(Self.cohort)/LOG-103",
          "3 another class meets in the room at that time: \(Self.cohort)/LOG-103",
          "2 the instructor teaches another class at that time: \(Self.cohort)/LOG-101",
        ])
      let cancelled = try await office.sessions.cancel(
        SessionReference(classCode("\(Self.cohort)/LOG-103"), on: day("2026-09-10")), reason: "open day")
      #expect(cancelled.count == 1)
      let again = try await timetable(office, [lines[2]])
      #expect(again.notesByLine == [] && again.unchanged == 1)
    }
  }

  @Test("every line of a timetable that breaks rules is told all of them, by column")
  func brokenTimetable() async throws {
    try await withOffice { office in
      try await office.classWithStandIns()
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
}
