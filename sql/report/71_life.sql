-- Where every enrollment stands, and which is the last one of its student: so that whoever is looked at as a person is told
-- once, and cohorts add up.
--
-- Each reads its own events by an index. Grouped, the planner would not know how many there are, and would join them by loops.
create function report.life(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, applied_on date,
  state luban.enrollment_state, since date, is_last boolean)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.id, e.student_id, e.applied_on, s.state, s.since,
    row_number() over (partition by e.workshop_id, e.student_id
      order by s.since desc, s.state = 'transferred', e.id desc) = 1
  from report.known_enrollment(known_at) e
  cross join lateral report.standing(e.workshop_id, e.id, as_of, null, known_at) s
  where s.state is not null
$$;
comment on function report.life is
  'Where each enrollment stands on a day, as known at a time, and whether it is the last one of its student.';

-- A column of its own, not a join: of joined parts of one cohort the planner expects hardly a row.
create function report.cohort_on(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, edition_id int, intake_on date, planned_end_on date, census_on date,
  status luban.cohort_status)
language sql stable parallel safe as $$
  select c.workshop_id, c.cohort_id, c.edition_id, c.intake_on, c.planned_end_on, c.census_on, coalesce((
    select v.status from luban.cohort_event v
    where v.workshop_id = c.workshop_id and v.cohort_id = c.cohort_id and v.effective_on <= as_of and v.recorded_at <= known_at
    order by v.effective_on desc, v.nth desc limit 1), 'planned')
  from report.known_cohort(as_of, known_at) c
$$;
comment on function report.cohort_on is 'Cohorts with their status on a day, as known at a time.';
