-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('culture', 'Participation in culture events, a line a student and event.'),
  ('culture_events', 'Culture events, a line an event.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('culture_event_is_of_a_workshop', 'A culture event is of a workshop that is known, and which is kept.', '', '{list(workshop)}', ''),
  ('culture_event_code_is_unique', 'Each culture event of a workshop has a code of its own.', 'Choose another code.', '{list(culture)}', ''),
  ('culture_event_counts_for_a_known_module', 'A culture event counts for a module that is known, and which is kept.', '', '{list(module)}', ''),
  ('culture_event_counts_for_a_culture_module', 'A culture event counts for a culture module, or for none.', 'Name a module of kind culture.', '{give(module),list(module)}', '{course}[ is {kind}][, for which {event} counts]'),
  ('culture_event_has_a_theme', 'A culture event has a theme.', 'Give the theme, or the module, which has one.', '{give(theme),give(module)}', ''),
  ('culture_event_has_a_title', 'A culture event has a title, with letters as they were written.', 'If it was garbled, export the file again as UTF-8.', '{give(title),fill(title)}', '[{letters}]'),
  ('culture_event_has_a_first_day', 'A culture event has a first day.', 'Fill the column `from`.', '{}', ''),
  ('culture_event_place_is_not_blank', 'The place of a culture event is said in words, or left out.', 'Give the place, or leave it out.', '{give(place)}', ''),
  ('culture_event_hours_are_plausible', 'The hours of a culture event are above 0, at most 2,000.', 'Correct the hours.', '{}', ''),
  ('culture_event_is_in_order', 'A culture event does not end before it begins.', 'Check both days.', '{"give(on, to)"}', ''),
  ('culture_event_hours_fit_its_days', 'A culture event has at most 24 hours a day.', 'Check the hours and the days.', '{}', ''),
  ('culture_event_is_known', 'A line names a culture event of the workshop.', 'Add the event first, or see which there are.', '{add(culture),list(culture)}', ''),
  ('participation_has_hours', 'Whoever took part did so for more than 0 hours.', 'Leave out who was not there.', '{take_back(culture)}', ''),
  ('participation_is_once', 'A student takes part in an event once.', 'Correct the hours that are there.', '{correct(culture),import.update}', ''),
  ('participation_is_in_an_event', 'Students take part in an event of the workshop; it is kept while somebody does.', 'Take back first who took part.', '{show(culture),take_back(culture)}', ''),
  ('participation_is_of_an_enrollment', 'Students take part with an enrollment of the workshop.', '', '{list(enrollment)}', ''),
  ('participation_fits_its_event', 'A student takes part for at most the hours of the event.', 'Correct the hours, or those of the event.', '{edit(culture)}', '{student} in {cohort}: {hours} hours of {event}, which has {event_hours}'),
  ('participation_is_of_one_enrolled', 'Students take part while enrolled on at least one day of the event.', 'Check the days, or take back what was entered.', '{show(enrollment),take_back(culture)}', '[{student} in {cohort}: ]{event} was from {from} to {to}'),
  ('participation_stays_with_its_student', 'A correction changes the hours, not who took part in what.', 'Take it back, and enter the right one.', '{take_back(culture)}', '{student} in {cohort}: {event}'),
  ('participation_correction_has_a_reason', 'Whoever corrects hours of an event says why.', '', '{give(reason)}', '{student} in {cohort}: {event}'),
  ('hours_are_a_number', 'Hours are a number, with a comma or a point.', 'Write 4, 4.5 or 4,5.', '{}', '');
