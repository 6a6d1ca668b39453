-- What luban progress asks: of the cohort in the variable cohort, or of everybody where it is empty.
set search_path = luban, pg_temp;
set work_mem = '32MB';
set jit = off;
copy (
  select c.code as cohort, shown_number(s.number) as student, n.full_name as name, e.state::text as state, p.parts, p.done,
    p.missing, c.code || '/' || shown_number(s.number) as key
  from report.progress('2026-12-20', now()) p
  join cohort c on (c.workshop_id, c.id) = (p.workshop_id, p.cohort_id)
  join workshop w on w.id = p.workshop_id
  join report.enrollment_state('2026-12-20', now()) e
    on (e.workshop_id, e.cohort_id, e.enrollment_id) = (p.workshop_id, p.cohort_id, p.enrollment_id)
  join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity')
  where (:'cohort' = '' or p.workshop_id = (select workshop_id from cohort where code = :'cohort')
      and p.cohort_id = (select id from cohort where code = :'cohort'))
    and e.state in ('enrolled', 'suspended')
  order by 8
) to stdout (format csv, header);
