-- On which days there is no teaching: the country's holidays, and what a workshop says of its own days.

create or replace function closed_days(in_workshop int, in_from date, in_to date) returns table (day date, name text)
language sql stable parallel safe as $$
  select coalesce(d.day, h.day), coalesce(d.name, h.name)
  from (
    select h.day, h.name from luban.workshop w join luban.holiday h on h.country = w.country
    where w.id = in_workshop and h.day between in_from and in_to) h
  full join (
    select d.day, d.name, d.is_taught from luban.workshop_day d
    where d.workshop_id = in_workshop and d.day between in_from and in_to) d on d.day = h.day
  where not coalesce(d.is_taught, false)
$$;
comment on function closed_days is
  'Days without teaching at a workshop: holidays of its country but for those it teaches on, and days closed beside them.';

create or replace function time_zone_is_known() returns trigger language plpgsql as $$
declare
  is_named boolean;
  offense jsonb;
begin
  if tg_op = 'INSERT' then
    is_named := exists (select from new_rows where time_zone is not null);
  else
    is_named := exists (
      select from new_rows n join old_rows o on o.id = n.id where n.time_zone is distinct from o.time_zone);
  end if;
  -- The names are read from files of the server, all of them each time they are asked for: once for many workshops.
  if is_named then
    select jsonb_build_object('workshop', n.code, 'time_zone', n.time_zone) into offense from new_rows n
    where n.time_zone is not null and n.time_zone not in (select name from pg_timezone_names) limit 1;
    if found then
      perform luban.break_rule('workshop_time_zone_is_known', offense, 'workshop');
    end if;
  end if;
  return null;
end $$;
comment on function time_zone_is_known is 'Refuses a time zone that PostgreSQL does not know.';
select ask_after('insert, update', 'workshop', 'time_zone_is_known');
