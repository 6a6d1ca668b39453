-- Instructors as known at a time.
create function report.known_instructor(known_at timestamptz) returns setof luban.instructor
language sql stable parallel safe as $$
  select r.* from luban.instructor r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('instructor', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('instructor', known_at) v, jsonb_populate_record(null::luban.instructor, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_instructor is 'Instructors as known at a time.';
