-- Sessions: within their class, from a weekly pattern, moved and cancelled.

create or replace function is_untouched(s session) returns boolean
language sql stable parallel safe as $$
  select s.moved_from is null and s.cancel_reason is null
    and not exists (select from luban.attendance a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id))
    and not exists (select from luban.attendance_past a where (a.workshop_id, a.session_id) = (s.workshop_id, s.id))
$$;
comment on function is_untouched is 'Whether a session is as it was planned: not moved, not cancelled, nothing noted of it.';

create or replace function sessions_keep_their_rules() returns trigger language plpgsql as $$
declare
  offense record;
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
  select rule, what into offense from (
    select 'session_lies_within_its_class' as rule, jsonb_build_object(
      'class', luban.shown_class(k.workshop_id, k.id), 'day', n.held_on, 'from', k.begins_on, 'to', k.ends_on) as what
    from new_rows n join luban.class k on (k.workshop_id, k.id) = (n.workshop_id, n.class_id)
    where n.held_on < k.begins_on or n.held_on > k.ends_on
    union all
    select 'class_is_of_a_living_cohort', jsonb_build_object('cohort', c.code)
    from new_rows n join luban.class k on (k.workshop_id, k.id) = (n.workshop_id, n.class_id)
    join luban.cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
    where tg_op = 'INSERT' and c.status = 'cancelled'
    union all
    select 'session_is_taught_by_who_is_there', jsonb_build_object(
      'class', luban.shown_class(n.workshop_id, n.class_id), 'day', n.held_on,
      'instructor', luban.shown_instructor(n.workshop_id, i.id), 'since', i.since, 'until', i.until)
    from new_rows n join luban.instructor i on (i.workshop_id, i.id) = (n.workshop_id, n.instructor_id)
    where not (i.since <= n.held_on and n.held_on < i.until)
  ) broken limit 1;
  if found then
    perform luban.break_rule(offense.rule, offense.what, 'session');
  end if;
  return null;
end $$;
comment on function sessions_keep_their_rules is
  'Holds sessions within their class, whose cohort lives, and to who stands in being at the workshop that day.';
select ask_after('insert, update', 'session', 'sessions_keep_their_rules');

create or replace function class_dates_hold_sessions() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  select jsonb_build_object('class', luban.shown_class(s.workshop_id, s.class_id), 'day', s.held_on) into offense
  from new_rows n join luban.session s on (s.workshop_id, s.class_id) = (n.workshop_id, n.id)
  where s.held_on < n.begins_on or s.held_on > n.ends_on
  order by n.workshop_id, n.id, s.held_on limit 1;
  if offense is not null then
    perform luban.break_rule('session_lies_within_its_class', offense, 'class');
  end if;
  return null;
end $$;
comment on function class_dates_hold_sessions is 'The same rule when the dates of a class move.';
select ask_after('update', 'class', 'class_dates_hold_sessions');

create or replace function session_that_was_held_stays() returns trigger language plpgsql as $$
begin
  if exists (select from luban.attendance a where a.workshop_id = old.workshop_id and a.session_id = old.id) then
    perform luban.break_rule('session_that_was_held_stays',
      jsonb_build_object('class', luban.shown_class(old.workshop_id, old.class_id), 'day', old.held_on,
        'time', left(old.begins_at::text, 5)),
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

-- Two places at once -------------------------------------------------------------------------------------

-- Timetables -----------------------------------------------------------------------------------------------

create or replace function time_problem(value text) returns text
language sql immutable parallel safe as $$
  select case when luban.is_damaged(value) or value ~ '^[01]?[.,][0-9]+$' then 'value_is_not_damaged_by_excel'
    else 'time_is_a_time_of_day' end
$$;
comment on function time_problem is 'The rule that a text breaks which is no time of day.';
