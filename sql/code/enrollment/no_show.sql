-- "Never attended" is what the record says: whoever left with the code no_show was not there, has no hours and no mark,
-- in this enrollment or one of its chain. Who notes a departure looks at the record, who records something looks for the
-- departure, and both lock the enrollment first, in a statement of its own.

create or replace view record_of_presence with (security_invoker = true) as
select a.workshop_id, a.enrollment_id, s.held_on as happened_on,
  format(luban.phrase('attended {0}'), luban.shown_class(s.workshop_id, s.class_id)) as what
from luban.attendance a join luban.session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
where luban.is_attended(a.status)
union all
select p.workshop_id, p.enrollment_id, v.begins_on, format(luban.phrase('took part in {0}'), v.code)
from luban.participation p join luban.culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
union all
select p.workshop_id, p.enrollment_id, l.worked_on, luban.phrase('worked on a placement')
from luban.placement_log l join luban.placement p on (p.workshop_id, p.id) = (l.workshop_id, l.placement_id)
union all
select r.workshop_id, r.enrollment_id, r.graded_on, format(luban.phrase('has {0} in {1}'), r.mark, k.code)
from luban.result r join luban.course k on k.id = r.course_id
where r.kind = 'graded';
comment on view record_of_presence is
  'What tells that a student was there: attendance, culture, hours of placement, marks; what was recognized does not.';

create or replace function record_until(in_workshop int, in_enrollment bigint, in_day date) returns text
language sql stable as $$
  select format(luban.phrase('{0} {1} on {2}'), luban.shown_enrollment(in_workshop, in_enrollment), r.what, r.happened_on)
  from luban.and_earlier(in_workshop, in_enrollment) earlier (id)
  join luban.record_of_presence r on r.workshop_id = in_workshop and r.enrollment_id = earlier.id
  where r.happened_on <= in_day
  order by r.happened_on, r.what limit 1
$$;
comment on function record_until is
  'The first that was recorded of the student of an enrollment, or one it continues, until a day; empty if nothing was.';

create or replace function no_shows_of(in_workshops int[], in_enrollments bigint[])
returns table (workshop_id int, enrollment_id bigint, left_on date, departure text)
language sql stable rows 10 as $$
  select distinct on (l.workshop_id, l.enrollment_id) l.workshop_id, l.enrollment_id, v.effective_on,
    format(luban.phrase('{0} left {1} on {2} with the code no_show'), luban.shown_number(s.number), c.code, v.effective_on)
  from luban.later_enrollments(in_workshops, in_enrollments) l
  join luban.standing_event v on (v.workshop_id, v.enrollment_id) = (l.workshop_id, l.later_id)
    and v.reason_code = 'no_show' and v.to_state in ('withdrawn', 'dismissed')
  join luban.enrollment e on (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  order by l.workshop_id, l.enrollment_id, v.effective_on desc
$$;
comment on function no_shows_of is
  'Of these enrollments those that were left, or that one which continues them was left, as by one who never attended.';

create or replace function no_show_left_no_record() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows n where luban.is_no_show(n.to_state, n.reason_code)) then
    return null;
  end if;
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (
    select n.workshop_id, luban.and_earlier(n.workshop_id, n.enrollment_id) from new_rows n
    where luban.is_no_show(n.to_state, n.reason_code))
  order by e.workshop_id, e.id for no key update;
  select luban.record_until(n.workshop_id, n.enrollment_id, n.effective_on) as what into offense
  from new_rows n
  where luban.is_no_show(n.to_state, n.reason_code)
    and luban.record_until(n.workshop_id, n.enrollment_id, n.effective_on) is not null
  limit 1;
  if found then
    perform luban.break_rule('no_show_left_no_record', jsonb_build_object('record', offense.what), 'enrollment_event');
  end if;
  return null;
end $$;
comment on function no_show_left_no_record is 'Refuses to say of one that they never attended, of whom something is recorded.';

create or replace function refuse_record_of_no_show(in_workshops int[], in_enrollments bigint[], in_table text) returns void
language plpgsql as $$
declare
  offense record;
begin
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select * from unnest(in_workshops, in_enrollments))
  order by e.workshop_id, e.id for share;
  -- Hardly anybody is: then nothing else is read.
  if not exists (
    select from luban.later_enrollments(in_workshops, in_enrollments) l
    join luban.enrollment_event v on (v.workshop_id, v.enrollment_id) = (l.workshop_id, l.later_id)
    where v.reason_code = 'no_show')
  then
    return;
  end if;
  select n.departure, r.what, r.happened_on into offense
  from luban.no_shows_of(in_workshops, in_enrollments) n
  join luban.record_of_presence r on (r.workshop_id, r.enrollment_id) = (n.workshop_id, n.enrollment_id)
    and r.happened_on <= n.left_on
  limit 1;
  if found then
    perform luban.break_rule('record_is_of_one_who_attended',
      jsonb_build_object('departure', offense.departure, 'record', offense.what, 'day', offense.happened_on), in_table);
  end if;
end $$;
comment on function refuse_record_of_no_show is
  'Raises the rule where something is recorded of enrollments that were left by ones who never attended.';

create or replace function record_is_of_one_who_attended() returns trigger language plpgsql as $$
declare
  workshops int[];
  enrollments bigint[];
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- A statement is planned when it is first reached, so that each table meets its own columns only.
  if tg_table_name = 'placement_log' then
    select array_agg(d.workshop_id), array_agg(d.enrollment_id) into workshops, enrollments
    from (
      select distinct p.workshop_id, p.enrollment_id from new_rows n
      join luban.placement p on (p.workshop_id, p.id) = (n.workshop_id, n.placement_id)) d;
  elsif tg_table_name = 'attendance' then
    select array_agg(d.workshop_id), array_agg(d.enrollment_id) into workshops, enrollments
    from (select distinct workshop_id, enrollment_id from new_rows where luban.is_attended(status)) d;
  else
    select array_agg(d.workshop_id), array_agg(d.enrollment_id) into workshops, enrollments
    from (select distinct workshop_id, enrollment_id from new_rows) d;
  end if;
  if workshops is not null then
    perform luban.refuse_record_of_no_show(workshops, enrollments, tg_table_name);
  end if;
  return null;
end $$;
comment on function record_is_of_one_who_attended is
  'Refuses attendance, hours and marks of those of whom it is said that they never attended.';
do $$
declare
  one text;
begin
  foreach one in array '{attendance,participation,placement_log,result}'::text[] loop
    -- Attendance that is added asks within its own trigger, which knows whom it need not ask about.
    if one <> 'attendance' then
      execute format('create or replace trigger %I after insert on %I referencing new table as new_rows
        for each statement execute function record_is_of_one_who_attended()', one || '_is_of_one_who_attended', one);
    end if;
    execute format('create or replace trigger %I after update on %I referencing new table as new_rows
      for each statement execute function record_is_of_one_who_attended()', one || '_is_still_of_one_who_attended', one);
  end loop;
end $$;
