-- Results as they were known at a time: those entered by then, corrected since or not, and those removed since.
create function report.known_result(known_at timestamptz) returns setof luban.result
language sql stable parallel safe as $$
  select r.* from luban.result r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('result', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('result', known_at) v, jsonb_populate_record(null::luban.result, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_result is 'Results as they were known at a time.';
