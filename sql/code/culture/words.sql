-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('culture', 'Participation in culture events, a line a student and event.'),
  ('culture_events', 'Culture events, a line an event.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('culture_event_is_of_a_workshop', 'A culture event is of a workshop that is known, and which is kept.', 'Find the workshop with luban workshop list.'),
  ('culture_event_code_is_unique', 'Each culture event of a workshop has a code of its own.', 'Choose another code, or see luban culture list.'),
  ('culture_event_counts_for_a_known_module', 'A culture event counts for a module that is known, and which is kept.', 'Find the module with luban module list.'),
  ('culture_event_counts_for_a_culture_module', 'A culture event counts for a culture module, or for none.', 'Name a module of kind culture with --module; luban module list --theme shows them.'),
  ('culture_event_has_a_theme', 'A culture event has a theme.', 'Give --theme, or the --module whose theme it has.'),
  ('culture_event_has_a_title', 'A culture event has a title.', 'Give --title; in a file, fill the column title.'),
  ('culture_event_has_a_first_day', 'A culture event has a first day.', 'Fill the column from.'),
  ('culture_event_place_is_not_blank', 'The place of a culture event is said in words, or left out.', 'Give --place, or leave it out.'),
  ('culture_event_hours_are_plausible', 'The hours of a culture event are above 0, at most 2,000.', 'Correct the hours.'),
  ('culture_event_is_in_order', 'A culture event does not end before it begins.', 'Check --on and --to.'),
  ('culture_event_hours_fit_its_days', 'A culture event has at most 24 hours a day.', 'Check the hours and the days.'),
  ('culture_event_is_known', 'A line names a culture event of the workshop.', 'Add the event with luban culture add or event-import, or see luban culture list.'),
  ('participation_has_hours', 'Whoever took part did so for more than 0 hours.', 'Leave out who was not there; luban culture correct --hours 0 takes back what was entered.'),
  ('participation_is_once', 'A student takes part in an event once.', 'Correct the hours with luban culture correct; in a file, give --update.'),
  ('participation_is_in_an_event', 'Students take part in an event of the workshop; it is kept while somebody does.', 'See luban culture show; take back who took part first with luban culture correct --hours 0.'),
  ('participation_is_of_an_enrollment', 'Students take part with an enrollment of the workshop.', 'Find it with luban enrollment list.'),
  ('participation_fits_its_event', 'A student takes part for at most the hours of the event.', 'Correct the hours, or those of the event with luban culture edit.'),
  ('participation_is_of_one_enrolled', 'Students take part while enrolled on at least one day of the event.', 'Check the days; luban enrollment show tells the history, luban culture correct --hours 0 takes back what was entered.'),
  ('participation_stays_with_its_student', 'A correction changes the hours, not who took part in what.', 'Take it back with luban culture correct --hours 0, and enter the right one.'),
  ('participation_correction_has_a_reason', 'Whoever corrects hours of an event says why.', 'Give --reason.'),
  ('hours_are_a_number', 'Hours are a number, with a comma or a point.', 'Write 4, 4.5 or 4,5.');
