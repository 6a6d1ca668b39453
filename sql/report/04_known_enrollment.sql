-- Enrollments that had been entered by a time: their first event had.
create function report.known_enrollment(known_at timestamptz) returns setof luban.enrollment
language sql stable parallel safe as $$
  select e.* from luban.enrollment e
  where exists (
    select from luban.enrollment_event v
    where v.workshop_id = e.workshop_id and v.enrollment_id = e.id and v.nth = 1 and v.recorded_at <= known_at)
$$;
comment on function report.known_enrollment is
  'Enrollments entered by a time; their state is that of now, and at the time that of report.enrollment_state.';
