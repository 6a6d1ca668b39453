-- Whom each line means, by its number. One key for a hash: of six the planner would believe that nobody has them all.
create temp table who on commit drop as
select s.line, l.workshop_id, l.cohort_id, l.student_id, l.enrollment_id, l.problem, l.enrollment_problem
from stage s
join led l on l.named = array[coalesce(s.workshop, ''), coalesce(s.cohort, ''), coalesce(s.student, ''),
  coalesce(s.document_number, ''), coalesce(s.full_name, ''), coalesce(s.birth_date, '')]
where s.fault is null;

analyze who;
