-- The real workshops, their partners and programs: from seed/workshops, read into the tables seed_*.
-- What is there already is the office's, and stays as the office has it. Time zones are those of country and city in
-- zone.tab of the tz database 2026f (the package tzdata of PyPI); an office that has none for a workshop of ours gets it.

create temp table new_workshop on commit drop as
select code from seed_workshops where code not in (select code from workshop);

insert into city (country, name)
select s.country, s.name_en from (
  select country, city as name_en from seed_partners where city is not null
  union
  select country, city from seed_workshops where city is not null
) s
where not exists (select from cities_called(s.country, s.name_en));

merge into partner i
using (
  select s.*, city.id as city_id
  from seed_partners s
  left join lateral cities_called(s.country, s.city) city (id) on true
) s on i.code = s.code
when not matched then
  insert (code, kind, country, city_id, source, note)
  values (s.code, s.kind::partner_kind, s.country, s.city_id, s.source, s.note);

-- The present name begins when the last of the former ones in its language ended.
insert into partner_name (partner_id, language, name, valid_from, valid_to)
select i.id, n.language, n.name, n.valid_from, n.valid_to
from (
  select partner, language, name, coalesce(valid_from::date, '-infinity') as valid_from,
    coalesce(valid_to::date, 'infinity') as valid_to
  from seed_partner_names
  union all
  select s.code, present.language, present.name,
    coalesce((select max(f.valid_to::date) from seed_partner_names f
      where (f.partner, f.language) = (s.code, present.language)), '-infinity'), 'infinity'
  from seed_partners s
  cross join lateral (values ('en', s.name_en), ('zh', s.name_zh)) present (language, name)
  where present.name is not null
) n
join partner i on i.code = n.partner
where not exists (select from partner_name k where (k.partner_id, k.language) = (i.id, n.language));

merge into workshop w
using (
  select s.*, s.led_from_tianjin = 'yes' as led, city.id as city_id,
    jsonb_strip_nulls(jsonb_build_object('en', s.name_en, 'zh', s.name_zh)) as titles
  from seed_workshops s
  left join lateral cities_called(s.country, s.city) city (id) on true
) s on w.code = s.code
when not matched then
  insert (code, titles, country, city_id, time_zone, status, led_from_tianjin, source, note)
  values (s.code, s.titles, s.country, s.city_id, s.time_zone, s.status::workshop_status, s.led, s.source, s.note)
when matched and w.time_zone is null and w.source = s.source then
  update set time_zone = s.time_zone;

insert into workshop_event (workshop_id, nth, kind, happened_on, note, source)
select w.id,
  row_number() over (partition by w.id order by s.happened_on, s.kind),
  s.kind::workshop_event_kind, s.happened_on, s.note, s.source
from seed_workshop_events s
join workshop w on w.code = s.workshop
where w.code in (select code from new_workshop);

insert into workshop_role (workshop_id, partner_id, role, since, until)
select w.id, i.id, s.role::workshop_role_kind,
  coalesce(s.since::date, '-infinity'), coalesce(s.until::date, 'infinity')
from seed_workshop_roles s
join workshop w on w.code = s.workshop
join partner i on i.code = s.partner
where w.code in (select code from new_workshop);

-- A partnership became active with the first event of a workshop that the partner takes part in.
insert into partner_event (partner_id, nth, status, effective_on, reason)
select distinct on (i.id) i.id, 1, s.status::partner_status, left(e.happened_on || '-01-01', 10)::date,
  format('%s: %s', w.code, coalesce(e.note, e.kind::text))
from seed_partners s
join partner i on i.code = s.code
join workshop_role r on r.partner_id = i.id
join workshop w on w.id = r.workshop_id and w.status <> 'preparing'
join workshop_event e on e.workshop_id = w.id
where s.status <> 'prospect' and not exists (select from partner_event x where x.partner_id = i.id)
order by i.id, e.happened_on, e.nth;

-- The source of a program says where it is taught: a workshop has no list of its programs but by agreements.
merge into program p
using (
  select code, industry, format('Taught at %s: %s', replace(workshops, ';', ', '), source) as source
  from seed_programs
) s on p.code = s.code
when not matched then
  insert (code, industry, source) values (s.code, s.industry, s.source);

merge into program_edition e
using (
  select p.id as program_id, s.edition,
    jsonb_strip_nulls(jsonb_build_object('en', s.title_en, 'zh', s.title_zh)) as titles, s.mode::program_mode, s.isced_field, s.isced_level::smallint, s.months::smallint
  from seed_programs s
  join program p on p.code = s.code
) s on (e.program_id, e.edition) = (s.program_id, s.edition)
when not matched then
  insert (program_id, edition, titles, mode, isced_field, isced_level, months)
  values (s.program_id, s.edition, s.titles, s.mode, s.isced_field, s.isced_level, s.months);

merge into program_stage t
using (
  select e.id as edition_id, s.nth::smallint, s.place, s.months::smallint, i.id as partner_id
  from seed_program_stages s
  join program p on p.code = s.program
  join program_edition e on (e.program_id, e.edition) = (p.id, s.edition)
  left join partner i on i.code = s.partner
  where not edition_in_use(e.id)
) s on (t.edition_id, t.nth) = (s.edition_id, s.nth)
when not matched then
  insert (edition_id, nth, place, months, partner_id)
  values (s.edition_id, s.nth, s.place, s.months, s.partner_id);
