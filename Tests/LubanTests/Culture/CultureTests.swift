import Postgres
import Support
import Testing

@testable import Luban

@Suite("Culture")
struct CultureTests {
  private static let cohort: CohortCode = "UZ-TAS-LOG-2026A"

  @Test("an event takes the theme of its module, one day unless it has two, and is found by its code")
  func adding() async throws {
    try await withOffice(.events) { office in
      let (day, month) = (
        try await office.cultureEvents.show("E-1"), try await office.cultureEvents.show("e-2")
      )
      #expect(day.theme == "calligraphy" && day.beginsOn == day.endsOn && day.module == nil)
      #expect(month.theme == "tea" && month.module == "C-1" && month.endsOn.iso == "2026-11-10")
      #expect(day.participants.map(\.student.value) == [1, 4])
      await #expect(throws: LubanError.notFound(noun: "culture event", code: "E-9", nearest: ["E-1", "E-2"]))
      {
        try await office.cultureEvents.show("E-9")
      }
    }
  }

  @Test("an event without a theme or with more than 24 hours a day is refused")
  func refusedEvents() async throws {
    try await withOffice { office in
      try await office.ground()
      let day = Day("2026-10-10") ?? .today
      await expectBroken("culture_event_has_a_theme") {
        try await office.cultureEvents.add(
          "X", in: "UZ-TAS", CultureEventDetails { ($0.title, $0.beginsOn, $0.hours) = ("x", day, 2) })
      }
      await expectBroken("culture_event_hours_fit_its_days") {
        try await office.cultureEvents.add(
          "X", in: "UZ-TAS",
          CultureEventDetails { ($0.theme, $0.title, $0.beginsOn, $0.hours) = ("tea", "x", day, 25) })
      }
    }
  }

  @Test("what every event has is asked for by its name where it is missing")
  func incomplete() async throws {
    try await withOffice { office in
      try await office.ground()
      let refused = await #expect(throws: LubanError.self) {
        try await office.cultureEvents.add(
          "X", in: "UZ-TAS", CultureEventDetails { ($0.theme, $0.title, $0.hours) = ("tea", "x", 2) })
      }
      #expect(
        refused
          == .ruleBroken(
            BrokenRule(
              name: "record_is_whole", sentence: "What every culture event has is missing: begins on.",
              wayOut: "", actions: [Action("give", "begins_on")])))
    }
  }

  @Test("a whole cohort takes part but for those absent, not enrolled then, or entered before")
  func wholeCohort() async throws {
    try await withOffice(.events) { office in
      let outcome = try await office.cultureEvents.attend("E-1", .all(except: students(2)), of: Self.cohort)
      #expect(outcome.entered.isEmpty && outcome.leftOut.isEmpty)
      #expect(outcome.known.map(\.student.value) == [1, 4])
      let rest = try await office.cultureEvents.attend("E-1", .all(except: []), of: Self.cohort)
      #expect(rest.entered.map(\.student.value) == [2])
    }
  }

  @Test("who is left out is told with every rule, and the others are entered")
  func leftOut() async throws {
    try await withOffice(.events) { office in
      let outcome = try await office.cultureEvents.attend(
        "E-2", .students(students(1, 2, 3)), of: Self.cohort, hours: 41)
      #expect(
        outcome.leftOut.map { $0.rules.map(\.name) } == [
          ["participation_fits_its_event"],
          ["participation_fits_its_event", "participation_is_of_one_enrolled"],
          ["participation_fits_its_event", "participation_is_of_one_enrolled"],
        ])
      let some = try await office.cultureEvents.attend("E-2", .students(students(1, 2)), of: Self.cohort)
      #expect(some.entered.map(\.student.value) == [1] && some.entered.map(\.hours) == [40])
      #expect(some.leftOut.map(\.student.value) == [2])
      let other = try await office.cultureEvents.attend(
        "E-2", .students(students(1)), of: Self.cohort, hours: 4)
      #expect(other.leftOut.first?.rules.map(\.name) == ["participation_is_once"])
    }
  }

  @Test("on the day on which somebody left they took part still, on the day after no more")
  func lastDay() async throws {
    try await withOffice(.events) { office in
      for (code, day, entered) in [("D-1", "2026-10-25", 1), ("D-2", "2026-10-26", 0)]
        as [(EventCode, String, Int)]
      {
        try await office.cultureEvents.add(
          code, in: "UZ-TAS",
          CultureEventDetails {
            ($0.theme, $0.title, $0.beginsOn, $0.hours) = ("tea", "Tea", Day(day) ?? .today, 1)
          })
        let outcome = try await office.cultureEvents.attend(code, .students(students(2)), of: Self.cohort)
        #expect(outcome.entered.count == entered)
      }
    }
  }

  @Test("corrected hours change the figure, and the figure as known earlier stays what it was")
  func corrections() async throws {
    try await withOffice(.events) { office in
      _ = try await office.cultureEvents.attend("E-2", .students(students(1)), of: Self.cohort)
      let before = try await office.now()
      #expect(try await office.cultureHours() == ["S-00001: 46", "S-00004: 6"])
      let event = try await office.cultureEvents.correct(
        "E-1", of: students(1)[0], to: 2.5, reason: "left at noon")
      #expect(event.participants.first?.note == "left at noon")
      try await office.cultureEvents.correct("E-1", of: students(4)[0], to: 0, reason: "was ill")
      let between = try await office.now()
      var changes = CultureEventDetails()
      changes.beginsOn = Day("2026-10-12")
      try await office.cultureEvents.edit("E-1", changes)
      #expect(try await office.cultureHours() == ["S-00001: 42.5"])
      #expect(try await office.cultureHours(knownAt: before) == ["S-00001: 46", "S-00004: 6"])
      // The event stood on the tenth then; of the month nothing counts before it has ended.
      #expect(try await office.cultureHours(asOf: "2026-10-11", knownAt: between) == ["S-00001: 2.5"])
      #expect(try await office.cultureHours(asOf: "2026-10-11") == [])
      #expect(try await office.cultureHours(asOf: "2026-11-09") == ["S-00001: 2.5"])
    }
  }

  @Test("a correction of somebody who did not take part names them; the same hours change nothing")
  func correctionsOfNobody() async throws {
    try await withOffice(.events) { office in
      await #expect(
        throws: LubanError.notFound(noun: "participation in E-1 of", code: "S-00002", nearest: [])
      ) { try await office.cultureEvents.correct("E-1", of: students(2)[0], to: 1, reason: "x") }
      let event = try await office.cultureEvents.correct(
        "E-1", of: students(1)[0], to: 6, reason: "no change")
      #expect(event.participants.first?.note == nil)
    }
  }

  @Test("hours attended in classes of culture modules count beside those of events, after a transfer too")
  func classes() async throws {
    try await withOffice(.events) { office in
      try await office.lessons(of: "C-1", on: ["2026-10-05", "2026-10-12", "2026-10-19"])
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into attendance (workshop_id, session_id, enrollment_id, status)
          select m.workshop_id, m.id, e.id, (case m.held_on when '2026-10-19' then 'absent' else 'present' end)::attendance_status
          from session m, enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
          where s.number = 1
          """)
      }
      #expect(try await office.cultureHours() == ["S-00001: 10", "S-00004: 6"])
      #expect(try await office.cultureHours(asOf: "2026-10-09") == ["S-00001: 2"])
      try await office.cohort("UZ-TAS-LOG-2026B")
      _ = try await office.enrollments.transfer(
        students(1), from: Self.cohort, to: "UZ-TAS-LOG-2026B", on: Day("2026-11-05") ?? .today, reason: "x")
      #expect(try await office.cultureHours(in: "UZ-TAS-LOG-2026B") == ["S-00001: 10"])
    }
  }

  @Test("hours made before a transfer count for the enrollment that goes on, an event at most once")
  func transfers() async throws {
    try await withOffice(.events) { office in
      try await office.cohort("UZ-TAS-LOG-2026B")
      _ = try await office.cultureEvents.attend("E-2", .students(students(1)), of: Self.cohort, hours: 30)
      _ = try await office.enrollments.transfer(
        students(1), from: Self.cohort, to: "UZ-TAS-LOG-2026B", on: Day("2026-11-05") ?? .today, reason: "x")
      _ = try await office.cultureEvents.attend(
        "E-2", .students(students(1)), of: "UZ-TAS-LOG-2026B", hours: 20)
      #expect(try await office.cultureHours(in: "UZ-TAS-LOG-2026B") == ["S-00001: 46"])
    }
  }

  @Test("an event in which nobody took part is removed, and was there as known before")
  func removing() async throws {
    try await withOffice(.events) { office in
      let before = try await office.now()
      try await office.cultureEvents.remove("E-2")
      await expectBroken("participation_is_in_an_event") { try await office.cultureEvents.remove("E-1") }
      let known = try await office.database.read { tx in
        try tx.rows(
          "select code from report.known_culture_event(\(before, as: .timestamptz)) order by code",
          as: String.self)
      }
      #expect(known == ["E-1", "E-2"])
      #expect(
        try await office.csv(office.cultureEvents.list(), Page(columns: ["event", "students"]))
          == "event,students\nE-1,2\n")
    }
  }

  @Test("the hours of a cohort are added up, with how many have those their program asks for")
  func cohorts() async throws {
    try await withOffice(.events) { office in
      try await office.database.write { tx in
        try tx.execute(
          "insert into completion_rule (edition_id, culture_hours) select id, 6 from program_edition")
      }
      var filter = CultureHoursFilter()
      filter.asOf = Day("2027-01-01") ?? .today
      #expect(
        try await office.csv(office.cultureEvents.hoursOfCohorts(filter)) == """
          cohort,students,event_hours,class_hours,hours,needed,reached,workshop
          UZ-TAS-LOG-2026A,3,12,0,12,6,2,UZ-TAS

          """)
    }
  }

  @Test(
    "in the cohort report each hour stands once, in the cohort in which it was earned, whoever goes on in another"
  )
  func transferred() async throws {
    try await withOffice(.events) { office in
      let other = try await office.cohort("UZ-TAS-LOG-2026B")
      func hours() async throws -> [String] {
        var scope = ReportScope()
        scope.asOf = day("2026-11-30")
        let listing = try await office.reports.cohortsWithTotals(scope)
        return try await office.rows(of: listing, Page(columns: ["row", "culture_hours"]))
          .map { "\($0[0] ?? "") \($0[1] ?? "")" }
      }
      #expect(try await hours().filter { $0.hasPrefix("total") } == ["total 12"])
      _ = try await office.enrollments.transfer(
        Support.students(1), from: "UZ-TAS-LOG-2026A", to: other.code, on: day("2026-11-20"), reason: "moved")
      #expect(try await hours() == ["cohort 12", "cohort 0", "total 12"])
      // The student brings them along all the same.
      #expect(try await office.cultureHours(in: other.code) == ["S-00001: 6"])
    }
  }
}
