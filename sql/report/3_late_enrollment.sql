-- Who commenced after the census: in training, but not of the cohort that rates are for.
create function report.late_enrollment(as_of date, known_at timestamptz)
returns table (workshop_id int, enrollment_id bigint)
language sql stable parallel safe as $$
  select e.workshop_id, e.enrollment_id
  from report.standing_event(as_of, known_at) e
  join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id)
  join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
  where e.to_state = 'enrolled' and e.from_state is distinct from 'suspended'
    and e.effective_on > c.intake_on + c.census_day
$$;
comment on function report.late_enrollment is 'Enrollments that commenced after the census of their cohort.';
