-- What luban progress asks: of the cohort in the variable cohort, or of everybody where it is empty.
set search_path = luban, pg_temp;
set work_mem = '32MB';
set jit = off;
copy (
  select c.code as cohort, shown_number(s.number) as student, n.full_name as name, p.state::text as state, p.parts, p.done,
    p.missing, c.code || '/' || shown_number(s.number) as key
  from cohort c
  cross join lateral (
    select p.*, e.student_id, e.state from report.completion('2025-12-20', now()) p
    join report.enrollment_state('2025-12-20', now()) e
      on (e.workshop_id, e.cohort_id, e.enrollment_id) = (p.workshop_id, p.cohort_id, p.enrollment_id)
    where p.workshop_id = c.workshop_id and p.cohort_id = c.id offset 0) p
  join student s on (s.workshop_id, s.id) = (p.workshop_id, p.student_id)
  left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity')
  where (:'cohort' = '' or c.code = :'cohort') and p.state in ('enrolled', 'suspended')
  order by 8
) to stdout (format csv, header);
