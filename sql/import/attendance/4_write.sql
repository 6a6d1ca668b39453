-- What the plan says, in the order of the keys, in which it stands.
select set_config('luban.reason', file_name, true) from run;

insert into attendance (workshop_id, session_id, enrollment_id, status, hours, batch_id)
select p.workshop_id, p.session_id, p.enrollment_id, p.status, p.hours, run.batch_id
from plan p, run where p.problems is null and p.outcome = 'created';

update attendance a set status = p.status, hours = p.hours
from plan p
where p.problems is null and p.outcome = 'changed'
  and (a.workshop_id, a.session_id, a.enrollment_id) = (p.workshop_id, p.session_id, p.enrollment_id);
