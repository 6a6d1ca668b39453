create view list.attendance with (security_invoker = true) as
select h.code || '/' || k.code as class, s.held_on as date, left(s.begins_at::text, 5) as time, s.hours,
  shown_number(t.number) as student, n.full_name as name, a.status::text as status,
  trim_scale(case when is_attended(a.status) then coalesce(a.hours, s.hours) else 0 end) as attended_hours,
  to_char(a.recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as recorded_at,
  (select count(*) from attendance_past p where (p.workshop_id, p.session_id, p.enrollment_id)
    = (a.workshop_id, a.session_id, a.enrollment_id)) as corrections,
  (select shown_batch(w.code, b.number) from import_batch b where (b.workshop_id, b.id) = (a.workshop_id, a.batch_id)) as batch,
  w.code as workshop,
  h.code || '/' || k.code || ' ' || s.held_on || ' ' || left(s.begins_at::text, 5) || ' ' || shown_number(t.number) as key,
  h.code as cohort, k.code as course, t.number
from attendance a
join session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
join class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
join cohort h on (h.workshop_id, h.id) = (c.workshop_id, c.cohort_id)
join course k on k.id = c.course_id
join workshop w on w.id = a.workshop_id
join enrollment e on (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)
join student t on (t.workshop_id, t.id) = (e.workshop_id, e.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (t.workshop_id, t.id, 'native', 'infinity');
comment on column list.attendance.status is 'present, late, excused or absent';
comment on column list.attendance.attended_hours is 'hours of these that the student was there';
comment on column list.attendance.key is 'class, date, time and student';
comment on column list.attendance.date is 'day of the session';
comment on column list.attendance.recorded_at is 'when it was entered, UTC';
comment on column list.attendance.batch is 'the import that brought it';
