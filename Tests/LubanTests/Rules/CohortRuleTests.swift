import Luban
import Postgres
import Support
import Testing

@Suite("Rules of cohorts")
struct CohortRuleTests {
  private static let breaches = [
    Breach("cohort_code_is_unique", "update cohort set code = 'UZ-TAS-OPEN' where code = 'UZ-TAS-PLANNED'"),
    Breach("code_is_short_and_upper_case", "update cohort set code = 'uz-tas' where code = 'UZ-TAS-PLANNED'"),
    Breach(
      "cohort_code_begins_with_its_workshop",
      """
      insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity)
      select workshop_id, 'KZ-AST-LOG', edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity from cohort where code = 'UZ-TAS-PLANNED'
      """),
    Breach(
      "cohort_code_begins_with_its_workshop",
      "update cohort set code = 'KZ-AST-LOG' where code = 'UZ-TAS-PLANNED'"),
    Breach(
      "cohort_begins_planned",
      """
      insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity, status)
      select workshop_id, 'UZ-TAS-NEW', edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity, 'open' from cohort where code = 'UZ-TAS-PLANNED'
      """),
    Breach(
      "cohort_begins_planned",
      """
      insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity, seats_held)
      select workshop_id, 'UZ-TAS-NEW', edition_id, program_id, intake_on, planned_end_on, window_opens_on,
        window_closes_on, capacity, 1 from cohort where code = 'UZ-TAS-PLANNED'
      """),
    Breach(
      "cohort_edition_is_of_its_program",
      "update cohort set program_id = (select id from program where code = 'OTHER') where code = 'UZ-TAS-PLANNED'"
    ),
    Breach(
      "cohort_ends_after_its_intake",
      """
      update cohort set planned_end_on = intake_on, window_closes_on = intake_on, window_opens_on = intake_on
      where code = 'UZ-TAS-PLANNED'
      """),
    Breach(
      "cohort_window_is_in_order",
      "update cohort set window_opens_on = window_closes_on + 1 where code = 'UZ-TAS-PLANNED'"),
    Breach(
      "cohort_window_closes_before_the_end",
      "update cohort set window_closes_on = planned_end_on + 1 where code = 'UZ-TAS-PLANNED'"),
    Breach("cohort_capacity_is_plausible", "update cohort set capacity = 0 where code = 'UZ-TAS-PLANNED'"),
    Breach(
      "cohort_capacity_is_plausible", "update cohort set capacity = 100001 where code = 'UZ-TAS-PLANNED'"),
    Breach("cohort_seats_within_capacity", "update cohort set capacity = 1 where code = 'UZ-TAS-OPEN'"),
    Breach("cohort_seats_follow_enrollments", "update cohort set seats_held = 0 where code = 'UZ-TAS-OPEN'"),
    Breach(
      "cohort_census_is_within_a_year", "update cohort set census_day = 367 where code = 'UZ-TAS-PLANNED'"),
    Breach(
      "cohort_census_is_within_a_year", "update cohort set census_day = -1 where code = 'UZ-TAS-PLANNED'"),
    Breach(
      "cohort_override_has_a_reason",
      "update cohort set agreement_override = ' ' where code = 'UZ-TAS-PLANNED'"),
    Breach("cohort_keeps_its_edition", "update cohort set edition_id = edition_id + 1"),
    Breach(
      "cohort_stretch_is_of_a_cohort",
      stretch(of: "UZ-TAS-OPEN", "-c.id, '2026-10-01', c.intake_on, c.planned_end_on, c.capacity, 30")),
    Breach(
      "cohort_ends_after_its_intake",
      stretch(of: "UZ-TAS-OPEN", "c.id, '2026-10-01', c.intake_on, c.intake_on, c.capacity, 30")),
    Breach(
      "cohort_capacity_is_plausible",
      stretch(of: "UZ-TAS-OPEN", "c.id, '2026-10-01', c.intake_on, c.planned_end_on, 0, 30")),
    Breach(
      "cohort_census_is_within_a_year",
      stretch(of: "UZ-TAS-OPEN", "c.id, '2026-10-01', c.intake_on, c.planned_end_on, c.capacity, 367")),
    Breach(
      "cohort_seats_within_capacity",
      stretch(of: "UZ-TAS-OPEN", "c.id, '2026-10-01', c.intake_on, c.planned_end_on, 1, 30")),
    Breach("events_are_kept", "update cohort_stretch set capacity = capacity + 1"),
    Breach("events_are_kept", "delete from cohort_stretch"),
    Breach("events_are_kept", "truncate cohort_stretch"),
    Breach("status_follows_events", "update cohort set status = 'running' where code = 'UZ-TAS-OPEN'"),
    Breach("events_are_kept", "update cohort_event set status = 'cancelled'"),
    Breach("events_are_kept", "delete from cohort_event"),
    Breach("events_are_kept", "truncate cohort_event"),
    Breach(
      "cohort_event_is_of_a_cohort",
      """
      insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
      select workshop_id, -1, 1, 'open', '2026-05-01' from cohort limit 1
      """),
    Breach("cohort_change_is_allowed", event("running", of: "UZ-TAS-PLANNED")),
    Breach("cohort_change_is_allowed", event("finished", of: "UZ-TAS-OPEN")),
    Breach("cohort_change_is_allowed", event("open", of: "UZ-TAS-OPEN")),
    Breach("cohort_change_is_allowed", event("planned", of: "UZ-TAS-OPEN")),
    Breach("cohort_change_is_allowed", event("open", of: "UZ-TAS-CANCELLED")),
    Breach("cohort_opens_under_an_agreement", event("open", of: "UZ-TAS-PLANNED")),
    Breach("cohort_opens_in_a_living_workshop", event("open", of: "KZ-AST-LOG-1")),
    Breach("cohort_ends_when_no_seat_is_held", event("cancelled", of: "UZ-TAS-OPEN")),
  ]

  private static func stretch(of cohort: String, _ values: String) -> SQL {
    """
    insert into cohort_stretch (workshop_id, cohort_id, since, intake_on, planned_end_on, capacity, census_day)
    select c.workshop_id, \(fragment: SQL(embedded: values)) from cohort c where c.code = \(cohort)
    """
  }

  private static func event(_ status: String, of cohort: String) -> SQL {
    """
    insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
    select workshop_id, id, 9, \(status)::cohort_status, '2026-05-02' from cohort where code = \(cohort)
    """
  }

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-OPEN", capacity: 3)
      try await office.people(2)
      _ = try await office.enrollments.enroll(
        students(1, 2), in: "UZ-TAS-OPEN", appliedOn: try #require(Day("2026-06-01")))
      try await office.plan("UZ-TAS-PLANNED")
      try await office.cohort("UZ-TAS-CANCELLED", intakeOn: "2030-09-01", plannedEndOn: "2031-07-01")
      try await office.cohorts.cancel(
        "UZ-TAS-CANCELLED", on: try #require(Day("2026-06-01")), reason: "too few")
      try await office.database.write { tx in
        try tx.execute("insert into program (code) values ('OTHER')")
        try tx.execute(
          """
          insert into workshop (code, titles, country, led_from_tianjin)
          values ('KZ-AST', '{"en": "Astana"}', 'KZ', true)
          """)
      }
      try await office.plan("KZ-AST-LOG-1", workshop: "KZ-AST")
      try await office.database.write { tx in
        try tx.execute("update workshop set status = 'closed' where code = 'KZ-AST'")
      }
      await office.expectRefused(Self.breaches)
    }
  }

  @Test("dates that would seat somebody twice do not move")
  func dates() async throws {
    try await withOffice { office in
      try await office.cohort("UZ-TAS-LOG-2026A")
      try await office.cohort("UZ-TAS-LOG-2028B", intakeOn: "2028-09-01", plannedEndOn: "2030-07-01")
      try await office.people(1)
      let june = try #require(Day("2026-06-01"))
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2026A", appliedOn: june)
      _ = try await office.enrollments.enroll(students(1), in: "UZ-TAS-LOG-2028B", appliedOn: june)
      await office.expectRefused([
        Breach(
          "student_holds_one_seat_at_a_time",
          "update cohort set planned_end_on = '2028-10-01' where code = 'UZ-TAS-LOG-2026A'")
      ])
      var changes = CohortDetails()
      changes.plannedEndOn = Day("2028-10-01")
      await expectBroken("student_holds_one_seat_at_a_time") {
        try await office.cohorts.edit("UZ-TAS-LOG-2026A", changes)
      }
    }
  }

  @Test("a cohort ends on no day before somebody who waits in it applied")
  func early() async throws {
    try await withOffice { office in
      try await office.cohort(capacity: 1)
      try await office.people(1)
      _ = try await office.enrollments.enroll(
        students(1), in: "UZ-TAS-LOG-2026A", as: .applied, appliedOn: try #require(Day("2026-06-01")))
      await expectBroken("enrollment_events_follow_each_other") {
        try await office.cohorts.cancel(
          "UZ-TAS-LOG-2026A", on: try #require(Day("2026-05-20")), reason: "too few")
      }
      #expect(try await office.cohorts.show("UZ-TAS-LOG-2026A").status == .open)
    }
  }

  @Test("a correction gives nobody a seat in a cohort that is over")
  func over() async throws {
    try await withOffice { office in
      try await office.cohort(year: 2024)
      try await office.people(1)
      let cohort: CohortCode = "UZ-TAS-LOG-2026A"
      let student = Support.students(1)
      _ = try await office.enrollments.enroll(student, in: cohort, appliedOn: day("2024-06-01"))
      _ = try await office.cohorts.cancel(cohort, on: day("2024-12-01"), reason: "no teacher")
      await expectBroken("cohort_ends_when_no_seat_is_held") {
        _ = try await office.enrollments.correct(
          event: 2, of: student[0], in: cohort, to: nil, reason: "back")
      }
    }
  }
}
