-- Instructors: who may teach what, and the teacher training they had.

create or replace function is_certified(in_workshop int, in_instructor bigint, in_course int, in_day date) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from luban.instructor_certification c
    where c.workshop_id = in_workshop and c.instructor_id = in_instructor and c.course_id = in_course
      and c.since <= in_day and in_day < c.until)
$$;
comment on function is_certified is 'Whether an instructor may teach a course on a day.';

create or replace function shown_instructor(in_workshop int, in_instructor bigint) returns text
language sql stable parallel safe as $$
  select i.code || '/' || n.staff_number from luban.instructor n join luban.partner i on i.id = n.partner_id
  where n.workshop_id = in_workshop and n.id = in_instructor
$$;
comment on function shown_instructor is 'An instructor as people name them: partner and staff number.';

-- What classes rest on ---------------------------------------------------------------------------------

create or replace function classes_keep_their_instructors(in_workshop int, in_instructors bigint[], in_table text)
returns void language plpgsql as $$
declare
  offense record;
begin
  -- Who gives such a class to one of them holds the instructor for share until it is there.
  perform from luban.instructor i where i.workshop_id = in_workshop and i.id = any (in_instructors)
  order by i.id for no key update;
  select rule, what into offense from (
    select 'class_is_taught_by_who_is_there' as rule, jsonb_build_object(
      'instructor', luban.shown_instructor(k.workshop_id, i.id), 'class', luban.shown_class(k.workshop_id, k.id),
      'since', i.since, 'until', i.until, 'day', k.begins_on) as what
    from luban.instructor i join luban.class k on (k.workshop_id, k.instructor_id) = (i.workshop_id, i.id)
    where i.workshop_id = in_workshop and i.id = any (in_instructors)
      and not (i.since <= k.begins_on and k.begins_on < i.until)
    union all
    select 'session_is_taught_by_who_is_there', jsonb_build_object(
      'instructor', luban.shown_instructor(s.workshop_id, i.id), 'class', luban.shown_class(s.workshop_id, s.class_id),
      'since', i.since, 'until', i.until, 'day', s.held_on)
    from luban.instructor i join luban.session s on (s.workshop_id, s.instructor_id) = (i.workshop_id, i.id)
    where i.workshop_id = in_workshop and i.id = any (in_instructors)
      and not (i.since <= s.held_on and s.held_on < i.until)
    union all
    select 'class_is_taught_by_who_is_certified', jsonb_build_object(
      'instructor', luban.shown_instructor(k.workshop_id, k.instructor_id), 'class', luban.shown_class(k.workshop_id, k.id),
      'day', k.begins_on)
    from luban.class k
    where k.workshop_id = in_workshop and k.instructor_id = any (in_instructors)
      and not luban.is_certified(k.workshop_id, k.instructor_id, k.course_id, k.begins_on)
  ) broken limit 1;
  if found then
    perform luban.break_rule(offense.rule, offense.what, in_table);
  end if;
end $$;
comment on function classes_keep_their_instructors is
  'Refuses what leaves a class or a session of these instructors to somebody who is not there, or not certified.';

create or replace function instructor_stays_for_classes() returns trigger language plpgsql as $$
begin
  perform luban.classes_keep_their_instructors(n.workshop_id, array_agg(n.id), 'instructor')
  from new_rows n join old_rows o using (workshop_id, id)
  where (n.since, n.until) is distinct from (o.since, o.until) group by n.workshop_id;
  return null;
end $$;
comment on function instructor_stays_for_classes is 'Refuses to move the days of an instructor away from their classes.';
select ask_after('update', 'instructor', 'instructor_stays_for_classes');

create or replace function certification_outlives_classes() returns trigger language plpgsql as $$
begin
  perform luban.classes_keep_their_instructors(o.workshop_id, array_agg(distinct o.instructor_id), tg_table_name)
  from old_rows o group by o.workshop_id;
  return null;
end $$;
comment on function certification_outlives_classes is 'Refuses to take a certification from under a class.';
select ask_after('update, delete', 'instructor_certification', 'certification_outlives_classes');
