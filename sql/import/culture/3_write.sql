insert into participation (workshop_id, event_id, enrollment_id, hours, batch_id)
select p.workshop_id, p.event_id, p.enrollment_id, p.hours, run.batch_id
from plan p, run where p.problems is null and p.outcome = 'created' order by p.line;

update participation k set hours = p.hours, batch_id = run.batch_id, note = 'corrected by ' || run.file_name
from plan p, run
where p.problems is null and p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.known_id);
