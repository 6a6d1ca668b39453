-- What a careful hand would write in psql: the same columns staged, the same look-ups, the same table with its keys,
-- indexes and triggers.
set search_path = luban, pg_temp;
set work_mem = '128MB';
set jit = off;
set synchronous_commit = on;
begin;
create temp table stage (cohort text, student text, course text, date text, status text) on commit drop;
\copy stage from pstdin (format csv, header)
analyze stage;
insert into attendance (workshop_id, status, session_id, enrollment_id)
select c.workshop_id, case s.status when 'present' then 1 when 'late' then 2 when 'excused' then 3 when 'absent' then 4 end,
  v.id, e.id
from stage s
join cohort c on c.code = s.cohort
join course k on k.code = s.course
join class l on (l.workshop_id, l.cohort_id, l.course_id) = (c.workshop_id, c.id, k.id)
join session v on (v.workshop_id, v.class_id, v.held_on) = (l.workshop_id, l.id, s.date::date)
join student p on (p.workshop_id, p.number) = (c.workshop_id, substr(s.student, 3)::int)
join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (p.workshop_id, p.id, c.id)
order by c.workshop_id, v.id, e.id;
commit;
analyze attendance;
