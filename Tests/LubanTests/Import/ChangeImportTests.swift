import Luban
import Support
import Testing

@Suite("Import of changes")
struct ChangeImportTests {
  private func run(_ office: Office, _ text: String, state: String? = nil, skips: Bool = false) async throws
    -> ImportOutcome
  {
    try await withFile(text) { path in
      var request = ImportRequest(path: path, noun: .changes)
      request.cohort = "UZ-TAS-LOG-2024A"
      request.day = Day("2024-12-01") ?? .today
      request.params["state"] = state
      request.skipsInvalid = skips
      return try await office.imports.taken(request)
    }
  }

  @Test("whoever lacks a part of the rule is not completed by a file, and the line says what is missing")
  func incomplete() async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await run(office, "student\nS-00001\nS-00002\n", state: "completed")
      #expect(!outcome.isKept)
      #expect(outcome.refused == 1)
      let problem = try #require(outcome.problems.first)
      #expect(problem.rule == "completed_enrollment_has_every_part")
      #expect(problem.sentence.contains("LOG-210 not passed; 0 of 10 hours of CUL-TEA"))
      #expect(problem.lines == [3])
      let again = try await run(office, "student\nS-00001\nS-00002\n", state: "completed", skips: true)
      #expect(again.isKept && again.created == 1 && again.refused == 1)
      let third = try await run(office, "student,state\nS-00001,окончил\n")
      #expect(third.unchanged == 1 && third.created == 0)
    }
  }

  @Test(
    "states, days and reasons are read, and refused where they make no sense",
    arguments: [
      ("student,state\nS-00001,dancing\n", "change_leads_to_a_state"),
      ("student,state,on\nS-00001,withdrawn,31/12/2024\n", "date_is_in_a_named_format"),
      ("student,state,on\nS-00001,withdrawn,2024-01-01\n", "enrollment_events_follow_each_other"),
      ("student,state,code\nS-00001,withdrawn,boredom\n", "enrollment_reason_is_known"),
      ("student,state\nS-00001,rejected\n", "enrollment_change_is_allowed"),
      ("student,state\nS-00001,withdrawn\nS-00001,dismissed\n", "line_repeats_nobody"),
      ("student,state\nS-00077,withdrawn\n", "line_names_a_known_student"),
      ("student,state\nS-00001,восстановлен\n", "return_is_of_one_who_left"),
      ("student,state,to_cohort\nS-00001,withdrawn,UZ-TAS-LOG-2024A\n", "return_names_a_cohort"),
      ("student,state,to_cohort\nS-00001,returned,UZ-TAS-NONE\n", "line_names_a_cohort"),
    ])
  func refused(text: String, rule: String) async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await run(office, text)
      #expect(outcome.problems.map(\.rule) == [rule])
      #expect(!outcome.isKept)
    }
  }

  @Test(
    "who left comes back by a file, who was suspended too, and the same file again changes nothing",
    arguments: ["returned", "восстановлен", "复学"])
  func returned(word: String) async throws {
    try await withOffice(.graduation) { office in
      _ = try await run(
        office, "student,state,on\nS-00001,withdrawn,2024-12-02\nS-00002,suspended,2024-12-02\n")
      let refused = try await run(office, "student,state,on\nS-00001,enrolled,2024-12-05\n")
      #expect(refused.problems.map(\.rule) == ["enrollment_comes_back_by_return"])
      let text = "student,state,on\nS-00001,\(word),2024-12-05\nS-00002,\(word),2024-12-05\n"
      let outcome = try await run(office, text)
      #expect(outcome.problems == [] && outcome.created == 2)
      for student in students(1, 2) {
        let enrollment = try await office.enrollments.show(student, in: "UZ-TAS-LOG-2024A")
        #expect(enrollment.state == .enrolled && enrollment.since == Day("2024-12-05"))
      }
      let again = try await run(office, text)
      #expect(again.unchanged == 2 && again.created == 0)
    }
  }

  @Test("each line goes to its state on its day, with its reason")
  func taken() async throws {
    try await withOffice(.graduation) { office in
      let outcome = try await run(
        office,
        "student,state,on,code,reason\nS-00001,suspended,2024-12-02,health,flu\nS-00002,выбыл,2024-12-03,work,\n"
      )
      #expect(outcome.created == 2)
      let first = try await office.enrollments.show(students(1)[0], in: "UZ-TAS-LOG-2024A")
      #expect(first.state == .suspended && first.since == Day("2024-12-02"))
      #expect(first.events.last?.reasonCode == "health" && first.events.last?.reason == "flu")
    }
  }

  /// Two seats of A: one free since the first of October, one held; 3 and 4 have applied, 5 waits.
  private func full(_ office: Office) async throws {
    let a: CohortCode = "UZ-TAS-LOG-2026A"
    try await office.cohort(a, capacity: 2)
    try await office.people(5)
    _ = try await office.enrollments.enroll(students(1, 2), in: a, appliedOn: day("2026-06-01"))
    _ = try await office.enrollments.enroll(students(3, 4), in: a, as: .applied, appliedOn: day("2026-06-02"))
    _ = try await office.enrollments.change(
      .students(students(1)), in: a, to: .withdrawn, on: day("2026-10-01"),
      reason: ChangeReason(code: "moved"))
  }

  private func send(_ office: Office, _ text: String, skips: Bool = false) async throws -> ImportOutcome {
    try await office.take(text) { request in
      request.noun = .changes
      request.skipsInvalid = skips
    }
  }

  @Test(
    "a line that asks for a seat of a day on which none was free is refused with the day, the rest is taken",
    arguments: ["admitted", "enrolled"])
  func pastSeat(state: String) async throws {
    try await withOffice { office in
      try await full(office)
      let text = "student,state,on\nS-00003,\(state),2026-09-01\nS-00002,suspended,2026-10-05\n"
      let refused = try await send(office, text)
      #expect(problems(refused) == ["on:seats_are_held_within_capacity_each_day@2"])
      #expect(refused.problems.first?.sentence.contains("a seat is free since 2026-10-01") == true)
      #expect(!refused.isKept)
      #expect(
        try await office.enrollments.show(students(2)[0], in: "UZ-TAS-LOG-2026A").state == .enrolled)
      let taken = try await send(office, text, skips: true)
      #expect(taken.isKept && taken.created == 1 && taken.refused == 1)
      let later = try await send(office, "student,state,on\nS-00003,\(state),2026-10-01\n")
      #expect(later.created == 1)
      #expect(try await office.daysThatBreakTheLaw() == [])
    }
  }

  @Test("so is one who returns on such a day, and the second of two who return on days of their own")
  func pastReturn() async throws {
    try await withOffice { office in
      try await full(office)
      let refused = try await send(
        office, "student,state,on\nS-00001,returned,2026-10-02\nS-00003,enrolled,2026-10-03\n")
      #expect(problems(refused) == [] && refused.created == 2)
      #expect(try await office.enrollments.show(students(3)[0], in: "UZ-TAS-LOG-2026A").state == .waitlisted)
      _ = try await send(
        office, "student,state,on\nS-00001,withdrawn,2026-10-20\nS-00002,withdrawn,2026-11-10\n")
      #expect(try await office.enrollments.show(students(3)[0], in: "UZ-TAS-LOG-2026A").state == .enrolled)
      let text = "student,state,on\nS-00001,returned,2026-10-25\nS-00002,returned,2026-11-11\n"
      let past = try await send(office, text, skips: true)
      #expect(problems(past) == ["on:seats_are_held_within_capacity_each_day@2"])
      #expect(past.problems.first?.sentence.contains("a seat is free since 2026-11-10") == false)
      #expect(past.created == 1)
      let full = try await send(office, "student,state,on\nS-00001,returned,2026-11-12\n")
      #expect(problems(full) == ["state:cohort_seats_within_capacity@2"])
      #expect(try await office.daysThatBreakTheLaw() == [])
    }
  }

  @Test(
    "whoever gives a seat up in the file gives it to who asks for it in the file, and to who waits before")
  func freed() async throws {
    try await withOffice { office in
      try await full(office)
      // 3 takes the free seat; 4 waits, and moves up on the day on which 2 leaves.
      _ = try await send(
        office, "student,state,on\nS-00003,enrolled,2026-10-02\nS-00004,enrolled,2026-10-02\n")
      #expect(try await office.enrollments.show(students(4)[0], in: "UZ-TAS-LOG-2026A").state == .waitlisted)
      let moved = try await send(
        office, "student,state,on\nS-00004,enrolled,2026-10-10\nS-00002,withdrawn,2026-10-10\n")
      #expect(problems(moved) == [] && moved.created == 1 && moved.unchanged == 1)
      let swapped = try await send(
        office, "student,state,on\nS-00002,returned,2026-10-12\nS-00003,withdrawn,2026-10-12\n")
      #expect(problems(swapped) == [] && swapped.created == 2)
      #expect(try await office.daysThatBreakTheLaw() == [])
    }
  }

  @Test("a second seat of a program is refused by line, too")
  func secondSeat() async throws {
    try await withOffice { office in
      try await full(office)
      try await office.cohort("UZ-TAS-LOG-2026B", intakeOn: "2026-10-01")
      _ = try await office.enrollments.enroll(
        students(3), in: "UZ-TAS-LOG-2026B", appliedOn: day("2026-06-02"))
      let outcome = try await send(
        office, "student,state,on\nS-00003,enrolled,2026-10-02\nS-00004,enrolled,2026-10-02\n", skips: true)
      #expect(problems(outcome) == ["state:student_holds_one_seat_at_a_time@2"])
      #expect(outcome.created == 1)
    }
  }

  @Test("a change that somebody else makes at this moment is waited for, and the line is judged by it")
  func beside() async throws {
    try await withOffice { office in
      try await full(office)
      let later = try await office.database.write { tx in
        try tx.execute(
          """
          select change_enrollments(workshop_id, array[id], 'withdrawn', '2026-10-02')
          from enrollment where student_id = (select id from student where number = 2)
          """)
        let later = Task {
          try await send(
            office, "student,state,on\nS-00002,dismissed,2026-10-03\nS-00003,enrolled,2026-10-03\n",
            skips: true)
        }
        try tx.waitUntilSomebodyWaits()
        return later
      }
      let outcome = try await later.value
      #expect(problems(outcome) == ["state:enrollment_change_is_allowed@2"])
      #expect(outcome.created == 1)
    }
  }

  @Test("whoever is noted after the day on which they are said to have left stays, and the others leave")
  func notedLater() async throws {
    try await withOffice(.graduation) { office in
      for (day, rules) in [
        ("2024-11-10", ["result_is_within_enrollment"]),
        ("2024-10-31", ["placement_is_of_one_enrolled", "result_is_within_enrollment"]),
        (
          "2024-09-30",
          ["participation_is_of_one_enrolled", "placement_is_of_one_enrolled", "result_is_within_enrollment"]
        ),
        (
          "2024-09-07",
          [
            "enrollment_covers_days_attended", "participation_is_of_one_enrolled",
            "placement_is_of_one_enrolled",
            "result_is_within_enrollment",
          ]
        ),
      ] {
        let outcome = try await run(
          office, "student,state,on\nS-00001,withdrawn,\(day)\nS-00002,withdrawn,\(day)\n")
        #expect(problems(outcome) == rules.map { "on:\($0)@2" })
      }
      let hours = try await run(office, "student,state,on\nS-00001,suspended,2024-11-02\n")
      #expect(
        problems(hours) == ["on:placement_hours_are_of_one_enrolled@2", "on:result_is_within_enrollment@2"])
      #expect(hours.problems.contains { $0.sentence.contains("something is noted of 2024-11-03") })
      let taken = try await run(
        office, "student,state,on\nS-00001,withdrawn,2024-09-07\nS-00002,withdrawn,2024-09-07\n", skips: true)
      #expect(taken.isKept && taken.created == 1 && taken.refused == 1)
    }
  }
}
