-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('completed_enrollment_has_every_part', 'Whoever completes a program has every part of its rule.', 'Record what is missing. If the student has completed already, correct the completion first.', '{progress}', '{missing}'),
  ('completion_rule_precedes_completion', 'The rule of an edition is stated before anybody completes it.', 'Make a new edition.', '{program.new_edition}', '{edition}'),
  ('completion_rule_is_of_an_edition', 'A rule of completion is of an edition that is known.', 'Find the edition.', '{show(program)}', ''),
  ('completion_rule_scale_is_known', 'Marks are given on a scale that is known.', '', '{list(scale)}', ''),
  ('completion_attendance_is_a_percentage', 'Attendance asked for is a percentage above 0, at most 100.', 'Write it as in 80.', '{}', ''),
  ('completion_hours_are_plausible', 'Hours asked for are above 0, at most 10,000.', 'Correct the hours.', '{}', ''),
  ('completion_language_level_is_of_its_framework', 'The language target is a level of its framework.', 'Write it as in hsk2010:2.', '{module.levels}', ''),
  ('completion_language_level_is_whole', 'The language target is named with its framework.', 'Write it as in hsk2010:2.', '{}', '');
