-- Rows of a table that were replaced or removed after a time. What a table was at a time are the rows that were not, and
-- the first revisions of those that were:
--
--   select r.* from luban.result r
--   where r.recorded_at <= known_at and not exists (
--     select from report.replaced('result', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
--   union all
--   select r.* from report.first_revision('result', known_at) v, jsonb_populate_record(null::luban.result, v.before) r
--   where r.recorded_at <= known_at
create function report.replaced(in_table text, after timestamptz) returns table (workshop_id int, row_id bigint)
language sql stable parallel safe as $$
  select workshop_id, row_id from luban.revision where table_name = in_table and replaced_at > after
$$;
comment on function report.replaced is
  'Rows of a table that were replaced or removed after a time, as often as that happened.';
