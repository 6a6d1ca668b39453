-- What events of a file break over two tables.
insert into refused
select p.line, case when c.kind <> 'culture' then 'module:culture_event_counts_for_a_culture_module'
  else 'theme:culture_event_has_a_theme' end
from part p left join course c on c.id = p.course_id
where c.kind <> 'culture' or p.theme is null and (p.problems ~ 'module:') is not true;

-- Those who take part must fit an event as before.
insert into refused
select p.line, case r.rule when 'participation_is_of_one_enrolled' then 'from:' else 'hours:' end || r.rule,
  to_jsonb(array_to_string((array_agg(luban.shown_number(s.number) order by s.number))[1:5], ', '))
from run
join part p on run.may_update and string_to_array(p.differs, ',') && '{from,to,hours}' and p.begins_on <= p.ends_on and p.hours > 0
join participation t on (t.workshop_id, t.event_id) = (p.workshop_id, p.known_id)
join enrollment e on (e.workshop_id, e.id) = (t.workshop_id, t.enrollment_id)
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
cross join lateral unnest(luban.participation_refusals(t.hours, p.hours,
  luban.was_enrolled_between(t.workshop_id, t.enrollment_id, p.begins_on, p.ends_on))) r (rule)
group by p.line, r.rule;
