-- Corrections first: attempts keep their order, and new ones follow them.
update result r
set mark = p.mark, value = p.value, passed = p.passes, scale = p.scale, graded_on = p.day,
  instructor_id = coalesce(p.instructor_id, r.instructor_id), partner_id = coalesce(p.partner_id, r.partner_id),
  agreement_id = coalesce(p.agreement_id, r.agreement_id), evidence = coalesce(p.evidence, r.evidence),
  note = 'import of ' || run.file_name
from plan p, run
where p.problems is null and p.outcome = 'changed' and (r.workshop_id, r.id) = (p.workshop_id, p.result_id);

insert into result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
  instructor_id, partner_id, agreement_id, evidence, batch_id)
select p.workshop_id, p.enrollment_id, p.course_id, coalesce(a.attempts, 0)
    + row_number() over (partition by p.workshop_id, p.enrollment_id, p.course_id order by p.day),
  p.kind, p.scale, p.mark, p.value, p.passes, p.day, p.instructor_id, p.partner_id, p.agreement_id, p.evidence,
  run.batch_id
from plan p
cross join run
left join (
  select workshop_id, enrollment_id, course_id, count(*) as attempts from attempt group by 1, 2, 3) a
  on (a.workshop_id, a.enrollment_id, a.course_id) = (p.workshop_id, p.enrollment_id, p.course_id)
where p.problems is null and p.outcome = 'created'
order by p.workshop_id, p.enrollment_id, p.course_id, p.day;
