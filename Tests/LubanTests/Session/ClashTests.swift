import Luban
import Support
import Testing

@Suite("Clashes")
struct ClashTests {
  /// LOG-101 and LOG-103 on Mondays, the second one 15 minutes before the end of the first.
  private func lay(_ office: Office) async throws {
    try await office.classGround()
    for (course, time) in [("LOG-101", "Mon 09:00-10:30"), ("LOG-103", "Mon 10:15-11:45")] {
      try await office.taughtClass(CourseCode(course), from: "2026-09-07", to: "2026-09-20")
      _ = try await office.sessions.schedule(
        classCode("UZ-TAS-LOG-2026A/\(course)"), NewSchedule(weekly: weekly(time)))
    }
  }

  private func clashes(_ office: Office, _ filter: SessionFilter = SessionFilter()) async throws -> [String] {
    try await office.csv(
      office.sessions.clashes(filter), Page(columns: ["who", "date", "begins", "other_begins"])
    ).split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("a cohort is in two places at once, until one of the sessions is moved or cancelled")
  func cohort() async throws {
    try await withOffice { office in
      try await lay(office)
      #expect(
        try await clashes(office) == [
          "UZ-TAS-LOG-2026A,2026-09-07,09:00,10:15", "UZ-TAS-LOG-2026A,2026-09-14,09:00,10:15",
        ])
      let second = classCode("UZ-TAS-LOG-2026A/LOG-103")
      var changes = SessionChanges()
      changes.begins = TimeOfDay("10:30")
      _ = try await office.sessions.move(SessionReference(second, on: day("2026-09-07")), changes)
      _ = try await office.sessions.cancel(SessionReference(second, on: day("2026-09-14")), reason: "ill")
      #expect(try await clashes(office) == [])
    }
  }

  @Test("who stands in elsewhere is in two places, and is found by partner and number at another workshop")
  func instructor() async throws {
    try await withOffice { office in
      try await office.classGround()
      try await office.taughtClass(
        "LOG-101", from: "2026-09-07", to: "2026-09-13", instructor: "UZ-A/1")
      _ = try await office.sessions.schedule(
        classCode("UZ-TAS-LOG-2026A/LOG-101"), NewSchedule(weekly: weekly("Mon 09:00-10:30")))
      try await office.workshops.open("UZ-SAM", in: "UZ", WorkshopDetails { $0.titles = ["en": "Samarkand"] })
      try await office.instructor("UZ-A/1", at: "UZ-SAM")
      try await office.plan("UZ-SAM-LOG-2026A", workshop: "UZ-SAM")
      try await office.taughtClass(
        "LOG-103", in: "UZ-SAM-LOG-2026A", from: "2026-09-07", to: "2026-09-13")
      let far = classCode("UZ-SAM-LOG-2026A/LOG-103")
      _ = try await office.sessions.schedule(far, NewSchedule(weekly: weekly("Mon 10:00-11:00")))
      #expect(try await clashes(office) == [])
      var changes = SessionChanges()
      changes.instructor = instructorCode("UZ-A/1")
      _ = try await office.sessions.move(SessionReference(far, on: day("2026-09-07")), changes)
      #expect(try await clashes(office) == ["UZ-A/1,2026-09-07,09:00,10:00"])
      for workshop in ["UZ-TAS", "UZ-SAM"] as [WorkshopCode] {
        var filter = SessionFilter()
        filter.workshop = workshop
        #expect(try await clashes(office, filter).count == 1)
      }
      var filter = SessionFilter()
      filter.instructor = instructorCode("UZ-A/2")
      #expect(try await clashes(office, filter) == [])
    }
  }

  @Test("two workshops far apart compare the time, not what the clocks on the wall say")
  func timeZones() async throws {
    try await withOffice { office in
      try await office.classGround()
      var changes = WorkshopDetails()
      changes.timeZone = "Asia/Tashkent"
      try await office.workshops.edit("UZ-TAS", changes)
      try await office.workshops.open("PT-SET", in: "PT", WorkshopDetails { $0.titles = ["en": "Setúbal"] })
      changes.timeZone = "Europe/Lisbon"
      try await office.workshops.edit("PT-SET", changes)
      try await office.instructor("UZ-A/1", at: "PT-SET", certifiedFor: ["LOG-103"])
      try await office.plan("PT-SET-LOG-2026A", workshop: "PT-SET")
      // Tashkent is four hours before Lisbon in September: 02:00 there is 22:00 of the day before here.
      for (cohort, course, time) in [
        ("UZ-TAS-LOG-2026A", "LOG-101", "Tue 02:00-03:00"),
        ("PT-SET-LOG-2026A", "LOG-103", "Mon 22:30-23:30"),
      ] {
        try await office.taughtClass(
          CourseCode(course), in: CohortCode(cohort), from: "2026-09-07", to: "2026-09-08",
          instructor: "UZ-A/1")
        _ = try await office.sessions.schedule(
          classCode("\(cohort)/\(course)"), NewSchedule(weekly: weekly(time)))
      }
      #expect(try await clashes(office) == ["UZ-A/1,2026-09-08,02:00,22:30"])
    }
  }
}
