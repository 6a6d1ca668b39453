-- What offers of a file break over two tables: an offer stays with its enterprise, and is for a placement course.
insert into refused
select p.line, 'partner:placement_offer_code_is_unique', to_jsonb(format(phrase('{0} is of {1}'), p.code, k.code))
from part p
join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.known_id) and o.partner_id <> p.partner_id
join partner k on k.id = o.partner_id;

insert into refused
select p.line, 'partner:placement_offer_is_of_an_enterprise'
from part p join partner i on i.id = p.partner_id and i.kind <> 'enterprise'
where p.line not in (select line from refused);

insert into refused
select p.line, 'course:placement_offer_is_for_a_placement_course'
from part p join course c on c.id = p.course_id and c.kind <> 'placement';

-- The places taken and the days of those who have them must fit an offer as before. Who ended before the time held a place
-- until then.
insert into refused
select p.line, 'places:placement_places_within_the_offer', to_jsonb(coalesce(
  case when p.places >= o.places_taken then format(phrase('{0} were held on {1}'), h.held, h.day) end,
  format(phrase('{0} of {1} are taken'), o.places_taken, p.code)))
from run
join part p on run.may_update and string_to_array(p.differs, ',') && '{places}' and (p.problems ~ 'places:') is not true
join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.known_id)
left join lateral (
  select d.day, d.held from luban.places_by_day(p.workshop_id, p.known_id) d
  where d.held > p.places order by d.day limit 1) h on true
where p.places < o.places_taken or h.day is not null;

insert into refused
select p.line, b.column || ':placement_lies_within_its_offer', to_jsonb(format(phrase('there are some from {0} to {1}'), a.begins_on, a.ends_on))
from run
join part p on run.may_update and string_to_array(p.differs, ',') && '{from,to}' and p.begins_on <= p.ends_on
cross join lateral (
  select min(k.begins_on) as begins_on, max(k.ends_on) as ends_on from placement k
  where (k.workshop_id, k.offer_id) = (p.workshop_id, p.known_id)) a
cross join lateral (values ('from', a.begins_on < p.begins_on), ('to', a.ends_on > p.ends_on)) b ("column", is_outside)
where b.is_outside;
