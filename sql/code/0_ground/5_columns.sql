-- What columns of a name mean is said once, where a table or listing does not say it otherwise.
create or replace function comment_columns(in_schema regnamespace, in_kind "char", in_name text, in_meaning text) returns void
language plpgsql as $$
declare
  one text;
begin
  for one in
    select format('comment on column %s.%I is %L', c.oid::regclass, a.attname, in_meaning)
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = in_schema and c.relkind = in_kind and a.attname = in_name and col_description(c.oid, a.attnum) is null
  loop
    execute one;
  end loop;
end $$;
comment on function comment_columns is 'Says what the columns of a name mean that say nothing of their own, in the tables (r) or views (v) of a schema.';

select comment_columns('luban', 'r', w.name, w.meaning)
from (values
  ('id', 'Key within the workshop.'), ('uid', 'Stable identity for other systems.'), ('workshop_id', 'The workshop.'),
  ('partner_id', 'The partner.'), ('agreement_id', 'The agreement.'), ('program_id', 'The program.'),
  ('edition_id', 'The edition.'), ('course_id', 'The course.'), ('cohort_id', 'The cohort.'), ('class_id', 'The class.'),
  ('session_id', 'The session.'), ('instructor_id', 'The instructor.'), ('student_id', 'The student.'),
  ('enrollment_id', 'The enrollment.'), ('placement_id', 'The placement.'), ('titles', 'Title by language.'),
  ('title_en', 'Title in English.'), ('email', 'E-mail address.'), ('phone', 'Telephone number.'),
  ('begins_on', 'First day.'), ('ends_on', 'Last day.'), ('planned_end_on', 'Planned last day.'),
  ('batch_id', 'The import that made it, if it was one.'), ('recorded_at', 'When it was entered.'),
  ('recorded_by', 'Role that entered it.'), ('replaced_at', 'When the row ceased to be as it is here.'),
  ('replaced_by', 'Role that replaced it.')) w (name, meaning);
