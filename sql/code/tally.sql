-- The tally of a cohort: a ledger of the events of its enrollments, so that a report adds up some thousands of
-- bookings instead of a million events with their students. What a correction takes back, or what another gender or
-- nationality of a student changes, is booked back and booked anew as known since now: for any day and any time of
-- knowledge the bookings up to both add up to the events that stood.

create or replace function commences(from_state enrollment_state, to_state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select to_state = 'enrolled' and from_state is distinct from 'suspended'
$$;
comment on function commences is 'Whether a change is the one by which a student commences.';

create or replace function is_no_show(to_state enrollment_state, reason_code text) returns boolean
language sql immutable parallel safe as $$
  select (to_state in ('withdrawn', 'dismissed') and reason_code = 'no_show') is true
$$;
comment on function is_no_show is 'Whether a change says that the student left and never attended.';

create or replace function commenced_on(in_workshop int, in_enrollment bigint) returns date
language sql stable as $$
  select max(effective_on) from luban.standing_event
  where workshop_id = in_workshop and enrollment_id = in_enrollment and luban.commences(from_state, to_state)
$$;
comment on function commenced_on is 'The day on which the student of an enrollment commenced, as far as that stands.';

create or replace view tally_line with (security_invoker = true) as
select e.workshop_id, n.cohort_id, n.student_id, e.enrollment_id, e.effective_on, e.from_state, e.to_state,
  luban.is_no_show(e.to_state, e.reason_code) as is_no_show, n.continues_id is not null as is_continued,
  case when luban.commences(e.from_state, e.to_state) then e.effective_on
    when e.from_state in ('enrolled', 'suspended') then luban.commenced_on(e.workshop_id, e.enrollment_id) end
    as commenced_on
from luban.standing_event e
join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id);
comment on view tally_line is 'As what each event that stands is booked, but for the gender and nationality of the student.';

create or replace function enrollment_event_is_tallied() returns trigger language plpgsql as $$
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Where nothing is corrected, the new events are all there is to book.
  insert into luban.cohort_tally (workshop_id, cohort_id, effective_on, recorded_at, from_state, to_state, is_no_show,
    is_continued, commenced_on, gender, nationality, events)
  select e.workshop_id, n.cohort_id, e.effective_on, e.recorded_at, e.from_state, e.to_state,
    luban.is_no_show(e.to_state, e.reason_code), n.continues_id is not null,
    case when luban.commences(e.from_state, e.to_state) then e.effective_on
      when e.from_state in ('enrolled', 'suspended') then luban.commenced_on(e.workshop_id, e.enrollment_id) end,
    s.gender, s.nationality, count(*)
  from new_rows e
  join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
  where (e.workshop_id, e.enrollment_id) not in (
    select workshop_id, enrollment_id from new_rows where voids is not null)
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11;

  -- Of a corrected enrollment all events are booked back as they stood before, and booked anew as they stand.
  if exists (select from new_rows where voids is not null) then
    insert into luban.cohort_tally (workshop_id, cohort_id, effective_on, recorded_at, from_state, to_state,
      is_no_show, is_continued, commenced_on, gender, nationality, events)
    with corrected as (
      select workshop_id, enrollment_id, max(recorded_at) as recorded_at from new_rows
      where (workshop_id, enrollment_id) in (select workshop_id, enrollment_id from new_rows where voids is not null)
      group by 1, 2
    ), old_event as (
      select e.* from luban.enrollment_event e
      where (e.workshop_id, e.enrollment_id) in (select workshop_id, enrollment_id from corrected)
        and (e.workshop_id, e.enrollment_id, e.nth) not in (select workshop_id, enrollment_id, nth from new_rows)
    ), event as (
      select -1 as sign, e.workshop_id, e.enrollment_id, e.effective_on, e.from_state, e.to_state, e.reason_code
      from old_event e
      where e.to_state is not null and not exists (select from old_event v
        where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth)
      union all
      select 1, e.workshop_id, e.enrollment_id, e.effective_on, e.from_state, e.to_state, e.reason_code
      from luban.standing_event e
      where (e.workshop_id, e.enrollment_id) in (select workshop_id, enrollment_id from corrected)
    ), line as (
      select e.*, max(e.effective_on) filter (where luban.commences(e.from_state, e.to_state))
        over (partition by e.sign, e.workshop_id, e.enrollment_id) as commenced_on
      from event e
    )
    select l.workshop_id, n.cohort_id, l.effective_on, c.recorded_at, l.from_state, l.to_state,
      luban.is_no_show(l.to_state, l.reason_code), n.continues_id is not null,
      case when luban.commences(l.from_state, l.to_state) or l.from_state in ('enrolled', 'suspended')
        then l.commenced_on end,
      s.gender, s.nationality, sum(l.sign)
    from line l
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
  insert into luban.cohort_tally (workshop_id, cohort_id, effective_on, from_state, to_state, is_no_show, is_continued,
    commenced_on, gender, nationality, events)
  select l.workshop_id, l.cohort_id, l.effective_on, l.from_state, l.to_state, l.is_no_show, l.is_continued,
    l.commenced_on, d.gender, d.nationality, sum(d.sign)
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
create or replace trigger student_moves_tally after update on student
  referencing old table as old_rows new table as new_rows for each statement execute function student_moves_tally();

create or replace trigger cohort_tally_follows_events before insert or update or delete or truncate on cohort_tally
  for each statement when (pg_trigger_depth() = 0) execute function refuse_change('cohort_tally_follows_events');

insert into rule (name, sentence, way_out) values
  ('cohort_tally_counts_something', 'A booking of the tally adds events or takes some back.', 'Leave the tally to Luban.'),
  ('cohort_tally_is_of_a_cohort', 'The tally is of a cohort of the workshop.', 'Leave the tally to Luban.'),
  ('cohort_tally_follows_events', 'The tally follows the events, and is never written by hand.', 'Change the enrollments.');
