-- What is done with attendance: a session at a time, one statement for all who were to be there.

create or replace function take_attendance(
  in_cohort text, in_course text, in_day date, in_time time, in_absent int[], in_late int[], in_excused int[],
  in_part int[] default '{}', in_hours numeric[] default '{}')
returns table (
  held_on date, class_id bigint, session_id bigint, begin_times time[], present int, late int, excused int, absent int, others text[])
language plpgsql as $$
#variable_conflict use_column
declare
  found_workshop int;
  found_cohort bigint;
  found_class bigint;
  found_session bigint;
  found_sessions bigint[];
  times time[];
  is_cancelled bool;
  is_taken bool;
  strangers text;
begin
  in_day := luban.fact_day((select h.workshop_id from luban.cohort h where h.code = in_cohort), in_day, 'attendance');
  held_on := in_day;
  select h.workshop_id, h.id, c.id, d.session_id, d.times
  into found_workshop, found_cohort, found_class, found_session, times
  from luban.cohort h
  join luban.class c on (c.workshop_id, c.cohort_id) = (h.workshop_id, h.id)
    and c.course_id = (select k.id from luban.course k where k.code = in_course)
  cross join lateral (
    select min(s.id) as session_id, array_agg(s.begins_at order by s.begins_at) as times
    from luban.session s where s.workshop_id = c.workshop_id and s.class_id = c.id and s.held_on = in_day
      and s.begins_at = coalesce(in_time, s.begins_at)) d
  where h.code = in_cohort;
  if found_class is null or cardinality(times) is distinct from 1 then
    class_id := found_class;
    begin_times := times;
    return next;
    return;
  end if;
  -- What is given to several cohorts together is taken once for all of them.
  found_sessions := array(select luban.sessions_together(found_workshop, found_session));
  -- Whoever is withdrawn at this moment, and whoever notes the same session, is waited for before anything is asked of them.
  perform from luban.enrollment e
  where e.workshop_id = found_workshop and e.cohort_id in (
    select k.cohort_id from luban.session s join luban.class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
    where s.workshop_id = found_workshop and s.id = any (found_sessions))
  order by e.id for share;
  perform from luban.session s where s.workshop_id = found_workshop and s.id = any (found_sessions)
  order by s.id for no key update;
  select bool_or(s.cancel_reason is not null) filter (where s.id = found_session), bool_or(s.id = found_session and a.is_there),
    array_agg(s.id) filter (where not a.is_there and (s.id = found_session or s.cancel_reason is null))
  into is_cancelled, is_taken, found_sessions
  from luban.session s
  cross join lateral (select exists (
    select from luban.attendance a where a.workshop_id = s.workshop_id and a.session_id = s.id) as is_there) a
  where s.workshop_id = found_workshop and s.id = any (found_sessions);
  if is_cancelled or is_taken then
    perform luban.break_rule(
      case when is_cancelled then 'attendance_is_of_a_session_that_takes_place' else 'attendance_is_taken_once' end,
      jsonb_build_object('session', in_cohort || '/' || in_course, 'day', in_day), 'attendance');
  end if;
  with student as (
    select s.number, e.id as enrollment_id, t.id as session_id
    from luban.session t
    join luban.class k on (k.workshop_id, k.id) = (t.workshop_id, t.class_id)
    join luban.enrollment e on (e.workshop_id, e.cohort_id) = (k.workshop_id, k.cohort_id)
    join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
    where t.workshop_id = found_workshop and t.id = any (found_sessions)
      and (e.state = 'enrolled' and e.state_on <= in_day or luban.was_enrolled_on(found_workshop, e.id, in_day))
  ), made as (
    insert into luban.attendance (workshop_id, session_id, enrollment_id, status, hours)
    select found_workshop, s.session_id, s.enrollment_id,
      (case when s.number = any (in_absent) then 'absent' when s.number = any (in_excused) then 'excused'
        when s.number = any (in_late) then 'late' else 'present' end)::luban.attendance_status,
      in_hours[array_position(in_part, s.number)]
    from student s order by s.session_id, s.enrollment_id
    returning enrollment_id, status
  )
  select count(*) filter (where m.status = 'present'), count(*) filter (where m.status = 'late'),
    count(*) filter (where m.status = 'excused'), count(*) filter (where m.status = 'absent'),
    (select string_agg(luban.shown_number(named.number), ', ' order by named.number)
     from (select distinct unnest(in_absent || in_late || in_excused || in_part)) named (number)
     where named.number not in (select s.number from student s))
  into present, late, excused, absent, strangers
  from made m;
  if strangers is not null then
    perform luban.break_rule('attendance_is_of_those_enrolled',
      jsonb_build_object('student', strangers, 'day', in_day, 'class', in_cohort || '/' || in_course), 'attendance');
  end if;
  class_id := found_class;
  session_id := found_session;
  begin_times := times;
  others := array(
    select luban.shown_class(s.workshop_id, s.class_id) from luban.session s
    where s.workshop_id = found_workshop and s.id = any (found_sessions) and s.id <> found_session order by 1);
  return next;
end $$;
comment on function take_attendance is
  'Notes everyone who is enrolled that day as present, but for those named, in all cohorts of the lesson; says of what it did not find what there is.';

create or replace function correct_attendance(
  in_workshop int, in_session bigint, in_enrollment bigint, in_status attendance_status, in_hours numeric, in_reason text,
  out status_before attendance_status, out hours_before numeric)
language plpgsql as $$
begin
  perform luban.fact_day(in_workshop, s.held_on, 'attendance') from luban.session s
  where s.workshop_id = in_workshop and s.id = in_session;
  perform set_config('luban.reason', coalesce(in_reason, ''), true);
  select a.status, a.hours into status_before, hours_before from luban.attendance a
  where a.workshop_id = in_workshop and a.session_id = in_session and a.enrollment_id = in_enrollment for update;
  if status_before is null then
    insert into luban.attendance (workshop_id, session_id, enrollment_id, status, hours)
    values (in_workshop, in_session, in_enrollment, in_status, in_hours);
  elsif (status_before, hours_before) is distinct from (in_status, in_hours) then
    update luban.attendance a set status = in_status, hours = in_hours
    where a.workshop_id = in_workshop and a.session_id = in_session and a.enrollment_id = in_enrollment;
  end if;
end $$;
comment on function correct_attendance is
  'Notes another status and hours of a student at a session, and why; answers with those before. What had been noted is kept.';

create or replace function undo_attendance(in_workshop int, in_session bigint, in_reason text)
returns bigint language plpgsql as $$
declare
  taken_back bigint;
begin
  perform set_config('luban.reason', coalesce(in_reason, ''), true);
  delete from luban.attendance a where a.workshop_id = in_workshop and a.session_id = in_session;
  get diagnostics taken_back = row_count;
  return taken_back;
end $$;
comment on function undo_attendance is
  'Takes back what was noted at a session, as where it was noted for the wrong day, and keeps it as past.';

create or replace function drawn_sheet_code(in_prefix text) returns text
language sql volatile as $$
  -- No letter that is taken for a digit, nor the other way round.
  select in_prefix || '-' || string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', get_byte(b.bytes, n) % 32 + 1, 1), '')
  from (select decode(replace(gen_random_uuid()::text, '-', ''), 'hex') as bytes) b, generate_series(0, 5) n
$$;
comment on function drawn_sheet_code is 'A code for a sheet, drawn at random: A-7K3F9Q.';

create or replace function open_attendance_sheet(in_workshop int, in_class bigint, in_from date, in_to date) returns text
language plpgsql as $$
declare
  drawn text;
begin
  -- Somebody may have the code already, though hardly ever.
  loop
    insert into luban.sheet (workshop_id, code, kind, class_id, from_on, to_on)
    values (in_workshop, luban.drawn_sheet_code('A'), 'attendance', in_class, in_from, in_to)
    on conflict (workshop_id, code) do nothing returning code into drawn;
    exit when found;
  end loop;
  return drawn;
end $$;
comment on function open_attendance_sheet is 'Notes that a sheet of attendance goes out, and draws its code.';
