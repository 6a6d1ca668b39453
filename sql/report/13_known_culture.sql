-- Culture events and who took part in them, as they were known at a time.
create function report.known_culture_event(known_at timestamptz) returns setof luban.culture_event
language sql stable parallel safe as $$
  select r.* from luban.culture_event r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('culture_event', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('culture_event', known_at) v, jsonb_populate_record(null::luban.culture_event, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_culture_event is 'Culture events as they were known at a time.';

create function report.known_participation(known_at timestamptz) returns setof luban.participation
language sql stable parallel safe as $$
  select r.* from luban.participation r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('participation', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('participation', known_at) v, jsonb_populate_record(null::luban.participation, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_participation is 'Who took part in culture events, as it was known at a time.';
