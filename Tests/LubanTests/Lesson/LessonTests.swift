import Luban
import Support
import Testing

@Suite("Lessons and clashes")
struct LessonTests {
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
    try await withOffice(.classes) { office in
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
    try await withOffice(.classes) { office in
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

  /// LOG-101 and LOG-103 of two cohorts on 7 September, each in a room and by an instructor.
  private func meet(
    _ office: Office, _ first: (CourseCode, String, String?, String?),
    _ second: (CourseCode, String, String?, String?)
  ) async throws {
    try await office.classGround()
    try await office.instructor("UZ-A/2", certifiedFor: ["LOG-101", "LOG-103"])
    try await office.plan("UZ-TAS-LOG-2026B")
    for (cohort, (course, time, room, instructor)) in [
      ("UZ-TAS-LOG-2026A", first), ("UZ-TAS-LOG-2026B", second),
    ] {
      try await office.taughtClass(
        course, in: CohortCode(cohort), from: "2026-09-07", to: "2026-09-13", instructor: instructor,
        room: room)
      _ = try await office.sessions.schedule(
        ClassCode(cohort: CohortCode(cohort), course: course), NewSchedule(weekly: weekly(time)))
    }
  }

  @Test(
    "a room holds two classes at once, however it is written",
    arguments: [
      ("204", "204"), ("204", " 204 "), ("204", "ауд. 204"), ("204", "Кабинет №204"), ("204", "204-xona"),
      ("204", "教室204"), ("204", "قاعة 204"),
      ("к. 204", "204室"), ("Room 204", "２０４"), ("204А", "204a"),
      ("lab", "Lab"),
      ("204", "204教室"), ("North/204", "north/204"),
      ("204", "auditoriya 204"), ("204", "ห้อง 204"), ("North/204", "North / Room 204"),
      ("North/ауд. 204", "north/204-xona"),
    ])
  func room(one: String, other: String) async throws {
    try await withOffice { office in
      try await meet(
        office, ("LOG-101", "Mon 09:00-10:30", one, "UZ-A/1"), ("LOG-103", "Mon 10:00-11:30", other, "UZ-A/2")
      )
      let found = try await office.csv(
        office.sessions.clashes(), Page(columns: ["kind", "date", "other_class"]))
      #expect(found == "kind,date,other_class\nroom,2026-09-07,UZ-TAS-LOG-2026B/LOG-103\n")
      let rooms = try await office.csv(office.sessions.rooms(), Page(columns: ["lessons", "written"]))
      #expect(rooms.split(separator: "\n").count == 2 && rooms.contains(other) == (one != other), "\(rooms)")
      var filter = SessionFilter()
      filter.room = other
      #expect(try await clashes(office, filter).count == 1)
      #expect(
        try await office.csv(office.sessions.list(filter), Page(columns: ["class"])).split(separator: "\n")
          .count == 3)
    }
  }

  @Test(
    "two classes are in each other's way neither in other rooms, nor one after the other, nor in none",
    arguments: [
      ("204", "205", "Mon 09:00-10:30"), ("North/204", "South/204", "Mon 09:00-10:30"),
      ("204", "204", "Mon 10:30-12:00"), (nil, nil, "Mon 09:00-10:30"),
    ] as [(String?, String?, String)])
  func apart(one: String?, other: String?, time: String) async throws {
    try await withOffice { office in
      try await meet(
        office, ("LOG-101", "Mon 09:00-10:30", one, "UZ-A/1"), ("LOG-101", time, other, "UZ-A/2"))
      #expect(try await clashes(office) == [])
    }
  }

  @Test(
    "cohorts of one course, time, room and instructor have one lesson together: no clash, and its hours count once"
  )
  func lesson() async throws {
    try await withOffice { office in
      try await meet(
        office, ("LOG-101", "Mon 09:00-10:30", "204", "UZ-A/1"),
        ("LOG-101", "Mon 09:00-10:30", "ауд. 204", "UZ-A/1"))
      #expect(try await clashes(office) == [])
      #expect(
        try await office.csv(
          office.sessions.teaching(),
          Page(columns: ["instructor", "lessons", "joint", "hours", "held_hours"]))
          == "instructor,lessons,joint,hours,held_hours\nUZ-A/1,1,1,1.5,0\n")
      #expect(
        try await office.csv(
          office.sessions.rooms(), Page(columns: ["room", "lessons", "hours", "from", "written"]))
          == "room,lessons,hours,from,written\n204,1,1.5,2026-09-07,\n")
      let events = try await office.sessions.calendar(of: .instructor(instructorCode("UZ-A/1")))
      #expect(events.map(\.details) == ["UZ-TAS-LOG-2026A, UZ-TAS-LOG-2026B\nInstructor UZ-A/1"])
      #expect(try await office.sessions.calendar(of: .cohort("UZ-TAS-LOG-2026B")).count == 1)
    }
  }

  @Test(
    "an instructor is in two places where it is not the same lesson: another room, no room, another time, another course",
    arguments: [
      ("LOG-101", "Mon 09:00-10:30", "205", "instructor"), ("LOG-101", "Mon 09:00-10:30", nil, "instructor"),
      ("LOG-101", "Mon 09:00-10:00", "204", "instructor room"),
      ("LOG-103", "Mon 09:00-10:30", "204", "instructor room"),
    ] as [(CourseCode, String, String?, String)])
  func noLesson(course: CourseCode, time: String, room: String?, kinds: String) async throws {
    try await withOffice { office in
      try await meet(office, ("LOG-101", "Mon 09:00-10:30", "204", "UZ-A/1"), (course, time, room, "UZ-A/1"))
      let found = try await office.csv(office.sessions.clashes(), Page(columns: ["kind"]))
      #expect(found.split(separator: "\n").dropFirst().joined(separator: " ") == kinds)
    }
  }

  @Test("one of the cohorts of a lesson moves to another room: now its instructor is in two places")
  func lessonApart() async throws {
    try await withOffice { office in
      try await meet(
        office, ("LOG-101", "Mon 09:00-10:30", "204", "UZ-A/1"),
        ("LOG-101", "Mon 09:00-10:30", "204", "UZ-A/1"))
      var changes = SessionChanges()
      changes.room = "205"
      _ = try await office.sessions.move(
        SessionReference(classCode("UZ-TAS-LOG-2026B/LOG-101"), on: day("2026-09-07")), changes)
      #expect(try await clashes(office) == ["UZ-A/1,2026-09-07,09:00,09:00"])
    }
  }
}
