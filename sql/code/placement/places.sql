-- Places of an offer: as many as it has, on every day.

create or replace function placement_takes_places() returns trigger language plpgsql as $$
begin
  -- Whoever ended before the time has given the place up.
  if tg_op = 'INSERT' then
    update luban.placement_offer o set places_taken = o.places_taken + d.places
    from (select workshop_id, offer_id, count(*)::int as places from new_rows where ended_on is null group by 1, 2) d
    where (o.workshop_id, o.id) = (d.workshop_id, d.offer_id);
  elsif tg_op = 'UPDATE' then
    update luban.placement_offer o set places_taken = o.places_taken + d.places
    from (select workshop_id, offer_id, sum(place)::int as places
          from (select workshop_id, offer_id, (ended_on is null)::int as place from new_rows
                union all select workshop_id, offer_id, -(ended_on is null)::int from old_rows) both_rows group by 1, 2) d
    where (o.workshop_id, o.id) = (d.workshop_id, d.offer_id) and d.places <> 0;
  else
    update luban.placement_offer o set places_taken = o.places_taken - d.places
    from (select workshop_id, offer_id, count(*)::int as places from old_rows where ended_on is null group by 1, 2) d
    where (o.workshop_id, o.id) = (d.workshop_id, d.offer_id);
  end if;
  return null;
end $$;
comment on function placement_takes_places is
  'Counts places on the offer, where a CHECK holds them within those offered whoever writes.';
select ask_after('insert, update, delete', 'placement', 'placement_takes_places');

-- Places on every day: who ended before the time has given the place up from that day on, and held it until then.
create or replace function places_by_day(in_workshop int, in_offer bigint) returns table (day date, until date, held bigint)
language sql stable parallel safe as $$
  select day, coalesce(lead(day) over (order by day), 'infinity'), sum(sum(place)) over (order by day)::bigint
  from (
    select begins_on as day, 1 as place from luban.placement where workshop_id = in_workshop and offer_id = in_offer
    union all
    select coalesce(ended_on, ends_on + 1), -1 from luban.placement where workshop_id = in_workshop and offer_id = in_offer
  ) step
  group by day
$$;
comment on function places_by_day is 'Places of an offer that are held, from each day on which that changes.';

create or replace function places_free_between(in_workshop int, in_offer bigint, in_from date, in_to date) returns bigint
language plpgsql stable parallel safe as $$
begin
  return (
    select o.places - coalesce((select max(d.held) from luban.places_by_day(in_workshop, in_offer) d
      where d.day <= in_to and d.until > in_from), 0)
    from luban.placement_offer o where o.workshop_id = in_workshop and o.id = in_offer);
end $$;
comment on function places_free_between is 'Places of an offer that are free on all days from one to another; planned only where asked.';

create or replace function places_given(in_places int, in_held daterange[], in_asked daterange[])
returns table (nth int, is_given boolean, free_since date) language plpgsql immutable parallel safe as $$
declare
  held daterange[] := in_held;
  full_until date;
begin
  for turn in 1..cardinality(in_asked) loop
    -- Until when, within the days asked for, all places are held.
    select max(least(d.until, upper(in_asked[turn]))) into full_until
    from (
      select day, lead(day, 1, upper(in_asked[turn])) over (order by day) as until, sum(sum(place)) over (order by day) as held
      from unnest(held) h
      cross join lateral (values (greatest(lower(h), lower(in_asked[turn])), 1), (upper(h), -1)) step (day, place)
      where h && in_asked[turn] group by day) d
    where d.held >= in_places;
    nth := turn;
    is_given := full_until is null;
    free_since := nullif(full_until, upper(in_asked[turn]));
    if is_given then
      held := held || in_asked[turn];
    end if;
    return next;
  end loop;
end $$;
comment on function places_given is
  'Who of those that ask for a place, from a day to another, in their order, is given one beside those held; if not, since when one is free.';

create or replace function places_are_held_every_day() returns trigger language plpgsql as $$
declare
  offers bigint[];
  workshops int[];
  offense jsonb;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Where nobody ended before the time, all are counted on the offer.
  if tg_table_name = 'placement' then
    select array_agg(workshop_id), array_agg(offer_id) into workshops, offers from (
      select distinct n.workshop_id, n.offer_id from new_rows n where exists (
        select from luban.placement p
        where (p.workshop_id, p.offer_id) = (n.workshop_id, n.offer_id) and p.ended_on is not null)) o;
  else
    select array_agg(workshop_id), array_agg(id) into workshops, offers
    from new_rows n join old_rows o using (workshop_id, id) where n.places < o.places;
  end if;
  if offers is null then
    return null;
  end if;
  perform from luban.placement_offer o where (o.workshop_id, o.id) in (select * from unnest(workshops, offers))
  order by o.workshop_id, o.id for no key update;
  select jsonb_build_object('offer', o.code, 'held', d.held, 'day', d.day, 'places', o.places) into offense
  from luban.placement_offer o cross join lateral luban.places_by_day(o.workshop_id, o.id) d
  where (o.workshop_id, o.id) in (select * from unnest(workshops, offers)) and d.held > o.places
  order by d.day limit 1;
  if found then
    perform luban.break_rule('placement_places_within_the_offer', offense, tg_table_name);
  end if;
  return null;
end $$;
comment on function places_are_held_every_day is
  'Refuses placements by which more places of an offer would be held on a day, past or to come, than there are.';
select ask_after('insert, update', 'placement', 'places_are_held_every_day');
select ask_after('update', 'placement_offer', 'places_are_held_every_day');
