-- Language of each cohort whose program has a target, all in the target's framework: of those in training or completed,
-- the levels at entry and now, who reached the target, who gained a level or more since entry.
create function report.cohort_language(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, students bigint, entry_known bigint, entry_list text, now_list text,
  reached bigint, gained bigint)
language sql stable parallel safe as $$
  with student as (
    select g.workshop_id, g.cohort_id, g.entry_rank, g.entry_level, g.rank, g.level, g.is_reached, g.gain
    from report.language_gain(as_of, known_at) g
    join report.enrollment_state(as_of, known_at) e
      on (e.workshop_id, e.cohort_id, e.enrollment_id) = (g.workshop_id, g.cohort_id, g.enrollment_id)
    where e.state in ('enrolled', 'suspended', 'completed')
  ), level as (
    select workshop_id, cohort_id, is_entry, string_agg(coalesce(level, 'none') || ' ' || n, '; ' order by rank nulls first) as list
    from (
      select workshop_id, cohort_id, true as is_entry, entry_level as level, entry_rank as rank, count(*) as n
      from student where entry_rank is not null group by 1, 2, 3, 4, 5
      union all
      select workshop_id, cohort_id, false, level, rank, count(*) from student group by 1, 2, 3, 4, 5) counted
    group by workshop_id, cohort_id, is_entry
  )
  select s.workshop_id, s.cohort_id, count(*), count(s.entry_rank),
    (select l.list from level l where (l.workshop_id, l.cohort_id) = (s.workshop_id, s.cohort_id) and l.is_entry),
    (select l.list from level l where (l.workshop_id, l.cohort_id) = (s.workshop_id, s.cohort_id) and not l.is_entry),
    count(*) filter (where s.is_reached), count(*) filter (where s.gain >= 1)
  from student s group by s.workshop_id, s.cohort_id
$$;
comment on function report.cohort_language is
  'Language levels of each cohort at entry and now, target reached and gain, in the framework of its program''s target.';
