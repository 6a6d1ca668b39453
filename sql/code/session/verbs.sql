-- What is done with sessions: a class is scheduled by its weekly pattern, calendars tell when they are.

create or replace function moment(in_local timestamp, in_time_zone text) returns text
language sql stable parallel safe as $$
  select case when in_time_zone is null then to_char(in_local, 'YYYYMMDD"T"HH24MISS')
    else to_char(in_local at time zone in_time_zone at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') end
$$;
comment on function moment is 'A local time as calendars write it: in UTC where the time zone is known, else as such.';

create or replace function hours_by_clock(begins_at time, ends_at time) returns numeric
language sql immutable parallel safe as $$
  select round(extract(epoch from ends_at - begins_at) / 3600, 2)
$$;
comment on function hours_by_clock is 'The hours that a session counts unless told: those of the clock.';

create or replace function first_week(in_day date) returns date
language sql immutable parallel safe as $$
  select in_day - (extract(isodow from in_day)::int - 1) % 6
$$;
comment on function first_week is
  'The first day of the week that is counted as one, where this day lies in it: its Monday, or the day itself where it is a Sunday.';

create or replace function planned_sessions(
  in_workshop int, in_class bigint, in_weekdays int[], in_begins time[], in_ends time[], in_from date, in_to date,
  in_odd bool[] default null, in_week_1 date default null)
returns table (held_on date, begins_at time, ends_at time, closed_for text, is_there boolean)
language sql stable as $$
  select d::date, w.begins_at, w.ends_at, c.name, exists (
    select from luban.session s where s.workshop_id = in_workshop and s.class_id = in_class
      and (s.held_on = d and s.begins_at = w.begins_at or s.moved_from = d + w.begins_at))
  from generate_series(in_from::timestamp, in_to, '1 day') d
  join unnest(in_weekdays, in_begins, in_ends, in_odd) w (weekday, begins_at, ends_at, is_odd)
    on w.weekday = extract(isodow from d)
    and (w.is_odd is null or w.is_odd = (floor((d::date - luban.first_week(in_week_1)) / 7.0)::int % 2 = 0))
  left join luban.closed_days(in_workshop, in_from, in_to) c on c.day = d
$$;
comment on function planned_sessions is
  'The sessions that a pattern of all, odd or even weeks makes in a time: which fall on closed days, and which are there, also where they were moved.';

create or replace function term_begins_on(in_workshop int, in_class bigint) returns date
language sql stable as $$
  select min(k.begins_on) from luban.class c
  join luban.class k on (k.workshop_id, k.cohort_id, k.term) = (c.workshop_id, c.cohort_id, c.term)
  where c.workshop_id = in_workshop and c.id = in_class
$$;
comment on function term_begins_on is 'The first day of any class of the cohort in the term of this one, from which weeks are counted.';

create or replace function schedule_class(
  in_workshop int, in_class bigint, in_weekdays int[], in_begins time[], in_ends time[], in_odd bool[], in_week_1 date,
  in_from date, in_to date, in_hours numeric, in_room text, in_replaces bool, in_until_used bool)
returns table (change text, held_on date, begins_at time, ends_at time, why text)
language sql as $$
  with pattern as materialized (
    select p.*, s.hours, coalesce(sum(s.hours) filter (where p.closed_for is null) over (order by p.held_on, p.begins_at
      rows between unbounded preceding and 1 preceding), 0) as hours_before
    from luban.planned_sessions(in_workshop, in_class, in_weekdays, in_begins, in_ends, in_from, in_to, in_odd, in_week_1) p
    -- One that was cancelled used none.
    cross join lateral (
      select case when exists (select from luban.session c where c.workshop_id = in_workshop and c.class_id = in_class
          and (c.held_on, c.begins_at) = (p.held_on, p.begins_at) and c.cancel_reason is not null) then 0
        else coalesce(in_hours, luban.hours_by_clock(p.begins_at, p.ends_at)) end) s (hours)
  ), beside as (
    -- The hours of the course that are left for the pattern: those of the sessions that stay beside it are used.
    select o.hours_theory + o.hours_practice - coalesce(sum(s.hours) filter (where s.cancel_reason is null and not exists (
        select from pattern p where p.held_on + p.begins_at in (s.held_on + s.begins_at, s.moved_from))
      and not (in_replaces and s.held_on between in_from and in_to and luban.is_untouched(s))), 0) as hours_left
    from luban.class c
    join luban.course o on o.id = c.course_id
    left join luban.session s on (s.workshop_id, s.class_id) = (c.workshop_id, c.id)
    where c.workshop_id = in_workshop and c.id = in_class
    group by o.id
  ), planned as materialized (
    select p.held_on, p.begins_at, p.ends_at, p.closed_for, p.is_there
    from pattern p cross join beside b
    where not in_until_used or p.is_there and not in_replaces or p.hours_before < b.hours_left
  ), made as (
    insert into luban.session (workshop_id, class_id, held_on, begins_at, ends_at, hours, room)
    select in_workshop, in_class, p.held_on, p.begins_at, p.ends_at,
      coalesce(in_hours, luban.hours_by_clock(p.begins_at, p.ends_at)), in_room
    from planned p where p.closed_for is null and not p.is_there
    order by p.held_on, p.begins_at
  ), changed as (
    update luban.session s set ends_at = p.ends_at, room = coalesce(in_room, s.room),
      hours = coalesce(in_hours, case when s.ends_at = p.ends_at then s.hours
        else luban.hours_by_clock(p.begins_at, p.ends_at) end)
    from planned p
    where in_replaces and s.workshop_id = in_workshop and s.class_id = in_class
      and (s.held_on, s.begins_at) = (p.held_on, p.begins_at) and luban.is_untouched(s)
      and (s.ends_at <> p.ends_at or s.hours <> coalesce(in_hours, s.hours) or in_room is distinct from coalesce(s.room, in_room))
    returning s.held_on, s.begins_at
  ), other as materialized (
    -- What stands outside the pattern: where a pattern takes the place of another, it goes, but for what became of it.
    select s.workshop_id, s.id, s.held_on, s.begins_at, s.ends_at,
      case when s.cancel_reason is not null then 'cancelled' when s.moved_from is not null then 'moved'
        when not luban.is_untouched(s) then 'attendance' end as why
    from luban.session s
    where in_replaces and s.workshop_id = in_workshop and s.class_id = in_class and s.held_on between in_from and in_to
      and not exists (select from planned p where (p.held_on, p.begins_at) = (s.held_on, s.begins_at)
        or p.held_on + p.begins_at = s.moved_from)
  ), removed as (
    delete from luban.session s using other o where (s.workshop_id, s.id) = (o.workshop_id, o.id) and o.why is null
  )
  select case when c.held_on is not null then 'changed' when p.is_there then 'known' when p.closed_for is not null then 'closed'
    else 'made' end, p.held_on, p.begins_at, p.ends_at, p.closed_for
  from planned p left join changed c using (held_on, begins_at)
  union all
  select case when o.why is null then 'removed' else 'kept' end, o.held_on, o.begins_at, o.ends_at, o.why from other o
  order by 2, 3, 1
$$;
comment on function schedule_class is
  'Makes the sessions of a pattern that are not there yet, but for closed days, and removes others if asked; an hour counts one unless told.';
