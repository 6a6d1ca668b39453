-- Where and when sessions meet, which of them are one lesson, and who or what is wanted by two at once.

create or replace function room_key(room text) returns text
language sql immutable parallel safe as $$
  -- Words for a room may stand together, as in Кабинет № 204, before it or behind, and behind its site: North/room 204. In nfkc
  -- № is No.
  select luban.fold_word(regexp_replace(regexp_replace(lower(btrim(normalize(room, nfkc))), '\s*[/\\]\s*', '/', 'g'),
    '(^|/)((classroom|room|rm\.?|r\.|no\.?|№|auditoriya|аудитория|aud\.?|ауд\.?|кабинет|каб\.?|комната|комн?\.|к\.|xona|хона|хонаи|бөлме|otag|教室|房间|قاعة|غرفة|اتاق|salle|sala|ห้อง)[ ]*)+'
      '(?=[[:alnum:]])|(?<=[[:alnum:]])([ -]*(classroom|room|xona|хона|бөлме|otag|auditoriya|教室|室|号|號|房间))+($|/)', '\1\6', 'g'))
$$;
comment on function room_key is
  'A room as it is compared within its workshop: without case, width and words for a room; letters that look alike are one.';

create or replace view meeting with (security_invoker = true) as
select s.workshop_id, s.id as session_id, s.class_id, k.cohort_id, k.course_id, s.held_on, s.begins_at, s.ends_at, s.hours,
  coalesce(s.room, k.room) as room, luban.room_key(coalesce(s.room, k.room)) as room_key,
  coalesce(s.instructor_id, k.instructor_id) as instructor_id
from luban.session s
join luban.class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
where s.cancel_reason is null;
comment on view meeting is 'Sessions that take place, with room and instructor of the class where they have none of their own.';

create or replace function is_one_lesson(one meeting, other meeting) returns boolean
language sql immutable parallel safe as $$
  select coalesce((one.workshop_id, one.course_id, one.held_on, one.begins_at, one.ends_at, one.room_key)
    = (other.workshop_id, other.course_id, other.held_on, other.begins_at, other.ends_at, other.room_key), false)
    and one.instructor_id is not distinct from other.instructor_id
$$;
comment on function is_one_lesson is
  'Whether two cohorts meet in one lesson: the same course, time, room, which must be known, and instructor.';

create or replace view lesson with (security_invoker = true) as
select m.workshop_id, m.course_id, m.instructor_id, m.held_on, m.begins_at, m.ends_at, m.room_key, min(m.room) as room,
  max(m.hours) as hours, array_agg(m.session_id order by m.session_id) as sessions,
  array_agg(m.cohort_id order by m.session_id) as cohorts
from luban.meeting m
group by m.workshop_id, m.course_id, m.instructor_id, m.held_on, m.begins_at, m.ends_at, m.room_key,
  case when m.room_key is null then m.session_id end;
comment on view lesson is
  'What is taught at a time to one cohort, or to several together: its hours count once for who teaches and for the workshop.';

create or replace function sessions_together(in_workshop int, in_session bigint) returns setof bigint
language sql stable parallel safe as $$
  select in_session
  union
  select other.session_id from luban.meeting one
  join luban.meeting other on (other.workshop_id, other.held_on, other.course_id, other.begins_at)
    = (one.workshop_id, one.held_on, one.course_id, one.begins_at) and luban.is_one_lesson(one, other)
  where one.workshop_id = in_workshop and one.session_id = in_session
  order by 1
$$;
comment on function sessions_together is 'The sessions that are one lesson with this one, itself among them.';

create or replace function clashes(in_workshop int, in_from date, in_to date)
returns table (kind text, partner_id int, staff_number text, one meeting, other meeting)
language sql stable parallel safe as $$
  with met as materialized (
    -- Made once a row, not once for each of its columns.
    select m as meeting from luban.meeting m
    where m.held_on between in_from and in_to and (in_workshop is null or m.workshop_id = in_workshop)
  ), -- Whom partner and number tell at two workshops is one person, and compared by the clock of the world.
  far as materialized (
    select i.workshop_id, i.id, i.partner_id, i.staff_number, w.time_zone
    from luban.instructor i join luban.workshop w on w.id = i.workshop_id
    where exists (
      select from luban.instructor o where (o.partner_id, o.staff_number) = (i.partner_id, i.staff_number)
        and o.workshop_id <> i.workshop_id and in_workshop in (i.workshop_id, o.workshop_id) is not false)
  ), away as materialized (
    select m as meeting, m.workshop_id, m.session_id, f.partner_id, f.staff_number, z.during, day.touched
    from far f
    join luban.meeting m on (m.workshop_id, m.instructor_id) = (f.workshop_id, f.id) and m.held_on between in_from and in_to
    cross join lateral (
      select (m.held_on + m.begins_at) at time zone coalesce(f.time_zone, 'UTC') at time zone 'UTC' as begins,
        (m.held_on + m.ends_at) at time zone coalesce(f.time_zone, 'UTC') at time zone 'UTC' as ends) u
    -- In the hour that a clock leaves out in spring, a session may end before it begins.
    cross join lateral (select tsrange(least(u.begins, u.ends), greatest(u.begins, u.ends)) as during) z
    -- A meeting stands under each day it touches in UTC, one or two, so that those that overlap meet by day.
    cross join lateral (select lower(z.during)::date union select upper(z.during)::date) day (touched)
  )
  -- Those of a day are gathered by what they share, and only then laid beside each other: quick whatever is guessed of the tables.
  select g.kind, i.partner_id, i.staff_number, p.one, p.other
  from (
    select k.kind, (meeting).workshop_id, (meeting).held_on, array_agg(meeting) as meetings
    from met
    cross join lateral (values ('cohort', (meeting).cohort_id::text), ('instructor', (meeting).instructor_id::text),
      ('room', (meeting).room_key)) k (kind, shared)
    where k.shared is not null
    group by k.kind, k.shared, (meeting).workshop_id, (meeting).held_on having count(*) > 1) g
  cross join lateral (
    select a as one, b as other from unnest(g.meetings) a cross join unnest(g.meetings) b
    where b.session_id > a.session_id and a.begins_at < b.ends_at and b.begins_at < a.ends_at
      and (g.kind = 'cohort' or not luban.is_one_lesson(a, b))) p
  left join luban.instructor i on g.kind = 'instructor' and (i.workshop_id, i.id) = ((p.one).workshop_id, (p.one).instructor_id)
  union all
  select 'instructor', a.partner_id, a.staff_number, a.meeting, b.meeting
  from away a join away b on (b.partner_id, b.staff_number, b.touched) = (a.partner_id, a.staff_number, a.touched)
    and b.workshop_id > a.workshop_id and b.during && a.during
  where a.touched = greatest(lower(a.during), lower(b.during))::date
    and in_workshop in (a.workshop_id, b.workshop_id) is not false
$$;
comment on function clashes is
  'Pairs of sessions at the same time of one cohort, in one room, or of one instructor, but for those that are one lesson.';
