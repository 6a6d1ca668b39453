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
