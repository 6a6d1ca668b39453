create view list.partner with (security_invoker = true) as
select i.code, partner_title(i.id, today()) as name,
  (select jsonb_object_agg(n.language, n.name) from partner_name n
    where n.partner_id = i.id and n.valid_from <= today() and today() < n.valid_to) as names,
  i.kind::text, i.country, city_title(c.id) as city, i.status::text,
  (select string_agg(format(wording(part_in_workshop(r.role)), w.code), ', ' order by w.code, r.role)
    from workshop_role r join workshop w on w.id = r.workshop_id
    where r.partner_id = i.id and r.since <= today() and today() < r.until) as roles,
  (select count(*) from agreement_party p join agreement a on a.id = p.agreement_id
    where p.partner_id = i.id and agreement_in_force(a, today())) as agreements,
  (select count(*) from partner_contact k where k.partner_id = i.id) as contacts, i.website, i.note, i.source,
  -- In which workshops it has a part, which parts these are, and the two together.
  array(select unnest(array[w.code, r.role::text, w.code || ' ' || r.role]) from workshop_role r
    join workshop w on w.id = r.workshop_id where r.partner_id = i.id and r.since <= today() and today() < r.until) as parts,
  array(select n.name from partner_name n where n.partner_id = i.id) as all_names
from partner i left join city c on c.id = i.city_id;
select list.derive('list.partner', 'as_of');
comment on column list.partner.code is 'code of the partner';
comment on column list.partner.name is 'name in English, or in the first language there is';
comment on column list.partner.kind is 'school, college, university, enterprise, awarding_body or authority';
comment on column list.partner.country is 'country, ISO 3166-1';
comment on column list.partner.city is 'city it stands in';
comment on column list.partner.status is 'prospect, active, suspended or ended';
comment on column list.partner.agreements is 'agreements in force';
comment on column list.partner.source is 'where the entry was taken from';
comment on column list.partner.note is 'free remark';
