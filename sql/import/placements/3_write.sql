insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on, supervisor, batch_id)
select p.workshop_id, p.enrollment_id, p.offer_id, p.from_on, p.to_on, p.supervisor, run.batch_id
from plan p, run where p.problems is null and p.outcome = 'created' order by p.line;

update placement k
set ends_on = case when p.to_text is not null then p.to_on else k.ends_on end,
  supervisor = coalesce(p.supervisor, k.supervisor), batch_id = run.batch_id
from plan p, run
where p.problems is null and p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.known_id);
