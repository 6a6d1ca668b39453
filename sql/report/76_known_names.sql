-- Every name of a student as known at a time, present and former ones: of a row that was changed since, what it was.
create function report.known_names(known_at timestamptz) returns table (workshop_id int, student_id bigint, folded text)
language sql stable parallel safe as $$
  select n.workshop_id, n.student_id, n.folded
  from luban.student_name n
  where n.recorded_at <= known_at and not exists (
    select from luban.revision r
    where (r.workshop_id, r.table_name, r.row_id) = (n.workshop_id, 'student_name', n.student_id) and r.replaced_at > known_at
      and r.before ->> 'kind' = n.kind::text and (r.before ->> 'valid_to')::date = n.valid_to)
  union
  select r.workshop_id, r.row_id, r.folded
  from (
    select distinct on (r.workshop_id, r.row_id, r.before ->> 'kind', r.before ->> 'valid_to')
      r.workshop_id, r.row_id, r.before ->> 'folded', (r.before ->> 'recorded_at')::timestamptz
    from luban.revision r
    where r.table_name = 'student_name' and r.replaced_at > known_at
    order by r.workshop_id, r.row_id, r.before ->> 'kind', r.before ->> 'valid_to', r.id) r (workshop_id, row_id, folded, recorded_at)
  where r.recorded_at <= known_at
$$;
comment on function report.known_names is 'The names of students, present and former, as they are compared; as known at a time.';
