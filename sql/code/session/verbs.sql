-- What is done with sessions: a class is scheduled by its weekly pattern.

create or replace function planned_sessions(
  in_workshop int, in_class bigint, in_weekdays int[], in_begins time[], in_ends time[], in_from date, in_to date)
returns table (held_on date, begins_at time, ends_at time, closed_for text, is_there boolean)
language sql stable as $$
  select d::date, w.begins_at, w.ends_at, c.name, exists (
    select from luban.session s where s.workshop_id = in_workshop and s.class_id = in_class
      and (s.held_on = d and s.begins_at = w.begins_at or s.moved_from = d + w.begins_at))
  from generate_series(in_from::timestamp, in_to, '1 day') d
  join unnest(in_weekdays, in_begins, in_ends) w (weekday, begins_at, ends_at) on w.weekday = extract(isodow from d)
  left join luban.closed_days(in_workshop, in_from, in_to) c on c.day = d
$$;
comment on function planned_sessions is
  'The sessions that a weekly pattern makes in a time: which fall on closed days, and which are there, also where they were moved.';

create or replace function schedule_class(
  in_workshop int, in_class bigint, in_weekdays int[], in_begins time[], in_ends time[], in_from date, in_to date,
  in_hours numeric, in_room text)
returns table (held_on date, begins_at time, ends_at time, closed_for text, is_there boolean)
language sql as $$
  with planned as materialized (
    select * from luban.planned_sessions(in_workshop, in_class, in_weekdays, in_begins, in_ends, in_from, in_to)
  ), made as (
    insert into luban.session (workshop_id, class_id, held_on, begins_at, ends_at, hours, room)
    select in_workshop, in_class, p.held_on, p.begins_at, p.ends_at,
      coalesce(in_hours, round(extract(epoch from p.ends_at - p.begins_at) / 3600, 2)), in_room
    from planned p where p.closed_for is null and not p.is_there
    order by p.held_on, p.begins_at
  )
  select p.* from planned p order by p.held_on, p.begins_at
$$;
comment on function schedule_class is
  'Makes the sessions of a weekly pattern that are not there yet, but for closed days; an hour counts one unless told.';
