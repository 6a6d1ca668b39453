-- A name of a student as it was known at a time: that which a later change replaced first, if it had been entered by then,
-- else that of today, if it had.
create function report.known_name(in_workshop int, in_student bigint, in_kind luban.name_kind, known_at timestamptz)
returns text
language sql stable parallel safe as $$
  select coalesce(
    (select r.before ->> 'full_name' from luban.revision r
      where r.workshop_id = in_workshop and r.table_name = 'student_name' and r.row_id = in_student
        and r.replaced_at > known_at and r.before ->> 'kind' = in_kind::text and r.before ->> 'valid_to' = 'infinity'
        and (r.before ->> 'recorded_at')::timestamptz <= known_at
      order by r.id limit 1),
    (select n.full_name from luban.student_name n
      where n.workshop_id = in_workshop and n.student_id = in_student and n.kind = in_kind and n.valid_to = 'infinity'
        and n.recorded_at <= known_at))
$$;
comment on function report.known_name is 'The present name of a student of a kind, as it was known at a time.';

create function report.known_student_name(known_at timestamptz)
returns table (workshop_id int, student_id bigint, kind luban.name_kind, valid_to date, full_name text)
language sql stable parallel safe as $$
  select s.workshop_id, s.id, k.kind, 'infinity'::date, report.known_name(s.workshop_id, s.id, k.kind, known_at)
  from luban.student s cross join unnest(enum_range(null::luban.name_kind)) k (kind)
$$;
comment on function report.known_student_name is
  'The present names of students, as they were known at a time; empty where none of a kind was.';
