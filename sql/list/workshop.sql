create view list.workshop with (security_invoker = true) as
select w.code, main_title(w.titles) as title, w.titles, w.country, city_title(c.id) as city, w.time_zone, w.status::text,
  part.hosts, part.leads, part.enterprises, part.awarding_bodies,
  case when w.led_from_tianjin then 'yes' else 'no' end as led_from_tianjin, day.signed, day.unveiled, day.in_operation,
  (select count(distinct a.id) from agreement_scope s join agreement a on a.id = s.agreement_id
    where s.workshop_id = w.id and agreement_in_force(a, today())) as agreements,
  (select count(*) from cohort o where o.workshop_id = w.id and o.status in ('open', 'running')) as cohorts,
  (select coalesce(sum(o.seats_held), 0) from cohort o where o.workshop_id = w.id) as seats_held,
  (select count(*) from student s where s.workshop_id = w.id) as students, w.note, w.source,
  w.led_from_tianjin as is_led_from_tianjin, part.partners,
  array(select t.value from jsonb_each_text(w.titles) t) as all_names
from workshop w
left join city c on c.id = w.city_id
left join lateral (
  select string_agg(i.code, ', ' order by i.code) filter (where r.role = 'host') as hosts,
    string_agg(i.code, ', ' order by i.code) filter (where r.role = 'lead') as leads,
    string_agg(i.code, ', ' order by i.code) filter (where r.role = 'enterprise') as enterprises,
    string_agg(i.code, ', ' order by i.code) filter (where r.role = 'awarding_body') as awarding_bodies,
    array_agg(i.code) as partners
  from workshop_role r join partner i on i.id = r.partner_id
  where r.workshop_id = w.id and r.since <= today() and today() < r.until) part on true
left join lateral (
  select min(e.happened_on::text) filter (where e.kind = 'signed') as signed,
    min(e.happened_on::text) filter (where e.kind = 'unveiled') as unveiled,
    min(e.happened_on::text) filter (where e.kind = 'in_operation') as in_operation
  from workshop_event e where e.workshop_id = w.id) day on true;
select list.derive('list.workshop', 'as_of');
comment on column list.workshop.code is 'code of the workshop';
comment on column list.workshop.country is 'host country, ISO 3166-1';
comment on column list.workshop.city is 'city of the main site';
comment on column list.workshop.status is 'preparing, operating or closed';
comment on column list.workshop.hosts is 'codes of the hosts';
comment on column list.workshop.leads is 'codes of the Chinese leads';
comment on column list.workshop.agreements is 'agreements in force that cover it';
comment on column list.workshop.cohorts is 'cohorts that are open or running';
comment on column list.workshop.seats_held is 'seats held in its cohorts';
comment on column list.workshop.source is 'where the entry was taken from';
comment on column list.workshop.title is 'title in English, or in the first language there is';
comment on column list.workshop.signed is 'date of the signature, as precisely as known';
comment on column list.workshop.students is 'students on its books';
comment on column list.workshop.note is 'free remark';
