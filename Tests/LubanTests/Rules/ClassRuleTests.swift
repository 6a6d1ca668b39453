import Luban
import Postgres
import Support
import Testing

/// All but cohort_key_with_edition: it is led by a key that the database draws.
@Suite("Rules of classes, and of who teaches them when")
struct ClassRuleTests {
  private static func ofClass(_ course: String) -> SQL {
    "course_id = (select id from course where code = \(course))"
  }

  private static func ofSession(_ course: String) -> SQL {
    """
    class_id in (select k.id from class k join course o on o.id = k.course_id where o.code = \(course))
    """
  }

  private static func instructor(_ number: String) -> SQL {
    "(select id from instructor where staff_number = \(number))"
  }

  private static let days = [
    Breach(
      "holiday_is_of_a_known_country",
      "insert into holiday (country, day, name, source) values ('XX', '2026-01-01', 'New Year', 'a test')"),
    Breach("holiday_is_once_a_day", "insert into holiday select * from holiday where country = 'UZ'"),
    Breach(
      "workshop_day_is_of_a_workshop",
      "insert into workshop_day (workshop_id, begins_on, ends_on, is_taught, name) values (-1, '2026-10-05', '2026-10-05', false, 'Open')"
    ),
    Breach(
      "workshop_day_has_a_name",
      """
      insert into workshop_day (workshop_id, begins_on, ends_on, is_taught, name)
      select id, '2026-10-05', '2026-10-05', false, ' ' from workshop
      """),
    Breach(
      "workshop_days_are_of_a_year_at_most",
      """
      insert into workshop_day (workshop_id, begins_on, ends_on, is_taught, name)
      select id, '2026-10-05', '2026-10-04', false, 'Open' from workshop
      """),
    Breach(
      "workshop_day_begins_once",
      """
      insert into workshop_day (workshop_id, begins_on, ends_on, is_taught, name)
      select id, '2026-10-05', '2026-10-05', nth = 1, 'Open' from workshop, generate_series(1, 2) nth
      """),
    Breach(
      "workshop_day_is_one",
      """
      insert into workshop_day (workshop_id, begins_on, ends_on, is_taught, name)
      select id, date '2026-10-05' + nth, '2026-10-08', nth = 1, 'Open' from workshop, generate_series(1, 2) nth
      """),
    Breach("workshop_time_zone_is_known", "update workshop set time_zone = 'Mars/Base'"),
  ]

  private static let instructors = [
    Breach(
      "instructor_is_of_a_workshop",
      """
      insert into instructor (workshop_id, partner_id, staff_number, full_name, since)
      select -1, partner_id, '7', full_name, since from instructor limit 1
      """),
    Breach("instructor_is_of_a_partner", "update instructor set partner_id = -1"),
    Breach("instructor_number_is_letters_and_digits", "update instructor set staff_number = 'a b'"),
    Breach(
      "instructor_number_is_unique",
      """
      insert into instructor (workshop_id, partner_id, staff_number, full_name, since)
      select workshop_id, partner_id, staff_number, full_name, since from instructor
      """),
    Breach("instructor_email_has_an_at_sign", "update instructor set email = 'nobody'"),
    Breach("instructor_phone_is_a_number", "update instructor set phone = 'call me'"),
    Breach("instructor_stay_is_in_order", "update instructor set until = since"),
    Breach(
      "certification_is_for_a_known_course",
      """
      insert into instructor_certification (workshop_id, instructor_id, course_id, since)
      select workshop_id, id, -1, since from instructor
      """),
    Breach(
      "certification_is_of_an_instructor",
      """
      insert into instructor_certification (workshop_id, instructor_id, course_id, since)
      select workshop_id, -1, course_id, since from instructor_certification limit 1
      """),
    Breach("certification_is_in_order", "update instructor_certification set until = since"),
    Breach(
      "certification_is_once_at_a_time",
      """
      insert into instructor_certification (workshop_id, instructor_id, course_id, since)
      select workshop_id, instructor_id, course_id, since + 10 from instructor_certification
      """),
    Breach("training_has_a_title", "update instructor_training set title = ' '"),
    Breach("training_is_given_by_a_partner", "update instructor_training set partner_id = -1"),
    Breach("training_hours_are_plausible", "update instructor_training set hours = 0"),
    Breach("training_hours_are_plausible", "update instructor_training set hours = 'NaN'"),
    Breach("training_is_of_an_instructor", "update instructor_training set instructor_id = -1"),
    Breach("training_is_in_order", "update instructor_training set ends_on = begins_on - 1"),
    Breach(
      "training_is_once",
      """
      insert into instructor_training (workshop_id, instructor_id, title, begins_on, ends_on, hours)
      select workshop_id, instructor_id, title, begins_on, ends_on, 1 from instructor_training
      """),
  ]

  private static let classes = [
    Breach("class_term_is_counted_from_one", "update class set term = 0"),
    Breach("class_room_is_not_blank", "update class set room = ''"),
    Breach(
      "class_is_once_in_its_cohort",
      """
      insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
      select workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on from class
      """),
    Breach(
      "class_is_of_a_cohort",
      """
      insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
      select workshop_id, -1, edition_id, course_id, term, begins_on, ends_on from class limit 1
      """),
    Breach(
      "class_course_is_of_the_edition",
      """
      update class set course_id = (select id from course where code = 'LOG-900')
      where \(fragment: ofClass("LOG-101"))
      """),
    Breach("class_has_a_known_instructor", "update class set instructor_id = -1"),
    Breach("class_is_in_order", "update class set ends_on = begins_on - 1"),
    Breach(
      "class_lies_within_its_cohort",
      "update class set begins_on = '2026-08-31' where \(fragment: ofClass("LOG-101"))"),
    Breach(
      "class_lies_within_its_cohort", "update cohort set planned_end_on = '2027-05-30' where code ~ 'A$'"),
    Breach("class_lies_within_its_cohort", "update cohort set intake_on = '2026-09-02' where code ~ '6A$'"),
    Breach(
      "class_is_of_a_living_cohort",
      """
      insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
      select c.workshop_id, c.id, c.edition_id, i.course_id, 1, c.intake_on, c.planned_end_on
      from cohort c join curriculum_item i on i.edition_id = c.edition_id
      where c.code = 'UZ-TAS-LOG-2026C' and i.\(fragment: ofClass("LOG-101"))
      """),
    Breach(
      "class_is_of_a_living_cohort",
      """
      insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
      select k.workshop_id, k.id, k.begins_on, '09:00', '10:00', 1
      from class k join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
      where c.code = 'UZ-TAS-LOG-2026C'
      """),
    Breach(
      "class_is_taught_by_who_is_there",
      "update class set instructor_id = \(fragment: instructor("GONE")) where \(fragment: ofClass("LOG-101"))"
    ),
    Breach(
      "class_is_taught_by_who_is_there",
      "update instructor set until = '2026-09-01' where staff_number = '1'"),
    Breach(
      "class_is_taught_by_who_is_certified",
      "update class set instructor_id = \(fragment: instructor("1")) where \(fragment: ofClass("LOG-102"))"),
    Breach(
      "class_is_taught_by_who_is_certified",
      "update instructor_certification set until = '2026-09-01' where \(fragment: ofClass("LOG-101"))"),
    Breach(
      "class_is_taught_by_who_is_certified",
      "delete from instructor_certification where \(fragment: ofClass("LOG-101"))"),
  ]

  private static let prerequisites = [
    "update class set begins_on = '2026-12-20' where \(fragment: ofClass("LOG-102"))",
    "update class set ends_on = '2027-01-10' where \(fragment: ofClass("LOG-101"))",
    "delete from class where \(fragment: ofClass("LOG-101"))",
    """
    insert into course_prerequisite (course_id, requires_id)
    select a.id, b.id from course a, course b where a.code = 'LOG-101' and b.code = 'LOG-103'
    """,
    """
    insert into curriculum_item (edition_id, course_id, term)
    select e.id, o.id, 1 from program_edition e, course o where e.edition = '2027' and o.code = 'LOG-101'
    """,
  ].map { (sql: SQL) in Breach("class_follows_its_prerequisites", sql) }

  private static let sessions = [
    Breach("session_hours_are_plausible", "update session set hours = 0"),
    Breach("session_hours_are_plausible", "update session set hours = 24.5"),
    Breach("session_room_is_not_blank", "update session set room = ' '"),
    Breach(
      "session_move_reason_is_not_blank",
      "update session set move_reason = ' ' where \(fragment: ofSession("LOG-101"))"),
    Breach(
      "session_cancellation_has_a_reason",
      "update session set cancel_reason = '' where \(fragment: ofSession("LOG-101"))"),
    Breach(
      "session_is_of_a_class",
      """
      insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
      select workshop_id, -1, held_on, begins_at, ends_at, hours from session limit 1
      """),
    Breach("session_has_a_known_instructor", "update session set instructor_id = -1"),
    Breach(
      "session_begins_once",
      """
      insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
      select workshop_id, class_id, held_on, begins_at, ends_at, hours from session
      """),
    Breach("session_ends_after_it_begins", "update session set ends_at = begins_at"),
    Breach(
      "session_lies_within_its_class",
      "update session set held_on = '2026-12-21' where \(fragment: ofSession("LOG-101"))"),
    Breach(
      "session_lies_within_its_class",
      "update class set ends_on = '2026-09-06' where \(fragment: ofClass("LOG-101"))"),
    Breach(
      "session_is_taught_by_who_is_there",
      "update session set instructor_id = \(fragment: instructor("GONE")) where \(fragment: ofSession("LOG-101"))"
    ),
    Breach(
      "session_is_taught_by_who_is_there",
      "update instructor set until = '2026-09-07' where staff_number = '2'"),
    Breach(
      "session_that_was_held_stays",
      "update session set held_on = held_on + 1 where \(fragment: ofSession("LOG-103"))"),
    Breach(
      "session_that_was_held_stays",
      "update session set cancel_reason = 'ill' where \(fragment: ofSession("LOG-103"))"),
    Breach("session_that_was_held_stays", "delete from session where \(fragment: ofSession("LOG-103"))"),
    Breach("class_that_was_taught_is_kept", "delete from class where \(fragment: ofClass("LOG-103"))"),
    Breach(
      "class_that_was_taught_is_kept",
      """
      update class set course_id = (select id from course where code = 'LOG-900')
      where \(fragment: ofClass("LOG-103"))
      """),
  ]

  /// Classes of LOG-101 and LOG-102, one after the other, and of LOG-103, of which a session was held.
  ///
  /// UZ-A/GONE left in 2025, UZ-A/2 stands in for the session of LOG-101; UZ-TAS-LOG-2026C was cancelled;
  /// the edition of 2027, which has LOG-102 without LOG-101, is not in use.
  private func lay(_ office: Office) async throws {
    try await office.classGround()
    try await office.course("LOG-900")
    try await office.instructor("UZ-A/2")
    try await office.instructor("UZ-A/GONE", certifiedFor: ["LOG-101"])
    var left = InstructorDetails()
    left.until = day("2025-01-01")
    try await office.instructors.edit(instructorCode("UZ-A/GONE"), left)
    try await office.instructors.train(
      [instructorCode("UZ-A/1")],
      Training(title: "EPIP", from: day("2022-07-04"), to: day("2022-07-15"), hours: 80))
    try await office.taughtClass("LOG-101", from: "2026-09-01", to: "2026-12-20", instructor: "UZ-A/1")
    try await office.taughtClass("LOG-102", from: "2027-01-10", to: "2027-05-31")
    try await office.taughtClass("LOG-103", from: "2026-09-01", to: "2026-12-20")
    for course in ["LOG-101", "LOG-103"] {
      _ = try await office.sessions.schedule(
        classCode("UZ-TAS-LOG-2026A/\(course)"),
        NewSchedule(weekly: weekly("Mon 09:00-10:30"), from: day("2026-09-07"), to: day("2026-09-07")))
    }
    var substitute = SessionChanges()
    substitute.instructor = instructorCode("UZ-A/2")
    _ = try await office.sessions.move(
      SessionReference(classCode("UZ-TAS-LOG-2026A/LOG-101"), on: day("2026-09-07")), substitute)
    try await office.people(1)
    _ = try await office.enrollments.enroll(
      students(1), in: "UZ-TAS-LOG-2026A", appliedOn: day("2026-06-01"), on: day("2026-09-01"))
    try await office.cohort("UZ-TAS-LOG-2026C")
    try await office.taughtClass("LOG-103", in: "UZ-TAS-LOG-2026C", from: "2026-09-01", to: "2026-12-20")
    try await office.cohorts.cancel("UZ-TAS-LOG-2026C", on: day("2026-08-01"), reason: "nobody came")
    try await office.programs.newEdition("2027", of: "LOG")
    try await office.programs.removeFromCurriculum("LOG-101", of: "LOG", edition: "2027")
    try await office.plan("UZ-TAS-LOG-2027A")
    try await office.taughtClass("LOG-102", in: "UZ-TAS-LOG-2027A", from: "2026-09-01", to: "2026-12-20")
    _ = try await office.database.write { tx in
      try tx.execute(
        """
        insert into attendance (workshop_id, status, session_id, enrollment_id)
        select s.workshop_id, 'present', s.id, e.id from session s, enrollment e
        where s.\(fragment: Self.ofSession("LOG-103"))
        """)
    }
  }

  @Test("are held by the database, whoever writes")
  func rules() async throws {
    try await withOffice { office in
      try await lay(office)
      await office.expectRefused(
        Self.days + Self.instructors + Self.classes + Self.prerequisites + Self.sessions)
    }
  }
}
