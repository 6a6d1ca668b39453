import Postgres
import Support
import Testing

/// A rule that looks at another table than its own locks the row they share, and a race shows it.
@Suite("Locks of rules over two tables")
struct LockTests {
  /// How a trigger function that reads another table stands up to whoever writes that at the same moment.
  private enum Held {
    /// By a race, or a test of that title.
    case by(String)
    /// It needs no lock of its own, for this reason.
    case alone(String)
  }

  private static let keepsPast = Held.alone(
    "It writes down what was, of rows that its own statement has locked.")
  private static let oneSided = Held.alone(
    "What it looks at may change later, and asks nothing then: any outcome is that of one after the other.")
  private static let counts = Held.alone(
    "It looks at nothing but the row on which it counts, which it changes.")

  private static let references = Held.by("a child beside its parent being removed, or given another key")

  private static let functions: [String: Held] = [
    "city_is_called_as_no_other": .by("a city beside another of its name"),
    "city_name_is_of_no_other": .by("a city beside another that is given its name"),
    // What is noted of an enrollment.
    "attendance_is_of_those_enrolled": .by("attendance beside a withdrawal of an earlier day"),
    "presence_is_of_those_enrolled": .by(
      "an absence that is corrected to presence beside a withdrawal of an earlier day"),
    "attendance_lies_within_its_session": .by("hours at a session beside fewer hours of it"),
    "session_holds_hours_attended": .by("hours at a session beside fewer hours of it"),
    "enrollment_keeps_its_attendance": .by("attendance beside a withdrawal of an earlier day"),
    "session_that_was_held_stays": .by("attendance beside its session being cancelled"),
    "class_that_was_taught_is_kept": .by("attendance beside a class that becomes one of another cohort"),
    "references_of_attendance": references, "references_of_enrollment": references,
    "references_of_enrollment_event": references, "references_of_student": references,
    "references_of_student_name": references,
    "result_keeps_its_rules": .by("a mark beside a withdrawal of an earlier day"),
    "enrollment_events_keep_results": .by("a mark beside a withdrawal of an earlier day"),
    "enrollment_keeps_results": .alone("Changing an enrollment locks it, as results do."),
    "class_keeps_results": .by("a mark beside its class being moved behind it"),
    "scale_in_use_is_kept": .by("a mark on a scale beside a change of it"),
    "mark_in_use_is_not_deleted": .by("a mark on a scale beside a change of it"),
    "agreement_keeps_transfers": .by("a transferred credit beside an earlier end of its agreement"),
    "participation_keeps_its_rules": .by("an hour of culture beside a withdrawal of an earlier day"),
    "enrollment_covers_culture_events": .by("an hour of culture beside a withdrawal of an earlier day"),
    "culture_event_fits_those_who_took_part": .by("hours of culture beside a shorter event"),
    "placement_keeps_its_rules": .by("a placement beside a withdrawal of an earlier day"),
    "placement_log_keeps_its_rules": .by("hours of a placement beside a withdrawal of an earlier day"),
    "enrollment_covers_placements": .by("hours of a placement beside a withdrawal of an earlier day"),
    "enrollment_ends_its_placements": .by("hours of a placement beside a withdrawal of an earlier day"),
    "placement_offer_covers_its_placements": .by("a placement beside a shorter offer"),
    "evaluation_keeps_its_rules": oneSided,
    "no_show_left_no_record": .by(
      "a departure of one who never attended waits for presence that is being noted, and is refused"),
    "record_is_of_one_who_attended": .by(
      "presence that is noted while somebody says they never attended waits, and is refused"),
    // What a completion rests on, and what rests on it.
    "enrollment_event_needs_every_part": .by("completing beside a mark that fails"),
    "completed_keeps_every_part": .by("completing beside a language test that goes"),
    "completion_rule_is_frozen": .by("completing beside the statement of a rule"),
    "credential_is_sound": .by("a credential beside a completion that is taken back"),
    "credential_outlives_no_completion": .by("luban credential issue beside a completion that is taken back"),
    "signature_is_sound": .by("a signature beside its key being retired"),
    "signature_key_is_frozen": .by("a signature beside its key being retired"),
    "outcome_is_of_a_graduate": .by("an outcome beside a completion that is taken back"),
    "graduate_with_outcome_stays_one": .by("an outcome beside a completion that is taken back"),
    "survey_asks_graduates_of_its_cohort": oneSided,
    // Seats, cohorts and classes.
    "enrollment_event_moves_state": .by("a withdrawal beside another gender"),
    "enrollment_event_is_tallied": .by("a first enrollment beside another gender"),
    "student_moves_tally": .by("a first enrollment beside another gender"),
    "enrollment_takes_seats": .by("fifty who enroll at the same time share ten seats, and nobody is lost"),
    "enrollment_meets_entry_rules": .by("an enrollment beside a cohort that is cancelled"),
    "student_holds_one_seat": .by("a seat beside dates of another cohort that come to overlap"),
    "cohort_dates_seat_nobody_twice": .by("a seat beside dates of another cohort that come to overlap"),
    "seats_are_held_every_day": .by(
      "of two who take the seat of a past day at the same moment, the second is refused"),
    "cohort_stretches_keep_seats": .by(
      "a seat of a past day beside fewer seats on it: whoever comes second is refused, in either order"),
    "cohort_event_moves_status": .by("a cohort that opens beside a change of its edition"),
    "cohort_dates_hold_classes": .by("a class beside dates of its cohort that leave it outside"),
    "class_keeps_its_rules": .by("a class beside a cohort that is cancelled"),
    "class_prerequisites_come_first": .by("a class beside a prerequisite of its course"),
    "new_prerequisites_suit_classes": .by("a class beside a prerequisite that enters the curriculum"),
    "class_dates_hold_sessions": .by("a session beside dates of its class that leave it outside"),
    "sessions_keep_their_rules": .by("a session beside a cohort that is cancelled"),
    "cancelled_cohort_has_no_sessions": .by("a session beside a cohort that is cancelled"),
    "instructor_stays_for_classes": .by("a class beside an instructor who leaves"),
    "certification_outlives_classes": .by("a class beside a certification that is taken back"),
    "placement_takes_places": .by(
      "two who want the last place at the same time: one is placed, the other refused"),
    // Editions, courses and partners.
    "edition_in_use_is_frozen": .by("a cohort that opens beside another course in its curriculum"),
    "taught_course_keeps_its_hours": .by("a cohort that opens beside other hours of one of its courses"),
    "prerequisites_have_no_circle": .by(
      "two that are entered at the same time do not close a circle together"),
    "modules_support_technical_courses": .by("a module that supports a course beside another kind of it"),
    "module_keeps_its_kind": .by("a module that supports a course beside another kind of it"),
    "culture_event_counts_for_a_culture_module": .by("a culture event beside another kind of its module"),
    "culture_module_of_events_keeps_its_kind": .by("a culture event beside another kind of its module"),
    "placement_offer_is_of_an_enterprise": .by("an offer beside another kind of its partner"),
    "what_offers_placements_keeps_its_kind": .by("an offer beside another kind of its course"),
    "retired_course_enters_no_curriculum": oneSided,
    "module_level_is_of_its_language": oneSided,
    "language_certificate_is_judged": oneSided,
    "cohort_is_named_after_its_workshop": oneSided,
    "student_is_born_before_what_is_recorded": oneSided,
    "agreement_party_may_sign": .by("a party beside the days of its agreement"),
    "agreement_parties_may_sign": .by("a party beside the days of its agreement"),
    "partner_event_moves_status": .by("a partner that is being ended signs nothing meanwhile"),
    "partner_is_kept": .alone("Foreign keys hold what points to it; this names it."),
    "workshop_closes_when_empty": .by("a workshop that closes while a cohort opens waits, and is refused"),
    "workshop_role_is_among_the_living": .by("a partner that is being ended signs nothing meanwhile"),
    "workshop_keeps_a_host": .by("two hosts that leave at once"),
    "figures_come_with_their_closing": .alone(
      "Nobody changes a closing, or sees it before its figures are there."),
    // What follows, and looks at nothing that another could move.
    "attendance_keeps_its_past": keepsPast,
    "cohort_begins_a_stretch": keepsPast,
    "cohort_corrects_its_stretch": keepsPast,
    "cohort_follows_its_stretches": .alone("It changes the row of its cohort, which is locked by that."),
    "cohort_keeps_revisions": keepsPast,
    "keeps_revisions": keepsPast,
    "student_name_keeps_revisions": keepsPast,
    "workshop_gets_its_counter": keepsPast,
    "workshop_keeps_the_time_of_its_country": .alone("Countries and their zones come with Luban."),
    "enrollment_keeps_its_application": keepsPast,
    "link_ends_stand_together": .alone(
      "Of two that each write one end, neither sees that of the other, and both are refused."),
    "fact_is_of_today_or_earlier": .alone("What was today by a zone stays so when the zone is changed."),
  ]

  @Test("every trigger that reads another table has its race, or says why it needs none")
  func races() async throws {
    try await withOffice { office in
      let found = try await office.database.read { tx in try tx.rows(Self.readers, as: String.self) }
      let told = Set(Self.functions.keys)
      #expect(Set(found).subtracting(told) == [], "they read another table: which row do both lock?")
      #expect(told.subtracting(found) == [], "they are gone, or read no other table")
    }
    let tests = try SourceFile.all(in: "Tests", ending: ".swift").filter {
      !$0.path.hasSuffix("LockTests.swift")
    }
    .map(\.text).joined()
    let races = Set((EnrollmentRaces.all + OfficeRaces.all).map(\.name))
    for (function, held) in Self.functions {
      if case .by(let title) = held {
        #expect(races.contains(title) || tests.contains("\"\(title)\""), "\(function): \(title)")
      }
    }
  }

  /// The trigger functions in whose text, or in that of what they call, another table is named than theirs.
  private static let readers: SQL = """
    with recursive named (owner, name) as (
      select p.oid, m[1] from pg_proc p cross join regexp_matches(p.prosrc, '(?:luban|report)\\.(\\w+)', 'g') m
      where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace)
    ), asked (reader, name) as (
      select p.oid, n.name from pg_proc p join named n on n.owner = p.oid where p.prorettype = 'trigger'::regtype
      union
      -- What only finds the words of a refusal decides nothing.
      select a.reader, n.name from asked a join pg_proc f on f.proname = a.name
        and f.pronamespace = 'luban'::regnamespace and f.proname !~ '^(shown_|edition_name|break_rule)|_offense$'
      join named n on n.owner = f.oid
    )
    select distinct p.proname::text from asked a
    join pg_proc p on p.oid = a.reader
    join pg_class c on c.relname = a.name and c.relnamespace = 'luban'::regnamespace and c.relkind in ('r', 'v')
    where a.name <> 'rule' and not exists (
      select from pg_trigger t where t.tgfoid = a.reader and t.tgrelid = c.oid)
    """
}
