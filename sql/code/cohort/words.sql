-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('cohort_code_is_unique', 'Each cohort has a code of its own.', 'Choose another code.', '{}', ''),
  ('cohort_is_of_a_workshop', 'A cohort is of a workshop that is known.', '', '{list(workshop)}', ''),
  ('cohort_code_begins_with_its_workshop', 'The code of a cohort begins with that of its workshop.', 'Write it as in UZ-TAS-LOG-2026A.', '{}', '{cohort}'),
  ('cohort_begins_planned', 'A new cohort is planned and empty.', 'Plan it first, then open it.', '{}', '{cohort}'),
  ('cohort_edition_is_of_its_program', 'A cohort takes an edition of its program.', 'Choose an edition of the program.', '{show(program)}', ''),
  ('cohort_ends_after_its_intake', 'A cohort ends after its intake.', 'Check the two dates.', '{}', ''),
  ('cohort_window_is_in_order', 'The application window opens before it closes.', 'Check the two dates.', '{}', ''),
  ('cohort_window_closes_before_the_end', 'The application window closes before the cohort ends.', 'Check the dates.', '{}', ''),
  ('cohort_capacity_is_plausible', 'A cohort has from 1 to 100,000 seats.', 'Correct the capacity.', '{}', ''),
  ('cohort_seats_within_capacity', 'The seats held never exceed the capacity.', 'Raise the capacity, free a seat, or put the student on the waitlist.', '{}', '{cohort}: {held} held, of {capacity}'),
  ('cohort_seats_follow_enrollments', 'Seats held are counted from the enrollments.', 'Change the enrollments.', '{doctor}', ''),
  ('cohort_census_is_within_a_year', 'The census lies within a year of the intake.', 'Correct the number of days.', '{}', ''),
  ('cohort_override_has_a_reason', 'Whoever opens a cohort without an agreement says why.', '', '{override(reason)}', ''),
  ('cohort_change_is_allowed', 'A cohort is planned, opened, started and finished in that order; until it is finished it can be cancelled.', 'Look at the status of the cohort.', '{show(cohort)}', '{cohort} from {from} to {to}'),
  ('cohort_changes_in_the_order_of_days', 'What becomes of a cohort is in the order of its days.', 'Name a later day. Where it was really opened earlier, open it again on that day first.', '{}', '{cohort}: {status} since {since}, {to} on {day}'),
  ('cohort_event_is_of_a_cohort', 'A change of status is of a cohort of the workshop.', '', '{list(cohort)}', ''),
  ('cohort_opens_in_a_living_workshop', 'A cohort opens in a workshop that is not closed.', 'Choose another workshop.', '{}', '{cohort}'),
  ('cohort_opens_under_an_agreement', 'A cohort opens only where an agreement in force covers its program.', 'Add an agreement, or renew the one that is there.', '{agreement.renew,override(reason)}', '{cohort} on {day}[; {agreements}]'),
  ('cohort_keeps_its_edition', 'A cohort keeps its workshop, and the edition of its program.', 'Plan another cohort, and cancel this one.', '{}', ''),
  ('cohort_stretch_is_of_a_cohort', 'Dates, seats and census are of a cohort of the workshop.', '', '{list(cohort)}', ''),
  ('cohort_ends_when_no_seat_is_held', 'A cohort ends when nobody holds a seat in it.', 'Complete, withdraw or transfer those who hold a seat.', '{cohort.roster}', '{cohort}: {seats} seats are held');

insert into rule (name, sentence, way_out, actions, detail) values
  ('seats_are_held_within_capacity_each_day', 'On no day were more seats held than the cohort had on that day.', 'Give a day since which a seat is free; the day of the application stays. The column of a file of people is `enrolled_on`, that of a file of changes is `on`.', '{give(on)}', '{cohort}: {held} seats were held on {day}, of {capacity}[; a seat is free since {free_since}]');

insert into rule (name, sentence, way_out, actions) values
  ('cohort_tally_counts_something', 'A booking of the tally adds events or takes some back.', 'Leave the tally to Luban.', '{}'),
  ('cohort_tally_is_of_a_cohort', 'The tally is of a cohort of the workshop.', 'Leave the tally to Luban.', '{}'),
  ('cohort_tally_follows_events', 'The tally follows the events, and is never written by hand.', 'Change the enrollments.', '{}');
