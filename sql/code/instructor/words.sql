-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('instructors', 'Instructors, a line an instructor.'),
  ('certifications', 'Courses that instructors are certified for, a line an instructor and course.'),
  ('trainings', 'Teacher training, a line an instructor and training.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('instructor_is_of_a_workshop', 'An instructor teaches at a workshop that is known.', '', '{list(workshop)}', ''),
  ('instructor_is_of_a_partner', 'An instructor is of the staff of a partner that is known.', 'Add the partner first.', '{add(partner)}', ''),
  ('instructor_number_is_letters_and_digits', 'A staff number is made of capitals, digits, dots and dashes, at most 30.', 'Write it as in 117 or T-0042.', '{}', ''),
  ('instructor_number_is_unique', 'A workshop knows a member of a partner''s staff once.', 'Edit the instructor that is there, or give another number.', '{}', ''),
  ('instructor_email_has_an_at_sign', 'An e-mail address has an at sign.', 'Correct the address.', '{}', ''),
  ('instructor_phone_is_a_number', 'A telephone number is made of digits, blanks, dashes and a plus sign.', 'Correct the number.', '{}', ''),
  ('instructor_stay_is_in_order', 'An instructor comes before they leave.', 'Check the two dates.', '{}', ''),
  ('certification_is_for_a_known_course', 'A certification is for a course that is known.', 'Add the course first.', '{}', ''),
  ('certification_is_of_an_instructor', 'A certification is of an instructor of the workshop.', '', '{list(instructor)}', ''),
  ('certification_is_in_order', 'A certification begins before it ends.', 'Check the two dates.', '{}', ''),
  ('certification_is_once_at_a_time', 'An instructor is certified for a course once at a time.', 'It is there already. A file can end it on another day.', '{show(instructor),import.update}', ''),
  ('training_has_a_title', 'A training has a title, with letters as they were written.', 'If it was garbled, export the file again as UTF-8.', '{give(title),fill(title)}', '[{letters}]'),
  ('training_has_a_first_day', 'A training has a first day.', 'Fill the column `from`.', '{}', ''),
  ('training_is_given_by_a_partner', 'A training is given by a partner that is known.', 'Add the partner first.', '{add(partner)}', ''),
  ('training_hours_are_plausible', 'A training has more than 0 and at most 10,000 hours.', 'Correct the hours.', '{}', ''),
  ('training_is_of_an_instructor', 'A training is of an instructor of the workshop.', '', '{list(instructor)}', ''),
  ('training_is_in_order', 'A training does not end before it begins.', 'Check the two dates.', '{}', ''),
  ('training_is_once', 'A training of the same title and first day is entered once for an instructor.', 'Correct it or remove it; in a file, remove the second line.', '{give(correct),give(remove)}', ''),
  ('instructor_has_a_name', 'A new instructor has a name.', 'Fill the column `full_name`.', '{}', '');
