-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('number_is_a_student_number', 'A student number is written S-00012, or UZ-TAS/S-00012.', 'Leave it empty for new people.', '{}', ''),
  ('number_is_not_a_count', 'Bare digits are no student number, which is written S-00012.', 'If the column counts the lines, leave it out or head it №.', '{student.find}', ''),
  ('student_number_is_of_the_workshop', 'A student number is of the workshop of its line.', 'Correct the workshop or the number: each workshop counts its own.', '{}', ''),
  ('answer_is_a_number_or_new', 'The answer to a doubt is the number of the same person, as in S-00012, or new.', 'Write one of the two, or leave it empty where nothing is asked.', '{}', ''),
  ('person_is_not_in_doubt', 'Who may be somebody known is asked about, not entered twice.', 'Say who it is: the number of the same person, or that it is another one.', '{give(same_as),fill(same_as),student.new}', '{people}'),
  ('line_is_not_in_doubt', 'Who may be the person of an earlier line is asked about.', 'Write `new` in the column `same_as` if it is another person; else remove the line.', '{}', ''),
  ('person_is_not_known_otherwise', 'A new person does not have name and birth date of one who is known with another document.', 'Write in the column `same_as` the number if it is the same person, `new` if it is another.', '{}', ''),
  ('person_is_one', 'Number, document, name and birth date lead to one and the same person.', 'Correct the one that is wrong.', '{student.find}', '{people}'),
  ('line_repeats_nobody', 'A person stands in a file once.', 'Remove the second line, or write `new` in its column `same_as` if it is another person.', '{}', ''),
  ('student_alias_is_folded', 'A name by which a person is known in lists is kept as it is compared.', 'Leave these names to Luban.', '{}', ''),
  ('student_alias_is_kept_once', 'A name by which a person is known in lists is kept once.', 'Leave these names to Luban.', '{}', ''),
  ('student_alias_is_of_a_student', 'A name by which a person is known in lists is of a student of the workshop.', 'Add the student first.', '{}', '');
