import Luban
import Postgres
import Support
import Testing

@Suite("Rules of no-shows")
struct NoShowRuleTests {
  private let cohort: CohortCode = "UZ-TAS-LOG-2024A"

  /// Student 1 has attendance, hours and a mark; of student 2, who left on 12 November as one who never attended,
  /// there is nothing.
  private func story(_ body: (Office) async throws -> Void) async throws {
    try await withOffice(.graduation) { office in
      _ = try await leave(office, 2, on: "2024-11-12")
      try await body(office)
    }
  }

  private func leave(_ office: Office, _ student: Int, on day: String) async throws -> EnrollmentOutcome {
    try await office.enrollments.change(
      .students(students(student)), in: cohort, to: .withdrawn, on: try #require(Day(day)),
      reason: ChangeReason(code: "no_show"))
  }

  private static func departure(of student: Int, on day: String, _ state: String = "withdrawn") -> SQL {
    """
    insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason_code)
    select e.workshop_id, e.id, 2, 'enrolled', \(state)::enrollment_state, \(day)::date, 'no_show' from enrollment e
    join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id) where t.number = \(student)
    """
  }

  private static func presence(of student: Int, on day: String, status: AttendanceStatus = .present) -> SQL {
    """
    insert into attendance (workshop_id, session_id, enrollment_id, status)
    select s.workshop_id, s.id, e.id, \(status) from session s, enrollment e
    join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
    where s.held_on = \(day)::date and t.number = \(student)
    """
  }

  private static let mark: SQL = """
    insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
    select e.workshop_id, e.id, k.id, 1, 'percent', '72', 72, true, '2024-11-10'
    from course k, enrollment e join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
    where p.number = 2 and k.code = 'LOG-210'
    """

  private static let breaches = [
    Breach("no_show_left_no_record", departure(of: 1, on: "2024-11-25")),
    Breach("no_show_left_no_record", departure(of: 1, on: "2024-11-25", "dismissed")),
    Breach("record_is_of_one_who_attended", presence(of: 2, on: "2024-09-02")),
    Breach("record_is_of_one_who_attended", presence(of: 2, on: "2024-09-02", status: .late)),
    Breach(
      "record_is_of_one_who_attended",
      """
      with absence as (\(fragment: presence(of: 2, on: "2024-09-02", status: .absent)) returning workshop_id)
      insert into participation (workshop_id, event_id, enrollment_id, hours)
      select v.workshop_id, v.id, e.id, 10
      from absence, culture_event v, enrollment e
      join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id) where p.number = 2
      """),
    Breach("record_is_of_one_who_attended", mark),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await story { office in
      await office.expectRefused(Self.breaches)
      // Absence says nothing else; what was noted as absence does not become presence.
      try await office.database.write { tx in
        try tx.execute(Self.presence(of: 2, on: "2024-09-02", status: .absent))
      }
      await office.expectRefused([
        Breach(
          "record_is_of_one_who_attended",
          """
          update attendance a set status = 'late' from enrollment e
          join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
          where (a.workshop_id, a.enrollment_id) = (e.workshop_id, e.id) and p.number = 2
          """)
      ])
    }
  }

  @Test("hours of a placement are refused, and so is a departure after them")
  func placement() async throws {
    try await withOffice(.graduation) { office in
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
          select o.workshop_id, e.id, o.id, o.begins_on, '2024-11-10' from placement_offer o, enrollment e
          join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id) where p.number = 2
          """)
      }
      _ = try await leave(office, 2, on: "2024-11-12")
      await office.expectRefused([
        Breach(
          "record_is_of_one_who_attended",
          """
          insert into placement_log (workshop_id, placement_id, worked_on, hours)
          select workshop_id, id, '2024-11-03', 8 from placement where ends_on = '2024-11-10'
          """)
      ])
    }
  }

  @Test("the verb leaves out whoever was there, and says what is recorded")
  func verb() async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await leave(office, 1, on: "2024-11-25")
      let rule = try #require(outcome.leftOut.first?.rules.first)
      #expect(rule.name == "no_show_left_no_record")
      #expect(rule.detail == "S-00001 attended UZ-TAS-LOG-2024A/LOG-210 on 2024-09-01")
      #expect(outcome.done.isEmpty)
      let other = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .withdrawn, on: try #require(Day("2024-11-25")),
        reason: ChangeReason(code: "work"))
      #expect(other.done.count == 1)
    }
  }

  @Test("a departure before the first day of which anything is recorded is one of a no-show")
  func before() async throws {
    try await story { office in
      let event = try await office.cultureEvents.attend("TEA-1", .students(students(2)), of: cohort)
      let rule = try #require(event.leftOut.first?.rules.first)
      #expect(rule.name == "record_is_of_one_who_attended")
      #expect(rule.detail == "S-00002 left UZ-TAS-LOG-2024A on 2024-11-12 with the code no_show")
    }
  }

  @Test("what was recorded before a transfer is of one who attended")
  func transfer() async throws {
    try await withOffice(.graduation) { office in
      try await office.cohort("UZ-TAS-LOG-2024B", year: 2024)
      _ = try await office.enrollments.transfer(
        students(1, 2), from: cohort, to: "UZ-TAS-LOG-2024B", on: try #require(Day("2024-11-21")),
        reason: "evening classes", override: "a test")
      let outcome = try await office.enrollments.change(
        .students(students(1, 2)), in: "UZ-TAS-LOG-2024B", to: .withdrawn,
        on: try #require(Day("2024-11-24")),
        reason: ChangeReason(code: "no_show"))
      #expect(outcome.done.map(\.student.description) == ["S-00002"])
      #expect(outcome.leftOut.first?.rules.map(\.name) == ["no_show_left_no_record"])
      await office.expectRefused([
        Breach(
          "record_is_of_one_who_attended",
          "\(fragment: Self.presence(of: 2, on: "2024-09-02")) and not exists (select from enrollment_link k where k.to_id = e.id)"
        )
      ])
    }
  }

  @Test("a file is refused line by line")
  func imports() async throws {
    try await story { office in
      let changes = try await office.take("student,state,on,code\nS-00001,withdrawn,2024-11-25,no_show\n") {
        $0.noun = .changes
        $0.cohort = cohort
      }
      #expect(problems(changes) == ["code:no_show_left_no_record@2"])
      #expect(changes.problems.first?.sentence.contains("attended UZ-TAS-LOG-2024A/LOG-210") == true)
      let files: [(ImportForm, String, String)] = [
        (.attendance, "student,course,date,status\nS-00002,LOG-210,2024-09-03,late\n", "student"),
        (.results, "student,course,mark,graded_on\nS-00002,LOG-210,72,2024-11-10\n", "student"),
        (.culture, "student,event,hours\nS-00002,TEA-1,4\n", "student"),
      ]
      for (form, text, column) in files {
        let outcome = try await office.take(text) {
          $0.noun = form
          $0.cohort = cohort
        }
        #expect(problems(outcome) == ["\(column):record_is_of_one_who_attended@2"], "\(form.name)")
        #expect(
          outcome.problems.first?.sentence.contains(
            "left UZ-TAS-LOG-2024A on 2024-11-12 with the code no_show")
            == true, "\(form.name)")
      }
      let absent = try await office.take("student,course,date,status\nS-00002,LOG-210,2024-09-03,absent\n") {
        $0.noun = .attendance
        $0.cohort = cohort
      }
      #expect(absent.created == 1)
    }
  }

  @Test("presence that is noted while somebody says they never attended waits, and is refused")
  func presenceMeanwhile() async throws {
    try await withOffice(.graduation) { office in
      let noting = try await office.database.write { tx in
        try tx.execute(Self.departure(of: 2, on: "2024-11-12"))
        let noting = Task {
          try await office.database.write { try $0.execute(Self.presence(of: 2, on: "2024-09-02")) }
        }
        try tx.waitUntilSomebodyWaits()
        return noting
      }
      do {
        _ = try await noting.value
        Issue.record("it was noted")
      } catch PostgresError.server(let error) {
        #expect(error.constraint == "record_is_of_one_who_attended")
      }
    }
  }

  @Test(
    "a departure of one who never attended waits for presence that is being noted, and is refused",
    arguments: [false, true])
  func departureMeanwhile(isMark: Bool) async throws {
    try await withOffice(.graduation) { office in
      let leaving = try await office.database.write { tx in
        try tx.execute(isMark ? Self.mark : Self.presence(of: 2, on: "2024-09-02"))
        let leaving = Task { try await self.leave(office, 2, on: "2024-11-12") }
        try tx.waitUntilSomebodyWaits()
        return leaving
      }
      let outcome = try await leaving.value
      #expect(outcome.leftOut.first?.rules.map(\.name) == ["no_show_left_no_record"])
    }
  }
}
