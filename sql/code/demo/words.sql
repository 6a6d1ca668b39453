-- The words of the rules of luban seed demo.

insert into rule (name, sentence, way_out, actions, detail) values
  ('demo_is_one', 'An office has one demonstration, which does not grow.', 'Use a database of its own for another one.', '{database.other}', 'seed {seed}, {students} students[, without {without}]'),
  ('demo_goes_into_an_empty_office', 'A demonstration goes into an office without students, as nothing takes it out again.', 'Use a database of its own.', '{database.other}', '{students} students');
