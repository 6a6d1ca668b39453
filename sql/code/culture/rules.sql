-- Culture events: what holds for them and for those who take part, whoever writes it.

create or replace function was_enrolled_between(in_workshop int, in_enrollment bigint, in_from date, in_to date) returns boolean
language sql stable parallel safe as $$
  select exists (select from luban.enrolled_period_of(in_workshop, in_enrollment) p
    where p.begins_on <= in_to and p.ends_on >= in_from)
$$;
comment on function was_enrolled_between is
  'Whether an enrollment was enrolled on at least one of the days; that on which it ended or was suspended is the last.';

create or replace function participation_refusals(in_hours numeric, event_hours numeric, is_enrolled boolean) returns text[]
language sql stable parallel safe as $$
  select array_remove(array[
    case when luban.broken_participation(hours => in_hours) is not null then 'participation_has_hours' end,
    case when in_hours > event_hours then 'participation_fits_its_event' end,
    case when not is_enrolled then 'participation_is_of_one_enrolled' end], null)
$$;
comment on function participation_refusals is
  'The rules of taking part, once: names of all that are broken. Attending, import and triggers ask here.';

create or replace function participation_offense(
  in_rule text, in_workshop int, in_event bigint, in_enrollment bigint, in_hours numeric) returns jsonb
language sql stable as $$
  select jsonb_build_object('student', luban.shown_number(s.number), 'cohort', c.code, 'event', v.code)
    || case in_rule
      when 'participation_fits_its_event' then
        jsonb_build_object('hours', trim_scale(in_hours), 'event_hours', trim_scale(v.hours))
      when 'participation_is_of_one_enrolled' then jsonb_build_object('from', v.begins_on, 'to', v.ends_on)
      else '{}' end
  from luban.culture_event v
  join luban.enrollment e on e.workshop_id = v.workshop_id and e.id = in_enrollment
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  where v.workshop_id = in_workshop and v.id = in_event
$$;
comment on function participation_offense is 'Whose participation breaks a rule, and by what.';

-- What holds whoever writes: triggers --------------------------------------------------------------------

create or replace function culture_event_counts_for_a_culture_module() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  -- Who makes another kind of it holds it, and looks for its events.
  perform from luban.course where id = new.course_id for share;
  select jsonb_build_object('course', c.code, 'kind', luban.phrase(c.kind::text)) into offense from luban.course c where c.id = new.course_id and c.kind <> 'culture';
  if found then
    perform luban.break_rule('culture_event_counts_for_a_culture_module', offense, 'culture_event');
  end if;
  return new;
end $$;
comment on function culture_event_counts_for_a_culture_module is 'Refuses an event that counts for what is no culture module.';
create or replace trigger culture_event_counts_for_a_culture_module before insert or update of course_id on culture_event
  for each row when (new.course_id is not null) execute function culture_event_counts_for_a_culture_module();

create or replace function culture_module_of_events_keeps_its_kind() returns trigger language plpgsql as $$
declare
  event text;
begin
  select code into event from luban.culture_event where course_id = new.id limit 1;
  if found then
    perform luban.break_rule('culture_event_counts_for_a_culture_module',
      jsonb_build_object('course', old.code, 'event', event), 'course');
  end if;
  return new;
end $$;
comment on function culture_module_of_events_keeps_its_kind is 'The same rule when a course is to be of another kind.';
create or replace trigger culture_module_of_events_keeps_its_kind before update of kind on course
  for each row when (old.kind = 'culture' and new.kind <> 'culture')
  execute function culture_module_of_events_keeps_its_kind();

create or replace function participation_keeps_its_rules() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Whoever shortens the event or ends the enrollment at this moment is waited for.
  perform luban.fact_day(v.workshop_id, max(v.begins_on), 'participation')
  from (
    select v.workshop_id, v.begins_on from luban.culture_event v
    where (v.workshop_id, v.id) in (select workshop_id, event_id from new_rows) order by v.workshop_id, v.id for share) v
  group by v.workshop_id;
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows) order by e.workshop_id, e.id for share;
  select n.*, r.refusals[1] as rule into offense
  from new_rows n
  join luban.culture_event v on (v.workshop_id, v.id) = (n.workshop_id, n.event_id)
  cross join lateral luban.participation_refusals(n.hours, v.hours,
    luban.was_enrolled_between(n.workshop_id, n.enrollment_id, v.begins_on, v.ends_on)) r (refusals)
  where cardinality(r.refusals) > 0
  limit 1;
  if found then
    perform luban.break_rule(offense.rule, luban.participation_offense(
      offense.rule, offense.workshop_id, offense.event_id, offense.enrollment_id, offense.hours), 'participation');
  end if;
  return null;
end $$;
comment on function participation_keeps_its_rules is 'Refuses participation against its rules, a statement at a time.';
select ask_after('insert, update', 'participation', 'participation_keeps_its_rules');

create or replace function participation_stays_with_its_student() returns trigger language plpgsql as $$
begin
  if (old.workshop_id, old.id, old.event_id, old.enrollment_id)
     is distinct from (new.workshop_id, new.id, new.event_id, new.enrollment_id) then
    perform luban.break_rule('participation_stays_with_its_student', luban.participation_offense(
      'participation_stays_with_its_student', old.workshop_id, old.event_id, old.enrollment_id, old.hours), 'participation');
  end if;
  if coalesce(btrim(new.note), '') = '' then
    perform luban.break_rule('participation_correction_has_a_reason', luban.participation_offense(
      'participation_correction_has_a_reason', old.workshop_id, old.event_id, old.enrollment_id, old.hours), 'participation');
  end if;
  return new;
end $$;
comment on function participation_stays_with_its_student is
  'Lets a correction change the hours, not whose they are and of what, and asks for a reason.';
create or replace trigger participation_stays_with_its_student before update on participation
  for each row when ((old.*) is distinct from (new.*)) execute function participation_stays_with_its_student();

create or replace function culture_event_fits_those_who_took_part() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  perform luban.fact_day(v.workshop_id, v.begins_on, 'participation') from new_rows v
  where exists (select from luban.participation p where (p.workshop_id, p.event_id) = (v.workshop_id, v.id));
  select p.*, r.refusals[1] as rule into offense
  from new_rows v
  join luban.participation p on (p.workshop_id, p.event_id) = (v.workshop_id, v.id)
  cross join lateral luban.participation_refusals(p.hours, v.hours,
    luban.was_enrolled_between(p.workshop_id, p.enrollment_id, v.begins_on, v.ends_on)) r (refusals)
  where cardinality(r.refusals) > 0
  limit 1;
  if found then
    perform luban.break_rule(offense.rule, luban.participation_offense(
      offense.rule, offense.workshop_id, offense.event_id, offense.enrollment_id, offense.hours), 'culture_event');
  end if;
  return null;
end $$;
comment on function culture_event_fits_those_who_took_part is 'The same rules when hours or days of an event change.';
select ask_after('update', 'culture_event', 'culture_event_fits_those_who_took_part');

create or replace function enrollment_covers_culture_events() returns trigger language plpgsql as $$
declare
  offense record;
begin
  -- Who enrolls has not taken part in anything.
  if not exists (select from new_rows where nth > 1) then
    return null;
  end if;
  if not exists (
    select from new_rows n join luban.participation p on (p.workshop_id, p.enrollment_id) = (n.workshop_id, n.enrollment_id)) then
    return null;
  end if;
  select p.* into offense
  from (select distinct workshop_id, enrollment_id from new_rows) n
  join luban.participation p on (p.workshop_id, p.enrollment_id) = (n.workshop_id, n.enrollment_id)
  join luban.culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
  where not luban.was_enrolled_between(p.workshop_id, p.enrollment_id, v.begins_on, v.ends_on)
  order by v.begins_on limit 1;
  if found then
    perform luban.break_rule('participation_is_of_one_enrolled', luban.participation_offense(
      'participation_is_of_one_enrolled', offense.workshop_id, offense.event_id, offense.enrollment_id, offense.hours),
      'enrollment_event');
  end if;
  return null;
end $$;
comment on function enrollment_covers_culture_events is
  'The same rule when an enrollment ends, begins or is suspended on another day.';
