import Luban
import Postgres
import Support
import Testing

@Suite("Rules of placements")
struct PlacementRuleTests {
  /// Takes a place of an offer for a student of the cohort.
  private static func place(_ number: Int, at offer: String, from: String, to: String) -> SQL {
    """
    insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
    select o.workshop_id, e.id, o.id, \(from)::date, \(to)::date from placement_offer o, enrollment e
    join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = \(number)
    where o.code = \(offer)
    """
  }

  /// Logs hours for the only placement.
  private static func log(_ day: String, _ hours: String) -> SQL {
    """
    insert into placement_log (workshop_id, placement_id, worked_on, hours)
    select workshop_id, id, \(day)::date, \(hours)::numeric from placement
    """
  }

  /// Evaluates the only placement.
  private static func evaluation(
    _ scale: String, _ mark: String, _ value: String, _ day: String = "2025-04-30"
  ) -> SQL {
    """
    insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, evaluated_on)
    select workshop_id, id, 'school', \(scale), \(mark), \(value)::numeric, true, \(day)::date from placement
    """
  }

  private static let offers = [
    Breach(
      "placement_offer_is_of_a_workshop", "update placement_offer set workshop_id = 99 where code = 'R-2'"),
    Breach(
      "placement_offer_is_of_a_partner", "update placement_offer set partner_id = 999 where code = 'R-2'"),
    Breach(
      "placement_offer_is_of_an_enterprise",
      """
      update placement_offer set partner_id = (select id from partner where code = 'UZ-COLL')
      where code = 'R-2'
      """),
    Breach(
      "placement_offer_is_of_an_enterprise", "update partner set kind = 'college' where code = 'UZ-RAIL'"),
    Breach(
      "placement_offer_is_for_a_known_course", "update placement_offer set course_id = 999 where code = 'R-2'"
    ),
    Breach(
      "placement_offer_is_for_a_placement_course",
      "update placement_offer set course_id = (select id from course where code = 'T-1') where code = 'R-2'"),
    Breach(
      "placement_offer_is_for_a_placement_course", "update course set kind = 'technical' where code = 'P-1'"),
    Breach("placement_offer_code_is_unique", "update placement_offer set code = 'R-1' where code = 'R-2'"),
    Breach("placement_offer_has_a_title", "update placement_offer set title = ' ' where code = 'R-2'"),
    Breach("placement_offer_has_places", "update placement_offer set places = 0 where code = 'R-2'"),
    Breach(
      "placement_offer_is_in_order", "update placement_offer set ends_on = '2025-02-28' where code = 'R-2'"),
    Breach("placement_offer_hours_are_plausible", "update placement_offer set hours = 0 where code = 'R-2'"),
    Breach("placement_takes_an_offer", "delete from placement_offer where code = 'R-1'"),
    Breach(
      "placement_lies_within_its_offer",
      "update placement_offer set begins_on = '2025-02-02' where code = 'R-1'"),
  ]

  private static let assignments = [
    Breach(
      "placement_is_of_an_enrollment",
      """
      insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
      select workshop_id, 999, id, begins_on, ends_on from placement_offer where code = 'R-1'
      """),
    Breach("placement_is_once_at_a_time", place(1, at: "R-2", from: "2025-04-30", to: "2025-05-30")),
    Breach("placement_is_in_order", place(2, at: "R-1", from: "2025-03-30", to: "2025-02-28")),
    Breach("placement_is_in_order", "update placement set ended_on = '2025-05-01', end_reason = 'x'"),
    Breach("placement_end_has_a_reason", "update placement set ended_on = '2025-03-01'"),
    Breach("placement_end_has_a_reason", "update placement set ended_on = '2025-03-01', end_reason = ' '"),
    Breach("placement_lies_within_its_offer", place(2, at: "R-1", from: "2025-01-31", to: "2025-02-28")),
    Breach("placement_is_of_one_enrolled", place(4, at: "R-1", from: "2025-02-01", to: "2025-02-28")),
    Breach(
      "placement_is_of_one_enrolled",
      """
      select change_enrollments(e.workshop_id, array[e.id], 'withdrawn', '2025-01-31', 'work')
      from enrollment e join placement p on (p.workshop_id, p.enrollment_id) = (e.workshop_id, e.id)
      """),
    Breach(
      "placement_places_within_the_offer",
      """
      insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
      select o.workshop_id, e.id, o.id, o.begins_on, o.ends_on from placement_offer o, enrollment e
      where o.code = 'R-2' and e.state = 'enrolled' and e.id not in (select enrollment_id from placement)
      """),
    Breach(
      "placement_stays_with_its_student",
      "update placement set offer_id = (select id from placement_offer where code = 'R-2')"),
  ]

  private static let hours = [
    Breach("placement_log_is_of_a_placement", "delete from placement"),
    Breach("placement_day_is_logged_once", log("2025-02-01", "1")),
    Breach("placement_hours_fit_a_day", log("2025-02-02", "24.5")),
    Breach("placement_hours_fit_a_day", log("2025-02-02", "0")),
    Breach("placement_hours_lie_within_it", log("2025-05-01", "8")),
    Breach("placement_hours_lie_within_it", "update placement set begins_on = '2025-02-02'"),
    Breach(
      "placement_hours_are_of_one_enrolled",
      """
      insert into placement_log (workshop_id, placement_id, worked_on, hours)
      select p.workshop_id, p.id, '2025-02-09', 8 from placement p,
        lateral (select change_enrollments(p.workshop_id, array[p.enrollment_id], 'suspended', '2025-02-03', 'health')) c
      """),
    Breach(
      "placement_hours_are_of_one_enrolled",
      """
      with logged as (select log_hours(workshop_id, id, '2025-02-09', 8, null) from placement)
      select change_enrollments(p.workshop_id, array[p.enrollment_id], 'suspended', '2025-02-03', 'health')
      from placement p, logged
      """),
    Breach(
      "placement_log_stays_with_its_day", "update placement_log set worked_on = '2025-02-02', note = 'x'"),
    Breach("placement_correction_has_a_reason", "update placement_log set hours = 2"),
  ]

  private static let evaluations = [
    Breach("evaluation_mark_is_on_its_scale", evaluation("percent", "101", "101")),
    Breach("evaluation_mark_is_on_its_scale", evaluation("percent", "90", "95")),
    Breach("evaluation_not_before_its_placement", evaluation("percent", "90", "90", "2025-01-31")),
    Breach(
      "evaluation_is_of_a_placement",
      """
      insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, evaluated_on)
      select workshop_id, 999, 'school', 'percent', '90', 90, true, '2025-04-30' from placement
      """),
    Breach(
      "placement_is_evaluated_once_a_side",
      """
      insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, evaluated_on)
      select workshop_id, id, 'school', 'percent', '90', 90, true, '2025-04-30' from placement, generate_series(1, 2)
      """),
  ]

  @Test(
    "each is held by the database, whoever writes",
    arguments: [Self.offers, Self.assignments, Self.hours, Self.evaluations])
  private func breaches(breaches: [Breach]) async throws {
    try await withOffice(.placements) { office in
      await office.expectRefused(breaches)
    }
  }

  @Test("a scale that evaluations are on is kept")
  func scale() async throws {
    try await withOffice(.placements) { office in
      try await office.placements.evaluate(
        .init(students(1)[0]), by: .school, mark: "90", scale: "percent", on: Day("2025-04-30") ?? .today)
      await office.expectRefused([
        Breach("evaluation_scale_is_known", "update grading_scale set code = 'other' where code = 'percent'")
      ])
    }
  }

  @Test("a student works at most 24 hours a day at all enterprises, whatever the cohort")
  func wholeDay() async throws {
    try await withOffice(.placements) { office in
      // Another program, in which the student has a seat as well.
      try await office.database.write { tx in
        try tx.execute(
          """
          with p as (insert into program (code) values ('TRN') returning id), e as (
            insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
            select id, '2024', '{"en": "Training"}', 'short_term_training', '0413', 3, 6 from p returning id)
          select 1
          """)
      }
      _ = try await office.cohorts.plan(
        "UZ-TAS-TRN-2024A", at: "UZ-TAS", of: "TRN",
        CohortDetails {
          ($0.intakeOn, $0.plannedEndOn, $0.windowOpensOn, $0.capacity) = (
            Day("2024-09-01") ?? .today, Day("2026-07-01"), Day("2024-01-01"), 30
          )
        })
      _ = try await office.cohorts.open(
        "UZ-TAS-TRN-2024A", on: Day("2024-05-01") ?? .today, override: "a test")
      _ = try await office.enrollments.enroll(
        students(1), in: "UZ-TAS-TRN-2024A", appliedOn: Day("2024-06-01") ?? .today)
      _ = try await office.placements.assign("R-1", students(1), of: "UZ-TAS-TRN-2024A")
      let second = PlacementReference(students(1)[0], cohort: "UZ-TAS-TRN-2024A")
      try await office.placements.log(second, on: Day("2025-02-01") ?? .today, hours: 16)
      await expectBroken("placement_day_has_24_hours") {
        try await office.placements.correct(second, on: Day("2025-02-01") ?? .today, hours: 16.5, reason: "x")
      }
    }
  }
}
