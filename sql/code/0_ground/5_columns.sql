-- What a column of this name is in every table, where the table does not say it otherwise.
do $$
declare
  one text;
begin
  for one in
    select format('comment on column %s.%I is %L', c.oid::regclass, a.attname, w.meaning)
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
      ('replaced_by', 'Role that replaced it.')) w (name, meaning)
    join pg_attribute a on a.attname = w.name
    join pg_class c on c.oid = a.attrelid and c.relnamespace = 'luban'::regnamespace and c.relkind = 'r'
    where col_description(c.oid, a.attnum) is null
  loop
    execute one;
  end loop;
end $$;
