-- What there is beside the classes: culture events of each workshop, and places at an enterprise that there is not.

insert into culture_event (workshop_id, code, course_id, theme, title, place, begins_on, ends_on, hours, recorded_at)
select w.workshop_id, s.code || '-' || year, k.id, s.theme, s.title || ' ' || year, 'Great hall', d.begins_on,
  d.begins_on + s.days::int - 1, s.hours::numeric, (d.begins_on - 30)::timestamp at time zone 'UTC'
from (select workshop_id, min(intake_on) as since from demo_cohort group by workshop_id) w
cross join generate_series(2021, 2026) year
cross join seed_events s
left join course k on k.code = s.course
cross join lateral (select (year || '-' || s.month_day)::date as begins_on) d
where d.begins_on between w.since and '2026-10-31'
order by w.workshop_id, d.begins_on;
analyze culture_event;

create temp table demo_enterprise on commit drop as
with made as (
  insert into partner (code, kind, country, city_id, source)
  select s.code, 'enterprise', s.country, c.id, 'luban seed demo: there is no such enterprise'
  from seed_enterprises s cross join lateral cities_called(s.country, s.city) c (id)
  returning id, code)
select made.id as partner_id, w.id as workshop_id, s.name
from made join seed_enterprises s using (code) join workshop w on w.code = s.workshop;

insert into partner_name (partner_id, language, name)
select partner_id, 'en', name from demo_enterprise;
insert into partner_event (partner_id, nth, status, effective_on, reason)
select partner_id, 1, 'active', '2021-01-01', 'luban seed demo' from demo_enterprise;
insert into workshop_role (workshop_id, partner_id, role, since)
select workshop_id, partner_id, 'enterprise', '2021-01-01' from demo_enterprise;

-- A cohort has places of its own, in the time of its class.
insert into placement_offer (workshop_id, code, partner_id, course_id, title, places, begins_on, ends_on, hours,
  supervisor, recorded_at)
select k.workshop_id, h.code || '-' || o.nth, e.partner_id, k.course_id, o.title, ceil(s.capacity / 2.0), k.begins_on,
  k.ends_on, k.hours, o.supervisor, (k.begins_on - 60)::timestamp at time zone 'UTC'
from demo_class k
join demo_cohort h using (place)
join demo_size s using (place)
join demo_enterprise e on e.workshop_id = k.workshop_id
cross join (values (1, 'Production', 'Demo, Master'), (2, 'Service and maintenance', 'Demo, Engineer')) o (nth, title, supervisor)
where k.kind = 'placement'
order by k.place, o.nth;
analyze placement_offer;
