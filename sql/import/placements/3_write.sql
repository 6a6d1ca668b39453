-- Those that end first: their places are free for the others.
update placement k
set ends_on = p.until_on, supervisor = coalesce(p.supervisor, k.supervisor), ended_on = coalesce(p.ended_on, k.ended_on),
  end_reason = coalesce(p.end_reason, k.end_reason), batch_id = run.batch_id
from plan p, run
where p.problems is null and p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.known_id);

insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on, supervisor, ended_on, end_reason, batch_id)
select p.workshop_id, p.enrollment_id, p.offer_id, p.from_on, p.until_on, p.supervisor, p.ended_on, p.end_reason, run.batch_id
from plan p, run where p.problems is null and p.outcome = 'created' order by p.line;
