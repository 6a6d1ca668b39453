import Luban
import Postgres
import Support
import Testing

@Suite("Rules of seats on every day")
struct SeatDayRuleTests {
  private static let a: CohortCode = "UZ-TAS-LOG-2026A"

  /// A seat of A for a student from a day on.
  private func seat(of student: Int, from day: String) -> SQL {
    """
    with made as (
      insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on)
      select s.workshop_id, s.id, c.id, '2026-06-01', 'enrolled', \(day)::date from cohort c
      join student s on s.workshop_id = c.workshop_id and s.number = \(student) where c.code = \(Self.a)
      returning workshop_id, id)
    insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
    select workshop_id, id, 1, 'enrolled', \(day)::date from made
    """
  }

  private static let laterWithdrawal: SQL = """
    insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason, voids)
    select e.workshop_id, e.id, 3, 'enrolled', 'withdrawn', '2026-10-02', 'later', 2
    from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = 1
    where e.state = 'withdrawn'
    """

  private func story(_ office: Office) async throws {
    try await office.cohort(Self.a, capacity: 1)
    try await office.people(3)
    _ = try await office.enrollments.enroll(
      students(1), in: Self.a, appliedOn: try #require(Day("2026-06-01")))
    _ = try await office.enrollments.change(
      .students(students(1)), in: Self.a, to: .withdrawn, on: try #require(Day("2026-10-01")),
      reason: ChangeReason(code: "moved"))
  }

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await story(office)
      await office.expectRefused([
        Breach("seats_are_held_within_capacity_each_day", seat(of: 2, from: "2026-09-30"))
      ])
      try await office.database.write { tx in try tx.execute(seat(of: 2, from: "2026-10-01")) }
      await office.expectRefused([Breach("seats_are_held_within_capacity_each_day", Self.laterWithdrawal)])
      #expect(try await office.daysThatBreakTheLaw() == [])
    }
  }

  @Test("of two who take the seat of a past day at the same moment, the second is refused")
  func race() async throws {
    try await withOffice { office in
      try await story(office)
      try await office.database.write { tx in
        try tx.execute(
          """
          insert into cohort_stretch (workshop_id, cohort_id, since, intake_on, planned_end_on, capacity, census_day)
          select workshop_id, id, '2026-11-01', intake_on, planned_end_on, 2, census_day from cohort
          """)
      }
      let second = try await office.database.write { tx in
        try tx.execute(seat(of: 2, from: "2026-10-10"))
        let second = Task {
          try await office.database.write { tx in try tx.execute(seat(of: 3, from: "2026-10-10")) }
        }
        try tx.waitUntilSomebodyWaits()
        return second
      }
      let error = await #expect(throws: PostgresError.self) { _ = try await second.value }
      #expect(error?.serverError?.constraint == "seats_are_held_within_capacity_each_day")
      #expect(try await office.daysThatBreakTheLaw() == [])
    }
  }

  @Test("a seat of a past day beside fewer seats on it: whoever comes second is refused, in either order")
  func capacity() async throws {
    try await withOffice { office in
      try await office.cohort(Self.a, capacity: 2)
      try await office.people(2)
      _ = try await office.enrollments.enroll(students(1), in: Self.a, appliedOn: day("2026-06-01"))
      _ = try await office.enrollments.change(
        .students(students(1)), in: Self.a, to: .withdrawn, on: day("2026-10-01"),
        reason: ChangeReason(code: "moved"))
      var fewer = CohortDetails()
      fewer.capacity = 1
      let editing = try await office.database.write { [fewer] tx in
        try tx.execute(
          """
          select enroll(c.workshop_id, c.id, array[s.id], 'enrolled', '2026-06-01', '2026-09-01')
          from cohort c, student s where s.number = 2
          """)
        let editing = Task { try await office.cohorts.edit(Self.a, fewer) }
        try tx.waitUntilSomebodyWaits()
        return editing
      }
      await expectBroken("seats_are_held_within_capacity_each_day") { _ = try await editing.value }
      // The other way round: the seat is taken back first.
      _ = try await office.enrollments.correct(
        event: 1, of: students(2)[0], in: Self.a, to: nil, reason: "never")
      let enrolling = try await office.database.write { tx in
        try tx.execute(
          """
          select edit_cohort(workshop_id, id, null, null, null, 1, null, null, null, null) from cohort
          """)
        let enrolling = Task {
          try await office.enrollments.enroll(
            students(2), in: Self.a, appliedOn: day("2026-06-01"), on: day("2026-09-01"))
        }
        try tx.waitUntilSomebodyWaits()
        return enrolling
      }
      let outcome = try await enrolling.value
      #expect(outcome.leftOut.flatMap(\.rules).map(\.name) == ["seats_are_held_within_capacity_each_day"])
      #expect(try await office.daysThatBreakTheLaw() == [])
    }
  }

  @Test("the doctor finds a past day with more seats held than there were, and a person in two cohorts")
  func doctor() async throws {
    try await withOffice(isWellInTheEnd: false) { office in
      try await story(office)
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      _ = try await office.enrollments.takeBack(
        students(1), whoLeft: Self.a, into: "UZ-TAS-LOG-2026B", on: try #require(Day("2026-10-01")))
      try await office.database.write { tx in
        try tx.runScript(
          """
          do $$ begin execute (
            select format('alter table enrollment_event disable trigger %I', tgname) from pg_trigger
            where tgname ~ 'seats_are_held_every_day'); end $$
          """)
        try tx.execute(seat(of: 2, from: "2026-09-30"))
        try tx.execute(Self.laterWithdrawal)
      }
      let ill = try await office.schema.examine(isDeep: true).filter { !$0.isWell }.map(\.check)
      #expect(
        ill == [
          "seats are held within capacity on every day", "nobody holds two seats of a program on any day",
        ])
      #expect(try await office.daysThatBreakTheLaw().count == 2)
    }
  }
}
