-- Placements at enterprises: what holds for offers, assignments and hours, whoever writes.

-- The rules, once ---------------------------------------------------------------------------------------

create or replace function placement_refusals(
  in_from date, in_to date, offer_from date, offer_to date, is_enrolled boolean, is_elsewhere boolean) returns text[]
language sql stable parallel safe as $$
  select array_remove(array[
    case when luban.broken_placement(begins_on => in_from, ends_on => in_to) is not null then 'placement_is_in_order'
      when in_from < offer_from or in_to > offer_to then 'placement_lies_within_its_offer' end,
    case when not is_enrolled then 'placement_is_of_one_enrolled' end,
    case when is_elsewhere then 'placement_is_once_at_a_time' end], null)
$$;
comment on function placement_refusals is
  'The rules of an assignment but for the places, once: names of all that are broken. Assigning, import and triggers ask here.';

create or replace function was_in_training_on(in_workshop int, in_enrollment bigint, in_day date) returns boolean
language plpgsql stable parallel safe as $$
begin
  -- Few go on elsewhere: the chain is planned where it is asked for.
  return luban.was_enrolled_on(in_workshop, in_enrollment, in_day) or exists (
    select from luban.enrollments_of_the_chain(in_workshop, in_enrollment) c (id)
    where c.id <> in_enrollment and luban.was_enrolled_on(in_workshop, c.id, in_day));
end $$;
comment on function was_in_training_on is
  'Whether one was enrolled on a day, there or where one came from or went on: a placement is kept by who is transferred.';

create or replace function is_placed_elsewhere(
  in_workshop int, in_enrollment bigint, in_from date, in_to date, in_but bigint default null) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from luban.enrollments_of_the_chain(in_workshop, in_enrollment) c (id)
    join luban.placement p on p.workshop_id = in_workshop and p.enrollment_id = c.id
    where p.id is distinct from in_but and p.begins_on <= in_to and coalesce(p.ended_on, p.ends_on) >= in_from)
$$;
comment on function is_placed_elsewhere is 'Whether one has another placement in these days, there or where one came from or went on.';

create or replace function placement_log_refusals(in_day date, placement_from date, placement_to date, is_enrolled boolean)
returns text[] language sql immutable parallel safe as $$
  select array_remove(array[
    case when in_day not between placement_from and placement_to then 'placement_hours_lie_within_it'
      when not is_enrolled then 'placement_hours_are_of_one_enrolled' end], null)
$$;
comment on function placement_log_refusals is 'The rules of the day on which hours are worked, once. Triggers and doctor ask here.';

create or replace function placement_offense(in_rule text, in_workshop int, in_placement bigint, in_day date default null)
returns jsonb language sql stable as $$
  select jsonb_build_object('student', luban.shown_number(s.number), 'cohort', c.code, 'offer', o.code, 'from', p.begins_on,
      'to', coalesce(p.ended_on, p.ends_on))
    || case when in_rule = 'placement_lies_within_its_offer'
      then jsonb_build_object('offer_from', o.begins_on, 'offer_to', o.ends_on) else jsonb_build_object('day', in_day) end
  from luban.placement p
  join luban.placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
  join luban.enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  where p.workshop_id = in_workshop and p.id = in_placement
$$;
comment on function placement_offense is 'Whose placement breaks a rule, and by what.';

-- Offers -------------------------------------------------------------------------------------------------

create or replace function placement_offer_is_of_an_enterprise() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  -- Who makes another kind of them holds them, and looks for their offers.
  perform from luban.partner where id = new.partner_id for share;
  perform from luban.course where id = new.course_id for share;
  select jsonb_build_object('partner', i.code, 'kind', luban.phrase(i.kind::text)) into offense
  from luban.partner i where i.id = new.partner_id and i.kind <> 'enterprise';
  if found then
    perform luban.break_rule('placement_offer_is_of_an_enterprise', offense, 'placement_offer');
  end if;
  select jsonb_build_object('course', c.code, 'kind', luban.phrase(c.kind::text)) into offense
  from luban.course c where c.id = new.course_id and c.kind <> 'placement';
  if found then
    perform luban.break_rule('placement_offer_is_for_a_placement_course', offense, 'placement_offer');
  end if;
  return new;
end $$;
comment on function placement_offer_is_of_an_enterprise is 'Refuses places of what is no enterprise, or for what is no placement course.';
create or replace trigger placement_offer_is_of_an_enterprise before insert or update of partner_id, course_id
  on placement_offer for each row execute function placement_offer_is_of_an_enterprise();

create or replace function what_offers_placements_keeps_its_kind() returns trigger language plpgsql as $$
declare
  offer text;
begin
  select code into offer from luban.placement_offer o
  where case tg_table_name when 'course' then o.course_id else o.partner_id end = new.id limit 1;
  if found then
    perform luban.break_rule(tg_argv[0], jsonb_build_object(tg_table_name, old.code, 'offer', offer), tg_table_name);
  end if;
  return new;
end $$;
comment on function what_offers_placements_keeps_its_kind is 'The same rules when partner or course are to be of another kind.';
create or replace trigger enterprise_of_offers_keeps_its_kind before update of kind on partner
  for each row when (old.kind = 'enterprise' and new.kind <> 'enterprise')
  execute function what_offers_placements_keeps_its_kind('placement_offer_is_of_an_enterprise');
create or replace trigger placement_course_of_offers_keeps_its_kind before update of kind on course
  for each row when (old.kind = 'placement' and new.kind <> 'placement')
  execute function what_offers_placements_keeps_its_kind('placement_offer_is_for_a_placement_course');

create or replace function placement_offer_covers_its_placements() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  select p.workshop_id, p.id into offense
  from new_rows n join luban.placement p on (p.workshop_id, p.offer_id) = (n.workshop_id, n.id)
  where cardinality(luban.placement_refusals(p.begins_on, p.ends_on, n.begins_on, n.ends_on, true, false)) > 0 limit 1;
  if found then
    perform luban.break_rule('placement_lies_within_its_offer',
      luban.placement_offense('placement_lies_within_its_offer', offense.workshop_id, offense.id), 'placement_offer');
  end if;
  return null;
end $$;
comment on function placement_offer_covers_its_placements is 'Placements lie within their offer when its days change.';
select ask_after('update', 'placement_offer', 'placement_offer_covers_its_placements');

-- Assignments and hours ----------------------------------------------------------------------------------

create or replace function placement_keeps_its_rules() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Whoever ends the enrollment at this moment is waited for; the offer is locked by the count of its places.
  perform from luban.placement_offer o
  where (o.workshop_id, o.id) in (select workshop_id, offer_id from new_rows)
  order by o.workshop_id, o.id for no key update;
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows) order by e.workshop_id, e.id for share;
  select n.workshop_id, n.id, r.refusals[1] as rule into offense
  from new_rows n
  join luban.placement_offer o on (o.workshop_id, o.id) = (n.workshop_id, n.offer_id)
  cross join lateral luban.placement_refusals(n.begins_on, n.ends_on, o.begins_on, o.ends_on,
    luban.was_in_training_on(n.workshop_id, n.enrollment_id, n.begins_on),
    luban.is_placed_elsewhere(n.workshop_id, n.enrollment_id, n.begins_on, coalesce(n.ended_on, n.ends_on), n.id)) r (refusals)
  where cardinality(r.refusals) > 0 limit 1;
  if found then
    perform luban.break_rule(offense.rule,
      luban.placement_offense(offense.rule, offense.workshop_id, offense.id), 'placement');
  end if;
  select l.workshop_id, l.placement_id, l.worked_on into offense
  from new_rows n join luban.placement_log l on (l.workshop_id, l.placement_id) = (n.workshop_id, n.id)
  where cardinality(luban.placement_log_refusals(l.worked_on, n.begins_on, coalesce(n.ended_on, n.ends_on), true)) > 0 limit 1;
  if found then
    perform luban.break_rule('placement_hours_lie_within_it', luban.placement_offense(
      'placement_hours_lie_within_it', offense.workshop_id, offense.placement_id, offense.worked_on), 'placement');
  end if;
  return null;
end $$;
comment on function placement_keeps_its_rules is 'Refuses placements against their rules, a statement at a time.';
select ask_after('insert, update', 'placement', 'placement_keeps_its_rules');

create or replace function placement_stays_with_its_student() returns trigger language plpgsql as $$
begin
  perform luban.break_rule('placement_stays_with_its_student',
    luban.placement_offense('placement_stays_with_its_student', old.workshop_id, old.id), 'placement');
  return null;
end $$;
comment on function placement_stays_with_its_student is 'Refuses another student or offer to a placement.';
create or replace trigger placement_stays_with_its_student before update on placement
  for each row when ((old.workshop_id, old.id, old.enrollment_id, old.offer_id)
    is distinct from (new.workshop_id, new.id, new.enrollment_id, new.offer_id))
  execute function placement_stays_with_its_student();

create or replace function placement_log_keeps_its_rules() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- A lock on the student makes two meet who log hours of one day at two enterprises.
  perform from luban.placement p
  where (p.workshop_id, p.id) in (select workshop_id, placement_id from new_rows) order by p.workshop_id, p.id for share;
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (
    select p.workshop_id, p.enrollment_id from new_rows n
    join luban.placement p on (p.workshop_id, p.id) = (n.workshop_id, n.placement_id))
  order by e.workshop_id, e.id for share;
  perform from luban.student s
  where (s.workshop_id, s.id) in (
    select p.workshop_id, e.student_id from new_rows n
    join luban.placement p on (p.workshop_id, p.id) = (n.workshop_id, n.placement_id)
    join luban.enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id))
  order by s.workshop_id, s.id for no key update;
  select n.workshop_id, n.placement_id, n.worked_on, r.refusals[1] as rule into offense
  from new_rows n
  join luban.placement p on (p.workshop_id, p.id) = (n.workshop_id, n.placement_id)
  cross join lateral luban.placement_log_refusals(n.worked_on, p.begins_on, coalesce(p.ended_on, p.ends_on),
    luban.was_in_training_on(p.workshop_id, p.enrollment_id, n.worked_on)) r (refusals)
  where cardinality(r.refusals) > 0 limit 1;
  if found then
    perform luban.break_rule(offense.rule, luban.placement_offense(
      offense.rule, offense.workshop_id, offense.placement_id, offense.worked_on), 'placement_log');
  end if;
  select n.workshop_id, n.placement_id, n.worked_on into offense
  from new_rows n
  where luban.hours_on_day(n.workshop_id, n.placement_id, n.worked_on) > 24 limit 1;
  if found then
    perform luban.break_rule('placement_day_has_24_hours', luban.placement_offense(
      'placement_day_has_24_hours', offense.workshop_id, offense.placement_id, offense.worked_on), 'placement_log');
  end if;
  return null;
end $$;
comment on function placement_log_keeps_its_rules is 'Refuses hours against their rules, a statement at a time.';
select ask_after('insert, update', 'placement_log', 'placement_log_keeps_its_rules');

create or replace function hours_on_day(in_workshop int, in_placement bigint, in_day date) returns numeric
language sql stable parallel safe as $$
  select sum(l.hours) from luban.placement p
  join luban.enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
  join luban.enrollment every on (every.workshop_id, every.student_id) = (e.workshop_id, e.student_id)
  join luban.placement q on (q.workshop_id, q.enrollment_id) = (every.workshop_id, every.id)
  join luban.placement_log l on (l.workshop_id, l.placement_id, l.worked_on) = (q.workshop_id, q.id, in_day)
  where p.workshop_id = in_workshop and p.id = in_placement
$$;
comment on function hours_on_day is 'Hours that the student of a placement worked on a day, at all enterprises.';

create or replace function placement_log_stays_with_its_day() returns trigger language plpgsql as $$
begin
  if (old.workshop_id, old.id, old.placement_id, old.worked_on)
     is distinct from (new.workshop_id, new.id, new.placement_id, new.worked_on) then
    perform luban.break_rule('placement_log_stays_with_its_day', luban.placement_offense(
      'placement_log_stays_with_its_day', old.workshop_id, old.placement_id, old.worked_on), 'placement_log');
  end if;
  if coalesce(btrim(new.note), '') = '' then
    perform luban.break_rule('placement_correction_has_a_reason', luban.placement_offense(
      'placement_correction_has_a_reason', old.workshop_id, old.placement_id, old.worked_on), 'placement_log');
  end if;
  return new;
end $$;
comment on function placement_log_stays_with_its_day is
  'Lets a correction change hours and task, not whose they are and when, and asks for a reason.';
create or replace trigger placement_log_stays_with_its_day before update on placement_log
  for each row when ((old.*) is distinct from (new.*)) execute function placement_log_stays_with_its_day();

create or replace function enrollment_covers_placements() returns trigger language plpgsql as $$
declare
  offense record;
begin
  -- Who enrolls has no placement yet. Who is transferred keeps it: it is asked about where they go on, once that is written.
  if not exists (select from new_rows where (nth > 1 or link_id is not null) and to_state is distinct from 'transferred') then
    return null;
  end if;
  if not exists (
    select from new_rows n
    join luban.enrollment me on (me.workshop_id, me.id) = (n.workshop_id, n.enrollment_id)
    join luban.enrollment e on (e.workshop_id, e.student_id) = (me.workshop_id, me.student_id)
    join luban.placement p on (p.workshop_id, p.enrollment_id) = (e.workshop_id, e.id)
    where (n.nth > 1 or n.link_id is not null) and n.to_state is distinct from 'transferred') then
    return null;
  end if;
  -- Whoever enters a placement, or hours, at this moment is waited for.
  perform from luban.enrollment e
  where (e.workshop_id, e.student_id) in (
    select me.workshop_id, me.student_id from new_rows n
    join luban.enrollment me on (me.workshop_id, me.id) = (n.workshop_id, n.enrollment_id))
  order by e.workshop_id, e.id for no key update;
  select p.workshop_id, p.id, l.day, l.rule into offense
  from (
    select distinct e.workshop_id, e.id as enrollment_id from new_rows n
    join luban.enrollment me on (me.workshop_id, me.id) = (n.workshop_id, n.enrollment_id)
    join luban.enrollment e on (e.workshop_id, e.student_id) = (me.workshop_id, me.student_id)
    where (n.nth > 1 or n.link_id is not null) and n.to_state is distinct from 'transferred') n
  join luban.placement p on (p.workshop_id, p.enrollment_id) = (n.workshop_id, n.enrollment_id)
  cross join lateral (
    select p.begins_on as day, 'placement_is_of_one_enrolled' as rule
    union all
    select l.worked_on, 'placement_hours_are_of_one_enrolled' from luban.placement_log l
    where (l.workshop_id, l.placement_id) = (p.workshop_id, p.id)) l
  where not luban.was_in_training_on(p.workshop_id, p.enrollment_id, l.day)
  order by l.day limit 1;
  if found then
    perform luban.break_rule(offense.rule,
      luban.placement_offense(offense.rule, offense.workshop_id, offense.id, offense.day), 'enrollment_event');
  end if;
  return null;
end $$;
comment on function enrollment_covers_placements is
  'The same rules when an enrollment ends, begins or is suspended on another day.';

-- An enrollment that ends takes its placement with it, and those of where it came from; a transfer takes none: the placement
-- is kept, and its enrollment. An end that is taken back brings the placement back (luban.correct_event), unless somebody else has
-- the place by then.
create or replace function enrollment_ends_its_placements() returns trigger language plpgsql as $$
begin
  -- Nearly all events leave the student where they are.
  if not exists (select from new_rows where luban.is_over(to_state) and to_state <> 'transferred') then
    return null;
  end if;
  update luban.placement p set ended_on = n.effective_on, end_reason = format('the enrollment is %s', n.to_state)
  from new_rows n
  cross join lateral luban.enrollments_of_the_chain(n.workshop_id, n.enrollment_id) c (id)
  where luban.is_over(n.to_state) and n.to_state <> 'transferred' and (p.workshop_id, p.enrollment_id) = (n.workshop_id, c.id)
    and p.begins_on <= n.effective_on and least(p.ended_on, p.ends_on) > n.effective_on;
  return null;
end $$;
comment on function enrollment_ends_its_placements is
  'Ends placements on the day on which the enrollment ends, and so gives their places back.';
