import Luban
import Postgres
import Support
import Testing

@Suite("Rules of enrollments")
struct EnrollmentRuleTests {
  /// Student 1 is enrolled in A, 2 waits there; 3 was transferred from A to B; 4 and 5 are nowhere.
  private static let breaches = [
    Breach("enrollment_is_once_in_a_cohort", enrollment(of: 1, in: "UZ-TAS-A")),
    Breach(
      "enrollment_is_of_a_student",
      """
      insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on, override)
      select workshop_id, -1, id, '2026-06-01', 'applied', '2026-06-01', 'test' from cohort limit 1
      """),
    Breach(
      "enrollment_is_in_a_cohort",
      """
      insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on, override)
      select workshop_id, id, -1, '2026-06-01', 'applied', '2026-06-01', 'test' from student limit 1
      """),
    Breach("enrollment_link_is_from_one_of_the_workshop", link(from: "-f.id", to: "t.id")),
    Breach("enrollment_link_is_to_one_of_the_workshop", link(from: "f.id", to: "-t.id")),
    Breach("enrollment_link_leads_elsewhere", link(from: "f.id", to: "f.id")),
    Breach(
      "enrollment_event_is_of_a_link",
      """
      insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, link_id)
      select workshop_id, enrollment_id, 2, 'enrolled', 'transferred', '2026-10-02', -1
      from enrollment_event where to_state = 'enrolled' and link_id is null and nth = 1 limit 1
      """),
    Breach("enrollment_transfer_leads_somewhere", event("2, 'enrolled', 'transferred', '2026-06-02'")),
    // One end alone voided, alone on another day, a transfer of one end only, and one of two people.
    Breach("transfer_has_two_ends", voided("from_state is null and link_id is not null")),
    Breach(
      "transfer_has_two_ends",
      """
      insert into enrollment_event
        (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason, voids, link_id)
      select workshop_id, enrollment_id, nth + 1, from_state, to_state, effective_on - 1, 'earlier', nth, link_id
      from enrollment_event where to_state = 'transferred'
      """),
    Breach(
      "transfer_has_two_ends",
      """
      with made as (
        insert into enrollment_link (workshop_id, kind, from_id, to_id)
        select a.workshop_id, 'transfer', a.id, b.id from enrollment a join enrollment b using (workshop_id)
        join student s on s.id = a.student_id where s.number = 1 and b.student_id <> a.student_id limit 1
        returning *)
      insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, link_id)
      select workshop_id, from_id, 2, 'enrolled', 'transferred', '2026-10-02', id from made
      """),
    Breach("events_are_kept", "update enrollment_link set kind = 'return'"),
    Breach("events_are_kept", "delete from enrollment_link"),
    Breach("waitlist_place_is_for_those_who_wait", enrollment(of: 4, in: "UZ-TAS-B", place: 7)),
    Breach("waitlist_place_is_for_those_who_wait", enrollment(of: 4, in: "UZ-TAS-B", state: "waitlisted")),
    Breach(
      "waitlist_place_is_given_once", enrollment(of: 4, in: "UZ-TAS-A", state: "waitlisted", place: 2)),
    Breach(
      "enrollment_state_not_before_application", "update enrollment set applied_on = '2030-01-01'"),
    Breach(
      "enrollment_stays_with_its_student",
      "update enrollment e set student_id = (select max(id) from student s where s.id <> e.student_id)"),
    Breach(
      "enrollment_stays_with_its_student",
      "update enrollment e set cohort_id = (select max(id) from cohort c where c.id <> e.cohort_id)"),
    Breach("enrollment_override_has_a_reason", "update enrollment set override = ' '"),
    Breach("cohort_seats_within_capacity", enrollment(of: 4, in: "UZ-TAS-A", state: "enrolled")),
    Breach("student_holds_one_seat_at_a_time", enrollment(of: 1, in: "UZ-TAS-B", state: "enrolled")),
    Breach("enrollment_needs_an_open_cohort", enrollment(of: 4, in: "UZ-TAS-PLANNED")),
    Breach("enrollment_is_within_the_window", enrollment(of: 4, in: "UZ-TAS-B", applied: "2025-12-31")),
    Breach("enrollment_is_within_the_window", enrollment(of: 4, in: "UZ-TAS-B", applied: "2026-11-27")),
    Breach("enrollment_not_before_minimum_age", enrollment(of: 5, in: "UZ-TAS-B")),
    Breach("enrollment_needs_schooling", enrollment(of: 4, in: "UZ-TAS-HARD")),
    Breach("enrollment_event_counts_from_one", event("0, null, 'applied', '2026-06-01'")),
    Breach(
      "enrollment_event_is_of_an_enrollment",
      """
      insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
      select id, -1, 1, 'applied', '2026-06-01' from workshop
      """),
    Breach(
      "enrollment_event_voids_an_earlier_one", event("2, null, null, '2026-06-01', 'wrong', 2")),
    Breach("enrollment_event_does_something", event("2, null, null, '2026-06-01'")),
    Breach("enrollment_correction_has_a_reason", event("2, null, null, '2026-06-01', null, 1")),
    Breach("enrollment_correction_has_a_reason", event("2, null, null, '2026-06-01', ' ', 1")),
    Breach("enrollment_change_is_allowed", event("2, 'enrolled', 'applied', '2026-06-02'")),
    Breach("enrollment_change_is_allowed", event("2, 'completed', 'enrolled', '2026-06-02'")),
    Breach("enrollment_change_is_allowed", event("2, 'enrolled', 'admitted', '2026-06-02'")),
    Breach(
      "enrollment_begins_from_nothing",
      """
      with made as (
        insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on)
        select c.workshop_id, s.id, c.id, '2026-06-01', 'enrolled', '2026-06-01' from cohort c, student s
        where c.code = 'UZ-TAS-B' and s.number = 4 returning workshop_id, id)
      insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
      select workshop_id, id, 1, 'applied', 'enrolled', '2026-06-01' from made
      """),
    Breach("enrollment_events_follow_each_other", event("2, 'applied', 'enrolled', '2026-06-02'")),
    Breach("enrollment_events_follow_each_other", event("2, 'enrolled', 'withdrawn', '2026-05-01'")),
    Breach("enrollment_change_is_allowed", event("2, 'enrolled', 'annulled', '2026-06-02'")),
    Breach(
      "enrollment_reason_is_known", event("2, 'enrolled', 'withdrawn', '2026-06-02', 'x', null, 'boredom'")),
    Breach(
      "enrollment_event_is_corrected_once",
      """
      with first as (
        select correct_event(e.workshop_id, e.id, 2::smallint, '2026-09-30', false, 'wrong day') from enrollment e
        join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) where s.number = 3 and e.state = 'transferred')
      select correct_event(e.workshop_id, e.id, 2::smallint, '2026-09-30', false, 'again') from enrollment e, first
      where e.state = 'transferred'
      """),
    Breach(
      "enrollment_event_is_corrected_once",
      """
      insert into enrollment_event
        (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason, voids, link_id)
      select v.workshop_id, v.enrollment_id, v.nth + n, v.from_state, v.to_state, v.effective_on, 'again', v.nth, v.link_id
      from enrollment_event v, generate_series(1, 2) n where v.to_state = 'transferred'
      """),
    Breach("status_follows_events", "update enrollment set state_on = '2026-06-02'"),
    Breach("status_follows_events", "update enrollment set waitlist_place = waitlist_place + 1"),
    Breach("events_are_kept", "truncate enrollment_event"),
    Breach("cohort_tally_follows_events", "update cohort_tally set events = 2"),
    Breach("cohort_tally_follows_events", "delete from cohort_tally"),
    Breach(
      "cohort_tally_follows_events",
      """
      insert into cohort_tally (workshop_id, cohort_id, effective_on, to_state, nationality, events)
      select workshop_id, id, '2026-06-01', 'applied', 'UZ', 1 from cohort
      """),
  ]

  /// A link between the two enrollments of the student who was transferred.
  private static func link(from: String, to: String) -> SQL {
    """
    insert into enrollment_link (workshop_id, kind, from_id, to_id)
    select f.workshop_id, 'transfer', \(fragment: SQL(embedded: from)), \(fragment: SQL(embedded: to))
    from enrollment f join enrollment t on t.student_id = f.student_id and t.id <> f.id
    where f.state = 'transferred'
    """
  }

  /// The one end of a transfer voided by itself.
  private static func voided(_ condition: String) -> SQL {
    """
    insert into enrollment_event (workshop_id, enrollment_id, nth, effective_on, reason, voids)
    select workshop_id, enrollment_id, nth + 1, effective_on, 'never', nth
    from enrollment_event where \(fragment: SQL(embedded: condition))
    """
  }

  private static func enrollment(
    of student: Int, in cohort: String, state: String = "applied", applied: String = "2026-06-01",
    place: Int? = nil
  ) -> SQL {
    """
    insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on, waitlist_place)
    select c.workshop_id, s.id, c.id, \(applied, as: .date), \(state)::enrollment_state, \(applied, as: .date), \(place)
    from cohort c, student s where c.code = \(cohort) and s.number = \(student)
    """
  }

  /// An event of the first enrollment of a student: nth, from, to, on, and what may follow.
  private static func event(_ values: String, of student: Int = 1) -> SQL {
    let rest = 7 - values.split(separator: ",").count
    let row = values + String(repeating: ", null", count: rest)
    return """
      insert into enrollment_event
        (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason, voids, reason_code)
      select e.workshop_id, e.id, v.nth, v.from_state::enrollment_state, v.to_state::enrollment_state, v.day::date,
        v.reason, v.voids::smallint, v.code
      from (select * from enrollment order by id) e
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = \(student),
        (values (\(fragment: SQL(embedded: row)))) v (nth, from_state, to_state, day, reason, voids, code)
      """
  }

  private func story(_ office: Office) async throws {
    let june = try #require(Day("2026-06-01"))
    try await office.cohort("UZ-TAS-A", capacity: 2)
    try await office.cohort("UZ-TAS-B", intakeOn: "2026-10-01")
    try await office.plan("UZ-TAS-PLANNED")
    try await office.people(5)
    _ = try await office.enrollments.enroll(students(1, 3, 2), in: "UZ-TAS-A", appliedOn: june)
    _ = try await office.enrollments.transfer(
      students(3), from: "UZ-TAS-A", to: "UZ-TAS-B", on: try #require(Day("2026-10-01")), reason: "evenings")
    try await office.database.write { tx in
      try tx.execute("update student set birth_on = '2015-01-01' where number = 5")
    }
    // Who waited has the seat now: somebody else waits.
    try await office.people(1)
    _ = try await office.enrollments.enroll(students(6), in: "UZ-TAS-A", appliedOn: june)
    try await office.hardProgram()
  }

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await story(office)
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("enrollments are not written with old eyes")
  func isolation() async throws {
    try await withOffice { office in
      try await story(office)
      let insert = Self.enrollment(of: 4, in: "UZ-TAS-B")
      let error = await #expect(throws: PostgresError.self) {
        try await office.database.write { tx in
          try tx.runScript("set transaction isolation level repeatable read")
          try tx.execute(insert)
        }
      }
      #expect(error?.serverError?.constraint == "enrollment_is_written_read_committed")
    }
  }

  @Test("a refusal names every entry rule that is not met, not just the first")
  func entry() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-A")
      try await office.people(1)
      try await office.hardProgram()
      let outcome = try await office.enrollments.enroll(
        students(1), in: "UZ-TAS-HARD", appliedOn: try #require(Day("2025-06-01")))
      #expect(
        outcome.leftOut.flatMap(\.rules).map(\.name).sorted() == [
          "enrollment_is_within_the_window", "enrollment_needs_language_level",
          "enrollment_needs_required_program", "enrollment_needs_schooling",
          "enrollment_not_before_minimum_age",
        ])
      #expect(outcome.leftOut.flatMap(\.rules).allSatisfy { !$0.wayOut.isEmpty || !$0.actions.isEmpty })
      let let_in = try await office.enrollments.enroll(
        students(1), in: "UZ-TAS-HARD", appliedOn: try #require(Day("2026-06-01")),
        override: "by the director")
      #expect(let_in.done.map(\.state) == [.enrolled])
    }
  }

  @Test("a transfer goes to an open cohort, in which the student is not yet")
  func transfer() async throws {
    try await withOffice { office in
      try await story(office)
      let day = try #require(Day("2026-10-05"))
      let planned = try await office.enrollments.transfer(
        students(1), from: "UZ-TAS-A", to: "UZ-TAS-PLANNED", on: day, reason: "x")
      #expect(planned.leftOut.flatMap(\.rules).map(\.name) == ["enrollment_needs_an_open_cohort"])
      let back = try await office.enrollments.transfer(
        students(3), from: "UZ-TAS-B", to: "UZ-TAS-A", on: day, reason: "x")
      #expect(
        back.leftOut.flatMap(\.rules).map(\.name) == [
          "enrollment_comes_back_by_return", "cohort_seats_within_capacity",
        ])
      #expect(try await office.enrollments.show(students(1)[0], in: "UZ-TAS-A").state == .enrolled)
    }
  }
}

extension Office {
  /// A program HARD whose entry rules nobody in these tests meets, and an open cohort of it.
  func hardProgram() async throws {
    try await database.write { tx in
      try tx.runScript(
        """
        insert into program (code) values ('HARD');
        insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months, minimum_age,
          minimum_schooling, entry_framework, entry_level, requires_program_id)
        select p.id, '2026', '{"en": "Hard"}', 'degree_education', '0413', 5, 24, 21, 6, 'hsk2010', '4', l.id
        from program p, program l where (p.code, l.code) = ('HARD', 'LOG')
        """)
    }
    let intake = Day("2026-09-01") ?? .today
    let cohort = try await cohorts.plan(
      "UZ-TAS-HARD", at: "UZ-TAS", of: "HARD",
      CohortDetails {
        ($0.intakeOn, $0.plannedEndOn, $0.windowOpensOn, $0.capacity) = (
          intake, Day("2028-07-01"), Day("2026-01-01"), 30
        )
      })
    try await cohorts.open(cohort.code, on: Day("2026-05-01") ?? .today, override: "a test")
  }
}
