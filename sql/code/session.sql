-- Sessions: within their class, from a weekly pattern, moved and cancelled, and who is in two places at once.

create or replace function is_untouched(s session) returns boolean
language sql stable parallel safe as $$
  select s.moved_from is null and s.cancel_reason is null
    and not exists (select from luban.attendance a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id))
    and not exists (select from luban.attendance_past a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id))
$$;
comment on function is_untouched is 'Whether a session is as it was planned: not moved, not cancelled, nothing noted of it.';

create or replace function sessions_keep_their_rules() returns trigger language plpgsql as $$
declare
  offence record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who moves the dates of the class, or those of the instructor, waits and is waited for.
  perform from luban.class k where (k.workshop_id, k.id) in (select n.workshop_id, n.class_id from new_rows n)
  order by k.workshop_id, k.id for share;
  perform from luban.instructor i
  where (i.workshop_id, i.id) in (
    select n.workshop_id, n.instructor_id from new_rows n where n.instructor_id is not null)
  order by i.workshop_id, i.id for share;
  -- Who cancels the cohort cancels its sessions, and waits for those that are made.
  if tg_op = 'INSERT' then
    perform from luban.cohort c
    where (c.workshop_id, c.id) in (
      select k.workshop_id, k.cohort_id from new_rows n
      join luban.class k on (k.workshop_id, k.id) = (n.workshop_id, n.class_id))
    order by c.workshop_id, c.id for share;
  end if;
  select rule, what into offence from (
    select 'session_lies_within_its_class' as rule, format('%s on %s; the class lasts from %s to %s',
      luban.shown_class(k.workshop_id, k.id), n.held_on, k.begins_on, k.ends_on) as what
    from new_rows n join luban.class k on (k.workshop_id, k.id) = (n.workshop_id, n.class_id)
    where n.held_on < k.begins_on or n.held_on > k.ends_on
    union all
    select 'class_is_of_a_living_cohort', c.code::text
    from new_rows n join luban.class k on (k.workshop_id, k.id) = (n.workshop_id, n.class_id)
    join luban.cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
    where tg_op = 'INSERT' and c.status = 'cancelled'
    union all
    select 'session_is_taught_by_who_is_there', format('%s on %s: %s is at the workshop from %s to %s',
      luban.shown_class(n.workshop_id, n.class_id), n.held_on, luban.shown_instructor(n.workshop_id, i.id), i.since, i.until)
    from new_rows n join luban.instructor i on (i.workshop_id, i.id) = (n.workshop_id, n.instructor_id)
    where not (i.since <= n.held_on and n.held_on < i.until)
  ) broken limit 1;
  if found then
    perform luban.break_rule(offence.rule, offence.what, 'session');
  end if;
  return null;
end $$;
comment on function sessions_keep_their_rules is
  'Holds sessions within their class, whose cohort lives, and to who stands in being at the workshop that day.';
create or replace trigger session_keeps_its_rules after insert on session
  referencing new table as new_rows for each statement execute function sessions_keep_their_rules();
create or replace trigger session_still_keeps_its_rules after update on session
  referencing new table as new_rows for each statement execute function sessions_keep_their_rules();

create or replace function class_dates_hold_sessions() returns trigger language plpgsql as $$
declare
  offence text;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  select min(format('%s on %s', luban.shown_class(s.workshop_id, s.class_id), s.held_on)) into offence
  from new_rows n join luban.session s on (s.workshop_id, s.class_id) = (n.workshop_id, n.id)
  where s.held_on < n.begins_on or s.held_on > n.ends_on;
  if offence is not null then
    perform luban.break_rule('session_lies_within_its_class', offence, 'class');
  end if;
  return null;
end $$;
comment on function class_dates_hold_sessions is 'The same rule when the dates of a class move.';
create or replace trigger class_dates_hold_sessions after update on class
  referencing new table as new_rows for each statement execute function class_dates_hold_sessions();

create or replace function session_that_was_held_stays() returns trigger language plpgsql as $$
begin
  if exists (select from luban.attendance a where a.workshop_id = old.workshop_id and a.session_id = old.id) then
    perform luban.break_rule('session_that_was_held_stays',
      format('%s on %s at %s', luban.shown_class(old.workshop_id, old.class_id), old.held_on, left(old.begins_at::text, 5)),
      'session');
  end if;
  return coalesce(new, old);
end $$;
comment on function session_that_was_held_stays is 'Refuses to move, cancel or remove a session whose attendance was taken.';
create or replace trigger session_that_was_held_stays before delete on session
  for each row execute function session_that_was_held_stays();
create or replace trigger session_that_was_held_keeps_its_day
  before update of workshop_id, class_id, held_on, cancel_reason on session
  for each row when ((old.workshop_id, old.class_id, old.held_on) is distinct from (new.workshop_id, new.class_id, new.held_on)
    or old.cancel_reason is null and new.cancel_reason is not null)
  execute function session_that_was_held_stays();

create or replace function cancelled_cohort_has_no_sessions() returns trigger language plpgsql as $$
begin
  update luban.session s set cancel_reason = coalesce(new.reason, 'the cohort was cancelled')
  from luban.class k
  where k.workshop_id = new.workshop_id and k.cohort_id = new.cohort_id
    and (s.workshop_id, s.class_id) = (k.workshop_id, k.id) and s.held_on > new.effective_on
    and s.cancel_reason is null
    and not exists (select from luban.attendance a where a.workshop_id = s.workshop_id and a.session_id = s.id);
  return null;
end $$;
comment on function cancelled_cohort_has_no_sessions is 'Cancels the sessions that are left when a cohort is cancelled.';
create or replace trigger cancelled_cohort_has_no_sessions after insert on cohort_event
  for each row when (new.status = 'cancelled') execute function cancelled_cohort_has_no_sessions();

-- From a weekly pattern ----------------------------------------------------------------------------------

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

create or replace function moment(in_local timestamp, in_time_zone text) returns text
language sql stable parallel safe as $$
  select case when in_time_zone is null then to_char(in_local, 'YYYYMMDD"T"HH24MISS')
    else to_char(in_local at time zone in_time_zone at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') end
$$;
comment on function moment is 'A local time as calendars write it: in UTC where the time zone is known, else as such.';

-- Two places at once -------------------------------------------------------------------------------------

create or replace view meeting with (security_invoker = true) as
select s.workshop_id, s.id as session_id, s.class_id, k.cohort_id, k.course_id, s.held_on, s.begins_at, s.ends_at,
  coalesce(s.room, k.room) as room, coalesce(s.instructor_id, k.instructor_id) as instructor_id,
  i.institution_id, i.staff_number,
  case when w.time_zone is null then tsrange(s.held_on + s.begins_at, s.held_on + s.ends_at)
    else tsrange((s.held_on + s.begins_at) at time zone w.time_zone at time zone 'UTC',
      (s.held_on + s.ends_at) at time zone w.time_zone at time zone 'UTC') end as during
from luban.session s
join luban.class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
join luban.workshop w on w.id = s.workshop_id
left join luban.instructor i on (i.workshop_id, i.id) = (s.workshop_id, coalesce(s.instructor_id, k.instructor_id))
where s.cancel_reason is null;
comment on view meeting is
  'Sessions that take place, with room and instructor of the class where they have none of their own, and when in UTC.';

create or replace function clashes(in_from date, in_to date) returns table (kind text, one meeting, other meeting)
language sql stable parallel safe as $$
  -- A meeting stands under each day it touches in UTC, one or two, so that those that overlap meet by day.
  with met as materialized (
    select m as meeting, m.workshop_id, m.session_id, m.cohort_id, m.institution_id, m.staff_number, m.during, touched
    from luban.meeting m
    cross join lateral (select lower(m.during)::date union select upper(m.during)::date) day (touched)
    where m.held_on between in_from and in_to
  )
  select 'cohort', a.meeting, b.meeting
  from met a join met b on (b.workshop_id, b.cohort_id, b.touched) = (a.workshop_id, a.cohort_id, a.touched)
    and b.session_id > a.session_id and b.during && a.during
  where a.touched = greatest(lower(a.during), lower(b.during))::date
  union all
  select 'instructor', a.meeting, b.meeting
  from met a join met b on (b.institution_id, b.staff_number, b.touched) = (a.institution_id, a.staff_number, a.touched)
    and (b.workshop_id, b.session_id) > (a.workshop_id, a.session_id) and b.during && a.during
  where a.touched = greatest(lower(a.during), lower(b.during))::date
$$;
comment on function clashes is
  'Pairs of sessions at the same time of one cohort, or of one instructor, whom partner and number tell also at another workshop.';

-- Timetables -----------------------------------------------------------------------------------------------

create or replace function time_problem(value text) returns text
language sql immutable parallel safe as $$
  select case when luban.is_damaged(value) or value ~ '^[01]?[.,][0-9]+$' then 'value_is_not_damaged_by_excel'
    else 'time_is_a_time_of_day' end
$$;
comment on function time_problem is 'The rule that a text breaks which is no time of day.';

insert into import_noun (noun, holds) values ('sessions', 'A timetable, a line a session of a class.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('session_hours_are_plausible', 'A session counts more than 0 and at most 24 hours.', 'Correct the hours.'),
  ('session_room_is_not_blank', 'A room has a name.', 'Name it, or leave it out.'),
  ('session_cancellation_has_a_reason', 'Whoever cancels a session says why.', 'Give --reason.'),
  ('session_is_of_a_class', 'A session is of a class of the workshop.', 'Find the class with luban class list.'),
  ('session_has_a_known_instructor', 'Who stands in is an instructor of the workshop.', 'Find the instructor with luban instructor list.'),
  ('session_begins_once', 'A class has one session at a time.', 'See the sessions with luban class sessions.'),
  ('session_ends_after_it_begins', 'A session ends after it begins, on the same day.', 'Check the two times.'),
  ('session_lies_within_its_class', 'A session lies within the time of its class.', 'Check the days, or change those of the class with luban class edit.'),
  ('session_is_taught_by_who_is_there', 'Who stands in is at the workshop that day.', 'Change the days with luban instructor edit, or name another instructor.'),
  ('session_that_was_held_stays', 'A session whose attendance was taken is neither moved, cancelled nor removed.', 'Correct the attendance first.'),
  ('line_names_a_known_class', 'A line names a course that has a class in its cohort.', 'Add the class first with luban class plan or luban class add.'),
  ('line_names_a_known_instructor', 'An instructor is named by partner and staff number, and known to the workshop.', 'Write it as in UZ-TSTU/117; luban instructor list shows who is known.'),
  ('session_has_day_and_times', 'A session has a day, and times at which it begins and ends.', 'Fill date, begins and ends.'),
  ('time_is_a_time_of_day', 'A time is written as in 09:00, of 24 hours.', 'Correct the time.');
