-- Certifications of instructors as known at a time.
create function report.known_certification(known_at timestamptz) returns setof luban.instructor_certification
language sql stable parallel safe as $$
  select r.* from luban.instructor_certification r
  where r.recorded_at <= known_at and not exists (
    select from report.replaced('instructor_certification', known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
  union all
  select r.* from report.first_revision('instructor_certification', known_at) v, jsonb_populate_record(null::luban.instructor_certification, v.before) r
  where r.recorded_at <= known_at
$$;
comment on function report.known_certification is 'Certifications of instructors as known at a time.';
