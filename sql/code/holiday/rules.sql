-- On which days there is no teaching: the country's holidays, and what a workshop says of its own days.

create or replace function closed_days(in_workshop int, in_from date, in_to date) returns table (day date, name text)
language sql stable parallel safe as $$
  with own as materialized (
    select d::date as day, o.name, o.is_taught
    from luban.workshop_day o
    cross join lateral generate_series(greatest(o.begins_on, in_from)::timestamp, least(o.ends_on, in_to), '1 day') d
    where o.workshop_id = in_workshop and o.begins_on <= in_to and o.ends_on >= in_from
  )
  select o.day, o.name from own o where not o.is_taught
  union all
  select h.day, h.name from luban.workshop w join luban.holiday h on h.country = w.country
  where w.id = in_workshop and h.day between in_from and in_to and h.day not in (select o.day from own o)
$$;
comment on function closed_days is
  'Days without teaching at a workshop: holidays of its country but for those it teaches on, and days closed beside them.';

create or replace function take_back_days(in_workshop int, in_from date, in_to date) returns setof workshop_day
language sql as $$
  with taken as (
    delete from luban.workshop_day d
    where d.workshop_id = in_workshop and d.begins_on <= in_to and d.ends_on >= in_from
    returning *
  ), left_over as (
    insert into luban.workshop_day (workshop_id, begins_on, ends_on, is_taught, name)
    select t.workshop_id, r.begins_on, r.ends_on, t.is_taught, t.name
    from taken t
    cross join lateral (values (t.begins_on, in_from - 1), (in_to + 1, t.ends_on)) r (begins_on, ends_on)
    where r.begins_on between t.begins_on and r.ends_on and r.ends_on <= t.ends_on
  )
  select * from taken order by begins_on
$$;
comment on function take_back_days is
  'Takes back what a workshop said of these days, and keeps what it said of those before and after; what was said, is told.';

create or replace function cancel_closed_sessions(in_workshop int, in_from date, in_to date)
returns table (class text, held_on date, begins_at time, name text, is_cancelled bool)
language sql as $$
  with due as materialized (
    select s.workshop_id, s.id, s.class_id, s.held_on, s.begins_at, c.name, not exists (
      select from luban.attendance a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id)) as is_due
    from luban.closed_days(in_workshop, in_from, in_to) c
    join luban.session s on s.workshop_id = in_workshop and s.held_on = c.day
    where s.cancel_reason is null
  ), cancelled as (
    update luban.session s set cancel_reason = d.name from due d where (s.workshop_id, s.id) = (d.workshop_id, d.id) and d.is_due
  )
  select luban.shown_class(d.workshop_id, d.class_id), d.held_on, d.begins_at, d.name, d.is_due
  from due d order by d.held_on, d.begins_at, 1
$$;
comment on function cancel_closed_sessions is
  'Cancels the sessions planned on days without teaching, for the name of the day, but for those whose attendance was taken.';

create or replace function workshop_keeps_the_time_of_its_country() returns trigger language plpgsql as $$
begin
  new.time_zone := coalesce(new.time_zone, luban.time_zone_of(new.country, new.city_id));
  return new;
end $$;
comment on function workshop_keeps_the_time_of_its_country is
  'Gives a new workshop the time zone of its country, where that has one time only.';
create or replace trigger workshop_keeps_the_time_of_its_country before insert on workshop
  for each row execute function workshop_keeps_the_time_of_its_country();

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
