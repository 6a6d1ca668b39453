import Luban
import Support
import Testing

@Suite("Calendars")
struct CalendarTests {
  private static let code = classCode("UZ-TAS-LOG-2026A/LOG-101")

  private func lay(_ office: Office) async throws {
    try await office.classGround()
    var changes = WorkshopDetails()
    changes.cleared = [.timeZone]
    try await office.workshops.edit("UZ-TAS", changes)
    try await office.taughtClass(
      "LOG-101", from: "2026-09-07", to: "2026-09-20", instructor: "UZ-A/1", room: "204")
    _ = try await office.sessions.schedule(Self.code, NewSchedule(weekly: weekly("Mon 09:00-10:30")))
  }

  @Test("times are local while the workshop has no time zone, and in UTC when it has one")
  func times() async throws {
    try await withOffice { office in
      try await lay(office)
      let local = try await office.sessions.calendar(of: .taughtClass(Self.code))
      #expect(local.map(\.begins) == ["20260907T090000", "20260914T090000"])
      var changes = WorkshopDetails()
      changes.timeZone = "Asia/Tashkent"
      try await office.workshops.edit("UZ-TAS", changes)
      let exact = try await office.sessions.calendar(of: .cohort("UZ-TAS-LOG-2026A"))
      #expect(exact.map(\.begins) == ["20260907T040000Z", "20260914T040000Z"])
      #expect(exact.map(\.ends) == ["20260907T053000Z", "20260914T053000Z"])
      #expect(exact.map(\.uid) == local.map(\.uid) && Set(exact.map(\.uid)).count == 2)
      #expect(exact.first?.summary == "Course LOG-101 (LOG-101)" && exact.first?.location == "204")
      #expect(exact.first?.details == "UZ-TAS-LOG-2026A\nInstructor UZ-A/1")
    }
  }

  @Test("an event keeps what it is known by when it is moved or cancelled, and counts the changes")
  func changes() async throws {
    try await withOffice { office in
      try await lay(office)
      let before = try await office.sessions.calendar(of: .instructor(instructorCode("UZ-A/1")))
      var changes = SessionChanges()
      changes.day = day("2026-09-08")
      _ = try await office.sessions.move(SessionReference(Self.code, on: day("2026-09-07")), changes)
      _ = try await office.sessions.cancel(SessionReference(Self.code, on: day("2026-09-08")), reason: "ill")
      let after = try await office.sessions.calendar(of: .instructor(instructorCode("UZ-A/1")))
      #expect(after.map(\.uid) == before.map(\.uid))
      #expect(after.map(\.isCancelled) == [true, false])
      #expect(after.map(\.sequence) == [2, 0])
      #expect(after.first?.begins == "20260908T090000")
      #expect(after.first?.details?.hasSuffix("Does not take place: ill") == true)
    }
  }

  @Test("a calendar is of the days asked for, and of nobody unknown")
  func narrowing() async throws {
    try await withOffice { office in
      try await lay(office)
      let events = try await office.sessions.calendar(
        of: .cohort("UZ-TAS-LOG-2026A"), from: day("2026-09-08"), to: day("2026-09-14"))
      #expect(events.map(\.begins) == ["20260914T090000"])
      let error = LubanError.notFound(noun: "instructor", code: "UZ-A/2", nearest: ["UZ-A/1"])
      await #expect(throws: error) {
        try await office.sessions.calendar(of: .instructor(instructorCode("UZ-A/2")))
      }
    }
  }
}
