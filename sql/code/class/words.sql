-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('cohort_key_with_edition', 'A cohort takes one edition of one program.', 'Leave the keys to the database.', '{}', ''),
  ('class_term_is_counted_from_one', 'Terms are counted from 1 to 20.', 'Correct the term.', '{}', ''),
  ('class_room_is_not_blank', 'A room has a name.', 'Name it, or leave it out.', '{}', ''),
  ('class_is_once_in_its_cohort', 'A cohort has one class for each course.', 'Change the class that is there.', '{edit(class)}', ''),
  ('class_is_of_a_cohort', 'A class is of a cohort of the workshop, and its edition.', '', '{list(cohort)}', ''),
  ('class_course_is_of_the_edition', 'A class teaches a course of the cohort''s curriculum.', 'Look at the curriculum.', '{show(program)}', ''),
  ('class_has_a_known_instructor', 'A class is taught by an instructor of the workshop.', '', '{list(instructor)}', ''),
  ('class_is_in_order', 'A class does not end before it begins.', 'Check the two dates.', '{}', ''),
  ('class_lies_within_its_cohort', 'A class lies within the time of its cohort.', 'Check the dates of both.', '{show(cohort)}', '{class}: {from} to {to}[, and the cohort lasts from {cohort_from} to {cohort_to}]'),
  ('class_is_of_a_living_cohort', 'A cohort that was cancelled has no new classes.', 'Choose another cohort.', '{}', '{cohort}'),
  ('class_is_taught_by_who_is_there', 'Who teaches a class is at the workshop on its first day.', 'Change the days of the instructor, or name another one.', '{edit(instructor)}', '{class}: {instructor} is at the workshop from {since} to {until}, the class begins on {day}'),
  ('class_is_taught_by_who_is_certified', 'Who teaches a class is certified for its course on the first day.', 'Certify the instructor, or name another one.', '{instructor.certify}', '{class}: {instructor}, on {day}'),
  ('class_follows_its_prerequisites', 'A class begins when the classes of its prerequisites are over.', 'Plan the prerequisite first, or let the class begin later.', '{}', '{class} begins on {day}, before {required} is over[, on {required_to}]'),
  ('class_that_was_taught_is_kept', 'A class with attendance or results is kept as the class of its cohort and course.', 'Cancel the sessions that are left.', '{class.cancel}', '{class}');
