-- Outcomes as they were known at a time: those entered by then, corrected since or not, and those removed since.
create function report.known_outcome(known_at timestamptz) returns setof luban.outcome
language sql stable parallel safe as $$
  select o.* from luban.outcome o
  where o.recorded_at <= known_at and not exists (
    select from report.replaced('outcome', known_at) v where (v.workshop_id, v.row_id) = (o.workshop_id, o.id))
  union all
  select o.* from report.first_revision('outcome', known_at) v, jsonb_populate_record(null::luban.outcome, v.before) o
  where o.recorded_at <= known_at
$$;
comment on function report.known_outcome is 'Outcomes as they were known at a time.';
