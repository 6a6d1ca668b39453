insert into placement_offer (workshop_id, code, partner_id, course_id, title, places, begins_on, ends_on, hours, supervisor)
select p.workshop_id, p.code, p.partner_id, p.course_id, p.title, p.places, p.begins_on, p.ends_on, p.hours, p.supervisor
from plan p where p.outcome = 'created' order by p.line;

update placement_offer o set title = p.title, places = p.places, begins_on = p.begins_on, ends_on = p.ends_on, hours = p.hours,
  course_id = coalesce(p.course_id, o.course_id), supervisor = coalesce(p.supervisor, o.supervisor)
from plan p where p.outcome = 'changed' and (o.workshop_id, o.id) = (p.workshop_id, p.known_id);
