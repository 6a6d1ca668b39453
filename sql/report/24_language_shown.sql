-- Every language level a student has shown by a day and may still show on it: by a test passed, by the result of a
-- module that ends in a level, by what was shown at entry. A framework is never counted for another.
create function report.language_shown(as_of date, known_at timestamptz)
returns table (workshop_id int, student_id bigint, framework text, rank smallint, level text, shown_on date,
  valid_until date, shown_by text)
language sql stable parallel safe as $$
  select c.workshop_id, c.student_id, c.framework, l.rank, c.level, c.taken_on, c.valid_until,
    case c.purpose when 'external' then 'external test' when 'internal' then 'internal test' else 'placement test' end
      || case when l.pass_score is null then ', as stated' else '' end
  from report.known_language(known_at) c
  join luban.language_level l on (l.framework, l.level) = (c.framework, c.level)
  where c.passed and c.taken_on <= as_of and coalesce(c.valid_until, 'infinity') >= as_of
  union all
  select m.workshop_id, m.student_id, m.framework, l.rank, m.level, m.graded_on, null, 'module ' || m.module
  from report.known_module_level(known_at) m
  join luban.language_level l on (l.framework, l.level) = (m.framework, m.level)
  where m.graded_on <= as_of
  union all
  select s.workshop_id, s.student_id, s.framework, s.rank, l.level, s.shown_on, null, 'entry'
  from report.known_entry_level(known_at) s
  join luban.language_level l on (l.framework, l.rank) = (s.framework, s.rank)
  where s.shown_on <= as_of
$$;
comment on function report.language_shown is
  'Every language level shown by a day and still valid on it, with how it was shown, as known at a time.';
