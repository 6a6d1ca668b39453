import Luban
import Postgres
import Support
import Testing

@Suite("Seats")
struct SeatTests {
  private let june = Day("2026-06-01") ?? .today

  @Test("a full cohort puts the next on the waitlist, in order")
  func waitlist() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 2)
      try await office.people(4)
      let outcome = try await office.enrollments.enroll(
        students(1, 2, 3, 4), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      #expect(outcome.done.map(\.state) == [.enrolled, .enrolled, .waitlisted, .waitlisted])
      #expect(outcome.done.map(\.place) == [nil, nil, 1, 2])
      let cohort = try await office.cohorts.show("UZ-TAS-LOG-2026A")
      #expect(cohort.seatsHeld == 2)
      #expect(cohort.waiting == 2)
    }
  }

  @Test("a withdrawal gives the seat to the first who waits, in the same transaction")
  func promotion() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 1)
      try await office.people(3)
      _ = try await office.enrollments.enroll(students(1, 2, 3), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      let outcome = try await office.enrollments.change(
        .students(students(1)), in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: june,
        reason: ChangeReason(code: "work"))
      #expect(outcome.promoted.map(\.student.description) == ["S-00002"])
      let waiting = try await office.enrollments.show(students(3)[0], in: "UZ-TAS-LOG-2026A")
      #expect(waiting.state == .waitlisted)
    }
  }

  @Test(
    "a departure that never happened takes the seat back from who moved up into it, who is first in turn again",
    arguments: [true, false])
  func backToWaitlist(isTransfer: Bool) async throws {
    try await withOffice { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2026A"
      try await office.cohort(capacity: 1)
      if isTransfer { try await office.cohort("UZ-TAS-LOG-2026B", capacity: 5) }
      try await office.people(4)
      let one = students(1)[0]
      _ = try await office.enrollments.enroll(students(1, 2, 3, 4), in: cohort, appliedOn: june)
      if isTransfer {
        _ = try await office.enrollments.transfer(
          [one], from: cohort, to: "UZ-TAS-LOG-2026B", on: june, reason: "a mistake")
      } else {
        _ = try await office.enrollments.change(
          .students([one]), in: cohort, to: .withdrawn, on: june, reason: ChangeReason(code: "work"))
      }
      await expectBroken("seat_went_to_who_waited") {
        _ = try await office.enrollments.correct(event: 2, of: one, in: cohort, to: nil, reason: "mixed up")
      }
      if isTransfer {
        // From the other end of it as well.
        await expectBroken("seat_went_to_who_waited") {
          _ = try await office.enrollments.correct(
            event: 1, of: one, in: "UZ-TAS-LOG-2026B", to: nil, reason: "mixed up")
        }
      }
      let back = try await office.enrollments.correct(
        event: 2, of: one, in: cohort, to: nil, reason: "mixed up", goesBackToWaitlist: true)
      #expect(back.state == .enrolled && back.promoted == [])
      #expect(back.waitingAgain.map(\.student.description) == ["S-00002"])
      // Each is told the same turn, wherever it is asked for.
      for (number, turn) in [(2, 1), (3, 2), (4, 3)] {
        let waiting = try await office.enrollments.show(students(number)[0], in: cohort)
        #expect(waiting.state == .waitlisted && waiting.place == turn)
      }
      let listed = try await office.rows(
        of: office.enrollments.list(cohort: cohort), Page(columns: ["waitlist_place"]))
      #expect(listed == [[nil], ["1"], ["2"], ["3"]])
      #expect(try await office.schema.examine(isDeep: true).filter { !$0.isWell } == [])
      if isTransfer {
        let other = try await office.cohorts.show("UZ-TAS-LOG-2026B")
        #expect(other.seatsHeld == 0)
      }
    }
  }

  @Test("the next move up goes to who was put back, not past them")
  func nextAfterBack() async throws {
    try await withOffice { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2026A"
      try await office.cohort(capacity: 2)
      try await office.people(4)
      _ = try await office.enrollments.enroll(students(1, 2, 3, 4), in: cohort, appliedOn: june)
      let one = students(1)[0]
      _ = try await office.enrollments.change(
        .students([one]), in: cohort, to: .withdrawn, on: june, reason: ChangeReason(code: "work"))
      _ = try await office.enrollments.correct(
        event: 2, of: one, in: cohort, to: nil, reason: "mixed up", goesBackToWaitlist: true)
      let outcome = try await office.enrollments.change(
        .students(students(2)), in: cohort, to: .withdrawn, on: june, reason: ChangeReason(code: "work"))
      #expect(outcome.promoted.map(\.student.description) == ["S-00003"])
    }
  }

  @Test("fifty who enroll at the same time share ten seats, and nobody is lost")
  func lastSeats() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 10)
      try await office.people(50)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...50 {
          group.addTask {
            _ = try await office.enrollments.enroll(
              students(number), in: "UZ-TAS-LOG-2026A", appliedOn: Day("2026-06-01") ?? .today)
          }
        }
        try await group.waitForAll()
      }
      let (seated, waiting, places) = try await office.database.read { tx in
        try tx.one(
          """
          select count(*) filter (where state = 'enrolled'), count(*) filter (where state = 'waitlisted'),
            count(distinct waitlist_place) from enrollment
          """, as: (Int.self, Int.self, Int.self))
      }
      #expect((seated, waiting, places) == (10, 40, 40))
    }
  }

  @Test("more seats are given to those who wait")
  func raisedCapacity() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 1)
      try await office.people(3)
      _ = try await office.enrollments.enroll(students(1, 2, 3), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      var changes = CohortDetails()
      changes.capacity = 2
      let cohort = try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      #expect(cohort.seatsHeld == 2)
      #expect(cohort.waiting == 1)
      #expect(cohort.promoted.map(\.student.description) == ["S-00002"])
    }
  }

  @Test("a student holds one seat in overlapping cohorts of the same program")
  func oneSeat() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A")
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      let outcome = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026B", appliedOn: june)
      #expect(outcome.leftOut.flatMap(\.rules).map(\.name) == ["student_holds_one_seat_at_a_time"])
    }
  }

  @Test("a transfer continues the enrollment elsewhere, linked both ways")
  func transfer() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A")
      try await office.cohort("UZ-TAS-LOG-2026B", capacity: 1, intakeOn: "2026-10-01")
      try await office.people(2)
      _ = try await office.enrollments.enroll(students(1, 2), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      let day = Day("2026-10-02") ?? .today
      let first = try await office.enrollments.transfer(
        students(1), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2026B", on: day, reason: "evenings")
      #expect(first.done.map(\.state) == [.enrolled])
      #expect(
        try await office.enrollments.show(students(1)[0], in: "UZ-TAS-LOG-2026A").continuedIn
          == "UZ-TAS-LOG-2026B")
      #expect(
        try await office.enrollments.show(students(1)[0], in: "UZ-TAS-LOG-2026B").continues
          == "UZ-TAS-LOG-2026A")
      let second = try await office.enrollments.transfer(
        students(2), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2026B", on: day, reason: "evenings")
      #expect(second.leftOut.flatMap(\.rules).map(\.name) == ["cohort_seats_within_capacity"])
      #expect(try await office.enrollments.show(students(2)[0], in: "UZ-TAS-LOG-2026A").state == .enrolled)
      // Where somebody stands, and how many seats there are, is told of the cohort that it is so of.
      _ = try await office.enrollments.change(
        .students(students(2)), in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: day)
      let third = try await office.enrollments.transfer(
        students(2), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2026B", on: day, reason: "evenings")
      let told = third.leftOut.flatMap(\.rules).map(\.detail)
      #expect(told.contains { $0.contains("UZ-TAS-LOG-2026A") })
    }
  }

  @Test("a correction by which a seat becomes free tells who moved up")
  func promotionByCorrection() async throws {
    try await withOffice { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2026A"
      try await office.cohort(cohort, capacity: 1)
      try await office.people(2)
      _ = try await office.enrollments.enroll(students(1), in: cohort, as: .applied, appliedOn: june)
      _ = try await office.enrollments.change(.students(students(1)), in: cohort, to: .enrolled, on: june)
      _ = try await office.enrollments.enroll(students(2), in: cohort, appliedOn: june)
      let corrected = try await office.enrollments.correct(
        event: 2, of: students(1)[0], in: cohort, to: nil, reason: "another person")
      #expect(corrected.state == .applied)
      #expect(corrected.promoted.map(\.student.description) == ["S-00002"])
      #expect(try await office.enrollments.show(students(2)[0], in: cohort).state == .enrolled)
    }
  }

  @Test("a transfer tells who moved up in the cohort that was left")
  func promotionByTransfer() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A", capacity: 1)
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      try await office.people(2)
      _ = try await office.enrollments.enroll(students(1, 2), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      let outcome = try await office.enrollments.transfer(
        students(1), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2026B", on: june, reason: "evenings")
      #expect(outcome.done.map(\.cohort) == ["UZ-TAS-LOG-2026B"])
      #expect(outcome.promoted.map(\.student.description) == ["S-00002"])
      #expect(outcome.promoted.map(\.cohort) == ["UZ-TAS-LOG-2026A"])
    }
  }

  @Test("who gives up a seat and is given the one they wait for elsewhere is told with that cohort")
  func promotionElsewhere() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A", capacity: 1)
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026B", appliedOn: june)
      // They wait in A although it has a seat, for they hold one in B.
      _ = try await office.enrollments.enroll(
        students(1), in: "UZ-TAS-LOG-2026A", as: .applied, appliedOn: june)
      _ = try await office.enrollments.change(
        .students(students(1)), in: "UZ-TAS-LOG-2026A", to: .waitlisted, on: june)
      let outcome = try await office.enrollments.change(
        .students(students(1)), in: "UZ-TAS-LOG-2026B", to: .withdrawn, on: june,
        reason: ChangeReason(code: "work"))
      #expect(outcome.done.map(\.cohort) == ["UZ-TAS-LOG-2026B"])
      #expect(outcome.promoted.map(\.cohort) == ["UZ-TAS-LOG-2026A"])
    }
  }

  @Test("a command caught in a deadlock over two cohorts is run again, and done once")
  func deadlock() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A")
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      // Somebody at psql takes the cohorts in the other order, and is in no hurry to look for a circle.
      let transfer = try await office.database.write { tx in
        try tx.execute("set local deadlock_timeout = '5min'")
        try tx.execute("select from cohort where code = 'UZ-TAS-LOG-2026B' for no key update")
        let transfer = Task {
          try await office.enrollments.transfer(
            students(1), from: "UZ-TAS-LOG-2026A", to: "UZ-TAS-LOG-2026B", on: june, reason: "evenings")
        }
        try tx.waitUntilSomebodyWaits()
        try tx.execute("select from cohort where code = 'UZ-TAS-LOG-2026A' for no key update")
        return transfer
      }
      #expect(try await transfer.value.done.map(\.state) == [.enrolled])
      let events = try await office.database.read { tx in
        try tx.rows(
          "select to_state::text from enrollment_event order by enrollment_id, nth", as: String.self)
      }
      #expect(events == ["enrolled", "transferred", "enrolled"])
      try await office.database.read { tx in
        try tx.wait(until: "select deadlocks = 1 from pg_stat_database where datname = current_database()")
        #expect(
          try tx.one("select count(*) from command where name = 'enrollment transfer'", as: Int.self) == 1)
      }
    }
  }

  @Test("raw SQL can't take a seat that is not there, rewrite an event, nor set a state")
  func rawSQL() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 1)
      try await office.people(2)
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      let breaches: [(rule: String, sql: SQL)] = [
        (
          "cohort_seats_within_capacity",
          """
          insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on)
          select c.workshop_id, s.id, c.id, '2026-06-01', 'enrolled', '2026-06-01' from cohort c, student s where s.number = 2
          """
        ),
        ("events_are_kept", "update enrollment_event set effective_on = '2026-07-01'"),
        ("events_are_kept", "delete from enrollment_event"),
        ("status_follows_events", "update enrollment set state = 'completed'"),
        ("status_follows_events", "update cohort set status = 'finished'"),
        ("cohort_seats_follow_enrollments", "update cohort set seats_held = 0"),
      ]
      for breach in breaches {
        let error = await #expect(throws: PostgresError.self) {
          try await office.database.write { tx in try tx.execute(breach.sql) }
        }
        #expect(error?.serverError?.constraint == breach.rule)
      }
    }
  }

  @Test("the seats of graduates are given to nobody who waits, and the doctor finds that right")
  func seatsOfGraduates() async throws {
    try await withOffice(.graduation) { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2024A"
      var changes = CohortDetails()
      changes.capacity = 2
      try await office.cohorts.edit(cohort, changes)
      try await office.people(1)
      let third = students(3)
      _ = try await office.enrollments.enroll(third, in: cohort, appliedOn: day("2024-06-01"))
      #expect(try await office.enrollments.show(third[0], in: cohort).state == .waitlisted)
      _ = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .completed, on: day("2024-12-01"))
      #expect(try await office.enrollments.show(third[0], in: cohort).state == .waitlisted)
      let finding = try await office.schema.examine(isDeep: true).first {
        $0.check.description == "free seats are given"
      }
      #expect(finding?.isWell == true)
    }
  }

  @Test("a correction moves an event in time, and both stay recorded")
  func correction() async throws {
    try await withOffice(.cohort) { office in
      try await office.people(1)
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      _ = try await office.enrollments.change(
        .students(students(1)), in: "UZ-TAS-LOG-2026A", to: .withdrawn, on: Day("2026-10-10") ?? .today,
        reason: ChangeReason(code: "family", text: nil))
      let corrected = try await office.enrollments.correct(
        event: 2, of: students(1)[0], in: "UZ-TAS-LOG-2026A", to: Day("2026-10-03"), reason: "wrong day")
      #expect(corrected.since == Day("2026-10-03"))
      #expect(corrected.events.count == 3)
      #expect(corrected.events.last?.voids == 2)
      let voided = try await office.enrollments.correct(
        event: 3, of: students(1)[0], in: "UZ-TAS-LOG-2026A", to: nil, reason: "mixed up")
      #expect(voided.state == .enrolled)
      // On another day it is the same change for the same reason; that it never was, has one of its own.
      #expect(voided.events.map(\.reasonCode) == [nil, "family", "family", nil])
    }
  }
}
