-- All that tells of a student's language levels: tests, passed or not, passed modules that end in a level, and what was
-- shown at entry. A framework is never counted for another.
create function report.language_evidence(known_at timestamptz)
returns table (workshop_id int, student_id bigint, framework text, rank smallint, level text, passed boolean,
  shown_on date, valid_until date, purpose luban.language_certificate_purpose, shown_by text)
language sql stable parallel safe as $$
  select c.workshop_id, c.student_id, c.framework, l.rank, c.level, c.passed, c.taken_on, c.valid_until, c.purpose,
    case when l.pass_score is null then format(luban.wording('{0}, as stated'), t.test) else t.test end
  from report.known_language(known_at) c
  join luban.language_level l on (l.framework, l.level) = (c.framework, c.level)
  cross join lateral (
    select case c.purpose when 'external' then luban.wording('external test') when 'internal' then luban.wording('internal test')
      else luban.wording('placement test') end) t (test)
  union all
  select m.workshop_id, m.student_id, m.framework, l.rank, m.level, true, m.graded_on, null, null,
    format(luban.wording('module {0}'), m.module)
  from report.known_module_level(known_at) m
  join luban.language_level l on (l.framework, l.level) = (m.framework, m.level)
  union all
  select s.workshop_id, s.student_id, s.framework, s.rank, l.level, true, s.shown_on, null, null, luban.wording('shown at entry')
  from report.known_entry_level(known_at) s
  join luban.language_level l on (l.framework, l.rank) = (s.framework, s.rank)
$$;
comment on function report.language_evidence is
  'All that tells of language levels, as known at a time; purpose is that of a test, and empty of what is none.';

create function report.is_level_counted(valid_until date, as_of date, counted luban.language_rule) returns boolean
language sql immutable parallel safe as $$
  select counted = 'once' or valid_until is null or valid_until >= as_of
$$;
comment on function report.is_level_counted is
  'Whether a level that was shown counts for a rule on a day: while it is valid, or from when it was reached once.';

-- Every language level a student has shown by a day and may still show on it.
create function report.language_shown(as_of date, known_at timestamptz)
returns table (workshop_id int, student_id bigint, framework text, rank smallint, level text, shown_on date,
  valid_until date, shown_by text)
language sql stable parallel safe as $$
  select workshop_id, student_id, framework, rank, level, shown_on, valid_until, shown_by
  from report.language_evidence(known_at)
  where passed and shown_on <= as_of and (valid_until is null or valid_until >= as_of)
$$;
comment on function report.language_shown is
  'Every language level shown by a day and still valid on it, with how it was shown, as known at a time.';
