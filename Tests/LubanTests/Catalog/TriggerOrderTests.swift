import Postgres
import Support
import Testing

/// Which triggers meet at the same time and event of a table, in the order in which PostgreSQL fires them: by the
/// alphabet of their names.
@Suite("The order of triggers")
struct TriggerOrderTests {
  /// What fires before what.
  ///
  /// Where it matters the names are numbered, in `sql/code/trigger_order.sql`, with the reason beside each. Of the
  /// others each could be the first: nothing is kept, counted or judged by one that another looks at.
  private static let order = """
    agreement before row update: agreement_is_ended_once, agreement_parties_may_sign,
      agreement_renews_an_earlier_one
    agreement_party after row delete: agreement_keeps_two_parties, agreement_party_keeps_transfers
    agreement_party after row update: agreement_keeps_two_parties, agreement_party_keeps_transfers
    attendance after statement delete: attendance_keeps_its_past_after_delete,
      completed_keeps_every_part_deleted
    attendance after statement insert: attendance_is_of_those_enrolled_after_insert,
      attendance_lies_within_its_session_after_insert, completed_keeps_every_part_added
    attendance after statement update: attendance_is_still_of_one_who_attended,
      attendance_keeps_its_past_after_update, attendance_lies_within_its_session_after_update,
      completed_keeps_every_part_changed,
      presence_is_of_those_enrolled_after_update
    class after statement delete: class_keeps_results_after_delete, class_keeps_what_is_removed,
      class_prerequisites_come_first_after_delete
    class after statement insert: class_keeps_its_rules_after_insert,
      class_prerequisites_come_first_after_insert
    class after statement update: class_dates_hold_sessions_after_update,
      class_keeps_its_rules_after_update, class_keeps_results_after_update, class_keeps_revisions,
      class_prerequisites_come_first_after_update
    cohort after row update: cohort_corrects_its_stretch, cohort_dates_hold_classes,
      cohort_dates_seat_nobody_twice, cohort_keeps_revisions
    cohort before row insert: cohort_begins_planned, cohort_is_named_after_its_workshop
    cohort before row update: cohort_is_named_after_its_workshop, cohort_keeps_its_edition,
      cohort_seats_are_told, cohort_seats_follow_enrollments, cohort_status_follows_events
    cohort_stretch after statement insert: cohort_follows_its_stretches_after_insert,
      cohort_stretches_keep_seats_after_insert
    course before row update: course_is_retired_once, culture_module_of_events_keeps_its_kind,
      module_keeps_its_kind, placement_course_of_offers_keeps_its_kind, taught_course_keeps_its_hours
    culture_event after statement update: culture_event_fits_those_who_took_part_after_update,
      culture_event_keeps_revisions
    curriculum_item before row insert: curriculum_in_use_is_frozen, retired_course_enters_no_curriculum
    curriculum_item before row update: curriculum_in_use_is_frozen, retired_course_enters_no_curriculum
    enrollment after row update: enrollment_keeps_its_application, enrollment_keeps_results,
      graduate_with_outcome_stays_one
    enrollment after statement insert: enrollment_meets_entry_rules_after_insert,
      enrollment_takes_seats_after_insert, student_holds_one_seat_after_insert
    enrollment after statement update: enrollment_meets_entry_rules_after_update,
      enrollment_takes_seats_after_update, student_holds_one_seat_after_update
    enrollment_event after statement insert: 01_enrollment_event_moves_state,
      02_enrollment_keeps_its_attendance, 03_enrollment_events_keep_results,
      04_enrollment_covers_culture_events, 05_enrollment_covers_placements, 06_no_show_left_no_record,
      07_enrollment_ends_its_placements, 08_enrollment_event_needs_every_part,
      09_credential_outlives_no_completion, 10_enrollment_event_is_tallied, 11_seats_are_held_every_day
    instructor after statement update: instructor_keeps_revisions,
      instructor_stays_for_classes_after_update
    instructor_certification after statement delete: certification_outlives_classes_after_delete,
      instructor_certification_keeps_what_is_removed
    instructor_certification after statement update: certification_outlives_classes_after_update,
      instructor_certification_keeps_revisions
    language_certificate after statement delete: completed_keeps_every_part_deleted,
      language_certificate_keeps_what_is_removed
    language_certificate after statement update: completed_keeps_every_part_changed,
      language_certificate_keeps_revisions
    language_certificate before row update: language_certificate_is_judged,
      language_certificate_stays_with_its_student
    outcome after statement update: outcome_is_of_a_graduate_after_update, outcome_keeps_revisions
    participation after statement delete: completed_keeps_every_part_deleted,
      participation_keeps_what_is_removed
    participation after statement insert: participation_is_of_one_who_attended,
      participation_keeps_its_rules_after_insert
    participation after statement update: completed_keeps_every_part_changed,
      participation_is_still_of_one_who_attended, participation_keeps_its_rules_after_update,
      participation_keeps_revisions
    partner before row update: enterprise_of_offers_keeps_its_kind,
      partner_status_follows_events
    placement after statement delete: placement_keeps_what_is_removed,
      placement_takes_places_after_delete
    placement after statement insert: placement_keeps_its_rules_after_insert,
      placement_takes_places_after_insert, places_are_held_every_day_after_insert
    placement after statement update: placement_keeps_its_rules_after_update, placement_keeps_revisions,
      placement_takes_places_after_update, places_are_held_every_day_after_update
    placement_log after statement delete: completed_keeps_every_part_deleted,
      placement_log_keeps_what_is_removed
    placement_log after statement insert: placement_log_is_of_one_who_attended,
      placement_log_keeps_its_rules_after_insert
    placement_log after statement update: completed_keeps_every_part_changed,
      placement_log_is_still_of_one_who_attended, placement_log_keeps_its_rules_after_update,
      placement_log_keeps_revisions
    placement_offer after statement update: placement_offer_covers_its_placements_after_update,
      placement_offer_keeps_revisions, places_are_held_every_day_after_update
    result after statement delete: completed_keeps_every_part_deleted, result_attempts_leave_no_gap,
      result_keeps_what_is_removed
    result after statement insert: completed_keeps_every_part_added, result_attempts_follow_each_other,
      result_is_of_one_who_attended, result_keeps_its_rules_after_insert
    result after statement update: completed_keeps_every_part_changed,
      result_attempts_still_follow_each_other, result_is_still_of_one_who_attended,
      result_keeps_its_rules_after_update, result_keeps_revisions
    session after statement update: session_keeps_revisions, sessions_keep_their_rules_after_update
    student after statement update: student_keeps_revisions, student_moves_tally_after_update
    survey_contact after statement update: survey_asks_graduates_of_its_cohort_after_update,
      survey_contact_keeps_revisions
    workshop after statement update: time_zone_is_known_after_update, workshop_keeps_revisions
    workshop before row update: workshop_change_is_allowed, workshop_closes_when_empty
    """

  @Test("of every table with several at a time is this one, which was thought about")
  func order() async throws {
    try await withOffice { office in
      let found = try await office.database.read { tx in
        try tx.rows(
          """
          select format('%s %s %s %s: %s', c.relname, case when (t.tgtype & 2) > 0 then 'before' else 'after' end,
            case when (t.tgtype & 1) > 0 then 'row' else 'statement' end, event.name,
            string_agg(t.tgname, ', ' order by t.tgname))
          from pg_trigger t join pg_class c on c.oid = t.tgrelid
          cross join (values (4, 'insert'), (8, 'delete'), (16, 'update')) event (bit, name)
          where c.relnamespace in ('luban'::regnamespace, 'report'::regnamespace) and not t.tgisinternal
            -- References and the law of days are asked before all others, of nothing but the new rows.
            and t.tgname !~ '^00' and t.tgtype & event.bit > 0
          group by c.relname, t.tgtype & 2, t.tgtype & 1, event.name having count(*) > 1
          order by 1
          """, as: String.self)
      }
      let told = Self.order.replacing("\n  ", with: " ").split(separator: "\n").map(String.init)
      #expect(Set(found).subtracting(told) == [], "an order that has not been told")
      #expect(Set(told).subtracting(found) == [], "an order that is no longer")
    }
  }

  @Test("every trigger sees and locks what it must, whoever writes, on a search path of its own")
  func rights() async throws {
    try await withOffice { office in
      let others = try await office.database.read { tx in
        try tx.rows(
          """
          select p.oid::regprocedure::text from pg_proc p
          where p.pronamespace = 'luban'::regnamespace and p.prorettype = 'trigger'::regtype
            and (not p.prosecdef or p.proconfig is null)
          """, as: String.self)
      }
      #expect(others == [])
    }
  }
}
