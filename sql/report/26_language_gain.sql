-- Levels gained since entry and the target reached, for each enrollment whose edition names one, in its framework.
--
-- The level at entry is the highest shown by the intake, or by a placement test until the census. Who was tested and
-- passed nothing has rank 0; of whom nothing is known has none, and no gain.
create function report.language_gain(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, framework text,
  target_rank smallint, target_level text, entry_rank int, entry_level text, rank int, level text, gain int,
  is_reached boolean, reached_on date, tests bigint, tests_passed bigint)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.id, e.student_id, t.framework, t.rank, t.level, first.rank, f.level, last.rank,
    l.level, last.rank - first.rank, coalesce(shown.rank >= t.rank, false), shown.reached_on, taken.tests, taken.passed
  from luban.enrollment e
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join luban.completion_rule r on r.edition_id = c.edition_id
  join luban.language_level t on (t.framework, t.level) = (r.language_framework, r.language_level)
  cross join lateral (
    select count(*) filter (where k.taken_on between e.applied_on and as_of) as tests,
      count(*) filter (where k.passed and k.taken_on between e.applied_on and as_of) as passed,
      count(*) as ever,
      count(*) filter (where k.taken_on <= c.intake_on
        or k.purpose = 'placement_test' and k.taken_on <= c.intake_on + c.census_day) as at_entry
    from report.known_language(known_at) k
    where k.workshop_id = e.workshop_id and k.student_id = e.student_id and k.framework = t.framework
      and k.taken_on <= as_of) taken
  cross join lateral (
    select max(s.rank) as rank, min(s.shown_on) filter (where s.rank >= t.rank) as reached_on
    from report.language_shown(as_of, known_at) s
    where s.workshop_id = e.workshop_id and s.student_id = e.student_id and s.framework = t.framework) shown
  cross join lateral (
    select max(s.rank) as rank
    from report.language_shown(least(as_of, c.intake_on + c.census_day), known_at) s
    where s.workshop_id = e.workshop_id and s.student_id = e.student_id and s.framework = t.framework
      and (s.shown_on <= c.intake_on or s.shown_by like 'placement test%')) entry
  cross join lateral (
    select coalesce(entry.rank::int, case when taken.at_entry > 0 then 0 end)) first (rank)
  cross join lateral (
    select coalesce(shown.rank::int, case when taken.ever > 0 then 0 end)) last (rank)
  left join luban.language_level f on (f.framework, f.rank) = (t.framework, first.rank)
  left join luban.language_level l on (l.framework, l.rank) = (t.framework, last.rank)
$$;
comment on function report.language_gain is
  'Language level at entry and on a day, gain, and whether the target was reached, of each enrollment, as known at a time.';
