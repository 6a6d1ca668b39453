-- Who, and which room, is in two places at once.

create or replace function moment(in_local timestamp, in_time_zone text) returns text
language sql stable parallel safe as $$
  select case when in_time_zone is null then to_char(in_local, 'YYYYMMDD"T"HH24MISS')
    else to_char(in_local at time zone in_time_zone at time zone 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') end
$$;
comment on function moment is 'A local time as calendars write it: in UTC where the time zone is known, else as such.';

create or replace view meeting with (security_invoker = true) as
select s.workshop_id, s.id as session_id, s.class_id, k.cohort_id, k.course_id, s.held_on, s.begins_at, s.ends_at,
  coalesce(s.room, k.room) as room, coalesce(s.instructor_id, k.instructor_id) as instructor_id,
  i.partner_id, i.staff_number,
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
    select m as meeting, m.workshop_id, m.session_id, m.cohort_id, m.partner_id, m.staff_number, m.during, touched
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
  from met a join met b on (b.partner_id, b.staff_number, b.touched) = (a.partner_id, a.staff_number, a.touched)
    and (b.workshop_id, b.session_id) > (a.workshop_id, a.session_id) and b.during && a.during
  where a.touched = greatest(lower(a.during), lower(b.during))::date
$$;
comment on function clashes is
  'Pairs of sessions at the same time of one cohort, or of one instructor, whom partner and number tell also at another workshop.';
