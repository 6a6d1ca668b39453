import Luban
import Postgres
import Support
import Testing

@Suite("Seats on every day")
struct SeatDayTests {
  private static let a: CohortCode = "UZ-TAS-LOG-2026A"
  private static let b: CohortCode = "UZ-TAS-LOG-2026B"

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func rules(_ outcome: EnrollmentOutcome) -> [String] {
    outcome.leftOut.flatMap(\.rules).map(\.name)
  }

  /// Two seats of A, taken by 1 and 2 on the first of June; 1 withdrew on the first of October.
  private func story(_ office: Office) async throws {
    try await office.cohort(Self.a, capacity: 2)
    try await office.cohort(Self.b, capacity: 2, intakeOn: "2026-10-01")
    try await office.people(6)
    _ = try await office.enrollments.enroll(students(1, 2), in: Self.a, appliedOn: try day("2026-06-01"))
    _ = try await office.enrollments.change(
      .students(students(1)), in: Self.a, to: .withdrawn, on: try day("2026-10-01"),
      reason: ChangeReason(code: "moved"))
  }

  private func expectLawful(_ office: Office, sourceLocation: SourceLocation = #_sourceLocation) async throws
  {
    #expect(try await office.daysThatBreakTheLaw() == [], sourceLocation: sourceLocation)
    #expect(
      try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [],
      sourceLocation: sourceLocation)
  }

  @Test("who applied while the cohort was full is told since when a seat is free, and seated from then")
  func backDated() async throws {
    try await withOffice { office in
      try await story(office)
      let refused = try await office.enrollments.enroll(
        students(3), in: Self.a, appliedOn: try day("2026-06-10"))
      #expect(rules(refused) == ["seats_are_held_within_capacity_each_day"])
      #expect(refused.leftOut[0].rules[0].detail == "a seat is free since 2026-10-01")
      let seated = try await office.enrollments.enroll(
        students(3), in: Self.a, appliedOn: try day("2026-06-10"), on: try day("2026-10-01"))
      #expect(seated.done.map(\.state) == [.enrolled])
      let shown = try await office.enrollments.show(students(3)[0], in: Self.a)
      #expect(shown.appliedOn == Day("2026-06-10") && shown.since == Day("2026-10-01"))
      // Full again: who comes now waits, whatever the day.
      let late = try await office.enrollments.enroll(
        students(4), in: Self.a, appliedOn: try day("2026-06-10"))
      #expect(late.done.map(\.state) == [.waitlisted])
      try await expectLawful(office)
    }
  }

  @Test("who was admitted or has applied before is asked the same, and so is a transfer")
  func otherVerbs() async throws {
    try await withOffice { office in
      try await story(office)
      _ = try await office.enrollments.enroll(
        students(3), in: Self.a, as: .applied, appliedOn: try day("2026-06-10"))
      let admitted = try await office.enrollments.change(
        .students(students(3)), in: Self.a, to: .admitted, on: try day("2026-06-11"))
      #expect(rules(admitted) == ["seats_are_held_within_capacity_each_day"])
      _ = try await office.enrollments.enroll(students(4), in: Self.b, appliedOn: try day("2026-06-10"))
      let moved = try await office.enrollments.transfer(
        students(4), from: Self.b, to: Self.a, on: try day("2026-09-30"), reason: "nearer")
      #expect(rules(moved) == ["seats_are_held_within_capacity_each_day"])
      #expect(moved.leftOut[0].rules[0].detail == "a seat is free since 2026-10-01")
      let later = try await office.enrollments.transfer(
        students(4), from: Self.b, to: Self.a, on: try day("2026-10-01"), reason: "nearer")
      #expect(later.done.map(\.state) == [.enrolled])
      try await expectLawful(office)
    }
  }

  @Test("a withdrawal is not corrected to a later day when its seat was given away, nor taken back")
  func corrections() async throws {
    try await withOffice { office in
      try await story(office)
      _ = try await office.enrollments.enroll(students(3), in: Self.a, appliedOn: try day("2026-10-01"))
      await expectBroken("seats_are_held_within_capacity_each_day") {
        try await office.enrollments.correct(
          event: 2, of: students(1)[0], in: Self.a, to: try day("2026-10-20"), reason: "the letter says so")
      }
      await expectBroken("cohort_seats_within_capacity") {
        try await office.enrollments.correct(
          event: 2, of: students(1)[0], in: Self.a, to: nil, reason: "another person")
      }
      _ = try await office.enrollments.correct(
        event: 2, of: students(1)[0], in: Self.a, to: try day("2026-09-20"), reason: "the letter says so")
      try await expectLawful(office)
    }
  }

  @Test("nobody is seated in two cohorts of a program on a day that is past")
  func twoSeats() async throws {
    try await withOffice { office in
      try await story(office)
      let beside = try await office.enrollments.enroll(
        students(1), in: Self.b, appliedOn: try day("2026-06-10"))
      #expect(rules(beside) == ["enrollment_comes_back_by_return"])
      _ = try await office.enrollments.takeBack(
        students(1), whoLeft: Self.a, into: Self.b, on: try day("2026-10-01"))
      await expectBroken("student_holds_one_seat_at_a_time") {
        try await office.enrollments.correct(
          event: 2, of: students(1)[0], in: Self.a, to: try day("2026-10-20"), reason: "the letter says so")
      }
      try await expectLawful(office)
    }
  }

  @Test("dates of a cohort that would make two past seats overlap do not move")
  func dates() async throws {
    try await withOffice { office in
      try await office.cohort(Self.a, plannedEndOn: "2026-10-15")
      try await office.cohort(Self.b, intakeOn: "2026-10-15")
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(1), in: Self.a, appliedOn: try day("2026-06-01"))
      _ = try await office.enrollments.enroll(students(1), in: Self.b, appliedOn: try day("2026-06-01"))
      for cohort in [Self.a, Self.b] {
        _ = try await office.enrollments.change(
          .students(students(1)), in: cohort, to: .withdrawn, on: try day("2026-11-01"),
          reason: ChangeReason(code: "moved"))
      }
      var changes = CohortDetails()
      changes.plannedEndOn = Day("2026-10-20")
      await expectBroken("student_holds_one_seat_at_a_time") {
        try await office.cohorts.edit(Self.a, changes)
      }
      changes.since = Day("2026-10-31")
      await expectBroken("student_holds_one_seat_at_a_time") {
        try await office.cohorts.edit(Self.a, changes)
      }
      changes.since = Day("2026-11-01")
      try await office.cohorts.edit(Self.a, changes)
      try await expectLawful(office)
    }
  }

  @Test("seats are not fewer than were held, on a day that is past")
  func fewerSeats() async throws {
    try await withOffice { office in
      try await story(office)
      var changes = CohortDetails()
      changes.capacity = 1
      await expectBroken("seats_are_held_within_capacity_each_day") {
        try await office.cohorts.edit(Self.a, changes)
      }
      changes.since = try day("2026-09-30")
      await expectBroken("seats_are_held_within_capacity_each_day") {
        try await office.cohorts.edit(Self.a, changes)
      }
      changes.since = try day("2026-10-01")
      try await office.cohorts.edit(Self.a, changes)
      // And the seat that has been free since is not given for the days on which it was not there.
      var more = CohortDetails()
      more.capacity = 3
      more.since = try day("2026-11-01")
      try await office.cohorts.edit(Self.a, more)
      let early = try await office.enrollments.enroll(
        students(3), in: Self.a, appliedOn: try day("2026-06-10"), on: try day("2026-10-10"))
      #expect(early.leftOut[0].rules[0].detail == "a seat is free since 2026-11-01")
      try await expectLawful(office)
    }
  }

  @Test("who waits moves up on the first day since which a seat was free, the cohort open and no other held")
  func promotions() async throws {
    try await withOffice { office in
      try await story(office)
      _ = try await office.enrollments.enroll(
        students(3), in: Self.a, appliedOn: try day("2026-06-10"), on: try day("2026-10-05"))
      _ = try await office.enrollments.enroll(
        students(4, 5, 6), in: Self.a, appliedOn: try day("2026-06-10"), on: try day("2026-10-06"))
      _ = try await office.enrollments.change(
        .students(students(2)), in: Self.a, to: .withdrawn, on: try day("2026-10-20"),
        reason: ChangeReason(code: "moved"))
      #expect(try await office.enrollments.show(students(4)[0], in: Self.a).since == Day("2026-10-20"))
      var changes = CohortDetails()
      changes.capacity = 3
      changes.since = try day("2026-11-02")
      try await office.cohorts.edit(Self.a, changes)
      #expect(try await office.enrollments.show(students(5)[0], in: Self.a).since == Day("2026-11-02"))
      // A number of seats that was wrong: the seat had always been there.
      var correction = CohortDetails()
      correction.capacity = 4
      try await office.cohorts.edit(Self.a, correction)
      #expect(try await office.enrollments.show(students(6)[0], in: Self.a).since == Day("2026-11-02"))
      try await expectLawful(office)
    }
  }

  @Test("who leaves one cohort for the one they wait in moves up no earlier than they left")
  func promotionElsewhere() async throws {
    try await withOffice { office in
      try await office.cohort(Self.a, capacity: 1)
      try await office.cohort(Self.b, capacity: 2, intakeOn: "2026-10-01")
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(1), in: Self.b, appliedOn: try day("2026-06-01"))
      _ = try await office.enrollments.enroll(
        students(1), in: Self.a, as: .applied, appliedOn: try day("2026-06-01"))
      _ = try await office.enrollments.change(
        .students(students(1)), in: Self.a, to: .waitlisted, on: try day("2026-06-02"))
      _ = try await office.enrollments.change(
        .students(students(1)), in: Self.b, to: .withdrawn, on: try day("2026-08-01"),
        reason: ChangeReason(code: "other"))
      #expect(try await office.enrollments.show(students(1)[0], in: Self.a).since == Day("2026-08-01"))
      try await expectLawful(office)
    }
  }

  @Test(
    "lines of a file are judged one after another, and say since when a seat is free",
    arguments: [
      "enrolled_on", "入学日期", "Дата зачисления",
    ])
  func file(header: String) async throws {
    try await withOffice { office in
      try await story(office)
      let head = "full_name,birth_date,nationality,applied_on,\(header)\n"
      let refused = try await office.take(
        head + "Early One,2005-02-01,UZ,2026-06-10,\nBefore It,2005-02-02,UZ,2026-06-10,2026-06-09\n")
      #expect(
        problems(refused) == [
          "enrolled_on:enrollment_state_not_before_application@3",
          "enrolled_on:seats_are_held_within_capacity_each_day@2",
        ])
      let taken = try await office.take(
        head + "Early One,2005-02-01,UZ,2026-06-10,2026-10-02\nNext One,2005-02-03,UZ,2026-06-10,\n")
      #expect(problems(taken) == [])
      #expect((taken.enrolled, taken.waitlisted) == (1, 1))
      let again = try await office.take(
        head + "Early One,2005-02-01,UZ,2026-06-10,2026-10-02\nNext One,2005-02-03,UZ,2026-06-10,\n")
      #expect(again.unchanged == 2)
      try await expectLawful(office)
    }
  }

  @Test("who asks for an early day is not left without a seat by who asks for a late one")
  func order() async throws {
    try await withOffice { office in
      try await story(office)
      _ = try await office.enrollments.change(
        .students(students(2)), in: Self.a, to: .withdrawn, on: try day("2026-11-01"),
        reason: ChangeReason(code: "moved"))
      let taken = try await office.take(
        "full_name,birth_date,nationality,enrolled_on\nLate One,2005-02-01,UZ,2026-11-02\n"
          + "Early One,2005-02-02,UZ,2026-10-02\n")
      #expect(problems(taken) == [])
      #expect(taken.enrolled == 2)
      try await expectLawful(office)
    }
  }

  @Test("a place of an offer is not given for days on which another held it")
  func places() async throws {
    try await withOffice(.placements) { office in
      try await office.database.write { tx in try tx.execute("update placement_offer set places = 1") }
      let first = try await office.database.read { tx in
        try tx.rows("select id from enrollment order by id limit 2", as: Int.self)
      }
      try await office.database.write { tx in
        try tx.execute("update placement set ended_on = begins_on + 20, end_reason = 'closed'")
      }
      @Sendable func place(from after: Int) -> SQL {
        """
        insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
        select o.workshop_id, \(first[1]), o.id, o.begins_on + \(after)::int, o.ends_on
        from placement_offer o order by o.id limit 1
        """
      }
      await office.expectRefused([
        Breach("placement_places_within_the_offer", place(from: 0)),
        Breach("placement_places_within_the_offer", place(from: 19)),
      ])
      let refusals = try await office.database.write { tx in
        try tx.rows(
          """
          select p.refusals::text from placement_offer o
          cross join lateral assign_places(o.workshop_id, o.id, array[\(first[1])::bigint], o.begins_on + 5, o.ends_on) p
          where o.id = (select min(id) from placement_offer)
          """, as: String.self)
      }
      #expect(refusals == ["{placement_places_within_the_offer}"])
      try await office.database.write { tx in try tx.execute(place(from: 20)) }
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
    }
  }
}
