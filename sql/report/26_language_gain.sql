-- Levels gained since entry and the target reached, for each enrollment whose edition names one, in its framework.
--
-- The level at entry is the highest shown by the intake, or by a placement test until the census, whether what showed it
-- is still valid or not: it was learned. Who was tested and passed nothing has rank 0; of whom nothing is known has none,
-- and no gain. Placement tests say where somebody begins, and are none of the tests that were passed or not.
create function report.language_gain(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, framework text,
  target_rank smallint, target_level text, entry_rank int, entry_level text, rank int, level text, gain int,
  is_reached boolean, reached_on date, expired_on date, expired_level text, tests bigint, tests_passed bigint, target_tests bigint)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.id, e.student_id, t.framework, t.rank, t.level,
    n.entry_rank, f.level, n.rank, l.level, n.rank - n.entry_rank,
    coalesce(n.rank >= t.rank, false), n.reached_on,
    case when coalesce(n.rank, 0) < t.rank then n.expired_on end, n.expired_level, n.tests, n.tests_passed, n.target_tests
  from report.known_enrollment(known_at) e
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (e.workshop_id, e.cohort_id)
  join report.known_completion_rule(known_at) r on r.edition_id = c.edition_id
  join luban.language_level t on (t.framework, t.level) = (r.language_framework, r.language_level)
  cross join lateral (
    select
      coalesce(max(v.rank::int) filter (where v.is_at_entry and v.passed),
        max(0) filter (where v.is_at_entry and v.purpose is not null)) as entry_rank,
      coalesce(max(v.rank::int) filter (where v.is_shown), max(0) filter (where v.purpose is not null)) as rank,
      min(v.shown_on) filter (where v.is_shown and v.rank >= t.rank) as reached_on,
      max(v.valid_until) filter (where v.passed and not v.is_shown and v.rank >= t.rank) as expired_on,
      (array_agg(v.level order by v.valid_until desc) filter (where v.passed and not v.is_shown and v.rank >= t.rank))[1] as expired_level,
      count(*) filter (where v.is_sat) as tests, count(*) filter (where v.is_sat and v.passed) as tests_passed,
      count(*) filter (where v.is_sat and v.rank >= t.rank) as target_tests
    from (
      select *, passed and report.is_level_counted(valid_until, as_of, r.language_counted) as is_shown,
        coalesce(purpose <> 'placement_test', false) and shown_on >= e.applied_on as is_sat,
        shown_on <= c.intake_on or purpose = 'placement_test' and shown_on <= c.census_on as is_at_entry
      from report.language_evidence(known_at) v
      where v.workshop_id = e.workshop_id and v.student_id = e.student_id and v.framework = t.framework
        and v.shown_on <= as_of) v) n
  left join luban.language_level f on (f.framework, f.rank) = (t.framework, n.entry_rank)
  left join luban.language_level l on (l.framework, l.rank) = (t.framework, n.rank)
$$;
comment on function report.language_gain is
  'Language level at entry and on a day, gain, and whether the target was reached, of each enrollment, as known at a time.';
