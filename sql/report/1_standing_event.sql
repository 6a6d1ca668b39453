-- The events that count on a day as far as they were known at a time: effective by then, recorded by then, and not
-- corrected by what was recorded by then.
create function report.standing_event(as_of date, known_at timestamptz)
returns setof luban.enrollment_event
language sql stable parallel safe as $$
  select e.* from luban.enrollment_event e
  where e.to_state is not null and e.effective_on <= as_of and e.recorded_at <= known_at
    and not exists (select from luban.enrollment_event v
      where v.voids is not null and v.recorded_at <= known_at
        and v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth)
$$;
comment on function report.standing_event is
  'Events effective on a day as far as known at a time. In each state on that day: those who came in less those who left.';
