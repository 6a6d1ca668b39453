-- Placements and the hours logged for them, as they were known at a time.
create function report.known_placement(known_at timestamptz) returns setof luban.placement
language sql stable parallel safe as $$
  select r.* from luban.placement r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('placement', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('placement', known_at) v, jsonb_populate_record(null::luban.placement, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_placement is 'Placements as they were known at a time.';

create function report.known_placement_log(known_at timestamptz) returns setof luban.placement_log
language sql stable parallel safe as $$
  select r.* from luban.placement_log r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('placement_log', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('placement_log', known_at) v, jsonb_populate_record(null::luban.placement_log, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_placement_log is 'Hours logged for placements, as they were known at a time.';
