-- Hours that each enrollment worked on placements until a day. What was worked before a transfer counts for the enrollment
-- that goes on; its own hours are those without it, which add up over cohorts. Logs are joined with the enrollments in each part,
-- not in report.known_placement_log: a cohort asks for its own alone. A placement keeps its enrollment, and is kept while hours
-- are logged for it: only for hours that were taken back is it looked for among those known then.
create function report.placement_hours(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, hours numeric, own_hours numeric)
language sql stable parallel safe as $$
  select h.workshop_id, h.cohort_id, h.enrollment_id, sum(h.hours), coalesce(sum(h.hours) filter (where h.source_id = h.enrollment_id), 0)
  from (
    select s.*, l.worked_on, l.hours
    from report.enrollment_source(as_of, known_at) s
    join luban.placement p on (p.workshop_id, p.enrollment_id) = (s.workshop_id, s.source_id)
    join luban.placement_log l on (l.workshop_id, l.placement_id) = (p.workshop_id, p.id)
    where l.recorded_at <= known_at and not exists (
      select from report.replaced('placement_log', known_at) r where (r.workshop_id, r.row_id) = (l.workshop_id, l.id))
    union all
    select s.*, l.worked_on, l.hours
    from report.first_revision('placement_log', known_at) r
    cross join lateral jsonb_populate_record(null::luban.placement_log, r.before) l
    join report.known_placement(known_at) p on (p.workshop_id, p.id) = (l.workshop_id, l.placement_id)
    join report.enrollment_source(as_of, known_at) s on (s.workshop_id, s.source_id) = (p.workshop_id, p.enrollment_id)
    where l.recorded_at <= known_at
  ) h
  where h.worked_on <= as_of
  group by h.workshop_id, h.cohort_id, h.enrollment_id
$$;
comment on function report.placement_hours is 'Hours of placement of each enrollment, as of a day and as known at a time.';
