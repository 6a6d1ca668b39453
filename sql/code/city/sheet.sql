-- Cities as a line of a file has them.

create or replace view city_sheet as
select c.id, c.country, c.name, n.names ->> 'zh' as name_zh, n.names ->> 'ru' as name_ru, written_titles(n.names) as other_names
from city c
cross join lateral (select jsonb_object_agg(language, name) as names from city_name where city_id = c.id) n;
comment on view city_sheet is 'Cities as files have them, with their names in other languages.';
