-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('closing_is_of_a_workshop', 'A closing is of a workshop that is known, and which is kept.', '', '{list(workshop)}', ''),
  ('closing_year_is_plausible', 'A year is from 1990 to 2200.', 'Check the year.', '{}', ''),
  ('closing_counts_from_one', 'Closings of a year are counted from one.', 'Leave their numbers to Luban.', '{}', ''),
  ('period_is_closed_once', 'A year is closed once.', 'Say that it is closed again, and why: the first closing is kept beside it.', '{"give(again, reason)",list(period)}', '{year} is closed already at {workshops}'),
  ('closing_is_of_its_year_or_later', 'A year is closed as of one of its days, or a later one.', 'Check the day.', '{}', ''),
  ('closing_again_has_a_reason', 'Whoever closes a year again says why; the first closing has no reason.', '', '{give(reason)}', ''),
  ('closing_tells_what_was_recorded', 'A closing keeps what had been recorded before it.', 'Leave the time to Luban.', '{}', ''),
  ('closed_figure_is_kept_once', 'A closing keeps each figure once.', 'Leave closing to Luban.', '{}', ''),
  ('closed_figure_is_of_a_closing', 'A figure is kept with its closing.', 'Leave closing to Luban.', '{}', ''),
  ('figures_come_with_their_closing', 'The figures of a closing are kept when it is made, and none later.', 'Close the year again.', '{}', '{year} at {workshop}'),
  ('closings_are_kept', 'Closings stay as they were made: reports were handed in by them.', 'Close the year again.', '{}', '');
