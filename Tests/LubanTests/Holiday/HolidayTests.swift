import Luban
import Support
import Testing

@Suite("Days without teaching")
struct HolidayTests {
  @Test("a workshop closes on a day, cancels what was planned, and takes it back")
  func closing() async throws {
    try await withOffice(.classes) { office in
      try await office.taughtClass("LOG-101", from: "2026-09-07", to: "2026-09-20")
      let code = classCode("UZ-TAS-LOG-2026A/LOG-101")
      _ = try await office.sessions.schedule(code, NewSchedule(weekly: weekly("Mon 09:00-10:30")))
      let told = try await office.holidays.add([days("2026-09-07")], named: "Flood", at: "UZ-TAS")
      #expect(told.map(\.sessions) == [1] && told.map(\.cancelled) == [0])
      let closed = try await office.holidays.add(
        [days("2026-09-14"), days("2026-09-15")], named: "Flood", at: "UZ-TAS", cancelsSessions: true)
      #expect(closed.map(\.cancelled) == [1, 0] && closed.map(\.sessions) == [0, 0])
      #expect(try await office.classes.show(code).sessions.cancelled == 1)
      await expectBroken("workshop_day_is_one") {
        try await office.holidays.add([days("2026-09-13", "2026-09-14")], named: "Again", at: "UZ-TAS")
      }
      try await office.holidays.remove([days("2026-09-15")], at: "UZ-TAS")
      let error = LubanError.notFound(
        noun: "day of its own at UZ-TAS on", code: "2026-09-15", nearest: ["2026-09-14", "2026-09-07"])
      await #expect(throws: error) { try await office.holidays.remove([days("2026-09-15")], at: "UZ-TAS") }
    }
  }

  @Test("the list holds the holidays of the country, and what the workshop makes of them")
  func listing() async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.holidays.add(
        [days("2026-10-01")], named: "Exams", at: "UZ-TAS", isTaught: true)
      let list = try await office.holidays.list(at: "UZ-TAS", from: day("2026-09-01"), to: day("2026-12-30"))
      #expect(
        try await office.csv(list, Page(columns: ["date", "name", "teaching", "of", "source"])) == """
          date,name,teaching,of,source
          2026-09-01,Independence Day,no,UZ,PyPI holidays 0.109
          2026-10-01,Teachers and Instructors Day,yes,UZ,PyPI holidays 0.109
          2026-10-01,Exams,yes,UZ-TAS,
          2026-12-08,Constitution Day,no,UZ,PyPI holidays 0.109

          """)
    }
  }

  @Test("a break is one entry of many days, closes them all, and is taken back in part")
  func breaks() async throws {
    try await withOffice(.classes) { office in
      try await office.taughtClass("LOG-101", from: "2026-12-21", to: "2027-01-17")
      let code = classCode("UZ-TAS-LOG-2026A/LOG-101")
      let added = try await office.holidays.add(
        [days("2026-12-25", "2027-01-08")], named: "Winter break", at: "UZ-TAS")
      #expect(added.map(\.days) == [days("2026-12-25", "2027-01-08")])
      let new = NewSchedule(weekly: weekly("Mon 09:00-10:30"))
      let outcome = try await office.sessions.schedule(code, new)
      #expect(outcome.closed.map(\.day.iso) == ["2026-12-28", "2027-01-04"])
      let taken = try await office.holidays.remove([days("2027-01-03", "2027-01-05")], at: "UZ-TAS")
      #expect(taken.map(\.days) == [days("2027-01-03", "2027-01-05")])
      #expect(try await office.sessions.schedule(code, new).made == 1)
      let list = try await office.holidays.list(at: "UZ-TAS", from: day("2027-01-02"), to: day("2027-01-08"))
      #expect(
        try await office.csv(list, Page(columns: ["date", "to", "name", "sessions"])) == """
          date,to,name,sessions
          2026-12-25,2027-01-02,Winter break,0
          2027-01-06,2027-01-08,Winter break,0

          """)
      await expectBroken("workshop_day_is_one") {
        try await office.holidays.add([days("2027-01-04", "2027-01-06")], named: "Again", at: "UZ-TAS")
      }
      await expectBroken("workshop_days_are_of_a_year_at_most") {
        try await office.holidays.add([days("2027-02-04", "2027-02-03")], named: "Backwards", at: "UZ-TAS")
      }
    }
  }

  @Test("sessions on closed days are cancelled at once, and who stays is told: what was held")
  func cancelling() async throws {
    try await withOffice { office in
      let code = try await office.classOf(2)
      _ = try await office.attendance.take(AttendanceCall(code, on: day("2026-09-07")))
      let span = days("2026-09-07", "2026-09-14")
      let dry = try await office.holidays.add(
        [span], named: "Flood", at: "UZ-TAS", cancelsSessions: true, isDryRun: true)
      #expect(
        dry.flatMap(\.closed).map { "\($0.on) \($0.isCancelled)" } == ["2026-09-07 false", "2026-09-14 true"])
      try await office.holidays.add([span], named: "Flood", at: "UZ-TAS")
      #expect(try await office.holidays.cancelSessions(at: "UZ-TAS", in: span) == dry.flatMap(\.closed))
      #expect(try await office.classes.show(code).sessions.cancelled == 1)
      let again = try await office.holidays.cancelSessions(at: "UZ-TAS", in: span)
      #expect(again.map(\.isCancelled) == [false])
    }
  }

  @Test("the countries of the workshops that come with Luban have holidays in each year from 2024 to 2029")
  func seeded() async throws {
    try await withOffice { office in
      try await office.schema.seed(.workshops)
      let missing = try await office.database.read { tx in
        try tx.rows(
          """
          select distinct w.country || ' ' || y from workshop w, generate_series(2024, 2029) y
          where not exists (select from holiday h where h.country = w.country and extract(year from h.day) = y)
          """, as: String.self)
      }
      #expect(missing == [])
    }
  }
}
