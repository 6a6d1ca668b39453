-- Students: numbers without gaps, revisions.

create or replace function next_student_numbers(in_workshop int, in_count int) returns int
language sql as $$
  update luban.workshop_counter set last_student_number = last_student_number + in_count
  where workshop_id = in_workshop returning last_student_number - in_count + 1
$$;
comment on function next_student_numbers is 'Reserves so many numbers in a workshop and gives the first; held until the end of the transaction.';

create or replace function student_keeps_revisions() returns trigger language plpgsql as $$
begin
  insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
  select o.workshop_id, 'student', o.id, to_jsonb(o), nullif(current_setting('luban.batch', true), '')::bigint
  from old_rows o join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id) where o is distinct from n;
  return null;
end $$;
comment on function student_keeps_revisions is 'Keeps students as they were before an update.';
create or replace trigger student_keeps_revisions after update on student
  referencing old table as old_rows new table as new_rows
  for each statement execute function student_keeps_revisions();

create or replace function student_name_keeps_revisions() returns trigger language plpgsql as $$
begin
  insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
  select o.workshop_id, 'student_name', o.student_id, to_jsonb(o), nullif(current_setting('luban.batch', true), '')::bigint
  from old_rows o;
  return null;
end $$;
comment on function student_name_keeps_revisions is 'Keeps names as they were before an update or a removal.';
create or replace trigger student_name_keeps_revisions after update on student_name
  referencing old table as old_rows
  for each statement execute function student_name_keeps_revisions();

insert into rule (name, sentence, way_out) values
  ('student_number_counts_from_one', 'Student numbers count from one.', 'Leave the number to Luban.'),
  ('student_number_is_unique', 'Each student of a workshop has a number of their own.', 'Leave the number to Luban.'),
  ('student_birth_is_plausible', 'A birth date lies between 1900 and 2099.', 'Correct the date.'),
  ('student_nationality_is_known', 'A nationality is a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.'),
  ('student_document_number_is_letters_and_digits', 'A document number is 3 to 30 capitals, digits and dashes.', 'Write it as printed, without blanks.'),
  ('student_document_is_whole', 'An identity document has a kind, a country and a number.', 'Give all three, or none.'),
  ('student_document_once', 'An identity document belongs to one person of a workshop.', 'Find who has it with luban student find.'),
  ('student_email_has_an_at_sign', 'An e-mail address looks like name@example.org.', 'Correct the address.'),
  ('student_phone_is_a_number', 'A telephone number is digits, blanks, dashes, parentheses, with a + in front or not.', 'Correct the number.'),
  ('student_schooling_is_isced', 'Schooling is a level of ISCED 2011.', 'Give a number from 0 to 8.'),
  ('student_entry_level_is_known', 'A language level is one of its framework.', 'Write it as in hsk2010:2.'),
  ('student_language_level_is_whole', 'A language level is named with its framework.', 'Write it as in hsk2010:2.'),
  ('student_consented_after_birth', 'Consent is given after birth.', 'Check the two dates.'),
  ('student_name_is_of_a_student', 'A name belongs to a student of the workshop.', 'Add the student first.'),
  ('person_name_is_clean', 'A name is 1 to 200 characters, composed (NFC), without control characters or blank ends.', 'Correct the name.');
