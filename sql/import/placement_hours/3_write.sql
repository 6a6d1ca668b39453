insert into placement_log (workshop_id, placement_id, worked_on, hours, task, batch_id)
select p.workshop_id, p.placement_id, p.day, p.hours, p.task, run.batch_id
from plan p, run where p.problems is null and p.outcome = 'created' order by p.line;

update placement_log k set hours = p.hours, task = coalesce(p.task, k.task), batch_id = run.batch_id,
  note = 'corrected by ' || run.file_name
from plan p, run
where p.problems is null and p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.known_id);
