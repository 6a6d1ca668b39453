-- Classes as known at a time.
create function report.known_class(known_at timestamptz) returns setof luban.class
language sql stable parallel safe as $$
  select r.* from luban.class r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('class', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('class', known_at) v, jsonb_populate_record(null::luban.class, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_class is 'Classes as known at a time.';
