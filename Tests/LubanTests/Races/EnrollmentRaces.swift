import Luban
import Postgres
import Support
import Testing

/// What is noted of an enrollment beside its events, and what completing rests on.
@Suite("Two at once, about one enrollment")
struct EnrollmentRaces {
  @Test("nothing is noted of an enrollment behind its events, and nothing that a completion rests on goes")
  func enrollments() async throws {
    try await TestDatabase.withRaces(Self.noted + Self.completing, Self.setting) { try await $0.graduation() }
  }

  @Test("what rests on a completion, and the completion, go together")
  func graduates() async throws {
    try await TestDatabase.withRaces(
      Self.graduates + Self.signing,
      """
      select race.change(1, 'completed', '2024-12-01');
      insert into signature_key (partner_id, number, public_key, valid_from)
      select id, 1, repeat('A', 43) || '=', '2024-12-01' from partner where code = 'UZ-A';
      """
    ) {
      try await $0.graduation()
    }
  }

  @Test("nobody completes an edition while its rule is stated")
  func rule() async throws {
    try await TestDatabase.withRaces(Self.stating, "select 1") { try await $0.taughtCohort(1, scale: nil) }
  }

  /// Student 2 was absent on 10 September, student 3 has a placement, student 4 is known, and CUL-TEA has a session at which
  /// nobody was noted.
  private static let setting: SQL = """
    with made as (
      insert into student (workshop_id, number, birth_on, nationality, gender)
      select w, n, '2005-01-01', 'UZ', 'male'
      from race.w() w, next_student_numbers(w, 2) first, generate_series(first, first + 1) n
      returning workshop_id, id, number)
    insert into student_name (workshop_id, student_id, kind, full_name)
    select workshop_id, id, 'native', 'Student ' || number from made;
    select enroll(race.w(), race.c('2024A'), array[race.s(3)], 'enrolled', '2024-06-01', '2024-06-01');
    insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
    select workshop_id, race.e(3), id, begins_on, ends_on from placement_offer;
    insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
    select workshop_id, id, '2024-09-20', '12:00', '13:00', 1 from class where course_id = race.k('CUL-TEA');
    insert into placement_offer (workshop_id, code, partner_id, title, places, begins_on, ends_on, hours)
    select workshop_id, 'DEPOT-2', partner_id, 'Office', 2, '2024-10-01', '2024-10-31', 8 from placement_offer;
    insert into culture_event (workshop_id, code, theme, title, begins_on, ends_on, hours)
    values (race.w(), 'FAIR', 'tea', 'Fair', '2024-10-20', '2024-10-21', 5);
    insert into attendance (workshop_id, session_id, enrollment_id, status)
    select workshop_id, id, race.e(2), 'absent' from session where held_on = '2024-09-10';
    """

  static let all = noted + completing + graduates + signing + stating

  static let noted: [Race] = [
    Race(
      "a mark beside a withdrawal of an earlier day",
      Race.Side(
        "result_is_within_enrollment",
        "select record_result(race.w(), race.e(2), race.k('LOG-210'), '70', '2024-11-25')"),
      beside: Race.Side("result_is_within_enrollment", "select race.change(2, 'withdrawn', '2024-11-10')")),
    Race(
      "attendance beside a withdrawal of an earlier day",
      Race.Side("attendance_is_of_those_enrolled", attending),
      beside: Race.Side("enrollment_covers_days_attended", "select race.change(2, 'withdrawn', '2024-09-10')")
    ),
    Race(
      "an absence that is corrected to presence beside a withdrawal of an earlier day",
      Race.Side(
        "attendance_is_of_those_enrolled",
        "update attendance set status = 'present' where enrollment_id = race.e(2)"),
      beside: Race.Side("enrollment_covers_days_attended", "select race.change(2, 'withdrawn', '2024-09-09')")
    ),
    Race(
      "hours at a session beside fewer hours of it",
      Race.Side(
        "attendance_lies_within_its_session",
        "update attendance set status = 'late', hours = 1 where enrollment_id = race.e(2)"),
      beside: Race.Side(
        "attendance_lies_within_its_session", "update session set hours = 0.5 where held_on = '2024-09-10'")),
    Race(
      "luban attendance take beside a withdrawal of an earlier day",
      Race.Side(nil, taking),
      beside: Race.Side("enrollment_covers_days_attended", "select race.change(2, 'withdrawn', '2024-09-10')")
    ),
    Race(
      "luban attendance take beside the same",
      Race.Side("attendance_is_taken_once", taking), beside: Race.Side("attendance_is_taken_once", taking)),
    Race(
      "an hour of culture beside a withdrawal of an earlier day",
      Race.Side(
        "participation_is_of_one_enrolled",
        """
        insert into participation (workshop_id, event_id, enrollment_id, hours)
        select workshop_id, id, race.e(2), 2 from culture_event where code = 'FAIR'
        """),
      beside: Race.Side(
        "participation_is_of_one_enrolled", "select race.change(2, 'withdrawn', '2024-10-10')")),
    Race(
      "a placement beside a withdrawal of an earlier day",
      Race.Side(
        "placement_is_of_one_enrolled",
        """
        insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
        select workshop_id, race.e(2), id, begins_on, ends_on from placement_offer where code = 'DEPOT-2'
        """),
      beside: Race.Side("placement_is_of_one_enrolled", "select race.change(2, 'withdrawn', '2024-09-20')")),
    Race(
      "hours of a placement beside a withdrawal of an earlier day",
      Race.Side("placement_hours_lie_within_it", working("2024-11-20", hours: 8)),
      beside: Race.Side(
        "placement_hours_are_of_one_enrolled", "select race.change(3, 'withdrawn', '2024-11-10')")),
    Race(
      "an attempt beside one of an earlier day",
      Race.Side(nil, "select record_result(race.w(), race.e(2), race.k('LOG-210'), '70', '2024-11-25')"),
      beside: Race.Side(
        "result_attempts_follow_each_other",
        "select record_result(race.w(), race.e(2), race.k('LOG-210'), '40', '2024-11-20')")),
    Race(
      "a mark beside its class being moved behind it",
      Race.Side(
        "result_not_before_its_class",
        "select record_result(race.w(), race.e(2), race.k('CUL-TEA'), '70', '2024-09-10')"),
      beside: Race.Side(
        "result_not_before_its_class",
        "update class set begins_on = '2024-09-15' where course_id = race.k('CUL-TEA')")),
    Race(
      "a mark beside its class being removed",
      Race.Side(
        "result_not_before_its_class",
        "select record_result(race.w(), race.e(2), race.k('CUL-TEA'), '70', '2024-09-25')"),
      beside: Race.Side(
        "class_that_was_taught_is_kept",
        """
        delete from session where class_id = (select id from class where course_id = race.k('CUL-TEA'));
        delete from class where course_id = race.k('CUL-TEA')
        """)),
    Race(
      "a mark on a scale beside a change of it",
      Race.Side(
        "result_mark_is_on_its_scale",
        """
        insert into result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
          evidence)
        select race.w(), race.e(2), race.k('LOG-210'), 1, 'recognized', scale, mark, value, passes, '2024-11-25', 'a file'
        from grading_mark where scale = 'letter' and mark = 'A'
        """),
      beside: Race.Side(
        "scale_in_use_is_kept",
        "update grading_mark set value = value + 1 where scale = 'letter' and mark = 'A'")),
    Race(
      "attendance beside its session being cancelled",
      Race.Side("attendance_is_of_a_session_that_takes_place", attending),
      beside: Race.Side(
        "session_that_was_held_stays", "update session set cancel_reason = 'x' where held_on = '2024-09-20'")),
    Race(
      "hours of culture beside a shorter event",
      Race.Side(
        "participation_fits_its_event",
        """
        insert into participation (workshop_id, event_id, enrollment_id, hours)
        select workshop_id, id, race.e(2), 5 from culture_event where code = 'FAIR'
        """),
      beside: Race.Side(
        "participation_fits_its_event", "update culture_event set hours = 4 where code = 'FAIR'")),
    Race(
      "a placement beside a shorter offer",
      Race.Side(
        "placement_lies_within_its_offer",
        """
        insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
        select workshop_id, race.e(2), id, begins_on, ends_on from placement_offer where code = 'DEPOT-2'
        """),
      beside: Race.Side(
        "placement_lies_within_its_offer",
        "update placement_offer set ends_on = '2024-10-20' where code = 'DEPOT-2'")),
    Race(
      "hours beside a placement that ends",
      Race.Side("placement_hours_lie_within_it", working("2024-11-20", hours: 8)),
      beside: Race.Side(
        "placement_hours_lie_within_it",
        "update placement set ended_on = '2024-11-10', end_reason = 'x' where enrollment_id = race.e(3)")),
    Race(
      "a withdrawal beside another gender",
      Race.Side(nil, "select race.change(2, 'withdrawn', '2024-09-01')"),
      beside: Race.Side(nil, "update student set gender = 'male' where number = 2")),
    Race(
      "a first enrollment beside another gender",
      Race.Side(
        nil,
        "select enroll(race.w(), race.c('2024A'), array[race.s(4)], 'enrolled', '2024-06-01', '2024-06-01')"),
      beside: Race.Side(nil, "update student set gender = 'female' where number = 4")),
  ]

  private static let attending: SQL = """
    insert into attendance (workshop_id, session_id, enrollment_id, status)
    select workshop_id, id, race.e(2), 'present' from session where held_on = '2024-09-20'
    """

  private static let taking: SQL =
    "select take_attendance('UZ-TAS-LOG-2024A', 'CUL-TEA', '2024-09-20', null, '{}', '{}', '{}')"

  private static func working(_ day: String, hours: Int) -> SQL {
    """
    insert into placement_log (workshop_id, placement_id, worked_on, hours)
    select workshop_id, id, \(day, as: .date), \(hours) from placement where enrollment_id = race.e(3)
    """
  }

  /// What completing rests on, each taken away by a statement.
  private static func completing(_ what: String, beside taking: SQL) -> Race {
    Race(
      "completing beside \(what)", Race.Side("completed_enrollment_has_every_part", completed),
      beside: Race.Side("completed_enrollment_has_every_part", taking))
  }

  private static let completed: SQL = """
    insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
    values (race.w(), race.e(1), 2, 'enrolled', 'completed', '2024-12-01')
    """

  static let completing: [Race] = [
    completing(
      "a mark that fails",
      beside:
        "update result set mark = '30', value = 30, passed = false, note = 'x' where enrollment_id = race.e(1)"
    ),
    completing("a mark that goes", beside: "delete from result where enrollment_id = race.e(1)"),
    completing(
      "a language test that goes", beside: "delete from language_certificate where student_id = race.s(1)"),
    completing(
      "hours of culture that go", beside: "delete from participation where enrollment_id = race.e(1)"),
    completing("hours of a placement that go", beside: "delete from placement_log"),
    completing(
      "attendance that is corrected",
      beside: "update attendance set status = 'absent' where enrollment_id = race.e(1)"),
    Race(
      "luban enrollment complete beside a mark that fails",
      Race.Side(nil, "select race.change(1, 'completed', '2024-12-01')"),
      beside: Race.Side(
        "completed_enrollment_has_every_part",
        "select correct_result(race.w(), (select id from result), '30', null, null, 'x')")),
  ]

  static let graduates: [Race] = [
    Race(
      "luban credential issue beside a completion that is taken back",
      Race.Side(nil, "select issue_credentials(race.w(), race.c('2024A'), array[race.e(1)], '2024-12-02')"),
      beside: Race.Side("completion_with_a_credential_stands", takingBack)),
    Race(
      "a credential beside a completion that is taken back",
      Race.Side(
        "credential_is_of_the_completed",
        """
        insert into credential_counter (workshop_id, year, last_number) values (race.w(), 2024, 0);
        insert into credential (workshop_id, serial, year, number, enrollment_id, side, partner_id, title, issued_on, record)
        select race.w(), 'UZ-TAS-2024-00001', 2024, 1, race.e(1), 'chinese', id, 'x', '2024-12-02', '{}'
        from partner where code = 'CN-B'
        """),
      beside: Race.Side("completion_with_a_credential_stands", takingBack)),
    Race(
      "an outcome beside a completion that is taken back",
      Race.Side(
        "outcome_is_of_a_completed_enrollment",
        """
        insert into outcome (workshop_id, enrollment_id, months, status, answered_on)
        values (race.w(), race.e(1), 6, 'unknown', '2025-06-10')
        """),
      beside: Race.Side("graduate_with_outcome_stays_one", takingBack)),
  ]

  static let signing: [Race] = [
    Race(
      "a signature beside its key being retired",
      Race.Side(
        "signature_is_by_a_key_in_use",
        """
        insert into credential_counter (workshop_id, year, last_number) values (race.w(), 2024, 0);
        insert into credential (workshop_id, serial, year, number, enrollment_id, side, partner_id, title, issued_on, record)
        select race.w(), 'UZ-TAS-2024-00001', 2024, 1, race.e(1), 'host', id, 'x', '2024-12-02', '{}'
        from partner where code = 'UZ-A';
        insert into signature (workshop_id, credential_id, key_id, code)
        select c.workshop_id, c.id, k.id, 'LW1:' || repeat('A', 200) from credential c, signature_key k
        """),
      beside: Race.Side(
        "signature_key_is_retired_after_it_signed",
        "update signature_key set retired_on = '2024-12-31', reason = 'x'"))
  ]

  private static let takingBack: SQL =
    "select correct_event(race.w(), race.e(1), 2::smallint, null, true, 'x')"

  static let stating: [Race] = [
    Race(
      "completing beside the statement of a rule",
      Race.Side("completed_enrollment_has_every_part", completed),
      beside: Race.Side(
        "completion_rule_precedes_completion",
        "insert into completion_rule (edition_id, attendance_percent, scale) select id, 80, 'cis5' from program_edition"
      ))
  ]
}
