-- Language certificates as they were known at a time: those entered by then, corrected since or not, and those removed
-- since. Nothing is grouped and every column is plain, so that who asks for one student reads that student's rows.
create function report.known_language(known_at timestamptz)
returns table (workshop_id int, id bigint, student_id bigint, framework text, level text, taken_on date,
  purpose luban.language_certificate_purpose, score numeric, stated_pass boolean, passed boolean, valid_until date,
  certificate_number text)
language sql stable parallel safe as $$
  select c.workshop_id, c.id, c.student_id, c.framework, c.level, c.taken_on, c.purpose, c.score, c.stated_pass,
    c.passed, c.valid_until, c.certificate_number
  from luban.language_certificate c
  where c.recorded_at <= known_at and not exists (
    select from report.replaced('language_certificate', known_at) v where (v.workshop_id, v.row_id) = (c.workshop_id, c.id))
  union all
  select r.workshop_id, r.row_id, (r.before ->> 'student_id')::bigint, r.before ->> 'framework', r.before ->> 'level',
    (r.before ->> 'taken_on')::date, (r.before ->> 'purpose')::luban.language_certificate_purpose, (r.before ->> 'score')::numeric,
    (r.before ->> 'stated_pass')::boolean, (r.before ->> 'passed')::boolean, (r.before ->> 'valid_until')::date,
    r.before ->> 'certificate_number'
  from report.was('language_certificate', known_at) r
$$;
comment on function report.known_language is 'Language certificates as they were known at a time.';

-- Passed results of modules that end in a level, known at a time, by student.
create function report.known_module_level(known_at timestamptz)
returns table (workshop_id int, student_id bigint, framework text, level text, graded_on date, module text)
language sql stable parallel safe as $$
  select e.workshop_id, e.student_id, k.framework, k.level, g.graded_on, k.code::text
  from luban.enrollment e
  cross join lateral (
    select r.course_id, r.graded_on, r.passed from luban.result r
    where (r.workshop_id, r.enrollment_id) = (e.workshop_id, e.id) and r.recorded_at <= known_at and not exists (
      select from report.replaced('result', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
    union all
    select (r.before ->> 'course_id')::int, (r.before ->> 'graded_on')::date, (r.before ->> 'passed')::boolean
    from report.was('result', known_at) r
    where r.workshop_id = e.workshop_id and (r.before ->> 'enrollment_id')::bigint = e.id
  ) g (course_id, graded_on, passed)
  join report.known_course(known_at) k on k.id = g.course_id
  where g.passed and k.framework is not null
$$;
comment on function report.known_module_level is
  'Levels that language modules end in, of those who passed them, as known at a time.';

-- The level a student showed at entry, from the application on; of who never applied, from the day of being entered.
create function report.known_entry_level(known_at timestamptz)
returns table (workshop_id int, student_id bigint, framework text, rank smallint, shown_on date)
language sql stable parallel safe as $$
  select s.workshop_id, s.id, s.entry_framework, s.entry_rank,
    coalesce((select min(e.applied_on) from report.known_enrollment(known_at) e
      where e.workshop_id = s.workshop_id and e.student_id = s.id), (s.recorded_at at time zone 'UTC')::date)
  from luban.student s
  where s.entry_framework is not null and s.recorded_at <= known_at and not exists (
    select from report.replaced('student', known_at) v where (v.workshop_id, v.row_id) = (s.workshop_id, s.id))
  union all
  select r.workshop_id, r.row_id, r.before ->> 'entry_framework', (r.before ->> 'entry_rank')::smallint,
    coalesce((select min(e.applied_on) from report.known_enrollment(known_at) e
      where e.workshop_id = r.workshop_id and e.student_id = r.row_id),
      ((r.before ->> 'recorded_at')::timestamptz at time zone 'UTC')::date)
  from report.was('student', known_at) r where r.before ->> 'entry_framework' is not null
$$;
comment on function report.known_entry_level is 'The language level each student showed at entry, as known at a time.';
