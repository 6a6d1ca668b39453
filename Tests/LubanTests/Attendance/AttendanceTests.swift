import Luban
import Postgres
import Support
import Testing

@Suite("Attendance")
struct AttendanceTests {
  private func call(
    _ code: ClassCode, on day: String, absent: [Int] = [], late: [Int] = [], excused: [Int] = []
  ) throws -> AttendanceCall {
    let numbers = { (list: [Int]) in list.compactMap { StudentNumber(String($0)) } }
    var call = AttendanceCall(code, on: try #require(Day(day)))
    call.absent = numbers(absent)
    call.late = numbers(late)
    call.excused = numbers(excused)
    return call
  }

  private func rates(
    _ office: Office, by unit: AttendanceUnit = .cohort, asOf: String = "2026-09-30",
    knownAt: KnownTime? = nil, below: Double? = nil
  ) async throws -> String {
    var scope = AttendanceScope()
    scope.below = below
    scope.asOf = try #require(Day(asOf))
    scope.knownAt = knownAt
    let page = Page(columns: ["attended_hours", "held_hours", "rate", "late", "excused", "absent"])
    let text = try await office.csv(office.attendance.rates(by: unit, scope), page)
    return text.split(separator: "\n").dropFirst().joined(separator: " ")
  }

  @Test("rates are listed of those below so many percent")
  func below() async throws {
    try await withOffice { office in
      let code = try await office.classOf(3)
      _ = try await office.attendance.take(call(code, on: "2026-09-07", absent: [1]))
      let absent = try await rates(office, by: .student, below: 80)
      #expect(absent.hasPrefix("0,") && absent.hasSuffix(",0.0,0,0,1"))
      #expect(try await rates(office, by: .student, below: 0) == "")
    }
  }

  @Test("everyone is present but those named, and only those who are enrolled that day")
  func taking() async throws {
    try await withOffice { office in
      let code = try await office.classOf(6)
      _ = try await office.enrollments.change(
        .students(students(6)), in: code.cohort, to: .withdrawn, on: try #require(Day("2026-09-05")))
      let count = try await office.attendance.take(
        call(code, on: "2026-09-07", absent: [1, 2], late: [3], excused: [4]))
      #expect((count.present, count.late, count.excused, count.absent) == (1, 1, 1, 2))
      #expect(count.at.description == "09:00")
    }
  }

  @Test("the last day of an enrollment still counts, and so does the first one after a leave")
  func edges() async throws {
    try await withOffice { office in
      let code = try await office.classOf(2)
      for (state, day) in [(EnrollmentState.suspended, "2026-09-07"), (.enrolled, "2026-09-14")] {
        _ = try await office.enrollments.change(
          .students(students(1)), in: code.cohort, to: state, on: try #require(Day(day)))
      }
      for day in ["2026-09-07", "2026-09-14"] {
        #expect(try await office.attendance.take(call(code, on: day)).students == 2)
      }
    }
  }

  @Test("a lesson of two cohorts is taken once, for both; one that was taken before stays as it is")
  func together() async throws {
    try await withOffice { office in
      let code = try await office.classOf(3)
      try await office.cohort("UZ-TAS-LOG-2026B", capacity: 5)
      let other = ClassCode(cohort: "UZ-TAS-LOG-2026B", course: "LOG-1")
      try await office.people(2)
      _ = try await office.enrollments.enroll(
        students(4, 5), in: other.cohort, appliedOn: try #require(Day("2026-06-01")))
      try await office.taught(other, on: ["2026-09-07", "2026-09-14", "2026-09-21"])
      var details = ClassDetails()
      details.room = "204"
      for code in [code, other] { try await office.classes.edit(code, details) }
      let sheet = try await office.sessions.daySheet(on: day("2026-09-07"))
      #expect(sheet.lessons.map(\.cohorts) == [[code.cohort, other.cohort]])
      #expect(sheet.lessons.first?.students.count == 5)
      #expect(sheet.lessons.map(\.workshop) == ["Uzbekistan Luban Workshop"])
      let both = try await office.attendance.take(call(code, on: "2026-09-07", absent: [2, 5]))
      #expect(both.others == [other] && (both.present, both.absent) == (3, 2))
      let noted = try await office.sessions.daySheet(on: day("2026-09-07"))
      #expect(noted.lessons.first?.students.count { $0.status == .absent } == 2)
      await expectBroken("attendance_is_taken_once") {
        try await office.attendance.take(call(other, on: "2026-09-07"))
      }
      details.room = "205"
      try await office.classes.edit(other, details)
      let one = try await office.attendance.take(call(other, on: "2026-09-14"))
      #expect(one.others == [] && one.present == 2)
      details.room = "204"
      try await office.classes.edit(other, details)
      let rest = try await office.attendance.take(call(code, on: "2026-09-14"))
      #expect(rest.others == [] && rest.present == 3)
    }
  }

  @Test("a class, a day and a time that are not there are told with those that are")
  func missing() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      await #expect(
        throws: LubanError.notFound(
          noun: "session of \(code) on", code: "2026-09-08",
          nearest: ["2026-09-07", "2026-09-14", "2026-09-21"])
      ) { try await office.attendance.take(call(code, on: "2026-09-08")) }
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
          select workshop_id, class_id, held_on, '14:00', '15:30', 2 from session where held_on = '2026-09-07'
          """)
      }
      await #expect(
        throws: LubanError.ambiguous(
          noun: "session of \(code) on", code: "2026-09-07", candidates: ["09:00", "14:00"], by: "at")
      ) { try await office.attendance.take(call(code, on: "2026-09-07")) }
      var afternoon = try call(code, on: "2026-09-07")
      afternoon.at = TimeOfDay("14:00")
      #expect(try await office.attendance.take(afternoon).at == TimeOfDay("14:00"))
    }
  }

  @Test("a session that is taken twice at the same moment is taken once")
  func race() async throws {
    try await withOffice { office in
      let code = try await office.classOf(3)
      let call = try call(code, on: "2026-09-07")
      let taken = await withTaskGroup(of: Bool.self) { group in
        for _ in 1...4 { group.addTask { (try? await office.attendance.take(call)) != nil } }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(taken == 1)
    }
  }

  @Test("a withdrawal waits for attendance of a later day that is being taken, and is refused then")
  func withdrawalMeanwhile() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      let day = try #require(Day("2026-09-01"))
      let withdrawal = try await office.database.write { tx in
        try tx.execute(
          """
          select take_attendance(\(code.cohort), \(code.course), '2026-09-07', null, '{}', '{}', '{}')
          """)
        let withdrawal = Task {
          try await office.enrollments.change(
            .students(students(1)), in: code.cohort, to: .withdrawn, on: day)
        }
        try tx.waitUntilSomebodyWaits()
        return withdrawal
      }
      await expectBroken("enrollment_covers_days_attended") { try await withdrawal.value }
      let state = try await office.enrollments.show(students(1)[0], in: code.cohort).state
      #expect(state == .enrolled)
    }
  }

  @Test("a session whose attendance is being taken is not cancelled meanwhile")
  func cancellationMeanwhile() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      let day = try #require(Day("2026-09-07"))
      let cancellation = try await office.database.write { tx in
        try tx.execute(
          """
          select take_attendance(\(code.cohort), \(code.course), '2026-09-07', null, '{}', '{}', '{}')
          """)
        let cancellation = Task {
          try await office.sessions.cancel(SessionReference(code, on: day), reason: "no room")
        }
        try tx.waitUntilSomebodyWaits()
        return cancellation
      }
      await expectBroken("session_that_was_held_stays") { try await cancellation.value }
    }
  }

  @Test("late counts as attended, and excused as the completion rule says")
  func formula() async throws {
    try await withOffice { office in
      let code = try await office.classOf(4)
      try await office.attendance.take(
        call(code, on: "2026-09-07", absent: [1], late: [2], excused: [3]))
      try await office.attendance.take(call(code, on: "2026-09-14"))
      // Seven notes of two hours are not excused: six attended.
      #expect(try await rates(office) == "12,14,85.7,1,1,1")
      for (rule, expected) in [
        ("left_out", "12,14,85.7,1,1,1"), ("attended", "14,16,87.5,1,1,1"), ("missed", "12,16,75.0,1,1,1"),
      ] {
        try await office.database.write { tx in
          try tx.runScript("set local session_replication_role = replica")
          try tx.execute(
            """
            insert into completion_rule (edition_id, excused) select edition_id, \(rule)::excused_rule from cohort
            on conflict (edition_id) do update set excused = excluded.excused
            """)
        }
        #expect(try await rates(office) == expected, "\(rule)")
      }
    }
  }

  @Test("a rate is told from the first hour on")
  func small() async throws {
    try await withOffice { office in
      let code = try await office.classOf(4)
      try await office.attendance.take(call(code, on: "2026-09-07", absent: [1]))
      #expect(try await rates(office) == "6,8,75.0,0,0,1")
      #expect(try await rates(office, by: .taughtClass) == "6,8,75.0,0,0,1")
      #expect(
        try await rates(office, by: .student)
          == "0,2,0.0,0,0,1 2,2,100.0,0,0,0 2,2,100.0,0,0,0 2,2,100.0,0,0,0")
    }
  }

  @Test("a rate as known at a time knows the sessions as they were then: their day and their hours")
  func pastSessions() async throws {
    try await withOffice { office in
      let code = try await office.classOf(6)
      let reference = SessionReference(code, on: try #require(Day("2026-09-14")))
      try await office.attendance.take(call(code, on: "2026-09-07", absent: [1]))
      try await office.attendance.take(call(code, on: "2026-09-14", absent: [1, 2]))
      let then = try await office.now()
      let was = try await rates(office)
      try await office.attendance.undo(code, on: reference.on, reason: "the other group")
      var changes = SessionChanges()
      changes.day = Day("2026-10-14")
      changes.hours = 4
      _ = try await office.sessions.move(reference, changes)
      #expect(try await rates(office) == "10,12,83.3,0,0,1")
      #expect(try await rates(office, knownAt: then) == was)
    }
  }

  @Test("a rate as of a day leaves later sessions out, and as known at a time what was corrected after it")
  func past() async throws {
    try await withOffice { office in
      let code = try await office.classOf(6)
      let before = try await office.now()
      try await office.attendance.take(call(code, on: "2026-09-07", absent: [1]))
      try await office.attendance.take(call(code, on: "2026-09-14", absent: [1, 2]))
      let then = try await office.now()
      let was = try await rates(office)
      #expect(was == "18,24,75.0,0,0,3")
      #expect(try await rates(office, asOf: "2026-09-13") == "10,12,83.3,0,0,1")
      let correction = try await office.attendance.correct(
        code, on: try #require(Day("2026-09-07")), of: students(1)[0], to: .late, reason: "the bus")
      #expect(correction.before == .absent)
      try await office.attendance.undo(code, on: try #require(Day("2026-09-14")), reason: "the other group")
      #expect(try await rates(office) == "12,12,100.0,1,0,0")
      #expect(try await rates(office, knownAt: then) == was)
      #expect(try await rates(office, knownAt: before) == "")
      let reasons = try await office.database.read { tx in
        try tx.rows("select distinct reason from attendance_past order by 1", as: String.self)
      }
      #expect(reasons == ["the bus", "the other group"])
    }
  }

  @Test("a withdrawal that is recorded later leaves what was known before it as it was")
  func pastEnrollment() async throws {
    try await withOffice { office in
      let code = try await office.classOf(2)
      try await office.attendance.take(call(code, on: "2026-09-07"))
      try await office.attendance.take(call(code, on: "2026-09-14", absent: [2]))
      let then = try await office.now()
      _ = try await office.enrollments.change(
        .students(students(2)), in: code.cohort, to: .withdrawn, on: try #require(Day("2026-09-08")))
      #expect(try await rates(office, by: .student) == "4,4,100.0,0,0,0 2,2,100.0,0,0,0")
      #expect(try await rates(office, by: .student, knownAt: then) == "4,4,100.0,0,0,0 2,4,50.0,0,0,1")
    }
  }

  @Test("whoever came later is noted by a correction where nothing was")
  func later() async throws {
    try await withOffice { office in
      let code = try await office.classOf(1)
      try await office.attendance.take(call(code, on: "2026-09-07"))
      try await office.people(1)
      _ = try await office.enrollments.enroll(
        students(2), in: code.cohort, appliedOn: try #require(Day("2026-06-01")))
      let noted = try await office.attendance.correct(
        code, on: try #require(Day("2026-09-07")), of: students(2)[0], to: .present, reason: "was there")
      #expect(noted.before == nil)
      let tomorrow = try await office.dayToCome()
      try await office.taught(code, on: [tomorrow.iso])
      await expectBroken("fact_is_of_today_or_earlier") {
        try await office.attendance.correct(
          code, on: tomorrow, of: students(2)[0], to: .present, reason: "will be there")
      }
    }
  }
}
