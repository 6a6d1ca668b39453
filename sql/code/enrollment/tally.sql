-- The tally of a cohort: a ledger of the events of its enrollments, so that a report adds up some thousands of
-- bookings instead of a million events with their students. What a correction takes back, or what another gender or
-- nationality of a student changes, is booked back and booked anew as known since now: for any day and any time of
-- knowledge the bookings up to both add up to the events that stood.

create or replace function commences(from_state enrollment_state, to_state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select to_state in ('enrolled', 'suspended')
    and (from_state is null or from_state in ('applied', 'waitlisted', 'admitted'))
$$;
comment on function commences is 'Whether a change is the one by which a student commences: the first time, whatever comes after.';

create or replace function is_no_show(to_state enrollment_state, reason_code text) returns boolean
language sql immutable parallel safe as $$
  select (to_state in ('withdrawn', 'dismissed') and reason_code = 'no_show') is true
$$;
comment on function is_no_show is 'Whether a change says that the student left and never attended.';

create or replace function is_counted(from_state enrollment_state, to_state enrollment_state, reason_code text)
returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_state in ('enrolled', 'suspended', 'completed')
    or to_state in ('withdrawn', 'dismissed') and from_state in ('enrolled', 'suspended') and reason_code is distinct from 'no_show',
    false)
$$;
comment on function is_counted is 'Whether after this change a census would count the student.';

create or replace function left_as_no_show(in_workshop int, in_enrollment bigint, in_day date, in_nth smallint) returns date
language sql stable as $$
  select case when luban.is_no_show(e.to_state, e.reason_code) then e.effective_on end
  from luban.standing_event e
  where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment and (e.effective_on, e.nth) < (in_day, in_nth)
  order by e.effective_on desc, e.nth desc limit 1
$$;
comment on function left_as_no_show is 'The day of the event before another, where the student then left because they never attended.';

create or replace function counted_before(in_workshop int, in_enrollment bigint, in_day date, in_nth smallint)
returns datemultirange
language sql stable as $$
  select range_agg(daterange(e.effective_on, e.next_on))
  from (
    select v.effective_on, luban.is_counted(v.from_state, v.to_state, v.reason_code) as counts,
      lead(v.effective_on, 1, in_day) over (order by v.effective_on, v.nth) as next_on
    from luban.standing_event v
    where v.workshop_id = in_workshop and v.enrollment_id = in_enrollment
      and (v.effective_on, v.nth) < (in_day, in_nth)) e
  where e.counts and e.effective_on < e.next_on
$$;
comment on function counted_before is 'Days before an event on which a census would have counted the student.';

create or replace function link_kind(in_workshop int, in_link bigint) returns enrollment_link_kind
language sql stable strict as $$
  select kind from luban.enrollment_link where workshop_id = in_workshop and id = in_link
$$;
comment on function link_kind is 'Whether a link is a transfer or a return; asked only where there is one.';

create or replace view tally_line with (security_invoker = true) as
select e.workshop_id, n.cohort_id, n.student_id, e.enrollment_id, e.effective_on, e.from_state, e.to_state,
  case when luban.is_no_show(e.to_state, e.reason_code) then e.effective_on
    when e.from_state in ('withdrawn', 'dismissed')
      then luban.left_as_no_show(e.workshop_id, e.enrollment_id, e.effective_on, e.nth) end as no_show_on,
  case when e.from_state not in ('applied', 'waitlisted', 'admitted')
    then luban.counted_before(e.workshop_id, e.enrollment_id, e.effective_on, e.nth) end as counted,
  case when e.from_state is null then luban.link_kind(e.workshop_id, e.link_id) end as link_kind
from luban.standing_event e
join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id);
comment on view tally_line is 'As what each event that stands is booked, but for the gender and nationality of the student.';

-- Without sorts: the planner takes a file of thousands of events for hundreds, and would sort them by eleven columns to
-- group them.
create or replace function enrollment_event_is_tallied() returns trigger language plpgsql set enable_sort = off as $$
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Where nothing is corrected, the new events are all there is to book.
  insert into luban.cohort_tally (workshop_id, cohort_id, effective_on, recorded_at, from_state, to_state, no_show_on,
    counted, link_kind, gender, nationality, events)
  select e.workshop_id, n.cohort_id, e.effective_on, e.recorded_at, e.from_state, e.to_state,
    case when luban.is_no_show(e.to_state, e.reason_code) then e.effective_on
      when e.from_state in ('withdrawn', 'dismissed')
        then luban.left_as_no_show(e.workshop_id, e.enrollment_id, e.effective_on, e.nth) end,
    case when e.from_state not in ('applied', 'waitlisted', 'admitted')
      then luban.counted_before(e.workshop_id, e.enrollment_id, e.effective_on, e.nth) end,
    case when e.from_state is null then luban.link_kind(e.workshop_id, e.link_id) end,
    s.gender, s.nationality, count(*)
  from new_rows e
  join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
  where (e.workshop_id, e.enrollment_id) not in (
    select workshop_id, enrollment_id from new_rows where voids is not null)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;

  -- Of a corrected enrollment all events are booked back as they stood before, and booked anew as they stand.
  if exists (select from new_rows where voids is not null) then
    insert into luban.cohort_tally (workshop_id, cohort_id, effective_on, recorded_at, from_state, to_state, no_show_on,
      counted, link_kind, gender, nationality, events)
    with corrected as (
      select workshop_id, enrollment_id, max(recorded_at) as recorded_at from new_rows
      where (workshop_id, enrollment_id) in (select workshop_id, enrollment_id from new_rows where voids is not null)
      group by 1, 2
    ), old_event as (
      select e.* from luban.enrollment_event e
      where (e.workshop_id, e.enrollment_id) in (select workshop_id, enrollment_id from corrected)
        and (e.workshop_id, e.enrollment_id, e.nth) not in (select workshop_id, enrollment_id, nth from new_rows)
    ), event as (
      select -1 as sign, e.workshop_id, e.enrollment_id, e.nth, e.effective_on, e.from_state, e.to_state, e.reason_code,
        e.link_id
      from old_event e
      where e.to_state is not null and not exists (select from old_event v
        where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth)
      union all
      select 1, e.workshop_id, e.enrollment_id, e.nth, e.effective_on, e.from_state, e.to_state, e.reason_code, e.link_id
      from luban.standing_event e
      where (e.workshop_id, e.enrollment_id) in (select workshop_id, enrollment_id from corrected)
    ), line as (
      select e.*, luban.is_counted(e.from_state, e.to_state, e.reason_code) as counts,
        lag(case when luban.is_no_show(e.to_state, e.reason_code) then e.effective_on end) over chain as no_show_before,
        lead(e.effective_on) over chain as next_on
      from event e
      window chain as (partition by e.sign, e.workshop_id, e.enrollment_id order by e.effective_on, e.nth)
    ), booked as (
      select l.*, range_agg(case when l.counts and l.effective_on < l.next_on
          then daterange(l.effective_on, l.next_on) end)
        over (partition by l.sign, l.workshop_id, l.enrollment_id order by l.effective_on, l.nth
          rows between unbounded preceding and 1 preceding) as counted_before
      from line l
    )
    select l.workshop_id, n.cohort_id, l.effective_on, c.recorded_at, l.from_state, l.to_state,
      case when luban.is_no_show(l.to_state, l.reason_code) then l.effective_on
        when l.from_state in ('withdrawn', 'dismissed') then l.no_show_before end,
      case when l.from_state not in ('applied', 'waitlisted', 'admitted') then nullif(l.counted_before, '{}') end,
      case when l.from_state is null then luban.link_kind(l.workshop_id, l.link_id) end,
      s.gender, s.nationality, sum(l.sign)
    from booked l
    join corrected c using (workshop_id, enrollment_id)
    join luban.enrollment n on (n.workshop_id, n.id) = (l.workshop_id, l.enrollment_id)
    join luban.student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
    having sum(l.sign) <> 0;
  end if;
  return null;
end $$;
comment on function enrollment_event_is_tallied is 'Books new events in the tally of their cohorts, and corrections against it.';

create or replace function student_moves_tally() returns trigger language plpgsql as $$
begin
  if not exists (
    select from old_rows o join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id)
    where (n.gender, n.nationality) is distinct from (o.gender, o.nationality)) then
    return null;
  end if;
  -- Who enrolls one of them at this moment refers to the student, and is waited for; who changes an enrollment locks it.
  perform from luban.student s
  where (s.workshop_id, s.id) in (
    select n.workshop_id, n.id from old_rows o join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id)
    where (n.gender, n.nationality) is distinct from (o.gender, o.nationality))
  order by s.workshop_id, s.id for update;
  perform from luban.enrollment e
  where (e.workshop_id, e.student_id) in (
    select n.workshop_id, n.id from old_rows o join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id)
    where (n.gender, n.nationality) is distinct from (o.gender, o.nationality))
  order by e.workshop_id, e.id for share;
  insert into luban.cohort_tally (workshop_id, cohort_id, effective_on, from_state, to_state, no_show_on, counted,
    link_kind, gender, nationality, events)
  select l.workshop_id, l.cohort_id, l.effective_on, l.from_state, l.to_state, l.no_show_on, l.counted,
    l.link_kind, d.gender, d.nationality, sum(d.sign)
  from old_rows o
  join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id)
    and (n.gender, n.nationality) is distinct from (o.gender, o.nationality)
  join luban.tally_line l on (l.workshop_id, l.student_id) = (o.workshop_id, o.id)
  cross join lateral (values (-1, o.gender, o.nationality), (1, n.gender, n.nationality)) d (sign, gender, nationality)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  having sum(d.sign) <> 0;
  return null;
end $$;
comment on function student_moves_tally is 'Books the events of students whose gender or nationality was changed as theirs.';
select ask_after('update', 'student', 'student_moves_tally');

create or replace trigger cohort_tally_follows_events before insert or update or delete or truncate on cohort_tally
  for each statement when (pg_trigger_depth() = 0) execute function refuse_change('cohort_tally_follows_events');
