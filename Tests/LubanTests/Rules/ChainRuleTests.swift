import Luban
import Postgres
import Support
import Testing

@Suite("Rules of transfers and returns")
struct ChainRuleTests {
  private let a: CohortCode = "UZ-TAS-LOG-2024A"
  private let b: CohortCode = "UZ-TAS-LOG-2024B"

  private func names(_ outcome: EnrollmentOutcome) -> [String] {
    let names = outcome.leftOut.flatMap(\.rules).map(\.name)
    BrokenRules.note(names)
    return names
  }

  /// The rule that a correction breaks, and what is told with it.
  private func broken(
    _ office: Office, event: Int, in cohort: CohortCode, to: Day? = nil
  ) async throws -> (name: String, detail: String) {
    do {
      _ = try await office.enrollments.correct(
        event: event, of: students(1)[0], in: cohort, to: to, reason: "wrong")
    } catch LubanError.ruleBroken(let rule) {
      BrokenRules.note([rule.name])
      return (rule.name, rule.detail)
    }
    return ("", "")
  }

  @Test("who has left is sent to the return by every other verb, and who has not is sent on by the return")
  func verbs() async throws {
    try await withOffice { office in
      try await office.taughtCohort(3)
      try await office.cohort(b, year: 2024)
      let enrollments = office.enrollments
      let left = day("2025-01-10")
      let later = day("2025-02-10")
      _ = try await enrollments.change(.students(students(1)), in: a, to: .withdrawn, on: left)
      for state in [EnrollmentState.enrolled, .admitted, .suspended] {
        let outcome = try await enrollments.change(.students(students(1)), in: a, to: state, on: later)
        #expect(names(outcome) == ["enrollment_comes_back_by_return"])
      }
      let enrolled = try await enrollments.enroll(students(1), in: a, appliedOn: later, override: "back")
      #expect(names(enrolled) == ["enrollment_comes_back_by_return"])
      let moved = try await enrollments.transfer(students(1), from: a, to: b, on: later, reason: "back")
      #expect(names(moved) == ["enrollment_comes_back_by_return"])
      #expect(
        names(try await enrollments.takeBack(students(2), whoLeft: a, on: later)) == [
          "return_is_of_one_who_left"
        ])
      #expect(
        names(try await enrollments.takeBack(students(1), whoLeft: a, on: day("2025-01-09")))
          == ["enrollment_events_follow_each_other"])
    }
  }

  @Test("a transfer and a return stay in the program, but for a transfer with a reason")
  func program() async throws {
    try await withOffice { office in
      try await office.taughtCohort(2)
      try await office.hardProgram()
      let enrollments = office.enrollments
      let on = day("2026-06-01")
      let moved = try await enrollments.transfer(students(1), from: a, to: "UZ-TAS-HARD", on: on, reason: "x")
      #expect(names(moved) == ["transfer_stays_in_the_program"])
      let allowed = try await enrollments.transfer(
        students(1), from: a, to: "UZ-TAS-HARD", on: on, reason: "x", override: "by the director")
      #expect(allowed.done.map(\.state) == [.enrolled])
      _ = try await enrollments.change(.students(students(2)), in: a, to: .withdrawn, on: on)
      let back = try await enrollments.takeBack(students(2), whoLeft: a, into: "UZ-TAS-HARD", on: on)
      #expect(names(back) == ["return_stays_in_the_program"])
    }
  }

  @Test("what was noted in an enrollment, or follows a transfer, keeps it from being taken back")
  func noted() async throws {
    try await withOffice { office in
      try await office.taughtCohort(2)
      try await office.cohort(b, year: 2024)
      try await office.taughtClass("LOG-110", in: b, from: "2024-09-01", to: "2025-01-31")
      let enrollments = office.enrollments
      _ = try await office.results.add(
        ResultReference(students(1)[0], "LOG-210", cohort: a), mark: nil, on: day("2024-06-01"),
        .recognized(evidence: "a port school"))
      let annulled = try await broken(office, event: 1, in: a)
      #expect(annulled.name == "annulled_enrollment_holds_nothing")
      #expect(annulled.detail.contains("LOG-210"))
      _ = try await enrollments.transfer(
        students(1), from: a, to: b, on: day("2024-12-01"), reason: "evenings")
      _ = try await office.results.add(
        ResultReference(students(1)[0], "LOG-110", cohort: b), mark: "5", on: day("2024-12-10"))
      _ = try await enrollments.change(.students(students(1)), in: b, to: .suspended, on: day("2025-01-10"))
      for (event, cohort) in [(2, a), (1, b)] {
        let kept = try await broken(office, event: event, in: cohort)
        #expect(kept.name == "transfer_is_taken_back_after_what_follows")
        #expect(kept.detail.contains("suspended in UZ-TAS-LOG-2024B on 2025-01-10"))
        #expect(kept.detail.contains("LOG-110"))
      }
    }
  }

  @Test("one that was annulled begins again by enrolling, under the rules of entry")
  func again() async throws {
    try await withOffice { office in
      try await office.taughtCohort(2)
      let enrollments = office.enrollments
      _ = try await enrollments.correct(
        event: 1, of: students(1)[0], in: a, to: nil, reason: "another person")
      let walked = try await enrollments.change(
        .students(students(1)), in: a, to: .enrolled, on: day("2024-07-01"))
      #expect(names(walked) == ["annulled_enrollment_begins_again"])
      #expect(
        names(try await enrollments.takeBack(students(1), whoLeft: a, on: day("2024-07-01")))
          == ["annulled_enrollment_begins_again"])
      let late = try await enrollments.enroll(students(1), in: a, appliedOn: day("2025-07-01"))
      #expect(names(late) == ["enrollment_is_within_the_window"])
      // Whoever writes.
      await office.expectRefused([
        Breach(
          "enrollment_not_before_minimum_age",
          """
          with young as (
            update student set birth_on = '2015-01-01' where number = 1 returning workshop_id, id)
          insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
          select e.workshop_id, e.id, 3, 'enrolled', '2024-06-01' from enrollment e join young y
            on (y.workshop_id, y.id) = (e.workshop_id, e.student_id)
          """)
      ])
      let done = try await enrollments.enroll(students(1), in: a, appliedOn: day("2024-06-02"))
      #expect(done.done.map(\.state) == [.enrolled])
      #expect(try await enrollments.show(students(1)[0], in: a).events.count == 3)
    }
  }

  @Test(
    "who was enrolled and left comes into another cohort of the program by a return alone, with what was earned"
  )
  func parallel() async throws {
    try await withOffice { office in
      try await office.taughtCohort(3)
      try await office.cohort(b, year: 2024)
      let enrollments = office.enrollments
      _ = try await enrollments.change(.students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      var applied = try await enrollments.enroll(
        students(1), in: b, appliedOn: day("2025-02-01"), override: "came back")
      #expect(names(applied) == ["enrollment_comes_back_by_return"])
      let file = "number,applied_on\nS-00001,2025-02-01\n"
      let imported = try await office.take(file) {
        $0.cohort = b
        $0.override = "came back"
      }
      #expect(imported.problems.map(\.rule) == ["enrollment_comes_back_by_return"])
      _ = try await enrollments.takeBack(students(1), whoLeft: a, into: b, on: day("2025-02-01"))
      #expect(try await enrollments.show(students(1)[0], in: b).state == .enrolled)
      // Once the chain goes on, what was left is behind it.
      _ = try await enrollments.change(.students(students(1)), in: b, to: .withdrawn, on: day("2025-03-01"))
      applied = try await enrollments.enroll(
        students(1), in: b, appliedOn: day("2025-03-02"), override: "came back")
      #expect(names(applied) == ["enrollment_comes_back_by_return"])
    }
  }

  @Test("what only took an event back is not taken back itself, in whichever way: the change is noted again")
  func voided() async throws {
    try await withOffice { office in
      try await office.taughtCohort(1)
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      #expect(try await broken(office, event: 2, in: a).name == "")
      for to in [nil, day("2025-02-01")] {
        let refused = try await broken(office, event: 3, in: a, to: to)
        #expect(refused.name == "enrollment_void_is_not_taken_back")
        #expect(refused.detail == "event 3 took back event 2")
      }
      _ = try await office.enrollments.change(
        .students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      #expect(try await office.enrollments.show(students(1)[0], in: a).state == .withdrawn)
    }
  }

  @Test("whoever was rejected may come back to the application that was rejected")
  func rejected() async throws {
    try await withOffice { office in
      try await office.cohort(a, year: 2024)
      try await office.people(1)
      let enrollments = office.enrollments
      _ = try await enrollments.enroll(students(1), in: a, as: .applied, appliedOn: day("2024-06-01"))
      _ = try await enrollments.change(.students(students(1)), in: a, to: .rejected, on: day("2024-06-10"))
      _ = try await enrollments.takeBack(students(1), whoLeft: a, on: day("2024-06-20"))
      #expect(try await enrollments.show(students(1)[0], in: a).state == .applied)
      var scope = ReportScope()
      scope.asOf = day("2024-07-01")
      let counts = try await office.rows(
        of: office.reports.cohorts(scope), Page(columns: ["applications", "applied", "refused"]))
      #expect(counts == [["1", "1", "0"]])
    }
  }

  @Test("on no day of the past is a student in two places")
  func places() async throws {
    try await withOffice { office in
      try await office.taughtCohort(2)
      try await office.cohort(b, year: 2024)
      let enrollments = office.enrollments
      _ = try await enrollments.change(.students(students(1)), in: a, to: .withdrawn, on: day("2025-01-10"))
      let early = try await enrollments.enroll(
        students(1), in: b, appliedOn: day("2024-12-01"), override: "late")
      #expect(names(early) == ["enrollment_comes_back_by_return"])
      _ = try await enrollments.takeBack(students(1), whoLeft: a, into: b, on: day("2025-01-10"))
      #expect(
        try await broken(office, event: 2, in: a, to: day("2025-02-01")).name
          == "student_holds_one_seat_at_a_time")
    }
  }
}
