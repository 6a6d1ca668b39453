create view list.result with (security_invoker = true) as
select c.code as cohort, k.code as course, shown_number(s.number) as student, n.full_name as name, r.attempt, r.mark,
  case when r.passed then 'yes' else 'no' end as passed, r.graded_on, r.kind::text, r.scale, trim_scale(r.value) as value,
  g.code || '/' || i.staff_number as graded_by, p.code as "from", a.code as agreement, r.evidence, r.note,
  to_char(r.recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as recorded_at, r.recorded_by,
  w.code as workshop, c.code || '/' || k.code || '/' || shown_number(s.number) || '/' || r.attempt as key, s.number,
  r.passed as is_passed
from result r
join enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join workshop w on w.id = r.workshop_id
join course k on k.id = r.course_id
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity')
left join instructor i on (i.workshop_id, i.id) = (r.workshop_id, r.instructor_id)
left join partner g on g.id = i.partner_id
left join partner p on p.id = r.partner_id
left join agreement a on a.id = r.agreement_id;
select list.derive('list.result', 'known_at');
comment on column list.result.kind is 'graded, recognized or transferred';
comment on column list.result."from" is 'partner a transferred credit comes from';
comment on column list.result.recorded_at is 'when it was entered, UTC';
comment on column list.result.recorded_by is 'role that entered it';
comment on column list.result.key is 'cohort, course, student and attempt';

create view list.course_result with (security_invoker = true) as
select c.code as cohort, k.code as course, main_title(k.titles) as title, r.graded, r.passed, r.failed, r.withdrawn,
  r.recognized, r.pass_rate, w.code as workshop, c.code || '/' || k.code as key
from cohort c
join workshop w on w.id = c.workshop_id
cross join lateral (
  select * from report.course_result(today(), 'infinity'::timestamptz) r
  where r.workshop_id = c.workshop_id and r.cohort_id = c.id offset 0) r
join course k on k.id = r.course_id;
select list.derive('list.course_result', 'as_of', 'known_at');
comment on column list.course_result.key is 'cohort and course';
