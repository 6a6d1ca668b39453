-- What will come of all lines, in numbers: what all imports count, and people and enrollments.
select count(*) as lines, count(*) filter (where s.fault = 'blank') as blank,
  count(*) filter (where s.fault <> 'blank' or p.problems is not null) as refused,
  count(*) filter (where p.outcome = 'created') as created, count(*) filter (where p.outcome = 'changed') as changed,
  count(*) filter (where p.outcome = 'unchanged') as unchanged,
  count(*) filter (where p.new_person) as people_created,
  count(*) filter (where run.may_update and p.differs is not null and p.problems is null) as people_changed,
  count(*) filter (where p.new_enrollment and p.state = 'applied') as applied,
  count(*) filter (where p.new_enrollment and p.state = 'admitted') as admitted,
  count(*) filter (where p.new_enrollment and p.state = 'enrolled') as enrolled,
  count(*) filter (where p.new_enrollment and p.state = 'waitlisted') as waitlisted,
  count(*) filter (where not run.may_update and p.differs is not null and p.problems is null) as differing
from stage s
cross join run
left join plan p on p.line = s.line
