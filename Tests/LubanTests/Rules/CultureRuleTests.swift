import Luban
import Postgres
import Support
import Testing

@Suite("Rules of culture events")
struct CultureRuleTests {
  /// Lets a student of the cohort take part in an event.
  private static func part(of number: Int, in event: String, hours: String) -> SQL {
    """
    insert into participation (workshop_id, event_id, enrollment_id, hours)
    select v.workshop_id, v.id, e.id, \(hours)::numeric from culture_event v, enrollment e
    join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = \(number)
    where v.code = \(event)
    """
  }

  private static let breaches = [
    Breach("culture_event_is_of_a_workshop", "update culture_event set workshop_id = 99 where code = 'E-2'"),
    Breach("culture_event_code_is_unique", "update culture_event set code = 'E-1' where code = 'E-2'"),
    Breach("code_is_short_and_upper_case", "update culture_event set code = 'e 2' where code = 'E-2'"),
    Breach(
      "culture_event_counts_for_a_known_module", "update culture_event set course_id = 999 where code = 'E-2'"
    ),
    Breach(
      "culture_event_counts_for_a_culture_module",
      "update culture_event set course_id = (select id from course where code = 'T-1') where code = 'E-2'"),
    Breach(
      "culture_event_counts_for_a_culture_module",
      "update course set kind = 'technical', theme = null where code = 'C-1'"),
    Breach("culture_event_has_a_theme", "update culture_event set theme = ' ' where code = 'E-2'"),
    Breach("culture_event_has_a_title", "update culture_event set title = '' where code = 'E-2'"),
    Breach("culture_event_place_is_not_blank", "update culture_event set place = ' ' where code = 'E-2'"),
    Breach("culture_event_hours_are_plausible", "update culture_event set hours = 0 where code = 'E-2'"),
    Breach(
      "culture_event_hours_are_plausible",
      "update culture_event set hours = 'NaN', ends_on = '2036-10-01' where code = 'E-2'"),
    Breach("culture_event_is_in_order", "update culture_event set ends_on = '2026-10-09' where code = 'E-1'"),
    Breach("culture_event_hours_fit_its_days", "update culture_event set hours = 25 where code = 'E-1'"),
    Breach("participation_is_in_an_event", "delete from culture_event where code = 'E-1'"),
    Breach(
      "participation_is_of_an_enrollment",
      """
      insert into participation (workshop_id, event_id, enrollment_id, hours)
      select workshop_id, id, 999, 1 from culture_event where code = 'E-1'
      """),
    Breach("participation_has_hours", part(of: 2, in: "E-1", hours: "0")),
    Breach("participation_is_once", part(of: 1, in: "E-1", hours: "2")),
    Breach("participation_fits_its_event", part(of: 2, in: "E-1", hours: "6.5")),
    Breach("participation_fits_its_event", "update participation set hours = 7, note = 'more'"),
    Breach("participation_fits_its_event", "update culture_event set hours = 3 where code = 'E-1'"),
    // Applied only; and enrolled no more.
    Breach("participation_is_of_one_enrolled", part(of: 3, in: "E-1", hours: "2")),
    Breach("participation_is_of_one_enrolled", part(of: 2, in: "E-2", hours: "2")),
    Breach(
      "participation_is_of_one_enrolled",
      "update culture_event set begins_on = '2026-05-01', ends_on = '2026-05-02' where code = 'E-1'"),
    // The withdrawal is moved before the event, and the enrollment behind it.
    Breach(
      "participation_is_of_one_enrolled",
      """
      select correct_event(e.workshop_id, e.id, 2::smallint, '2026-10-09', false, 'earlier')
      from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = 4
      """),
    Breach(
      "participation_is_of_one_enrolled",
      """
      select correct_event(e.workshop_id, e.id, 1::smallint, '2026-10-11', false, 'later')
      from enrollment e join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id) and s.number = 1
      """),
    Breach(
      "participation_stays_with_its_student",
      """
      update participation set note = 'x', event_id = (select id from culture_event where code = 'E-2')
      """),
    Breach("participation_correction_has_a_reason", "update participation set hours = 1"),
    Breach("participation_correction_has_a_reason", "update participation set hours = 1, note = ' '"),
  ]

  @Test("each is held by the database, whoever writes")
  func breaches() async throws {
    try await withOffice(.events) { office in
      try await office.course("T-1")
      await office.expectRefused(Self.breaches)
    }
  }
}
