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
