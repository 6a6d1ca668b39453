insert into instructor_training (workshop_id, instructor_id, title, partner_id, place, begins_on, ends_on, hours,
  is_completed, batch_id)
select p.workshop_id, p.instructor_id, p.title, p.partner_id, p.place, p.from_on, p.ends_on, p.hours,
  coalesce(p.is_completed, true), run.batch_id
from plan p, run where p.outcome = 'created' order by p.line;

update instructor_training t set ends_on = p.ends_on, hours = coalesce(p.hours, t.hours),
  partner_id = coalesce(p.partner_id, t.partner_id), place = coalesce(p.place, t.place),
  is_completed = coalesce(p.is_completed, t.is_completed)
from plan p where p.outcome = 'changed' and (t.workshop_id, t.id) = (p.workshop_id, p.known_id);
