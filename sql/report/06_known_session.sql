-- Sessions as known at a time.
create function report.known_session(known_at timestamptz) returns setof luban.session
language sql stable parallel safe as $$
  select r.* from luban.session r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('session', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('session', known_at) v, jsonb_populate_record(null::luban.session, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_session is 'Sessions as known at a time.';
