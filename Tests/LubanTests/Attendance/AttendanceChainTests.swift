import Luban
import Postgres
import Support
import Testing

@Suite("Attendance across a transfer")
struct AttendanceChainTests {
  private let first = ClassCode(cohort: "UZ-TAS-LOG-2026A", course: "LOG-1")
  private let second = ClassCode(cohort: "UZ-TAS-LOG-2026B", course: "LOG-1")

  /// Students 1 and 2 move from A to B on 15 September; 1 was there three times of four, 2 once.
  private func story(_ body: (Office) async throws -> Void) async throws {
    try await withOffice { office in
      try await office.ground()
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into completion_rule (edition_id, attendance_percent, course_attendance_percent)
          select id, 70, 60 from program_edition
          """)
      }
      _ = try await office.classOf(2)
      try await office.cohort(second.cohort)
      try await office.taught(second, on: ["2026-09-21", "2026-09-28"])
      try await take(office, first, on: "2026-09-07", absent: ["2"])
      try await take(office, first, on: "2026-09-14", absent: ["2"])
      _ = try await office.enrollments.transfer(
        students(1, 2), from: first.cohort, to: second.cohort, on: try #require(Day("2026-09-15")),
        reason: "evening classes")
      try await take(office, second, on: "2026-09-21", absent: ["1", "2"])
      try await take(office, second, on: "2026-09-28")
      try await body(office)
    }
  }

  private func take(_ office: Office, _ code: ClassCode, on day: String, absent: [String] = []) async throws {
    var call = AttendanceCall(code, on: try #require(Day(day)))
    call.absent = absent.compactMap { StudentNumber($0) }
    try await office.attendance.take(call)
  }

  private func rates(_ office: Office, by unit: AttendanceUnit, asOf: String = "2026-10-01") async throws
    -> String
  {
    var scope = AttendanceScope()
    scope.asOf = try #require(Day(asOf))
    let text = try await office.csv(
      office.attendance.rates(by: unit, scope),
      Page(columns: [unit == .student ? "key" : unit.rawValue, "attended_hours", "held_hours"]))
    return text.split(separator: "\n").dropFirst().joined(separator: " ")
  }

  @Test(
    "a student's rate is of all cohorts of the chain; those of classes and cohorts are of their own sessions")
  func everyUnit() async throws {
    try await story { office in
      let cohorts = try await rates(office, by: .cohort)
      #expect(cohorts == "UZ-TAS-LOG-2026A,4,8 UZ-TAS-LOG-2026B,4,8")
      let classes = try await rates(office, by: .taughtClass)
      #expect(classes == "UZ-TAS-LOG-2026A/LOG-1,4,8 UZ-TAS-LOG-2026B/LOG-1,4,8")
      let before = try await rates(office, by: .student, asOf: "2026-09-14")
      #expect(before == "UZ-TAS-LOG-2026A/S-00001,4,4 UZ-TAS-LOG-2026A/S-00002,0,4")
      let after = try await rates(office, by: .student)
      #expect(
        after == "\(before) UZ-TAS-LOG-2026B/S-00001,6,8 UZ-TAS-LOG-2026B/S-00002,2,8")
    }
  }

  @Test(
    "on the day of a transfer a student is in the cohort gone to alone, on sheets, in roll calls and in culture"
  )
  func dayOfTransfer() async throws {
    try await story { office in
      try await office.taught(first, on: ["2026-09-30"])
      try await office.taught(second, on: ["2026-09-30"])
      let back = try await office.enrollments.takeBack(
        students(1), whoLeft: first.cohort, on: day("2026-09-30"))
      #expect(back.done.count == 1)
      try await take(office, first, on: "2026-09-30")
      try await take(office, second, on: "2026-09-30")
      let noted = try await office.database.read { tx in
        try tx.rows(
          """
          select shown_class(s.workshop_id, s.class_id) || ' ' || shown_number(p.number) from attendance a
          join session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
          join enrollment e on (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)
          join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
          where s.held_on = '2026-09-30' order by 1
          """, as: String.self)
      }
      #expect(noted == ["\(first) S-00001", "\(second) S-00002"])
      // Who was noted there in the morning goes the day after.
      await expectBroken("enrollment_covers_days_attended") {
        _ = try await office.enrollments.takeBack(
          students(2), whoLeft: first.cohort, on: day("2026-09-30"))
      }
    }
  }

  @Test("progress and risk show the same, overall and in each course of the edition")
  func progress() async throws {
    try await story { office in
      var scope = CompletionScope()
      scope.cohort = second.cohort
      scope.asOf = try #require(Day("2026-10-01"))
      let columns = Page(columns: ["part", "of", "there", "missing"])
      func of(_ student: Int) async throws -> String {
        try await office.csv(await office.completions.parts(of: students(student)[0], scope), columns)
          .split(separator: "\n").filter { $0.contains("attendance") }.joined(separator: " ")
      }
      #expect(try await of(1) == "attendance,,75, course attendance,LOG-1,75,")
      #expect(
        try await of(2)
          == "attendance,,25,attendance 25 % of 70 % (2 of 8 hours) course attendance,LOG-1,25,attendance in LOG-1 25 % of 60 % (2 of 8 hours)"
      )
    }
  }

  @Test(
    "absence noted in the cohort that was left is refused where one who completed would lack a part by it")
  func completed() async throws {
    try await story { office in
      try await office.taught(first, on: ["2026-09-09", "2026-09-10"])
      try await office.grade(in: second)
      _ = try await office.enrollments.change(
        .students(students(1)), in: second.cohort, to: .completed, on: try #require(Day("2026-10-01")))
      await expectBroken("completed_enrollment_has_every_part") {
        try await take(office, first, on: "2026-09-09", absent: ["1"])
      }
      try await take(office, first, on: "2026-09-10")
    }
  }
}

extension Office {
  /// Student 1 has passed the course, as the curriculum asks.
  fileprivate func grade(in code: ClassCode) async throws {
    try await database.write { tx in
      try tx.execute(
        """
        insert into result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
          evidence)
        select e.workshop_id, e.id, k.id, 1, 'recognized', 'pass-fail', 'pass', 1, true, '2026-09-29', 'x'
        from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id), course k
        where c.code = \(code.cohort) and s.number = 1 and k.code = \(code.course)
        """)
    }
  }
}
