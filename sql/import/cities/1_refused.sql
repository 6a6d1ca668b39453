-- Names of cities of a file that another city of the country has, there or in a line before.
insert into refused
select distinct on (p.line, n.name) p.line, n.name || ':city_name_is_of_one_city_of_its_country',
  jsonb_build_object('name', n.said, 'other', o.name, 'country', p.country)
from part p
cross join lateral (values ('name', p.name), ('name_zh', p.name_zh), ('name_ru', p.name_ru)) n (name, said)
cross join lateral (
  select c.name from cities_called(p.country, n.said) called (id) join city c on c.id = called.id
  where c.id is distinct from p.known_id
  union all
  select q.name from part q
  where q.country = p.country and q.line < p.line and q.name <> p.name
    and luban.city_key(n.said) in (luban.city_key(q.name), luban.city_key(q.name_zh), luban.city_key(q.name_ru))) o
order by p.line, n.name;
