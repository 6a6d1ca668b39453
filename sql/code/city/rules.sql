-- What a city is called: by any of its names, in any script; a name is of one city of its country.

create or replace function city_key(name text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(luban.fold(btrim(name)), '(?<=..)市$', '')
$$;
comment on function city_key is 'A name of a city as it is compared: without case and accents, and without the 市 behind Chinese ones.';

create or replace function cities_called(in_country text, in_name text) returns setof int
language sql stable parallel safe as $$
  select c.id from luban.city c
  where c.country = coalesce(in_country, c.country) and (luban.city_key(c.name) = luban.city_key(in_name) or exists (
    select from luban.city_name n where n.city_id = c.id and luban.city_key(n.name) = luban.city_key(in_name)))
$$;
comment on function cities_called is 'The cities of a country, or of all, that have this among their names.';

create or replace function cities_nearly_called(in_country text, in_name text) returns setof text
language sql stable parallel safe as $$
  select c.name from luban.city c
  cross join lateral (
    select max(similarity(luban.fold(name), luban.fold(in_name))) as likeness
    from (select c.name union all select n.name from luban.city_name n where n.city_id = c.id) n) n
  where c.country = in_country and n.likeness > 0.3
  order by n.likeness desc, c.name limit 3
$$;
comment on function cities_nearly_called is
  'The names of cities of a country of which a name may be a misspelling, as Tashkant of Tashkent, the likeliest first.';

create or replace function city_title(in_city int) returns text
language sql stable parallel safe as $$
  select coalesce((select n.name from luban.city_name n
    where n.city_id = c.id and n.language = current_setting('luban.language', true)), c.name)
  from luban.city c where c.id = in_city
$$;
comment on function city_title is 'The name of a city in the language of who reads, which the setting luban.language says, else that by which it is listed.';

create or replace function refuse_city_called_as_another(in_cities int[]) returns void language plpgsql as $$
declare
  offense jsonb;
begin
  -- Whoever names a city of the same country at this moment is waited for, and then seen.
  perform from luban.country
  where alpha2 in (select country from luban.city where id = any (in_cities)) order by alpha2 for no key update;
  select jsonb_build_object('name', n.name, 'other', o.name, 'country', c.country) into offense
  from luban.city c
  cross join lateral (select c.name union all select k.name from luban.city_name k where k.city_id = c.id) n
  cross join lateral luban.cities_called(c.country, n.name) other (id)
  join luban.city o on o.id = other.id
  where c.id = any (in_cities) and other.id <> c.id
  order by c.id limit 1;
  if found then
    perform luban.break_rule('city_name_is_of_one_city_of_its_country', offense, 'city_name');
  end if;
end $$;
comment on function refuse_city_called_as_another is 'Refuses names of cities that another city of the country has.';

create or replace function city_is_called_as_no_other() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows) then
    perform luban.refuse_city_called_as_another(array(select id from new_rows order by id));
  end if;
  return null;
end $$;
comment on function city_is_called_as_no_other is 'Refuses a city that is called as another one of its country.';
select ask_after('insert, update', 'city', 'city_is_called_as_no_other');

create or replace function city_name_is_of_no_other() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows) then
    perform luban.refuse_city_called_as_another(array(select distinct city_id from new_rows order by city_id));
  end if;
  return null;
end $$;
comment on function city_name_is_of_no_other is 'Refuses a name of a city that another one of its country has.';
select ask_after('insert, update', 'city_name', 'city_name_is_of_no_other');

create or replace function rename_city(in_city int, in_name text) returns void language plpgsql as $$
declare
  former text;
begin
  select name into former from luban.city where id = in_city for update;
  update luban.city set name = luban.composed(btrim(in_name)) where id = in_city;
  insert into luban.city_name (city_id, language, name)
  select in_city, 'und', former where not exists (
    select from luban.city c where c.id = in_city and c.id in (select luban.cities_called(c.country, former)))
  on conflict (city_id, language) do nothing;
end $$;
comment on function rename_city is 'Lists a city by another name; by the former one it is still found, of whatever language that is.';

create or replace function merge_city(in_city int, in_into int) returns void language plpgsql as $$
declare
  merged luban.city;
  names luban.city_name[];
begin
  perform from luban.city where id in (in_city, in_into) order by id for update;
  select * into merged from luban.city where id = in_city;
  if merged.country <> (select country from luban.city where id = in_into) then
    perform luban.break_rule('cities_that_are_one_lie_in_one_country', jsonb_build_object(
      'city', merged.name || ', ' || merged.country,
      'other', (select name || ', ' || country from luban.city where id = in_into)), 'city');
  end if;
  if exists (select from luban.sister_city where city_id = in_city)
    and exists (select from luban.sister_city where city_id = in_into) then
    perform luban.break_rule('city_with_a_tie_of_its_own_stays', jsonb_build_object('city', merged.name), 'city');
  end if;
  update luban.partner set city_id = in_into where city_id = in_city;
  update luban.workshop set city_id = in_into where city_id = in_city;
  update luban.sister_city set city_id = in_into where city_id = in_city;
  -- A name is of one city: the second takes those of the first when that is gone.
  select array_agg(n) into names from luban.city_name n
  where city_id = in_city and language not in (select language from luban.city_name where city_id = in_into);
  delete from luban.city where id = in_city;
  insert into luban.city_name (city_id, language, name, source)
  select in_into, n.language, n.name, n.source from unnest(names) n;
  -- By the name that it was listed by it is still found; of which language that is, nobody has said.
  insert into luban.city_name (city_id, language, name)
  select in_into, 'und', merged.name where not exists (select from luban.cities_called(merged.country, merged.name))
  on conflict (city_id, language) do nothing;
end $$;
comment on function merge_city is
  'Makes one of two cities that are the same: what stands in the first one stands in the second, which takes the names that it lacks.';
