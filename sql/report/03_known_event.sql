-- Events of enrollments that were known to stand at a time: recorded by then, not voided by then.
create function report.known_event(known_at timestamptz) returns setof luban.enrollment_event
language sql stable parallel safe as $$
  select e.* from luban.enrollment_event e
  where e.to_state is not null and e.recorded_at <= known_at and not exists (
    select from luban.enrollment_event v where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id
      and v.voids = e.nth and v.recorded_at <= known_at)
$$;
comment on function report.known_event is 'Events of enrollments that stand, as far as known at a time.';
