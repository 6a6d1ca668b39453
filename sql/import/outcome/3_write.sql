insert into outcome (workshop_id, enrollment_id, months, status, answered_on, is_in_field, employer, is_chinese_funded, occupation,
  job_from_on, satisfaction, batch_id)
select p.workshop_id, p.enrollment_id, p.months, p.status, p.answered_on, p.is_in_field, p.employer, p.is_chinese_funded,
  p.occupation, p.job_from_on, p.satisfaction, run.batch_id
from plan p, run where p.outcome = 'created' order by p.line;

-- An answer is replaced by another as a whole.
update outcome o
set status = p.status, answered_on = p.answered_on, is_in_field = p.is_in_field, employer = p.employer,
  is_chinese_funded = p.is_chinese_funded, occupation = p.occupation, job_from_on = p.job_from_on, satisfaction = p.satisfaction,
  note = coalesce(run.override, 'as in ' || run.file_name)
from plan p, run where p.outcome = 'changed' and (o.workshop_id, o.id) = (p.workshop_id, p.id);
