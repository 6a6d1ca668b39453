import Luban
import Support
import Testing

@Suite("Sessions of classes")
struct ScheduleTests {
  private static let code = classCode("UZ-TAS-LOG-2026A/LOG-101")

  /// A class in the last quarter of 2026, whose holidays in Uzbekistan are 1 October, 8 and 31 December.
  private func lay(_ office: Office) async throws {
    try await office.classGround()
    try await office.taughtClass(
      "LOG-101", from: "2026-09-28", to: "2026-12-31", instructor: "UZ-A/1", room: "204")
  }

  private func dates(_ office: Office, _ filter: SessionFilter = SessionFilter()) async throws -> [String] {
    try await office.csv(office.sessions.list(filter), Page(columns: ["date", "begins", "status"]))
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test("a weekly pattern leaves out holidays and closed days, and names them")
  func closedDays() async throws {
    try await withOffice { office in
      try await lay(office)
      try await office.holidays.add([days("2026-10-08")], named: "Open day", at: "UZ-TAS")
      try await office.holidays.add([days("2026-12-31")], named: "Taught", at: "UZ-TAS", isTaught: true)
      let outcome = try await office.sessions.schedule(
        Self.code, NewSchedule(weekly: weekly("Tue 09:00-10:30", "Thu 11:00-12:30")))
      #expect(outcome.closed.map(\.day) == [day("2026-10-01"), day("2026-10-08"), day("2026-12-08")])
      #expect(outcome.closed.map(\.name) == ["Teachers and Instructors Day", "Open day", "Constitution Day"])
      #expect(outcome.made == 25 && outcome.known == 0)
      #expect(outcome.taughtClass.sessions.hours == 37.5)
      #expect(outcome.taughtClass.sessions.lastOn == day("2026-12-31"))
    }
  }

  @Test("the same pattern run again makes nothing, also where sessions were moved or cancelled")
  func repetition() async throws {
    try await withOffice { office in
      try await lay(office)
      let new = NewSchedule(weekly: weekly("Mon 09:00-10:30"))
      let first = try await office.sessions.schedule(Self.code, new)
      var changes = SessionChanges()
      changes.day = day("2026-10-07")
      changes.begins = TimeOfDay("15:00")
      let moved = try await office.sessions.move(
        SessionReference(Self.code, on: day("2026-10-05")), changes)
      #expect(moved.ends == TimeOfDay("16:30") && moved.movedFrom == "2026-10-05 09:00")
      _ = try await office.sessions.cancel(
        SessionReference(Self.code, on: day("2026-10-12")), reason: "the teacher is ill")
      let again = try await office.sessions.schedule(Self.code, new)
      #expect(again.made == 0 && again.known == first.made)
      var filter = SessionFilter()
      filter.to = day("2026-10-12")
      #expect(
        try await dates(office, filter) == [
          "2026-09-28,09:00,scheduled", "2026-10-07,15:00,scheduled", "2026-10-12,09:00,cancelled",
        ])
    }
  }

  @Test("a dry run makes no session, and counts as the real one")
  func dryRun() async throws {
    try await withOffice { office in
      try await lay(office)
      let new = NewSchedule(weekly: weekly("Mon 09:00-10:30"))
      let dry = try await office.sessions.schedule(Self.code, new, isDryRun: true)
      #expect(try await dates(office) == [])
      let real = try await office.sessions.schedule(Self.code, new)
      #expect(dry.made == real.made && dry.taughtClass == real.taughtClass)
    }
  }

  @Test("a schedule over the end of the class is refused whole, also on days without a session")
  func beyond() async throws {
    try await withOffice { office in
      try await lay(office)
      await expectBroken("session_lies_within_its_class") {
        try await office.sessions.schedule(
          Self.code, NewSchedule(weekly: weekly("Mon 09:00-10:30"), to: day("2027-01-01")))
      }
      #expect(try await dates(office) == [])
    }
  }

  @Test("a pattern that replaces another one leaves what was moved, cancelled or held")
  func replacement() async throws {
    try await withOffice { office in
      try await lay(office)
      _ = try await office.sessions.schedule(
        Self.code, NewSchedule(weekly: weekly("Mon 09:00-10:30"), to: day("2026-10-20")))
      _ = try await office.sessions.cancel(
        SessionReference(Self.code, on: day("2026-10-12")), reason: "the teacher is ill")
      var new = NewSchedule(weekly: weekly("Mon 13:00-14:30"), from: day("2026-10-01"), to: day("2026-10-20"))
      new.replaces = true
      new.hours = 2
      let outcome = try await office.sessions.schedule(Self.code, new)
      #expect(outcome.removed == 2 && outcome.made == 3)
      #expect(
        try await dates(office) == [
          "2026-09-28,09:00,scheduled", "2026-10-05,13:00,scheduled", "2026-10-12,09:00,cancelled",
          "2026-10-12,13:00,scheduled", "2026-10-19,13:00,scheduled",
        ])
      #expect(outcome.taughtClass.sessions.hours == 7.5)
    }
  }

  @Test("what a pattern takes the place of is told session by session, tried or done")
  func replacementTold() async throws {
    try await withOffice { office in
      try await lay(office)
      _ = try await office.sessions.schedule(
        Self.code, NewSchedule(weekly: weekly("Mon 09:00-10:30", "Wed 09:00-10:30"), to: day("2026-10-11")))
      _ = try await office.sessions.cancel(
        SessionReference(Self.code, on: day("2026-10-05")), reason: "the teacher is ill")
      var new = NewSchedule(
        weekly: weekly("Tue 13:00-14:30", "Wed 09:00-10:00"), from: day("2026-09-28"), to: day("2026-10-11"))
      new.replaces = true
      let dry = try await office.sessions.schedule(Self.code, new, isDryRun: true)
      #expect(
        dry.entries.map { "\($0.change) \($0.on) \($0.begins)-\($0.ends) \($0.why ?? "")" } == [
          "removed 2026-09-28 09:00-10:30 ", "made 2026-09-29 13:00-14:30 ",
          "changed 2026-09-30 09:00-10:00 ",
          "kept 2026-10-05 09:00-10:30 cancelled", "made 2026-10-06 13:00-14:30 ",
          "changed 2026-10-07 09:00-10:00 ",
        ])
      let real = try await office.sessions.schedule(Self.code, new)
      #expect(real.entries == dry.entries && real.taughtClass.sessions.hours == 5)
      #expect(real.removed == 1 && real.made == 2 && real.known == 2)
    }
  }

  @Test(
    "every other week is counted from the first of the term, or from a day that is named; holidays shift nothing",
    arguments: [
      ("odd Thu 11:00-12:30", nil, "2026-10-15 2026-10-29"),
      ("even Thu 11:00-12:30", nil, "2026-10-08 2026-10-22"),
      ("odd Thu 11:00-12:30", "2026-10-05", "2026-10-08 2026-10-22"),
      ("odd Thu 11:00-12:30", "2026-10-11", "2026-10-15 2026-10-29"),
      ("even Thu 11:00-12:30", "2026-12-20", "2026-10-08 2026-10-22"),
    ])
  func otherWeeks(pattern: String, weekOne: String?, held: String) async throws {
    try await withOffice { office in
      try await lay(office)
      var new = NewSchedule(weekly: weekly(pattern), from: day("2026-10-01"), to: day("2026-10-31"))
      new.weekOne = weekOne.map(day)
      let outcome = try await office.sessions.schedule(Self.code, new)
      #expect(outcome.entries.filter { $0.change == .made }.map(\.on.iso).joined(separator: " ") == held)
      // 1 October, a holiday, is a Thursday of the first week of the term.
      #expect(outcome.closed.count == (pattern.hasPrefix("odd") && weekOne != "2026-10-05" ? 1 : 0))
    }
  }

  @Test("weeks of a class that begins later are counted from the first class of its term")
  func laterClass() async throws {
    try await withOffice { office in
      try await lay(office)
      try await office.taughtClass("LOG-103", from: "2026-10-05", to: "2026-12-31")
      let outcome = try await office.sessions.schedule(
        classCode("UZ-TAS-LOG-2026A/LOG-103"),
        NewSchedule(weekly: weekly("even Mon 09:00-10:30"), to: day("2026-10-31")))
      #expect(outcome.weekOne == day("2026-09-28"))
      #expect(outcome.entries.map(\.on.iso) == ["2026-10-05", "2026-10-19"])
    }
  }

  @Test(
    "odd and even weeks are written in three languages, before the day or behind it",
    arguments: [
      ("odd Tue 09:00-10:30", "odd Tue 09:00-10:30"), ("Tue even 09:00–10:30", "even Tue 09:00-10:30"),
      ("числитель вт 9:00-10:30", "odd Tue 09:00-10:30"), ("вт знам 9:00-10:30", "even Tue 09:00-10:30"),
      ("нечётная среда 9:00-10:30", "odd Wed 09:00-10:30"), ("чет чт 9:00-10:30", "even Thu 09:00-10:30"),
      ("чет 9:00-10:30", "Thu 09:00-10:30"), ("单周二 09:00-10:30", "odd Tue 09:00-10:30"),
      ("双周周五 09:00-10:30", "even Fri 09:00-10:30"), ("单周 星期三 09:00-10:30", "odd Wed 09:00-10:30"),
    ])
  func weekWords(text: String, read: String) {
    #expect(WeeklyTime(text)?.description == read)
  }

  @Test(
    "what is no time of the week is none",
    arguments: ["odd 09:00-10:30", "third Tue 09:00-10:30", "odd even 09:00-10:30", "单周 09:00-10:30"])
  func noWeek(text: String) {
    #expect(WeeklyTime(text) == nil)
  }

  @Test("of several sessions on a day the one to be moved is named, and each is told")
  func ambiguity() async throws {
    try await withOffice { office in
      try await lay(office)
      _ = try await office.sessions.schedule(
        Self.code,
        NewSchedule(weekly: weekly("Mon 09:00-10:30", "Mon 13:00-14:30"), to: day("2026-10-05")))
      var changes = SessionChanges()
      changes.room = "101"
      let error = LubanError.ambiguous(
        noun: "session of \(Self.code)", code: "2026-10-05", candidates: ["09:00", "13:00"], by: "at")
      await #expect(throws: error) {
        try await office.sessions.move(SessionReference(Self.code, on: day("2026-10-05")), changes)
      }
      let moved = try await office.sessions.move(
        SessionReference(Self.code, on: day("2026-10-05"), at: TimeOfDay("13:00")), changes)
      #expect(moved.room == "101" && moved.movedFrom == nil)
      let both = try await office.sessions.cancel(
        SessionReference(Self.code, on: day("2026-10-05")), reason: "snow")
      #expect(both.map(\.cancelReason) == ["snow", "snow"])
      let back = try await office.sessions.reinstate(
        SessionReference(Self.code, on: day("2026-10-05"), at: TimeOfDay("09:00")))
      #expect(back.map(\.cancelReason) == [nil])
      // Why it was cancelled is why it was moved, until another reason is given.
      var elsewhere = SessionChanges()
      elsewhere.day = day("2026-10-07")
      let later = SessionReference(Self.code, on: day("2026-10-05"), at: TimeOfDay("13:00"))
      let snowed = try await office.sessions.move(later, elsewhere)
      #expect(snowed.moveReason == "snow" && snowed.cancelReason == nil)
      (elsewhere.day, elsewhere.reason) = (day("2026-10-05"), "it melted")
      let melted = try await office.sessions.move(
        SessionReference(Self.code, on: day("2026-10-07")), elsewhere)
      #expect(melted.moveReason == "it melted" && melted.movedFrom == nil)
      let missing = LubanError.notFound(
        noun: "session of \(Self.code) on", code: "2026-10-06",
        nearest: ["2026-10-05 09:00", "2026-10-05 13:00", "2026-09-28 09:00"])
      await #expect(throws: missing) {
        try await office.sessions.cancel(SessionReference(Self.code, on: day("2026-10-06")), reason: "snow")
      }
    }
  }

  @Test("a cohort that is cancelled has no sessions after that day")
  func cancelledCohort() async throws {
    try await withOffice { office in
      try await lay(office)
      _ = try await office.sessions.schedule(
        Self.code, NewSchedule(weekly: weekly("Mon 09:00-10:30"), to: day("2026-10-20")))
      try await office.cohorts.cancel("UZ-TAS-LOG-2026A", on: day("2026-10-05"), reason: "the school burned")
      #expect(
        try await dates(office) == [
          "2026-09-28,09:00,scheduled", "2026-10-05,09:00,scheduled", "2026-10-12,09:00,cancelled",
          "2026-10-19,09:00,cancelled",
        ])
    }
  }

  @Test("times and times of the week are read as people write them, and nothing else is")
  func words() {
    #expect(TimeOfDay("9:05")?.description == "09:05")
    for text in ["24:00", "9", "9:5", "09:60", "09:00:00", "-1:00"] { #expect(TimeOfDay(text) == nil) }
    #expect(WeeklyTime("mon 9:00–10:30")?.description == "Mon 09:00-10:30")
    #expect(WeeklyTime("Saturday 13:00 - 14:00")?.weekday == .saturday)
    for text in ["пн", "Понедельник", "понед", "周一", "星期一"] {
      #expect(WeeklyTime("\(text) 09:00-10:30")?.weekday == .monday, "\(text)")
    }
    #expect(
      WeeklyTime("вс 09:00-10:30")?.weekday == .sunday && WeeklyTime("周日 9:00-10:30")?.weekday == .sunday)
    for text in [
      "Mo 09:00-10:00", "Mon 10:00-09:00", "Mon 09:00", "Mon 09:00-10:00 11:00", "Day 09:00-10:00",
    ] {
      #expect(WeeklyTime(text) == nil, "\(text)")
    }
    #expect(ClassCode("uz-tas-log-2026a/log-101") == Self.code)
    for text in ["UZ-TAS-LOG-2026A", "/LOG-101", "A/B/C"] { #expect(ClassCode(text) == nil) }
  }
}
