insert into culture_event (workshop_id, code, course_id, theme, title, place, begins_on, ends_on, hours)
select p.workshop_id, p.code, p.course_id, p.theme, p.title, p.place, p.begins_on, p.ends_on, p.hours
from plan p where p.outcome = 'created' order by p.line;

update culture_event v set theme = p.theme, title = p.title, place = coalesce(p.place, v.place), begins_on = p.begins_on,
  ends_on = p.ends_on, hours = p.hours, course_id = coalesce(p.course_id, v.course_id)
from plan p where p.outcome = 'changed' and (v.workshop_id, v.id) = (p.workshop_id, p.known_id);
