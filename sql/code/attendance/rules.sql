-- Attendance: who may be noted, and how what was noted before is kept.

create or replace function is_attended(status attendance_status) returns boolean
language sql immutable parallel safe as $$
  -- Two comparisons of a number each; an array is searched by a call.
  select status = 'present' or status = 'late'
$$;
comment on function is_attended is 'Whether the student was there: present, or late.';

create or replace function noted(status attendance_status, hours numeric) returns text
language sql stable parallel safe as $$
  select status || coalesce(' ' || trim_scale(hours), '')
$$;
comment on function noted is 'What was noted of a student, as it stands in a cell of a sheet: late, or late 1.5 of who was there for an hour and a half.';

-- What holds whoever writes: triggers --------------------------------------------------------------------

create or replace function attendance_is_of_those_enrolled() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who withdraws somebody, cancels a session or removes one at the same moment waits for this, or this for them.
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows)
  order by e.workshop_id, e.id for share;
  perform luban.fact_day(s.workshop_id, max(s.held_on), 'attendance')
  from (
    select s.workshop_id, s.held_on from luban.session s
    where (s.workshop_id, s.id) in (select workshop_id, session_id from new_rows)
    order by s.workshop_id, s.id for share) s
  group by s.workshop_id;
  -- Nor does the class become one of another cohort.
  perform from luban.class c
  where (c.workshop_id, c.id) in (
    select s.workshop_id, s.class_id from luban.session s
    where (s.workshop_id, s.id) in (select workshop_id, session_id from new_rows))
  order by c.workshop_id, c.id for share;
  -- Who is enrolled now, and was so by then, needs no look at the past: nearly everybody, and a plan of few tables.
  -- Counted, not looked for: what stops at the first would be planned to look up every row by itself.
  if 0 = (
    select count(*) from new_rows n
    left join luban.session s on (s.workshop_id, s.id) = (n.workshop_id, n.session_id)
    left join luban.class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
    left join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
    where (s.cancel_reason is null and e.cohort_id = c.cohort_id and e.state = 'enrolled' and e.state_on <= s.held_on)
      is not true)
  then
    return null;
  end if;
  -- The periods of those noted are read one by one, or all at once where there are many.
  if (select count(*) from (select from new_rows limit 10001) n) <= 10000 then
    select s.cancel_reason, e.cohort_id = c.cohort_id as is_of_cohort, s.held_on, n.workshop_id, n.enrollment_id, c.id
    into offense
    from new_rows n
    join luban.session s on (s.workshop_id, s.id) = (n.workshop_id, n.session_id)
    join luban.class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
    join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
    left join lateral luban.enrolled_period_of(n.workshop_id, n.enrollment_id) p
      on s.held_on between p.begins_on and p.ends_on
    where s.cancel_reason is not null or e.cohort_id <> c.cohort_id or p.begins_on is null
    limit 1;
  else
    -- Materialized: planned for all of its rows, whereas a limit would have every period read anew for each.
    with offense as materialized (
      select s.cancel_reason, e.cohort_id = c.cohort_id as is_of_cohort, s.held_on, n.workshop_id, n.enrollment_id, c.id
      from new_rows n
      join luban.session s on (s.workshop_id, s.id) = (n.workshop_id, n.session_id)
      join luban.class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
      join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
      left join luban.enrolled_period p on (p.workshop_id, p.enrollment_id) = (n.workshop_id, n.enrollment_id)
        and s.held_on between p.begins_on and p.ends_on
      where s.cancel_reason is not null or e.cohort_id <> c.cohort_id or p.begins_on is null)
    select * into offense from offense limit 1;
  end if;
  if found then
    perform luban.break_rule(
      case when offense.cancel_reason is not null then 'attendance_is_of_a_session_that_takes_place'
        when not offense.is_of_cohort then 'attendance_is_of_the_cohort_of_the_class'
        else 'attendance_is_of_those_enrolled' end,
      jsonb_build_object('student', luban.shown_enrollment(offense.workshop_id, offense.enrollment_id), 'day', offense.held_on,
        'class', luban.shown_class(offense.workshop_id, offense.id)), 'attendance');
  end if;
  perform luban.refuse_record_of_no_show(array_agg(d.workshop_id), array_agg(d.enrollment_id), 'attendance')
  from (select distinct workshop_id, enrollment_id from new_rows where luban.is_attended(status)) d
  having count(*) > 0;
  return null;
end $$;
comment on function attendance_is_of_those_enrolled is
  'Refuses attendance of whom was not enrolled in the cohort of the class that day, of cancelled sessions, and of none.';
select ask_after('insert', 'attendance', 'attendance_is_of_those_enrolled');

create or replace function presence_is_of_those_enrolled() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (
    select from old_rows o join new_rows n using (workshop_id, session_id, enrollment_id)
    where luban.is_attended(n.status) and not luban.is_attended(o.status)) then
    return null;
  end if;
  -- Who withdraws somebody at the same moment waits for this, or this for them.
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows)
  order by e.workshop_id, e.id for share;
  select n.workshop_id, n.enrollment_id, s.held_on, s.class_id into offense
  from old_rows o
  join new_rows n using (workshop_id, session_id, enrollment_id)
  join luban.session s on (s.workshop_id, s.id) = (n.workshop_id, n.session_id)
  where luban.is_attended(n.status) and not luban.is_attended(o.status)
    and not luban.was_enrolled_on(n.workshop_id, n.enrollment_id, s.held_on)
  limit 1;
  if found then
    perform luban.break_rule('attendance_is_of_those_enrolled', jsonb_build_object(
      'student', luban.shown_enrollment(offense.workshop_id, offense.enrollment_id), 'day', offense.held_on,
      'class', luban.shown_class(offense.workshop_id, offense.class_id)), 'attendance');
  end if;
  return null;
end $$;
comment on function presence_is_of_those_enrolled is
  'Refuses that an absence, which may lie outside an enrollment that ended before it, is corrected to presence there.';
select ask_after('update', 'attendance', 'presence_is_of_those_enrolled');

create or replace function refuse_more_hours_than_the_session(in_workshops int[], in_sessions bigint[], in_table text) returns void
language plpgsql as $$
declare
  offense record;
begin
  -- Whoever changes the hours of the session at the same moment waits for this, or this for them.
  perform from luban.session s
  where (s.workshop_id, s.id) in (select * from unnest(in_workshops, in_sessions))
  order by s.workshop_id, s.id for share;
  select a.workshop_id, a.enrollment_id, a.hours, s.held_on, s.hours as of_session, s.class_id into offense
  from unnest(in_workshops, in_sessions) n (workshop_id, session_id)
  join luban.session s on (s.workshop_id, s.id) = (n.workshop_id, n.session_id)
  join luban.attendance a on (a.workshop_id, a.session_id) = (s.workshop_id, s.id)
  where a.hours > s.hours
  order by a.workshop_id, a.session_id, a.enrollment_id limit 1;
  if found then
    perform luban.break_rule('attendance_lies_within_its_session', jsonb_build_object(
      'student', luban.shown_enrollment(offense.workshop_id, offense.enrollment_id), 'day', offense.held_on,
      'class', luban.shown_class(offense.workshop_id, offense.class_id), 'hours', trim_scale(offense.hours),
      'session', trim_scale(offense.of_session)), in_table);
  end if;
end $$;
comment on function refuse_more_hours_than_the_session is 'Raises the rule where a student was at one of these sessions for more hours than it has.';

create or replace function attendance_lies_within_its_session() returns trigger language plpgsql as $$
begin
  perform luban.refuse_more_hours_than_the_session(array_agg(n.workshop_id), array_agg(n.session_id), 'attendance')
  from (select distinct workshop_id, session_id from new_rows where hours is not null) n
  having count(*) > 0;
  return null;
end $$;
comment on function attendance_lies_within_its_session is 'Refuses more hours of a student than the session has.';
select ask_after('insert, update', 'attendance', 'attendance_lies_within_its_session');

create or replace function session_holds_hours_attended() returns trigger language plpgsql as $$
begin
  perform luban.refuse_more_hours_than_the_session(array[new.workshop_id], array[new.id], 'session');
  return null;
end $$;
comment on function session_holds_hours_attended is 'The same rule when the hours of a session become fewer.';
create or replace trigger session_holds_hours_attended after update of hours on session
  for each row when (new.hours < old.hours) execute function session_holds_hours_attended();

create or replace function shown_enrollment(in_workshop int, in_enrollment bigint) returns text
language sql stable parallel safe as $$
  select luban.shown_number(s.number) from luban.enrollment e
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  where e.workshop_id = in_workshop and e.id = in_enrollment
$$;
comment on function shown_enrollment is 'Number of the student of an enrollment.';

create or replace function attendance_is_stamped() returns trigger language plpgsql as $$
begin
  if (new.workshop_id, new.session_id, new.enrollment_id) <> (old.workshop_id, old.session_id, old.enrollment_id) then
    perform luban.break_rule('attendance_stays_with_its_session', in_table => 'attendance');
  end if;
  new.recorded_at := now();
  new.batch_id := nullif(current_setting('luban.batch', true), '')::bigint;
  return new;
end $$;
comment on function attendance_is_stamped is 'Notes when, and by which import, attendance was corrected.';
create or replace trigger attendance_is_stamped before update on attendance
  for each row execute function attendance_is_stamped();

create or replace function attendance_keeps_its_past() returns trigger language plpgsql as $$
begin
  insert into luban.attendance_past (workshop_id, status, session_id, enrollment_id, recorded_at, batch_id, hours, reason)
  select workshop_id, status, session_id, enrollment_id, recorded_at, batch_id, hours,
    nullif(current_setting('luban.reason', true), '')
  from old_rows order by workshop_id, session_id, enrollment_id;
  return null;
end $$;
comment on function attendance_keeps_its_past is 'Keeps what had been noted before it was corrected or taken back.';
select ask_after('update, delete', 'attendance', 'attendance_keeps_its_past');
create or replace trigger attendance_past_is_kept before insert or update or delete on attendance_past
  for each statement when (pg_trigger_depth() = 0) execute function refuse_change('attendance_past_is_kept');

create or replace function enrollment_keeps_its_attendance() returns trigger language plpgsql as $$
declare
  offense record;
begin
  -- First events have nobody's attendance behind them.
  if not exists (select from new_rows where nth > 1) then
    return null;
  end if;
  -- Only days from the changed one on can be lost.
  select s.held_on, n.workshop_id, n.enrollment_id, c.id into offense
  from (
    select n.workshop_id, n.enrollment_id, min(least(n.effective_on, v.effective_on)) as since
    from new_rows n
    left join luban.enrollment_event v
      on (v.workshop_id, v.enrollment_id, v.nth) = (n.workshop_id, n.enrollment_id, n.voids)
    where n.nth > 1 group by n.workshop_id, n.enrollment_id) n
  join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
  join luban.class c on (c.workshop_id, c.cohort_id) = (e.workshop_id, e.cohort_id)
  join luban.session s on (s.workshop_id, s.class_id) = (c.workshop_id, c.id) and s.held_on >= n.since
  join luban.attendance a on (a.workshop_id, a.session_id, a.enrollment_id) = (s.workshop_id, s.id, n.enrollment_id)
  where luban.is_attended(a.status) and not exists (
    select from luban.enrolled_period_of(n.workshop_id, n.enrollment_id) p
    where s.held_on between p.begins_on and p.ends_on)
  order by s.held_on limit 1;
  if found then
    perform luban.break_rule('enrollment_covers_days_attended',
      jsonb_build_object('student', luban.shown_enrollment(offense.workshop_id, offense.enrollment_id),
        'class', luban.shown_class(offense.workshop_id, offense.id), 'day', offense.held_on), 'enrollment_event');
  end if;
  return null;
end $$;
comment on function enrollment_keeps_its_attendance is
  'Refuses a change of an enrollment that would leave a day on which the student was there outside of it.';
