import Luban
import Postgres
import Support
import Testing

@Suite("Rules of attendance")
struct AttendanceRuleTests {
  /// What the breaches are about.
  ///
  /// Students 1 to 4 are enrolled in A, of whom 2 withdrew on 10 September and 3 was suspended from 12 to 20
  /// September; 5 is in B. The session of 21 September is cancelled. 1 and 2 were present on 7 September, 4 absent.
  private static let breaches = [
    Breach("attendance_is_one_a_session", note(of: 1, on: "2026-09-07")),
    Breach(
      "attendance_is_of_a_session",
      """
      insert into attendance (workshop_id, session_id, enrollment_id, status)
      select workshop_id, -1, id, 'present' from enrollment limit 1
      """),
    Breach("session_that_was_held_stays", "delete from session where held_on = '2026-09-07'"),
    Breach(
      "attendance_is_of_an_enrollment",
      """
      insert into attendance (workshop_id, session_id, enrollment_id, status)
      select workshop_id, id, -1, 'present' from session limit 1
      """),
    // Its events are asked first.
    Breach(
      "events_are_kept",
      "delete from enrollment e using attendance a where (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)"
    ),
    Breach("enrollment_event_is_of_an_enrollment", "update enrollment set workshop_id = workshop_id + 1"),
    Breach("session_that_was_held_stays", "update session set workshop_id = workshop_id + 1"),
    Breach("attendance_is_of_those_enrolled", note(of: 2, on: "2026-09-14")),
    Breach("attendance_is_of_those_enrolled", note(of: 2, on: "2026-09-14", status: .absent)),
    Breach("attendance_is_of_those_enrolled", note(of: 3, on: "2026-09-14")),
    Breach("attendance_is_of_the_cohort_of_the_class", note(of: 5, on: "2026-09-14")),
    Breach("attendance_is_of_a_session_that_takes_place", note(of: 1, on: "2026-09-21")),
    Breach("attendance_is_taken_once", take(on: "2026-09-07")),
    Breach("attendance_is_of_a_session_that_takes_place", take(on: "2026-09-21")),
    Breach("attendance_is_of_those_enrolled", take(on: "2026-09-14", absent: [2])),
    Breach("attendance_hours_are_more_than_none", "update attendance set hours = 0 where status = 'present'"),
    Breach(
      "attendance_hours_are_of_who_was_there", "update attendance set hours = 1 where status = 'absent'"),
    Breach(
      "attendance_lies_within_its_session", "update attendance set hours = 2.5 where status = 'present'"),
    Breach(
      "attendance_lies_within_its_session",
      "select take_attendance('UZ-TAS-LOG-2026A', 'LOG-1', '2026-09-14', null, '{}', '{}', '{}', '{1}', '{3}')"
    ),
    Breach(
      "attendance_lies_within_its_session",
      """
      with partly as (update attendance set hours = 1.5 where status = 'present' returning session_id)
      update session set hours = 1 where id in (select session_id from partly)
      """),
    Breach(
      "attendance_stays_with_its_session",
      "update attendance set session_id = (select id from session where held_on = '2026-09-14')"),
    Breach("attendance_past_is_kept", "delete from attendance_past"),
    Breach("attendance_past_is_kept", "update attendance_past set status = 'present'"),
    Breach(
      "attendance_past_is_of_a_session",
      """
      with taken_back as (delete from attendance returning session_id)
      delete from session where id in (select session_id from taken_back)
      """),
    Breach("enrollment_covers_days_attended", leave(1, on: "2026-09-06")),
    Breach(
      "enrollment_covers_days_attended",
      """
      select correct_event(e.workshop_id, e.id, 2::smallint, '2026-09-02', false, 'wrong day') from enrollment e
      where e.state = 'withdrawn'
      """),
    Breach(
      "enrollment_covers_days_attended",
      """
      select correct_event(e.workshop_id, e.id, 1::smallint, '2026-09-08', false, 'came later')
      from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) where s.number = 1
      """),
    Breach("sheet_code_is_letters_and_digits", sheet(code: "a 1")),
    Breach(
      "sheet_code_is_unique",
      "\(fragment: sheet(code: "A-1")) union all select workshop_id, 'A-1', 'attendance', id, '2026-09-01', '2026-09-30' from class"
    ),
    Breach(
      "sheet_is_of_a_class",
      """
      insert into sheet (workshop_id, code, kind, class_id, from_on, to_on)
      select id, 'A-1', 'attendance', -1, '2026-09-01', '2026-09-30' from workshop
      """),
    Breach("attendance_sheet_has_its_days", "update sheet set from_on = null"),
    Breach("attendance_sheet_has_its_days", "update sheet set to_on = '2026-08-31'"),
    Breach("attendance_sheet_has_its_days", "update sheet set kind = 'marks'"),
  ]

  private static func note(of student: Int, on day: String, status: AttendanceStatus = .present) -> SQL {
    """
    insert into attendance (workshop_id, session_id, enrollment_id, status)
    select s.workshop_id, s.id, e.id, \(status) from session s, enrollment e
    join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
    where s.held_on = \(day, as: .date) and t.number = \(student)
    """
  }

  private static func take(on day: String, absent: [Int32] = []) -> SQL {
    """
    select take_attendance('UZ-TAS-LOG-2026A', 'LOG-1', \(day, as: .date), null, \(absent), '{}', '{}')
    """
  }

  private static func leave(_ student: Int, on day: String) -> SQL {
    """
    insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
    select e.workshop_id, e.id, 2, 'enrolled', 'withdrawn', \(day, as: .date) from enrollment e
    join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id) where t.number = \(student)
    """
  }

  private static func sheet(code: String) -> SQL {
    """
    insert into sheet (workshop_id, code, kind, class_id, from_on, to_on)
    select workshop_id, \(code), 'attendance'::sheet_kind, id, date '2026-09-01', date '2026-09-30' from class
    """
  }

  private func story(_ office: Office) async throws {
    let code = try await office.classOf(4)
    try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
    try await office.people(1)
    let june = try #require(Day("2026-06-01"))
    _ = try await office.enrollments.enroll(students(5), in: "UZ-TAS-LOG-2026B", appliedOn: june)
    _ = try await office.enrollments.change(
      .students(students(2)), in: code.cohort, to: .withdrawn, on: try #require(Day("2026-09-10")))
    _ = try await office.enrollments.change(
      .students(students(3)), in: code.cohort, to: .suspended, on: try #require(Day("2026-09-12")))
    _ = try await office.enrollments.change(
      .students(students(3)), in: code.cohort, to: .enrolled, on: try #require(Day("2026-09-20")))
    var call = AttendanceCall(code, on: try #require(Day("2026-09-07")))
    call.absent = [try #require(StudentNumber("4"))]
    try await office.attendance.take(call)
    _ = try await office.attendance.openSheet(
      code, from: try #require(Day("2026-09-01")), to: try #require(Day("2026-09-30")))
    try await office.database.write { tx in
      try tx.execute("update session set cancel_reason = 'the teacher is ill' where held_on = '2026-09-21'")
    }
  }

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await story(office)
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("a file of thousands is held to the same rules as one student")
  func many() async throws {
    try await withOffice { office in
      let code = try await office.classOf(2)
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
          select workshop_id, id, date '2026-09-22' + n / 160, time '08:00' + n % 160 * interval '5 minutes',
            time '23:00', 1
          from class, generate_series(0, 7999) n
          """)
      }
      let insert: SQL = """
        insert into attendance (workshop_id, session_id, enrollment_id, status)
        select s.workshop_id, s.id, e.id, 'present' from session s, enrollment e
        """
      _ = try await office.enrollments.change(
        .students(students(2)), in: code.cohort, to: .withdrawn, on: try #require(Day("2026-10-10")))
      await office.expectRefused([Breach("attendance_is_of_those_enrolled", insert)])
      let rows = try await office.database.write { tx in
        try tx.execute("\(fragment: insert) where s.held_on <= e.state_on or e.state = 'enrolled'")
      }
      #expect(rows > 10_000)
    }
  }

  @Test("an absence noted after a student had left does not keep the earlier day from being recorded")
  func absence() async throws {
    try await withOffice { office in
      let code = try await office.classOf(2)
      var call = AttendanceCall(code, on: try #require(Day("2026-09-07")))
      try await office.attendance.take(call)
      call.on = try #require(Day("2026-09-14"))
      call.absent = [try #require(StudentNumber("2"))]
      try await office.attendance.take(call)
      let outcome = try await office.enrollments.change(
        .students(students(2)), in: code.cohort, to: .withdrawn, on: try #require(Day("2026-09-08")))
      #expect(outcome.done.count == 1)
      var scope = AttendanceScope()
      scope.asOf = try #require(Day("2026-09-30"))
      scope.student = students(2)[0]
      let rates = try await office.csv(
        office.attendance.rates(by: .student, scope), Page(columns: ["attended_hours", "held_hours"]))
      #expect(rates == "attended_hours,held_hours\n2,2\n")
      // Corrected to presence it would.
      await office.expectRefused([
        Breach(
          "attendance_is_of_those_enrolled", "update attendance set status = 'late' where status = 'absent'")
      ])
      await expectBroken("attendance_is_of_those_enrolled") {
        _ = try await office.attendance.correct(
          code, on: day("2026-09-14"), of: students(2)[0], to: .present, reason: "the list says so")
      }
      _ = try await office.attendance.correct(
        code, on: day("2026-09-14"), of: students(2)[0], to: .excused, reason: "the list says so")
    }
  }
}
