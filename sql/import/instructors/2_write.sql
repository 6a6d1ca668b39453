insert into instructor (workshop_id, partner_id, staff_number, full_name, latin_name, chinese_name, email, phone, since, until,
  batch_id)
select p.workshop_id, p.partner_id, p.staff_number, p.full_name, p.latin_name, p.chinese_name, p.email, p.phone, p.begins_on,
  p.leaves_on, run.batch_id
from plan p, run where p.outcome = 'created' order by p.line;

update instructor n set full_name = coalesce(p.full_name, n.full_name), latin_name = coalesce(p.latin_name, n.latin_name),
  chinese_name = coalesce(p.chinese_name, n.chinese_name), email = coalesce(p.email, n.email), phone = coalesce(p.phone, n.phone),
  since = p.begins_on, until = p.leaves_on
from plan p where p.outcome = 'changed' and (n.workshop_id, n.id) = (p.workshop_id, p.instructor_id);

insert into instructor_certification (workshop_id, instructor_id, course_id, since)
select p.workshop_id, n.id, course_id,
  case when p.outcome = 'created' then p.begins_on else p.certified_since end
from plan p
join instructor n on (n.workshop_id, n.partner_id, n.staff_number) = (p.workshop_id, p.partner_id, p.staff_number)
cross join unnest(p.missing) course_id
where p.outcome in ('created', 'changed') order by n.id, course_id;
