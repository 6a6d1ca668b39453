-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('enrollment_stays_with_its_student', 'An enrollment is of one student in one cohort, always.', 'Transfer the student to another cohort; annul what was entered by mistake.', '{enrollment.transfer,enrollment.void}', ''),
  ('enrollment_is_once_in_a_cohort', 'A student is in a cohort once.', 'The enrollment exists; change its state.', '{show(enrollment)}', ''),
  ('enrollment_is_of_a_student', 'An enrollment is of a student of the workshop.', '', '{student.find}', ''),
  ('enrollment_is_in_a_cohort', 'An enrollment is in a cohort of the workshop.', '', '{list(cohort)}', ''),
  ('annulled_enrollment_holds_nothing', 'An enrollment that never was holds no marks, hours, attendance, placement or credential.', 'Take back what was noted first, or give the event the right day.', '{correct(enrollment)}', '{student}: {noted}'),
  ('annulled_enrollment_begins_again', 'An enrollment that was annulled begins again, as a new one does.', 'Enroll the student.', '{enroll}', ''),
  ('waitlist_place_is_for_those_who_wait', 'Those on the waitlist have a place, and nobody else.', 'Leave places to Luban.', '{}', ''),
  ('waitlist_place_is_given_once', 'A place on a waitlist is given once.', 'Leave places to Luban.', '{}', ''),
  ('enrollment_state_not_before_application', 'Nothing happens to an enrollment before the application.', 'Check the two dates.', '{}', ''),
  ('enrollment_override_has_a_reason', 'Whoever sets entry rules aside says why.', '', '{override(reason)}', ''),
  ('enrollment_event_counts_from_one', 'The events of an enrollment are counted from one.', 'Leave the count to Luban.', '{}', ''),
  ('enrollment_event_is_of_an_enrollment', 'An event is of an enrollment of the workshop.', '', '{list(enrollment)}', ''),
  ('enrollment_event_voids_an_earlier_one', 'A correction names an earlier event.', 'Look at the events.', '{show(enrollment)}', ''),
  ('enrollment_event_is_corrected_once', 'An event is corrected once; after that one corrects the correction.', 'Look at the events.', '{show(enrollment)}', '[event {event}]'),
  ('enrollment_void_is_not_taken_back', 'What only took an event back is not corrected.', 'Note again what was taken back, with its day.', '{show(enrollment)}', '[event {event} took back event {voided}]'),
  ('enrollment_event_does_something', 'An event leads to a state or voids another event.', 'Give one of the two.', '{}', ''),
  ('enrollment_correction_has_a_reason', 'Whoever corrects says why.', '', '{give(reason)}', ''),
  ('enrollment_change_is_allowed', 'An enrollment goes through its states in their order.', 'Look at the history of the enrollment.', '{show(enrollment)}', '[{student}, since {since}]'),
  ('enrollment_begins_from_nothing', 'The first event of an enrollment follows nothing.', 'Leave the states to Luban.', '{}', ''),
  ('enrollment_events_follow_each_other', 'Each event follows the one before it, on the same day or later.', 'Check the date, or correct the earlier event.', '{}', '[event {event}: from {from}, where the one before led to {before}][{student}, since {since}]'),
  ('enrollment_reason_is_known', 'A coded reason is one of the list.', 'Take a code of the list, or use other and say why.', '{reasons,give(reason)}', ''),
  ('enrollment_needs_an_open_cohort', 'Students enter a cohort that is open or running.', 'Open the cohort.', '{cohort.open}', '{student} in {cohort}'),
  ('enrollment_is_within_the_window', 'Students apply within the cohort''s window.', 'Check the date of application, which is today unless it is given.', '{give(applied),override(reason)}', '{student} in {cohort}'),
  ('enrollment_not_before_minimum_age', 'Students have the program''s minimum age on the day they apply.', 'Check the birth date.', '{override(reason)}', '{student} in {cohort}'),
  ('enrollment_needs_schooling', 'Students have the schooling the program asks for.', 'Enter the schooling, in a file in the column `schooling`.', '{edit(student),override(reason)}', '{student} in {cohort}'),
  ('enrollment_needs_language_level', 'Students have the language level the program asks for.', 'Enter the level.', '{edit(student),override(reason)}', '{student} in {cohort}'),
  ('enrollment_needs_required_program', 'Students have completed the program that this one builds on.', 'Record first that the student completed it.', '{override(reason)}', '{student} in {cohort}'),
  ('enrollment_is_written_read_committed', 'Enrollments are written under READ COMMITTED or SERIALIZABLE.', 'Set the isolation level of the transaction.', '{}', ''),
  ('student_holds_one_seat_at_a_time', 'A student holds one seat in cohorts of the same program that overlap in time.', 'Transfer the student, or end the other enrollment.', '{}', '{student} in {other}[ since {since}][ and {cohort} on {day}]');

insert into rule (name, sentence, way_out, actions, detail) values
  ('enrollment_link_is_from_one_of_the_workshop', 'A transfer or return leads from an enrollment of the same workshop.', 'Enroll the student anew in the other workshop.', '{}', ''),
  ('enrollment_link_is_to_one_of_the_workshop', 'A transfer or return leads to an enrollment of the same workshop.', 'Enroll the student anew in the other workshop.', '{}', ''),
  ('enrollment_link_leads_elsewhere', 'A transfer or return links two different enrollments.', 'Who returns into the same cohort needs no link.', '{}', ''),
  ('enrollment_event_is_of_a_link', 'The end of a transfer names a transfer that is known.', 'Transfer the student in one step.', '{enrollment.transfer}', ''),
  ('enrollment_transfer_leads_somewhere', 'Whoever is transferred goes on in another cohort.', 'Name the other cohort.', '{enrollment.transfer}', ''),
  ('transfer_has_two_ends', 'A transfer is one fact with two ends: both stand, on one day, or none.', 'Correct it from either end: both move.', '{correct(enrollment)}', '{student}'),
  ('transfer_stays_in_the_program', 'A transfer leads to another cohort of the same program.', 'Withdraw here and enroll there.', '{override(reason)}', ''),
  ('transfer_is_taken_back_after_what_follows', 'A transfer or return is taken back when nothing follows it.', 'Take back what follows first, the last event first.', '{enrollment.void}', '{follows}'),
  ('enrollment_comes_back_by_return', 'Whoever has left comes back by a return.', 'Note a return, into the same cohort or another one of the program.', '{enrollment.return}', ''),
  ('return_is_of_one_who_left', 'Whoever withdrew, was dismissed, rejected, declined or was transferred can return, and nobody else.', 'Look at the history. One who is suspended resumes; others enroll.', '{show(enrollment),enrollment.resume,enroll}', ''),
  ('return_stays_in_the_program', 'A return leads into a cohort of the same program.', 'Enroll the student in the other program.', '{enroll}', '');

insert into rule (name, sentence, way_out, actions, detail) values
  ('seat_went_to_who_waited', 'The seat that somebody left has gone to who waited: there is none to come back to.', 'Give it back: who has it waits again, first in turn. Or raise the capacity until nobody waits.', '{enrollment.back_to_waitlist}', '{students}'),
  ('no_show_left_no_record', 'Of one who never attended nothing is recorded: no attendance, no hours, no mark.', 'Give the reason for which they left, or correct what was recorded first.', '{}', '{record}'),
  ('record_is_of_one_who_attended', 'Of one who never attended nothing is recorded up to the day on which they left.', 'Note them as absent; or take the departure back, and note it again with the reason for which they left.', '{enrollment.void}', '{departure}, and {record} on {day}');
