create view list.city with (security_invoker = true) as
select c.country, city_title(c.id) as city,
  case when exists (select from city_name n where n.city_id = c.id and n.language <> 'en' and n.name = c.name) then '{}'
    else jsonb_build_object('en', c.name) end || coalesce((
    select jsonb_object_agg(n.language, n.name order by n.language) from city_name n where n.city_id = c.id), '{}') as names,
  (select n.name from city_name n where n.city_id = c.id and n.language = 'zh') as name_zh,
  (select n.name from city_name n where n.city_id = c.id and n.language = 'ru') as name_ru,
  t.relation as sister_city, t.agreed_on as tie_since, o.status::text as sco, coalesce(o.since_about, o.since::text)::partial_date as sco_since,
  (select count(*) from partner i where i.city_id = c.id) as partners,
  (select count(*) from workshop w where w.city_id = c.id) as workshops,
  t.confidence, t.source, c.country || '/' || c.name as key,
  upper(c.name) as code,
  array_prepend(c.name, array(select n.name from city_name n where n.city_id = c.id)) as all_names
from city c
left join sister_city t on t.city_id = c.id
left join country_sco o on o.country = c.country and o.since <= today() and (o.until is null or today() < o.until);
comment on column list.city.country is 'country, ISO 3166-1';
comment on column list.city.city is 'name in the language of who reads, else that by which it is listed';
comment on column list.city.names is 'names by language';
comment on column list.city.name_zh is 'Chinese name';
comment on column list.city.name_ru is 'Russian name';
comment on column list.city.sister_city is 'tie to Tianjin: sister city, friendship city';
comment on column list.city.tie_since is 'day of that tie, as precisely as known';
comment on column list.city.sco is 'standing of its country in the Shanghai Cooperation Organization today';
comment on column list.city.sco_since is 'day on which that standing began, as precisely as known';
comment on column list.city.partners is 'partners that stand in it';
comment on column list.city.workshops is 'workshops that have their main site in it';
comment on column list.city.confidence is 'how sure the tie is: high, medium, low';
comment on column list.city.source is 'where the tie is said';
comment on column list.city.key is 'country and the name by which it is listed';
