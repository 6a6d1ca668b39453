-- Language of each cohort whose program has a target, all in the target's framework: of those in training or completed,
-- the levels at entry and now, and who gained a level or more since entry; of the census, who took a test of the target or of
-- a higher level since applying, and who has reached the target, whether they stayed or not; the tests that these took.
create function report.cohort_language(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, students bigint, entry_known bigint, entry_list text, now_list text,
  entry_counts bigint[], now_counts bigint[], reached bigint, tested bigint, tested_reached bigint, tests bigint, tests_passed bigint, gained bigint)
language sql stable parallel safe as $$
  with student as (
    select g.workshop_id, g.cohort_id, g.framework, g.entry_rank, g.rank, g.is_reached, g.gain, g.tests,
      g.tests_passed, g.target_tests, m.state in ('enrolled', 'suspended', 'completed') as is_there,
      coalesce(chain.is_of_census, m.is_of_census) as is_of_census
    from report.language_gain(as_of, known_at) g
    join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (g.workshop_id, g.cohort_id)
    -- Asked of these enrollments alone, where most cohorts may have no target.
    cross join lateral report.standing(g.workshop_id, g.enrollment_id, as_of, c.census_on, known_at) m
    left join report.chain_member(as_of, known_at) chain
      on (chain.workshop_id, chain.enrollment_id) = (g.workshop_id, g.enrollment_id)
  ), counted as (
    select workshop_id, cohort_id, framework, true as is_entry, entry_rank as rank, count(*) as n
    from student where is_there and entry_rank is not null group by 1, 2, 3, 5
    union all
    -- Who passed nothing and of whom nothing is known have no level alike.
    select workshop_id, cohort_id, framework, false, coalesce(rank, 0), count(*) from student where is_there group by 1, 2, 3, 5
  ), level as (
    -- None, and all levels of the framework, in their order.
    select workshop_id, cohort_id, is_entry, array_agg(coalesce(n, 0) order by rank) as counts,
      string_agg(coalesce(level, luban.wording('none')) || ' ' || n, '; ' order by rank) as list
    from (select distinct workshop_id, cohort_id, framework, is_entry from counted) c
    join (
      select framework, rank, level from luban.language_level
      union
      select framework, 0, null from luban.language_level) l using (framework)
    left join counted using (workshop_id, cohort_id, framework, is_entry, rank)
    group by workshop_id, cohort_id, is_entry
  )
  select s.workshop_id, s.cohort_id, count(*) filter (where s.is_there), count(s.entry_rank) filter (where s.is_there),
    (select l.list from level l where (l.workshop_id, l.cohort_id) = (s.workshop_id, s.cohort_id) and l.is_entry),
    (select l.list from level l where (l.workshop_id, l.cohort_id) = (s.workshop_id, s.cohort_id) and not l.is_entry),
    (select l.counts from level l where (l.workshop_id, l.cohort_id) = (s.workshop_id, s.cohort_id) and l.is_entry),
    (select l.counts from level l where (l.workshop_id, l.cohort_id) = (s.workshop_id, s.cohort_id) and not l.is_entry),
    count(*) filter (where s.is_of_census and s.is_reached), count(*) filter (where s.is_of_census and s.target_tests > 0),
    count(*) filter (where s.is_of_census and s.target_tests > 0 and s.is_reached),
    coalesce(sum(s.tests) filter (where s.is_of_census), 0)::bigint,
    coalesce(sum(s.tests_passed) filter (where s.is_of_census), 0)::bigint,
    count(*) filter (where s.is_there and s.gain >= 1)
  from student s group by s.workshop_id, s.cohort_id
$$;
comment on function report.cohort_language is
  'Language levels of each cohort at entry and now, target reached, tests and gain, in the framework of its program''s target.';
