-- The state of each enrollment at the end of a day, as far as known at a time.
create function report.enrollment_state(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, state luban.enrollment_state, since date)
language sql stable parallel safe as $$
  select distinct on (n.workshop_id, n.cohort_id, n.id) n.workshop_id, n.cohort_id, n.id, n.student_id, e.to_state, e.effective_on
  from luban.enrollment n
  join report.known_event(known_at) e on (e.workshop_id, e.enrollment_id) = (n.workshop_id, n.id)
  where e.effective_on <= as_of
  order by n.workshop_id, n.cohort_id, n.id, e.effective_on desc, e.nth desc
$$;
comment on function report.enrollment_state is 'The state of each enrollment at the end of a day, as far as known at a time.';

-- The same for one enrollment, whose events alone are read: the last state there was, whatever the day.
create function report.last_state(in_workshop int, in_enrollment bigint, known_at timestamptz) returns luban.enrollment_state
language sql stable parallel safe as $$
  select e.to_state from report.known_event(known_at) e
  where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment
  order by e.effective_on desc, e.nth desc limit 1
$$;
comment on function report.last_state is
  'The state an enrollment was last in, as far as known at a time; none where it had not begun, or no event stood.';

-- Where one enrollment stands at the end of a day, by which event and why, and whether the census of its cohort counted it: by
-- what was last before it, as luban.cohort_tally has it. A part of the query that asks, once for each enrollment.
create function report.standing(in_workshop int, in_enrollment bigint, as_of date, census_on date, known_at timestamptz)
returns table (state luban.enrollment_state, since date, reason_code text, event smallint, is_of_census boolean)
language sql stable parallel safe as $$
  select (array_agg(v.to_state order by v.effective_on desc, v.nth desc))[1], max(v.effective_on),
    (array_agg(v.reason_code order by v.effective_on desc, v.nth desc))[1],
    (array_agg(v.nth order by v.effective_on desc, v.nth desc))[1],
    coalesce((array_agg(luban.is_counted(v.from_state, v.to_state, v.reason_code)
      order by v.effective_on desc, v.nth desc) filter (where v.effective_on <= census_on))[1], false)
  from report.known_event(known_at) v
  where v.workshop_id = in_workshop and v.enrollment_id = in_enrollment and v.effective_on <= as_of
$$;
comment on function report.standing is
  'The state of an enrollment at the end of a day, since when, why, by which event, and whether its census counted it.';
