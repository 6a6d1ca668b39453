import Luban
import Postgres
import Support
import Testing

@Suite("Rules of outcomes")
struct OutcomeRuleTests {
  /// An outcome of student 1, who completed on 2023-06-30.
  private static func outcome(
    _ months: SQL = "36", on day: SQL = "'2026-06-30'", of student: SQL = "1", _ columns: SQL = "note",
    _ values: SQL = "null"
  ) -> SQL {
    """
    insert into outcome (workshop_id, enrollment_id, months, status, answered_on, \(fragment: columns))
    select e.workshop_id, e.id, \(fragment: months), 'employed', \(fragment: day), \(fragment: values)
    from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
    where s.number = \(fragment: student)
    """
  }

  private static let breaches = [
    Breach("survey_is_after_6_12_or_36_months", "update survey set months = 24"),
    Breach("survey_is_of_a_cohort", "update survey set cohort_id = -1"),
    Breach(
      "survey_is_once_a_point",
      "insert into survey (workshop_id, cohort_id, months, sent_on) select workshop_id, cohort_id, months, sent_on from survey"
    ),
    Breach(
      "survey_asks_once",
      """
      insert into survey_contact (workshop_id, survey_id, enrollment_id, is_reachable, asked_on)
      select workshop_id, survey_id, enrollment_id, is_reachable, asked_on from survey_contact
      """),
    Breach(
      "survey_asks_somebody", "select ask_graduates(workshop_id, id, 36::smallint, '2025-06-30') from cohort"),
    Breach(
      "survey_contact_is_of_a_survey",
      """
      insert into survey_contact (workshop_id, survey_id, enrollment_id, is_reachable, asked_on)
      select workshop_id, -1, enrollment_id, true, asked_on from survey_contact
      """),
    Breach(
      "survey_contact_is_of_an_enrollment",
      """
      insert into survey_contact (workshop_id, survey_id, enrollment_id, is_reachable, asked_on)
      select workshop_id, survey_id, -1, true, asked_on from survey_contact
      """),
    Breach(
      "survey_asks_graduates_of_its_cohort",
      """
      insert into survey_contact (workshop_id, survey_id, enrollment_id, is_reachable, asked_on)
      select e.workshop_id, v.id, e.id, true, '2025-06-30' from enrollment e, survey v where e.state = 'enrolled'
      """),
    Breach("outcome_is_after_6_12_or_36_months", outcome("24")),
    Breach("outcome_is_of_a_completed_enrollment", outcome(of: "2")),
    Breach("outcome_is_not_before_its_point", outcome(on: "'2026-05-29'")),
    Breach("outcome_is_once_a_point", outcome("12")),
    Breach(
      "outcome_is_of_an_enrollment",
      """
      insert into outcome (workshop_id, enrollment_id, months, status, answered_on)
      select id, -1, 6, 'unknown', '2025-01-01' from workshop
      """),
    Breach("outcome_stays_with_its_graduate", "update outcome set months = 6, note = 'x'"),
    Breach("outcome_correction_has_a_reason", "update outcome set satisfaction = 3"),
    Breach("outcome_correction_has_a_reason", "select remove_outcome(workshop_id, id, ' ') from outcome"),
    Breach(
      "outcome_field_is_of_those_who_work",
      "update outcome set status = 'seeking', is_in_field = true, note = 'x'"),
    Breach("outcome_occupation_is_isco", outcome("36", on: "'2026-06-30'", of: "1", "occupation", "'clerk'")),
    Breach(
      "outcome_satisfaction_is_from_1_to_5", outcome("36", on: "'2026-06-30'", of: "1", "satisfaction", "6")),
    Breach(
      "outcome_job_began_before_the_answer",
      outcome("36", on: "'2026-06-30'", of: "1", "job_from_on", "'2026-07-01'")),
    Breach("outcome_employer_is_not_blank", outcome("36", on: "'2026-06-30'", of: "1", "employer", "' '")),
    Breach("outcome_note_is_not_blank", outcome("36", on: "'2026-06-30'", of: "1", "note", "' '")),
    Breach(
      "graduate_with_outcome_stays_one",
      """
      select correct_event(e.workshop_id, e.id, 2::smallint, null, true, 'x') from enrollment e where e.state = 'completed'
      """),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice { office in
      let cohort: CohortCode = "UZ-TAS-LOG-2022A"
      try await office.cohort("UZ-TAS-LOG-2022A", year: 2022)
      try await office.people(2)
      _ = try await office.enrollments.enroll(
        students(1, 2), in: cohort, appliedOn: #require(Day("2022-06-01")))
      _ = try await office.enrollments.change(
        .students(students(1)), in: cohort, to: .completed, on: #require(Day("2023-06-30")))
      _ = try await office.outcomes.survey(cohort, months: 12, on: #require(Day("2025-06-30")))
      var details = OutcomeDetails()
      details.status = .employed
      details.answeredOn = Day("2025-06-30")
      try await office.outcomes.add(students(1)[0], in: cohort, months: 12, details)
      await office.expectRefused(Self.breaches)
    }
  }
}
