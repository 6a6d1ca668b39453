-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values ('language', 'Results of language tests, a line a test.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('language_certificate_is_of_a_student', 'A language test is of a student of the workshop, who is kept.', '', '{student.find}', ''),
  ('language_certificate_is_once', 'A student has one result of a test of a level on a day.', 'Correct the one that is there.', '{correct(language)}', ''),
  ('language_certificate_level_is_of_its_framework', 'A test is of a level of its framework.', '', '{module.levels}', ''),
  ('language_certificate_is_valid_after_the_test', 'A certificate does not expire before the day of its test.', 'Check the two dates.', '{}', ''),
  ('language_certificate_stays_with_its_student', 'A correction changes what was tested and what came of it, not who was tested.', 'Remove it, and add it to the right student.', '{remove(language)}', '[{level} on {day}]'),
  ('language_correction_has_a_reason', 'Whoever corrects or removes a language test says why.', '', '{give(reason)}', '[{level} on {day}]'),
  ('language_test_day_is_plausible', 'The day of a language test lies between 1984 and 2099.', 'Correct the date.', '{}', ''),
  ('language_test_is_after_birth', 'A language test is taken after birth.', 'Check the day, and the birth date of the student.', '{}', '{level}'),
  ('language_test_with_a_rule_has_a_score', 'A test whose framework publishes a pass rule has a score, from which the pass follows.', 'Give the score, or all parts, in a file in their columns.', '{give(score),give(part)}', '{level}, passed with {pass_score} of {most}'),
  ('language_test_without_a_rule_has_a_statement', 'Where no pass rule is published, the certificate itself says whether it was passed.', 'Say pass or fail, as it is printed.', '{give(stated),fill(result)}', '{level}'),
  ('language_statement_agrees_with_the_score', 'What is stated agrees with the score and the pass rule of the framework.', 'Check the score: it decides, and nothing needs to be stated.', '{leave_out(stated)}', '{level}: {score} of {most}, passed with {pass_score}'),
  ('language_score_is_not_negative', 'A score is zero or more.', 'Correct the score.', '{}', ''),
  ('language_score_is_within_its_level', 'A score is at most what its level can give.', 'Check score and level.', '{module.levels}', '{level}: {score} of {most}'),
  ('language_parts_are_points', 'Parts of a score are points, zero or more, by part of the exam.', 'Write part and points, as in Listening=80.', '{give(part)}', ''),
  ('language_parts_are_of_the_exam', 'Parts of a score are parts of the exam.', 'Name the parts as the exam does.', '{module.levels}', '{level}: {parts}, not {others}'),
  ('language_part_is_within_its_share', 'Each part of a score is at most its share of the points.', 'Check the parts; each has the same share of the most points.', '{}', '{level}: at most {share} in each of {parts}'),
  ('language_parts_add_up', 'The parts of a score add up to it; some of them to no more.', 'Check the parts and the total.', '{}', '{level}: {sum} is not {score}'),
  ('language_note_is_not_blank', 'A note is said in words.', 'Write it, or leave it out.', '{}', ''),
  ('language_test_has_a_day', 'A test in a file has a day.', 'Fill the column `taken_on`, or name one day for all lines.', '{give(on)}', ''),
  ('language_level_names_its_framework', 'A level in a file is named with its framework, or one is named for the file.', 'Write it as in hsk2010:4, or name one for all lines.', '{give(framework),give(level)}', ''),
  ('language_points_are_a_number', 'Points in a file are a number; empty is not zero.', 'Correct the points, or leave out who did not come.', '{import.skip_invalid}', ''),
  ('language_result_is_a_word', 'Whether a test was passed is said by pass or fail, in English, Chinese or Russian.', 'Write pass or fail, or leave the column out: the score decides where a rule is published.', '{}', ''),
  ('language_purpose_is_a_word', 'A test is external, internal, or a placement_test.', 'Write one of the words.', '{}', ''),
  ('certificate_number_is_not_blank', 'A certificate number is not blank.', 'Write it as printed, or leave it out.', '{}', ''),
  ('certificate_center_is_not_blank', 'A test center has a name.', 'Write it, or leave it out.', '{}', '');
