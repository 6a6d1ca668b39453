-- The words of its rules, and of its files.

insert into rule (name, sentence, way_out, actions, detail) values
  ('result_is_of_an_enrollment', 'A result is of an enrollment of the workshop.', '', '{list(enrollment)}', ''),
  ('result_is_of_a_known_course', 'A result is of a course that is known, and which is kept.', '', '{list(course)}', ''),
  ('result_scale_is_known', 'A mark is on a scale that is known, and which is kept.', '', '{list(scale)}', ''),
  ('result_is_graded_by_a_known_instructor', 'A result is graded by an instructor of the workshop, who is kept.', '', '{list(instructor)}', ''),
  ('result_comes_from_a_partner', 'A transferred credit comes from a partner that is known, and which is kept.', '', '{list(partner)}', ''),
  ('result_is_transferred_under_an_agreement', 'A credit is transferred under an agreement that is known, and which is kept.', '', '{list(agreement)}', ''),
  ('result_attempts_count_from_one', 'Attempts at a course are counted from one.', 'Leave the count to Luban.', '{}', ''),
  ('result_attempt_is_once', 'An attempt at a course has one result.', 'Correct the one that is there.', '{correct(result)}', ''),
  ('result_is_one_a_day', 'A student has one result a day in a course.', 'Correct the one that is there, or check the day.', '{correct(result)}', '[{student} in {cohort}/{course}: {day}]'),
  ('result_attempts_follow_each_other', 'Attempts at a course are numbered without gaps in the order of their days.', 'Check the day, and the other attempts. The last one can be removed.', '{show(result)}', '{student} in {cohort}/{course}: {day} is attempt {due} by its day, not {attempt}'),
  ('result_evidence_is_not_blank', 'Evidence is said in words.', '', '{give(evidence)}', ''),
  ('recognition_has_evidence', 'Recognition of prior learning says what it rests on.', '', '{give(evidence)}', ''),
  ('transfer_names_partner_and_agreement', 'A transferred credit, and no other result, names the partner it comes from and the agreement.', '', '{"give(from, agreement)"}', ''),
  ('transfer_is_under_an_agreement_for_it', 'Credit is transferred from a party to an agreement on credit recognition, in force on the day.', 'Add or renew one of kind credit-recognition.', '{show(agreement)}', '{agreement}, {partner} on {day}'),
  ('result_course_is_of_the_edition', 'Results are given in courses of the student''s edition.', 'Check the code. What was learned elsewhere is recognized.', '{curriculum.show,result.recognize}', '{student} in {cohort}/{course}: not in {edition}'),
  ('graded_course_has_a_scale', 'A course is graded on the scale of its place in the curriculum, else on that of the completion rule.', 'Set one in the rule of completion.', '{program.rule,list(scale)}', '{student} in {cohort}/{course}: edition {edition}'),
  ('result_mark_is_on_its_scale', 'A mark is one of its scale, and counts what the scale says.', 'Look at the marks and their words. Empty is not zero.', '{show(scale)}', '[{student} in {cohort}/{course}: ]{mark}[ ({value}, passed: {passed})] is not among {marks} of {scale}'),
  ('result_scale_is_that_of_its_course', 'A course is graded on its own scale.', 'Give the mark on the scale of the course.', '{}', '[{student} in {cohort}/{course}: {day}]'),
  ('result_not_before_its_class', 'No result is given before the class of the cohort has begun.', 'Check the day, or plan the classes of the term.', '{list(class),add(class)}', '{student} in {cohort}/{course}: {day}[, the class begins on {class_from}][, {lack}]'),
  ('result_is_within_enrollment', 'A result is given while the student is enrolled; what is recognized, from the application on.', 'Check the day.', '{show(enrollment)}', '{student} in {cohort}/{course}: {day}, {state} since {since}'),
  ('result_stays_with_its_attempt', 'A correction changes mark, day or who graded, not whose result it is.', 'Remove it, and add the right one.', '{remove(result)}', '[{student} in {cohort}/{course}: {day}]'),
  ('result_correction_has_a_reason', 'Whoever corrects a result says why.', '', '{give(reason)}', '[{student} in {cohort}/{course}: {day}]');

insert into import_noun (noun, holds) values ('results', 'Results of courses, a line an attempt; mark sheets that come back.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions) values
  ('result_line_names_a_course', 'A line of results names its course.', 'Fill the column `course`, or name one for all lines.', '{give(course)}'),
  ('result_line_names_a_day', 'A line of results names the day of the exam.', 'Fill the column `graded_on`, or name one day for all lines.', '{give(on)}'),
  ('result_line_has_a_mark', 'A line of results has a mark: empty is not zero.', 'Give the mark, 0 where it is zero, or leave the line out.', '{}'),
  ('mark_sheet_is_known', 'A mark sheet comes back with the code it went out with.', 'Copy the code from another line; or leave out the column `sheet`, and say that what is known may change.', '{import.update}'),
  ('mark_sheet_is_of_the_class', 'The lines of a mark sheet are of its class.', 'Send the lines of another class with their own sheet.', '{}'),
  ('mark_is_as_the_sheet_knew_it', 'A mark that was changed here since the sheet went out is not overwritten by it.', 'Ask who changed it; then correct it, or write the sheet again.', '{correct(result)}');
