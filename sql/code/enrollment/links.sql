-- Transfers and returns: links from one enrollment to the one in which it goes on, which make the chain of a student.

create or replace function enrollments_of_the_chain(in_workshop int, in_enrollment bigint) returns setof bigint
language sql stable parallel safe as $$
  with recursive line (id) as (
    select in_enrollment
    union
    select case when k.from_id = l.id then k.to_id else k.from_id end
    from line l
    join luban.enrollment_link k on k.workshop_id = in_workshop and l.id in (k.from_id, k.to_id)
    where exists (select from luban.standing_event e
      where e.workshop_id = k.workshop_id and e.enrollment_id = k.to_id and e.link_id = k.id))
  select id from line
$$;
comment on function enrollments_of_the_chain is 'An enrollment with all that it continues or that continue it, by transfers and returns.';

create or replace function enrollment_goes_on_in(in_workshop int, in_enrollment bigint) returns bigint
language sql stable parallel safe as $$
  with recursive line (id, link_id) as (
    select in_enrollment, 0::bigint
    union
    select k.to_id, k.id
    from line l
    join luban.enrollment_link k on k.workshop_id = in_workshop and k.from_id = l.id and k.id > l.link_id
    where exists (select from luban.standing_event e
      where e.workshop_id = k.workshop_id and e.enrollment_id = k.to_id and e.link_id = k.id))
  select id from line order by link_id desc limit 1
$$;
comment on function enrollment_goes_on_in is 'The enrollment in which one goes on now, after all transfers and returns; itself where there were none.';

create or replace function link_is_whole(k enrollment_link) returns boolean
language sql stable as $$
  -- Both ends, on one day, or none; who had left before they returned has no event at the end that they left.
  select coalesce(bool_and(enrollment_id in (k.from_id, k.to_id) and (enrollment_id = k.to_id) = (to_state <> 'transferred')), true)
    and count(*) filter (where stands and enrollment_id = k.from_id) = case
      when count(*) filter (where stands) = 0 then 0
      when k.kind = 'transfer' or bool_or(enrollment_id = k.from_id) then 1 else 0 end
    and count(*) filter (where stands and enrollment_id = k.to_id) = least(count(*) filter (where stands), 1)
    and count(distinct effective_on) filter (where stands) <= 1
  from (
    select e.enrollment_id, e.to_state, e.effective_on, not exists (
      select from luban.enrollment_event v
      where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth) as stands
    from luban.enrollment_event e
    where e.workshop_id = k.workshop_id and e.link_id = k.id and e.to_state is not null) event
$$;
comment on function link_is_whole is 'Whether both ends of a transfer or a return stand, on one day, or none of them.';

create or replace function link_ends_stand_together() returns trigger language plpgsql as $$
declare
  who text;
begin
  select luban.shown_enrollment(k.workshop_id, k.to_id) into who
  from luban.enrollment_link k
  join luban.enrollment f on (f.workshop_id, f.id) = (k.workshop_id, k.from_id)
  join luban.enrollment t on (t.workshop_id, t.id) = (k.workshop_id, k.to_id)
  where k.workshop_id = new.workshop_id and k.id = coalesce(new.link_id, (
      select v.link_id from luban.enrollment_event v
      where (v.workshop_id, v.enrollment_id, v.nth) = (new.workshop_id, new.enrollment_id, new.voids)))
    and (f.student_id <> t.student_id or not luban.link_is_whole(k));
  if found then
    perform luban.break_rule('transfer_has_two_ends', jsonb_build_object('student', who), 'enrollment_event');
  end if;
  return null;
end $$;
comment on function link_ends_stand_together is
  'Refuses a transfer or a return of which one end alone stands, or each on a day of its own; asked when both are written.';
drop trigger if exists transfer_has_two_ends on enrollment_event;
create constraint trigger transfer_has_two_ends after insert on enrollment_event
  deferrable initially deferred for each row when (new.link_id is not null or new.voids is not null)
  execute function link_ends_stand_together();
create or replace trigger enrollment_links_are_kept before update or delete or truncate on enrollment_link
  for each statement execute function refuse_change('events_are_kept');

-- Who goes on elsewhere ----------------------------------------------------------------------------------

create or replace function link_enrollments(
  in_workshop int, in_from bigint[], in_cohort bigint, in_states enrollment_state[], in_effective date,
  in_kind enrollment_link_kind, in_reason_code text, in_reason text, in_override text)
returns bigint[] language plpgsql as $$
declare
  to_ids bigint[];
  links bigint[];
begin
  -- Each goes on in the enrollment that they have in the cohort, or in a new one.
  select array_agg(coalesce(t.id, nextval('luban.enrollment_id_seq')) order by a.nth),
    array_agg(case when t.id is distinct from a.id then nextval('luban.enrollment_link_id_seq') end order by a.nth)
  into to_ids, links
  from unnest(in_from) with ordinality a (id, nth)
  join luban.enrollment f on f.workshop_id = in_workshop and f.id = a.id
  left join luban.enrollment t
    on (t.workshop_id, t.student_id, t.cohort_id) = (f.workshop_id, f.student_id, in_cohort);
  insert into luban.enrollment_link (workshop_id, id, kind, from_id, to_id) overriding system value
  select in_workshop, a.link_id, in_kind, a.from_id, a.to_id
  from unnest(links, in_from, to_ids) with ordinality a (link_id, from_id, to_id, nth)
  where a.link_id is not null order by a.nth;
  -- One seat is given up before the other is taken.
  insert into luban.enrollment_event
    (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason_code, reason, link_id)
  select in_workshop, f.id, luban.next_event(in_workshop, f.id), f.state, 'transferred', in_effective, in_reason_code, in_reason,
    a.link_id
  from unnest(links, in_from) with ordinality a (link_id, from_id, nth)
  join luban.enrollment f on f.workshop_id = in_workshop and f.id = a.from_id and not luban.is_over(f.state)
  where a.link_id is not null order by a.nth;
  insert into luban.enrollment (workshop_id, id, student_id, cohort_id, applied_on, state, state_on, override)
  overriding system value
  select in_workshop, a.to_id, f.student_id, in_cohort, in_effective, a.state, in_effective, in_override
  from unnest(in_from, to_ids, in_states) with ordinality a (from_id, to_id, state, nth)
  join luban.enrollment f on f.workshop_id = in_workshop and f.id = a.from_id
  where not exists (select from luban.enrollment t where t.workshop_id = in_workshop and t.id = a.to_id)
  order by a.nth;
  update luban.enrollment t set applied_on = in_effective, override = in_override
  where t.workshop_id = in_workshop and t.id = any (to_ids) and t.state = 'annulled';
  insert into luban.enrollment_event
    (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason_code, reason, link_id)
  select in_workshop, t.id, luban.next_event(in_workshop, t.id),
    case when t.state <> 'annulled' and exists (select from luban.enrollment_event v
      where v.workshop_id = in_workshop and v.enrollment_id = t.id) then t.state end,
    a.state, in_effective, in_reason_code, coalesce(in_reason, in_override), a.link_id
  from unnest(links, to_ids, in_states) with ordinality a (link_id, to_id, state, nth)
  join luban.enrollment t on t.workshop_id = in_workshop and t.id = a.to_id
  order by a.nth;
  return to_ids;
end $$;
comment on function link_enrollments is
  'Lets each of these enrollments go on in a cohort, linked both ways; in the same cohort it goes on itself. Who may is asked before.';

create or replace function judge_continuations(
  in_workshop int, in_kind enrollment_link_kind, in_enrollments bigint[], in_cohort bigint, in_effective date, in_override text)
returns table (nth bigint, named_id bigint, goes_on_from bigint, student_id bigint, state enrollment_state, refusals text[])
language sql stable as $$
  with asked as (
    select a.nth, e.id as named_id, head.id, e.student_id, back.state, array_remove(array[
        case when in_kind = 'transfer' then
            case when not luban.enrollment_change_is_known(e.state, 'transferred') then luban.wrong_change(e.state, 'transferred') end
          when e.state = 'annulled' then 'annulled_enrollment_begins_again'
          when not luban.enrollment_return_is_known(e.state, 'applied')
            or luban.is_over(head.state) and not luban.enrollment_return_is_known(head.state, 'applied')
            or head.id <> e.id and head.cohort_id = in_cohort and not luban.is_over(head.state)
            or row_number() over (partition by e.student_id order by a.nth) > 1
          then 'return_is_of_one_who_left' end,
        case when in_effective < greatest(head.state_on, there.state_on) then 'enrollment_events_follow_each_other' end,
        case when in_override is null and target.status not in ('open', 'running') then 'enrollment_needs_an_open_cohort' end,
        case when in_override is null and target.program_id <> c.program_id
          then case in_kind when 'transfer' then 'transfer_stays_in_the_program' else 'return_stays_in_the_program' end end,
        case when in_kind = 'transfer' and there.id <> e.id and luban.enrollment_return_is_known(there.state, 'applied')
            then 'enrollment_comes_back_by_return'
          when there.state <> 'annulled' and (in_kind = 'transfer'
            or there.id <> head.id and not luban.enrollment_return_is_known(there.state, 'applied'))
          then 'enrollment_is_once_in_a_cohort' end,
        case when luban.holds_seat(back.state)
          and luban.seat_elsewhere(in_workshop, e.student_id, target, head.id, in_effective) is not null
          then 'student_holds_one_seat_at_a_time' end], null) as refusals, target.capacity - target.seats_held as free,
      luban.free_seats_since(in_workshop, in_cohort, in_effective) as free_then
    from unnest(in_enrollments) with ordinality a (id, nth)
    join luban.enrollment e on e.workshop_id = in_workshop and e.id = a.id
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    join luban.cohort target on target.workshop_id = in_workshop and target.id = in_cohort
    -- Who returns does so from where they are now, after all transfers and returns, and to what was left there.
    join luban.enrollment head on head.workshop_id = in_workshop
      and head.id = case in_kind when 'transfer' then a.id else luban.enrollment_goes_on_in(in_workshop, a.id) end
    cross join lateral (
      select case when in_kind = 'transfer' then 'enrolled' when s.state = 'waitlisted' then 'applied' else s.state end as state
      from (select case when in_kind = 'return' and luban.is_over(head.state) then (
          select l.previous_state from luban.enrollment_chain_of(in_workshop, head.id) l where l.is_last)
        else head.state end as state) s) back
    left join luban.enrollment there
      on (there.workshop_id, there.student_id, there.cohort_id) = (e.workshop_id, e.student_id, in_cohort)
  )
  select a.nth, a.named_id, a.id, a.student_id, a.state, a.refusals || case
    when luban.holds_seat(a.state) and a.turn > a.free then array['cohort_seats_within_capacity']
    when luban.holds_seat(a.state) and a.turn > a.free_then then array['seats_are_held_within_capacity_each_day']
    else '{}' end
  from (
    select asked.*, count(*) filter (where cardinality(asked.refusals) = 0 and luban.holds_seat(asked.state))
        over (order by asked.nth rows unbounded preceding) + (cardinality(asked.refusals) > 0)::int as turn
    from asked) a order by a.nth
$$;
comment on function judge_continuations is
  'Who of these may be transferred into a cohort, or return into it, from where they are now and to which state, and what stands against it.';

create or replace function continue_enrollments(
  in_workshop int, in_kind enrollment_link_kind, in_enrollments bigint[], in_cohort bigint, in_effective date,
  in_reason_code text, in_reason text, in_override text default null)
returns table (student_id bigint, named_id bigint, enrollment_id bigint, state enrollment_state, refusals text[], promoted boolean)
language plpgsql as $$
#variable_conflict use_column
declare
  touched bigint[];
begin
  in_effective := luban.fact_day(in_workshop, in_effective, 'enrollment_event');
  select array_agg(distinct e.cohort_id) || luban.cohorts_awaited(in_workshop, array_agg(e.student_id)) || in_cohort into touched
  from luban.enrollment e
  where e.workshop_id = in_workshop and e.id in (
    select luban.enrollment_goes_on_in(in_workshop, a.id) from unnest(in_enrollments) a (id));
  perform from luban.cohort c where c.workshop_id = in_workshop and c.id = any (touched) order by c.id for no key update;
  return query
  with judged as materialized (
    select * from luban.judge_continuations(in_workshop, in_kind, in_enrollments, in_cohort, in_effective, in_override)
  ), going as (
    select array_agg(nth order by nth) as turns, array_agg(goes_on_from order by nth) as ids, array_agg(state order by nth) as states
    from judged where cardinality(refusals) = 0
  ), gone as materialized (
    select l.nth, l.id
    from going g
    cross join lateral unnest(g.turns, luban.link_enrollments(in_workshop, g.ids, in_cohort, g.states, in_effective, in_kind,
      in_reason_code, in_reason, coalesce(in_override, case in_kind when 'transfer' then 'transferred' end, in_reason, 'returned')))
      l (nth, id)
    where g.ids is not null
  )
  select j.student_id, j.named_id, g.id, case when g.id is not null then j.state end, j.refusals, false
  from judged j left join gone g using (nth) order by j.nth;
  return query
  select null::bigint, null::bigint, p.enrollment_id, 'enrolled'::luban.enrollment_state, '{}'::text[], true
  from luban.promote(in_workshop, touched) p;
end $$;
comment on function continue_enrollments is
  'Transfers students into another cohort, or takes back who had left, linked both ways; says who was left out and why, and gives freed seats to those who wait.';

-- Enrollments that continue each other, whatever the day: for rules, which hold for all of a chain. Figures ask report.enrollment_source.
create or replace function and_earlier(in_workshop int, in_enrollment bigint) returns setof bigint
language sql stable parallel safe as $$
  select in_enrollment
  union all
  select report.earlier_enrollments(in_workshop, in_enrollment, 'infinity', 'infinity')
$$;
comment on function and_earlier is 'An enrollment and those that it continues.';

create or replace function later_enrollments(in_workshops int[], in_enrollments bigint[])
returns table (workshop_id int, enrollment_id bigint, later_id bigint)
language sql stable parallel safe as $$
  with recursive line (workshop_id, enrollment_id, later_id) as (
    select n.workshop_id, n.enrollment_id, n.enrollment_id
    from unnest(in_workshops, in_enrollments) n (workshop_id, enrollment_id)
    union
    select l.workshop_id, l.enrollment_id, k.to_id
    from line l join luban.enrollment_link k on (k.workshop_id, k.from_id) = (l.workshop_id, l.later_id)
    where exists (select from luban.standing_event e
      where e.workshop_id = k.workshop_id and e.enrollment_id = k.to_id and e.link_id = k.id))
  select workshop_id, enrollment_id, later_id from line
$$;
comment on function later_enrollments is
  'Enrollments, each with itself and those that continue it: of a set, since most are continued by none.';
