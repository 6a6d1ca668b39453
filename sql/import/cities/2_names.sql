-- What they are called in other languages.
insert into city_name as n (city_id, language, name)
select c.id, t.key, t.value
from plan p
join city c on (c.country, c.name) = (p.country, p.name)
cross join lateral jsonb_each_text(luban.titles_of(null, p.name_zh, p.name_ru, p.other_names)) t
where p.outcome in ('created', 'changed')
on conflict (city_id, language) do update set name = excluded.name where n.name <> excluded.name;
