import Luban
import Postgres
import Support
import Testing

/// What cohorts, classes, editions and agreements rest on.
@Suite("Two at once, about what an office plans and signs")
struct OfficeRaces {
  @Test("what a cohort, a class or an agreement rests on does not move away while it is made")
  func plans() async throws {
    try await TestDatabase.withRaces(Self.all, Self.setting) { office in
      try await office.taughtCohort(2)
      try await office.partner("UZ-A")
      try await office.partner("CN-B", country: "CN")
      try await office.partner("UZ-LATE")
      try await office.partner("UZ-DEPOT", kind: .enterprise)
    }
  }

  static let all = cohorts + classes + agreements

  /// 2026B is open with nobody in it, 2024B planned, CUT planned on an edition of its own with a course, A-1 signed by three.
  private static let setting: SQL = """
    insert into cohort (workshop_id, code, program_id, edition_id, intake_on, planned_end_on, window_opens_on,
      window_closes_on, capacity, agreement_override)
    select workshop_id, 'UZ-TAS-LOG-2026B', program_id, edition_id, '2026-09-01', '2028-07-01', '2026-01-01',
      '2026-12-31', 5, 'a test' from cohort where id = race.c('2024A');
    insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
    values (race.w(), race.c('2026B'), 2, 'open', '2026-05-01');
    insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
    select workshop_id, race.c('2026B'), edition_id, course_id, term, '2026-09-01', '2026-12-31' from class
    where course_id = race.k('LOG-110');

    insert into cohort (workshop_id, code, program_id, edition_id, intake_on, planned_end_on, window_opens_on,
      window_closes_on, capacity)
    select workshop_id, 'UZ-TAS-LOG-2024B', program_id, edition_id, intake_on, planned_end_on, window_opens_on,
      window_closes_on, 5 from cohort where id = race.c('2024A');
    insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
    select workshop_id, id, '2024-09-20', '09:00', '10:00', 1 from class
    where cohort_id = race.c('2024A') and course_id = race.k('LOG-210');

    insert into course (code, kind, titles, hours_theory, hours_practice, credits)
    select c, k::course_kind, '{"en": "x"}', 20, 20, 2
    from (values ('CUT-1', 'technical'), ('CUT-2', 'technical'), ('CUT-3', 'technical'), ('CUT-P', 'placement')) v (c, k);
    insert into course (code, kind, titles, hours_theory, hours_practice, credits, theme)
    values ('CUL-1', 'culture', '{"en": "x"}', 20, 20, 2, 'tea');
    insert into course_prerequisite (course_id, requires_id) values (race.k('CUT-2'), race.k('CUT-3'));
    insert into program (code) values ('CUT');
    insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
    select p.id, '2026', titles, mode, isced_field, isced_level, months from program p, program_edition where code = 'CUT';
    insert into curriculum_item (edition_id, course_id, term)
    select race.cut(), race.k(c), 1 from unnest('{CUT-1,CUT-2}'::text[]) c;
    insert into cohort (workshop_id, code, program_id, edition_id, intake_on, planned_end_on, window_opens_on,
      window_closes_on, capacity, agreement_override)
    select race.w(), 'UZ-TAS-LOG-CUT', program_id, id, '2026-09-01', '2027-07-01', '2026-01-01', '2026-12-31', 5, 'a test'
    from program_edition where id = race.cut();
    insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
    values (race.w(), race.c('CUT'), race.cut(), race.k('CUT-1'), 1, '2026-09-01', '2026-12-31');
    insert into completion_rule (edition_id, attendance_percent, scale) values (race.cut(), 80, 'cis5');

    insert into partner_event (partner_id, nth, status, effective_on, reason)
    select i.id, e.nth, e.status::partner_status, e.day, 'x' from partner i,
      (values (3, 'suspended', '2020-01-10'::date), (4, 'active', '2020-01-30')) e (nth, status, day)
    where i.code = 'UZ-LATE' order by e.nth;

    insert into agreement (code, kind, signed_on, effective_on, expires_on)
    values ('A-1', 'credit_recognition', '2020-02-01', '2020-02-01', '2030-01-01'),
      ('A-2', 'joint_training', '2020-01-01', '2021-02-01', '2030-01-01');
    insert into agreement_party (agreement_id, partner_id)
    select a.id, i.id from agreement a, partner i where i.code in ('UZ-A', 'CN-B', 'UZ-DEPOT');
    insert into instructor (workshop_id, partner_id, staff_number, full_name, since)
    select race.w(), id, '1', 'x', '2020-01-01' from partner where code = 'UZ-A';
    insert into instructor_certification (workshop_id, instructor_id, course_id, since)
    select workshop_id, id, race.k('CUT-1'), '2020-01-01' from instructor;
    insert into workshop_role (workshop_id, partner_id, role, since)
    select race.w(), id, 'host', '2020-01-01' from partner where code in ('UZ-A', 'UZ-DEPOT');
    insert into partner_name (partner_id, language, name, valid_from)
    select id, 'ru', 'Имя', '2020-01-01' from partner where code = 'UZ-A';
    """

  private static func open(_ sql: SQL, rule: String, beside what: String) -> Race {
    Race(
      "a cohort that opens beside \(what)",
      Race.Side(
        nil,
        """
        insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
        values (race.w(), race.c('CUT'), 2, 'open', '2026-05-01')
        """), beside: Race.Side(rule, sql))
  }

  private static let cancelled: SQL = """
    insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on, reason)
    values (race.w(), race.c('2026B'), 3, 'cancelled', '2026-06-01', 'x')
    """

  static let cohorts: [Race] = [
    open(
      "insert into curriculum_item (edition_id, course_id, term) values (race.cut(), race.k('CUT-3'), 1)",
      rule: "edition_in_use_is_frozen", beside: "another course in its curriculum"),
    open(
      "update program_edition set months = 12 where id = race.cut()", rule: "edition_in_use_is_frozen",
      beside: "a change of its edition"),
    open(
      "update completion_rule set attendance_percent = 50 where edition_id = race.cut()",
      rule: "edition_in_use_is_frozen", beside: "another rule of completion"),
    open(
      "update course set hours_theory = 30 where code = 'CUT-1'", rule: "taught_course_keeps_its_hours",
      beside: "other hours of one of its courses"),
    Race(
      "an enrollment beside a cohort that is cancelled",
      Race.Side(
        "enrollment_needs_an_open_cohort",
        """
        with made as (
          insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on)
          values (race.w(), race.s(2), race.c('2026B'), '2026-06-01', 'enrolled', '2026-06-01') returning workshop_id, id)
        insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
        select workshop_id, id, 1, 'enrolled', '2026-06-01' from made
        """), beside: Race.Side("cohort_ends_when_no_seat_is_held", cancelled)),
    Race(
      "a session beside a cohort that is cancelled",
      Race.Side(
        "class_is_of_a_living_cohort",
        """
        insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
        select workshop_id, id, '2026-10-01', '09:00', '10:00', 1 from class where cohort_id = race.c('2026B')
        """), beside: Race.Side(nil, cancelled)),
    Race(
      "a class beside a cohort that is cancelled",
      Race.Side(
        "class_is_of_a_living_cohort",
        """
        insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
        select workshop_id, id, edition_id, race.k('LOG-210'), 1, '2026-09-01', '2026-12-31' from cohort
        where id = race.c('2026B')
        """), beside: Race.Side(nil, cancelled)),
    Race(
      "a seat beside dates of another cohort that come to overlap",
      Race.Side(
        "student_holds_one_seat_at_a_time",
        "select enroll(race.w(), race.c('2026B'), array[race.s(2)], 'enrolled', '2026-06-01', '2026-06-01')"),
      beside: Race.Side(
        "student_holds_one_seat_at_a_time",
        "update cohort set planned_end_on = '2026-12-01' where id = race.c('2024A')")),
    Race(
      "a class beside dates of its cohort that leave it outside",
      Race.Side(
        "class_lies_within_its_cohort",
        """
        insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
        values (race.w(), race.c('CUT'), race.cut(), race.k('CUT-2'), 1, '2026-09-01', '2027-03-31')
        """),
      beside: Race.Side(
        "class_lies_within_its_cohort",
        "update cohort set planned_end_on = '2027-02-01' where id = race.c('CUT')")),
    Race(
      "two hosts that leave at once", leaving("UZ-A"), beside: leaving("UZ-DEPOT")),
  ]

  private static func leaving(_ code: String) -> Race.Side {
    Race.Side(
      "workshop_keeps_a_host_while_cohorts_run",
      """
      delete from workshop_role where partner_id = (select id from partner where code = \(code));
      set constraints all immediate
      """)
  }

  static let classes: [Race] = [
    Race(
      "a class beside a prerequisite of its course",
      Race.Side("class_follows_its_prerequisites", secondClass),
      beside: Race.Side(
        "class_follows_its_prerequisites",
        "insert into course_prerequisite (course_id, requires_id) values (race.k('CUT-2'), race.k('CUT-1'))")),
    Race(
      "a class beside a prerequisite that enters the curriculum",
      Race.Side("class_follows_its_prerequisites", secondClass),
      beside: Race.Side(
        "class_follows_its_prerequisites",
        "insert into curriculum_item (edition_id, course_id, term) values (race.cut(), race.k('CUT-3'), 1)")),
    Race(
      "a session beside dates of its class that leave it outside",
      Race.Side(
        "session_lies_within_its_class",
        """
        insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
        select workshop_id, id, '2026-09-01', '09:00', '10:00', 1 from class where cohort_id = race.c('CUT')
        """),
      beside: Race.Side(
        "session_lies_within_its_class",
        "update class set begins_on = '2026-09-02' where cohort_id = race.c('CUT')")),
    Race(
      "a class beside an instructor who leaves",
      Race.Side("class_is_taught_by_who_is_there", taught),
      beside: Race.Side("class_is_taught_by_who_is_there", "update instructor set until = '2026-08-01'")),
    Race(
      "a class beside a certification that is taken back",
      Race.Side("class_is_taught_by_who_is_certified", taught),
      beside: Race.Side("class_is_taught_by_who_is_certified", "delete from instructor_certification")),
    Race(
      "attendance beside a class that becomes one of another cohort",
      Race.Side(
        "attendance_is_of_the_cohort_of_the_class",
        """
        insert into attendance (workshop_id, session_id, enrollment_id, status)
        select workshop_id, id, race.e(1), 'present' from session
        """),
      beside: Race.Side(
        "class_that_was_taught_is_kept",
        """
        update class set cohort_id = race.c('2024B')
        where cohort_id = race.c('2024A') and course_id = race.k('LOG-210')
        """)),
    Race(
      "a culture event beside another kind of its module",
      Race.Side(
        "culture_event_counts_for_a_culture_module",
        """
        insert into culture_event (workshop_id, code, course_id, theme, title, begins_on, ends_on, hours)
        values (race.w(), 'TEA', race.k('CUL-1'), 'tea', 'Tea', '2026-10-01', '2026-10-01', 2)
        """),
      beside: Race.Side(
        "culture_event_counts_for_a_culture_module",
        "update course set kind = 'technical', theme = null where code = 'CUL-1'")),
    Race(
      "an offer beside another kind of its partner",
      Race.Side("placement_offer_is_of_an_enterprise", offer),
      beside: Race.Side(
        "placement_offer_is_of_an_enterprise",
        "update partner set kind = 'college' where code = 'UZ-DEPOT'")),
    Race(
      "an offer beside another kind of its course",
      Race.Side("placement_offer_is_for_a_placement_course", offer),
      beside: Race.Side(
        "placement_offer_is_for_a_placement_course",
        "update course set kind = 'technical' where code = 'CUT-P'")),
    Race(
      "a module that supports a course beside another kind of it",
      Race.Side(
        "modules_support_technical_courses",
        "insert into course_support (course_id, supports_id) values (race.k('CUL-1'), race.k('CUT-3'))"),
      beside: Race.Side(
        "modules_support_technical_courses",
        "update course set kind = 'culture', theme = 'tea' where code = 'CUT-3'")),
  ]

  private static let taught: SQL =
    "update class set instructor_id = (select id from instructor) where course_id = race.k('CUT-1')"

  private static let secondClass: SQL = """
    insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
    values (race.w(), race.c('CUT'), race.cut(), race.k('CUT-2'), 1, '2026-09-01', '2026-12-31')
    """

  private static let offer: SQL = """
    insert into placement_offer (workshop_id, code, partner_id, course_id, title, places, begins_on, ends_on, hours)
    select race.w(), 'DEPOT', id, race.k('CUT-P'), 'x', 2, '2026-10-01', '2026-10-31', 8 from partner
    where code = 'UZ-DEPOT'
    """

  private static func city(_ name: String) -> Race.Side {
    Race.Side(
      "city_name_is_of_one_city_of_its_country", "insert into city (country, name) values ('UZ', \(name))")
  }

  static let agreements: [Race] = [
    Race("two parties that go at once", going("UZ-DEPOT"), beside: going("CN-B")),
    Race(
      "a party beside the days of its agreement",
      Race.Side(
        "agreement_parties_are_in_good_standing",
        """
        insert into agreement_party (agreement_id, partner_id)
        select a.id, i.id from agreement a, partner i where (a.code, i.code) = ('A-1', 'UZ-LATE')
        """),
      beside: Race.Side(
        "agreement_parties_are_in_good_standing",
        "update agreement set signed_on = '2020-01-20' where code = 'A-1'")),
    Race("two names that go at once", nameless("en"), beside: nameless("ru")),
    Race("a city beside another of its name", city("Bukhara"), beside: city("BUKHARA")),
    Race(
      "a city beside another that is given its name", city("Бухара"),
      beside: Race.Side(
        "city_name_is_of_one_city_of_its_country",
        """
        insert into city_name (city_id, language, name) select id, 'kk', 'Бухара' from city where name = 'Tashkent'
        """)),
    Race(
      "a transferred credit beside an earlier end of its agreement",
      Race.Side("transfer_is_under_an_agreement_for_it", credit),
      beside: Race.Side(
        "transfer_is_under_an_agreement_for_it",
        "update agreement set ended_on = '2024-08-01', end_reason = 'x' where code = 'A-1'")),
    Race(
      "a transferred credit beside a party that goes",
      Race.Side("transfer_is_under_an_agreement_for_it", credit),
      beside: Race.Side(
        "transfer_is_under_an_agreement_for_it",
        """
        delete from agreement_party where agreement_id = (select id from agreement where code = 'A-1')
          and partner_id = (select id from partner where code = 'UZ-A')
        """)),
    Race(
      "a renewal beside a later beginning of what it renews",
      Race.Side(
        "agreement_renews_an_earlier_one",
        "update agreement set renews_id = (select id from agreement where code = 'A-1') where code = 'A-2'"
      ),
      beside: Race.Side(
        "agreement_renews_an_earlier_one",
        "update agreement set effective_on = '2022-01-01' where code = 'A-1'")),
  ]

  private static func going(_ code: String) -> Race.Side {
    Race.Side(
      "agreement_has_two_parties",
      """
      delete from agreement_party where agreement_id = (select id from agreement where code = 'A-1')
        and partner_id = (select id from partner where code = \(code));
      set constraints all immediate
      """)
  }

  private static func nameless(_ language: String) -> Race.Side {
    Race.Side(
      "partner_has_a_name",
      """
      delete from partner_name where partner_id = (select id from partner where code = 'UZ-A')
        and language = \(language);
      set constraints all immediate
      """)
  }

  private static let credit: SQL = """
    insert into result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
      partner_id, agreement_id)
    select race.w(), race.e(1), race.k('LOG-900'), 1, 'transferred', 'cis5', '5', 5, true, '2024-09-10', i.id, a.id
    from partner i, agreement a where (i.code, a.code) = ('UZ-A', 'A-1')
    """
}
