-- What is done with enrollments: sets of them at a time, one way in for a person and for a file of thousands.

create or replace function enroll(
  in_workshop int, in_cohort bigint, in_students bigint[], in_state enrollment_state,
  in_applied date, in_effective date, in_override text default null)
returns table (student_id bigint, enrollment_id bigint, state enrollment_state, waitlist_place int, refusals text[])
language plpgsql as $$
#variable_conflict use_column
declare
  c luban.cohort;
  e luban.program_edition;
  free int;
  free_then int;
begin
  in_applied := luban.fact_day(in_workshop, in_applied, 'enrollment');
  in_effective := luban.fact_day(in_workshop, coalesce(in_effective, in_applied), 'enrollment_event');
  select * into c from luban.cohort where workshop_id = in_workshop and id = in_cohort for no key update;
  select * into e from luban.program_edition where id = c.edition_id;
  free := c.capacity - c.seats_held;
  -- Of the seats that are free now, those that were free on all days since.
  if in_effective < luban.last_change_of_seats(in_workshop, in_cohort) then
    select count(*) into free_then from luban.free_seats(in_workshop, in_cohort, free) f where f.since <= in_effective;
  end if;
  return query
  with asked as (
    select a.student_id, a.nth, twice.id as annulled_id,
      case when s.id is null then array['enrollment_is_of_a_student']
        when luban.enrollment_return_is_known(twice.state, 'applied')
            or twice.id is null and luban.left_elsewhere(in_workshop, a.student_id, c)
          then array['enrollment_comes_back_by_return']
        when twice.state <> 'annulled'
          or row_number() over (partition by a.student_id order by a.nth) > 1
          then array['enrollment_is_once_in_a_cohort']
        else array_remove(
          case when in_override is null then luban.entry_refusals(
            s.birth_on, s.schooling, s.entry_framework, s.entry_rank,
            e.requires_program_id is not null
              and luban.has_completed(in_workshop, a.student_id, e.requires_program_id),
            in_applied, c, e, case when e.entry_level is not null then luban.required_rank(e) end)
            else '{}' end
          || case when luban.holds_seat(in_state)
               and luban.seat_elsewhere(in_workshop, a.student_id, c, in_since => in_effective) is not null
               then 'student_holds_one_seat_at_a_time' end, null)
        end as refusals,
      in_state = 'waitlisted' and (c.status not in ('open', 'running')
        or luban.seat_elsewhere(in_workshop, a.student_id, c) is not null) as must_wait
    from unnest(in_students) with ordinality a (student_id, nth)
    left join luban.student s on s.workshop_id = in_workshop and s.id = a.student_id
    left join luban.enrollment twice
      on twice.workshop_id = in_workshop and twice.student_id = a.student_id and twice.cohort_id = in_cohort
  ), ranked as (
    select a.*, case when asks then row_number() over (partition by asks order by a.nth) end as turn
    from asked a
    cross join lateral (
      select cardinality(a.refusals) = 0 and (luban.holds_seat(in_state) or in_state = 'waitlisted' and not a.must_wait)) t (asks)
  ), seated as (
    select r.student_id, r.nth, r.annulled_id,
      case when r.turn > free_then and free_then < free then array['seats_are_held_within_capacity_each_day']
        else r.refusals end as refusals,
      -- Nobody waits while a seat is free.
      case when luban.holds_seat(in_state) and r.turn > free then 'waitlisted'
        when in_state = 'waitlisted' and r.turn <= free then 'enrolled' else in_state end as state
    from ranked r
  ), planned as (
    select s.*, case when s.state = 'waitlisted' then c.last_waitlist_place
      + row_number() over (partition by cardinality(s.refusals) = 0, s.state order by s.nth) end::int as waitlist_place
    from seated s
  ), begun as (
    insert into luban.enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on, waitlist_place, override)
    select in_workshop, p.student_id, in_cohort, in_applied, p.state, in_effective, p.waitlist_place, in_override
    from planned p where cardinality(p.refusals) = 0 and p.annulled_id is null order by p.nth
    returning id, student_id, state
  ), begun_again as (
    -- One that was annulled begins again, in the same row.
    update luban.enrollment n set applied_on = in_applied, override = in_override
    from planned p where cardinality(p.refusals) = 0 and n.workshop_id = in_workshop and n.id = p.annulled_id
    returning n.id, n.student_id, p.state
  ), made as (
    select * from begun union all select * from begun_again
  ), told as (
    insert into luban.enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on, reason)
    select in_workshop, m.id, 1, m.state, in_effective, in_override from begun m
    union all
    select in_workshop, m.id, luban.next_event(in_workshop, m.id), m.state, in_effective, in_override from begun_again m
  )
  select p.student_id, m.id, m.state, p.waitlist_place, p.refusals
  from planned p left join made m on m.student_id = p.student_id order by p.nth;
end $$;
comment on function enroll is
  'Enrolls a set of students in a cohort: a seat while there is one, else the waitlist in order; says who was refused and why.';

create or replace function own_reason(in_reason text) returns text
language sql stable parallel safe as $$
  select case in_reason when 'a seat became free' then luban.wording('a seat became free')
    when 'transferred' then luban.wording('transferred') when 'returned' then luban.wording('returned')
    when 'the cohort was closed' then luban.wording('the cohort was closed') else in_reason end
$$;
comment on function own_reason is 'Why an event was, as who reads is told it: of reasons that Luban gives itself, in their language.';

create or replace function promote(in_workshop int, in_cohorts bigint[])
returns table (enrollment_id bigint)
language plpgsql as $$
begin
  perform from luban.cohort c where c.workshop_id = in_workshop and c.id = any (in_cohorts)
  order by c.id for no key update;
  if not exists (select from luban.enrollment e
    where e.workshop_id = in_workshop and e.cohort_id = any (in_cohorts) and e.state = 'waitlisted') then
    return;
  end if;
  return query
  with waiting as (
    select e.id, e.cohort_id, e.student_id, e.state_on, row_number() over (partition by e.cohort_id order by e.waitlist_place) as nth
    from luban.enrollment e join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where e.workshop_id = in_workshop and e.cohort_id = any (in_cohorts) and e.state = 'waitlisted'
      and c.status in ('open', 'running') and luban.seat_elsewhere(in_workshop, e.student_id, c) is null
      -- The seats of those who have completed are not given again: there is nothing left to begin with.
      and not exists (select from luban.enrollment d
        where d.workshop_id = in_workshop and d.cohort_id = e.cohort_id and d.state = 'completed')
  ), free as (
    select k.cohort_id, f.nth, f.since
    from (select cohort_id, max(nth) as most from waiting group by 1) k
    cross join lateral luban.free_seats(in_workshop, k.cohort_id, k.most) f
  )
  -- Since the first day on which the seat was free until now, the cohort open, and no other seat held beside it.
  insert into luban.enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason)
  select in_workshop, w.id, luban.next_event(in_workshop, w.id), 'waitlisted', 'enrolled',
    greatest(f.since, w.state_on, luban.seat_elsewhere_until(in_workshop, w.student_id, w.cohort_id, w.state_on),
      (select min(v.effective_on) from luban.cohort_event v
       where v.workshop_id = in_workshop and v.cohort_id = w.cohort_id and v.status = 'open')),
    'a seat became free'
  from waiting w join free f using (cohort_id, nth) order by w.id
  returning enrollment_event.enrollment_id;
end $$;
comment on function promote is 'Gives free seats of the cohorts to those who wait, in the order of their places.';

-- Volatile: it is asked of those whom the statement that asks has just put on the waitlist.
create or replace function waitlist_turn(in_workshop int, in_cohort bigint, in_place int) returns int
language sql volatile as $$
  select case when in_place is not null then (select count(*)::int from luban.enrollment o
    where o.workshop_id = in_workshop and o.cohort_id = in_cohort and o.waitlist_place <= in_place) end
$$;
comment on function waitlist_turn is 'Whose turn a place on a waitlist is: 1 the next. Places themselves have gaps.';

create or replace function cohorts_awaited(in_workshop int, in_students bigint[]) returns bigint[]
language sql stable as $$
  select coalesce(array_agg(distinct cohort_id), '{}') from luban.enrollment
  where workshop_id = in_workshop and student_id = any (in_students) and state = 'waitlisted'
$$;
comment on function cohorts_awaited is
  'Cohorts in which students wait: who gives a seat up may take another one, for which they could not be asked before.';

create or replace function next_event(in_workshop int, in_enrollment bigint) returns smallint
language sql stable as $$
  select (coalesce(max(nth), 0) + 1)::smallint from luban.enrollment_event
  where workshop_id = in_workshop and enrollment_id = in_enrollment
$$;
comment on function next_event is 'Number of the next event of an enrollment.';

create or replace function wrong_change(from_state enrollment_state, to_state enrollment_state) returns text
language sql immutable parallel safe as $$
  -- Whoever has left is looked for with the verbs of those who stay.
  select case when luban.enrollment_return_is_known(from_state, 'applied') and (to_state = 'transferred' or not luban.is_over(to_state))
    then 'enrollment_comes_back_by_return'
    when from_state = 'annulled' then 'annulled_enrollment_begins_again' else 'enrollment_change_is_allowed' end
$$;
comment on function wrong_change is 'The rule that a change breaks which no verb but a return, or none, can make.';

create or replace function change_enrollments(
  in_workshop int, in_enrollments bigint[], in_state enrollment_state, in_effective date,
  in_reason_code text default null, in_reason text default null)
returns table (enrollment_id bigint, from_state enrollment_state, to_state enrollment_state,
  promoted boolean, refusals text[], missing text)
language plpgsql as $$
#variable_conflict use_column
declare
  touched bigint[];
  lacking bigint[];
  lacked text[];
  recorded bigint[];
  records text[];
  earlier bigint[];
  earlier_free int[];
begin
  in_effective := luban.fact_day(in_workshop, in_effective, 'enrollment_event');
  select array_agg(distinct cohort_id) || luban.cohorts_awaited(in_workshop, array_agg(student_id)) into touched
  from luban.enrollment where workshop_id = in_workshop and id = any (in_enrollments);
  perform from luban.cohort c where c.workshop_id = in_workshop and c.id = any (touched)
  order by c.id for no key update;
  -- What is noted of them waits: refused here with all that is wrong, not by the first trigger.
  perform from luban.enrollment e where e.workshop_id = in_workshop and e.id = any (in_enrollments)
  order by e.id for no key update;
  -- Planned only where it is asked: it costs more than all the rest. It is asked here, so that whoever lacks a part is left
  -- out and listed with it; and again by the trigger, of those whom this writes, since that holds whoever writes and can't
  -- be told that somebody has asked before.
  if in_state = 'completed' then
    select array_agg(m.enrollment_id), array_agg(m.missing) into lacking, lacked from unnest(touched) cohort (id)
    cross join lateral luban.missing_parts(in_workshop, cohort.id, in_enrollments, in_effective) m;
  end if;
  -- Of whom something is recorded, in a chain that nobody adds to meanwhile.
  if luban.is_no_show(in_state, in_reason_code) then
    perform from luban.enrollment e
    where e.workshop_id = in_workshop and e.id in (select luban.and_earlier(in_workshop, n.id) from unnest(in_enrollments) n (id))
    order by e.id for no key update;
    select array_agg(r.id), array_agg(r.record) into recorded, records
    from (select n.id, luban.record_until(in_workshop, n.id, in_effective) as record from unnest(in_enrollments) n (id)) r
    where r.record is not null;
  end if;
  -- Of the seats that are free now, those that were free on all days since.
  if luban.holds_seat(in_state) and exists (
    select from luban.enrollment where workshop_id = in_workshop and id = any (in_enrollments) and not luban.holds_seat(state)) then
    select array_agg(k.id), array_agg(k.free) into earlier, earlier_free from (
      select c.id, (select count(*)::int from luban.free_seats(in_workshop, c.id, c.capacity - c.seats_held) f
        where f.since <= in_effective) as free
      from luban.cohort c where c.workshop_id = in_workshop and c.id = any (touched)
        and in_effective < luban.last_change_of_seats(in_workshop, c.id)) k;
  end if;
  return query
  with asked as (
    select e.id, e.state, e.cohort_id, a.nth, c.capacity - c.seats_held as free, p.free as free_then,
      coalesce(l.missing, r.record) as missing,
      array_remove(array[
        case when not luban.enrollment_change_is_known(e.state, in_state) then luban.wrong_change(e.state, in_state) end,
        case when in_effective < e.state_on then 'enrollment_events_follow_each_other' end,
        case when luban.holds_seat(in_state) and not luban.holds_seat(e.state)
          and luban.seat_elsewhere(in_workshop, e.student_id, c, in_since => in_effective) is not null
          then 'student_holds_one_seat_at_a_time' end,
        case when l.missing is not null then 'completed_enrollment_has_every_part' end,
        case when r.record is not null then 'no_show_left_no_record' end], null) as refusals,
      luban.holds_seat(in_state) and not luban.holds_seat(e.state) as takes_seat,
      in_state = 'enrolled' and e.state = 'applied' as may_wait
    from unnest(in_enrollments) with ordinality a (id, nth)
    join luban.enrollment e on e.workshop_id = in_workshop and e.id = a.id
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    left join unnest(lacking, lacked) l (enrollment_id, missing) on l.enrollment_id = e.id
    left join unnest(recorded, records) r (enrollment_id, record) on r.enrollment_id = e.id
    left join unnest(earlier, earlier_free) p (cohort_id, free) on p.cohort_id = e.cohort_id
  ), judged as (
    select a.*, case when asks then row_number() over (partition by a.cohort_id, asks order by a.nth) end as turn
    from asked a cross join lateral (select cardinality(a.refusals) = 0 and a.takes_seat) t (asks)
  ), decided as (
    select j.*, case when j.turn > j.free and j.may_wait then 'waitlisted' else in_state end as next_state,
      case when j.turn > j.free_then and j.free_then < j.free then array['seats_are_held_within_capacity_each_day']
        when j.turn > j.free and not j.may_wait then array['cohort_seats_within_capacity'] else j.refusals end as all_refusals
    from judged j
  ), made as (
    insert into luban.enrollment_event
      (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason_code, reason)
    select in_workshop, j.id, luban.next_event(in_workshop, j.id), j.state, j.next_state, in_effective,
      in_reason_code, in_reason
    from decided j where cardinality(j.all_refusals) = 0 order by j.nth
    returning enrollment_id
  )
  select j.id, j.state, case when m.enrollment_id is not null then j.next_state end, false, j.all_refusals,
    j.missing
  from decided j left join made m on m.enrollment_id = j.id order by j.nth;
  if not luban.holds_seat(in_state) then
    return query
    select p.enrollment_id, 'waitlisted'::luban.enrollment_state, 'enrolled'::luban.enrollment_state, true, '{}'::text[], null
    from luban.promote(in_workshop, touched) p;
  end if;
end $$;
comment on function change_enrollments is
  'Moves a set of enrollments to a state, says who was left out and why, and gives freed seats to those who wait; who has applied and finds no seat waits too.';

create or replace function moved_up_with(in_event enrollment_event, in_cohorts bigint[]) returns setof bigint
language sql stable as $$
  select v.enrollment_id
  from luban.enrollment_event v
  join luban.enrollment e on (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id) and e.cohort_id = any (in_cohorts)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id) and c.seats_held >= c.capacity
  where v.workshop_id = in_event.workshop_id and v.recorded_at = in_event.recorded_at
    and v.from_state = 'waitlisted' and v.to_state = 'enrolled' and v.enrollment_id <> in_event.enrollment_id
    and not exists (select from luban.enrollment_event l where l.workshop_id = v.workshop_id
      and l.enrollment_id = v.enrollment_id and l.nth > v.nth)
$$;
comment on function moved_up_with is
  'Enrollments that got a seat of full cohorts from the waitlist by the command that recorded an event, and have it still.';

create or replace function correct_event(
  in_workshop int, in_enrollment bigint, in_nth smallint, in_effective date, in_void_only boolean, in_reason text,
  in_back_to_waitlist boolean default false)
returns bigint[] language plpgsql as $$
declare
  wrong luban.enrollment_event;
  ends bigint[];
  touched bigint[];
  follows text;
  moved bigint[];
begin
  perform luban.fact_day(in_workshop, in_effective, 'enrollment_event');
  -- A transfer has another end, in another cohort: both are corrected.
  select array_agg(distinct v.enrollment_id) into ends
  from luban.enrollment_event e
  join luban.standing_event v on v.workshop_id = e.workshop_id and (v.link_id = e.link_id
    or v.enrollment_id = e.enrollment_id)
  where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment and e.nth = in_nth;
  select array_agg(distinct e.cohort_id) || luban.cohorts_awaited(in_workshop, array_agg(e.student_id)) into touched
  from luban.enrollment e where e.workshop_id = in_workshop and e.id = any (ends || in_enrollment);
  perform from luban.cohort c where c.workshop_id = in_workshop and c.id = any (touched) order by c.id for no key update;
  select * into wrong from luban.enrollment_event
  where workshop_id = in_workshop and enrollment_id = in_enrollment and nth = in_nth;
  if exists (select from luban.enrollment_event v where v.workshop_id = in_workshop
             and v.enrollment_id = in_enrollment and v.voids = in_nth) then
    perform luban.break_rule('enrollment_event_is_corrected_once', jsonb_build_object('event', in_nth), 'enrollment_event');
  end if;
  if wrong.to_state is null then
    perform luban.break_rule('enrollment_void_is_not_taken_back', jsonb_build_object('event', in_nth, 'voided', wrong.voids),
      'enrollment_event');
  end if;
  if in_void_only and wrong.link_id is not null then
    select string_agg(format(luban.phrase('{0} in {1} on {2}'), luban.phrase(l.to_state::text), c.code, l.effective_on), ', '
      order by l.effective_on, l.nth)
    into follows
    from luban.standing_event v
    join luban.standing_event l on (l.workshop_id, l.enrollment_id) = (v.workshop_id, v.enrollment_id)
      and (l.effective_on, l.nth) > (v.effective_on, v.nth)
    join luban.enrollment e on (e.workshop_id, e.id) = (l.workshop_id, l.enrollment_id)
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where v.workshop_id = in_workshop and v.link_id = wrong.link_id;
    select concat_ws('; ', follows, string_agg(format('%s: %s', c.code, t.noted), '; ')) into follows
    from luban.standing_event v
    join luban.enrollment e on (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id)
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    cross join lateral (select luban.noted_in(e.workshop_id, e.id)) t (noted)
    where v.workshop_id = in_workshop and v.link_id = wrong.link_id and v.from_state is null and t.noted is not null;
    if follows <> '' then
      perform luban.break_rule('transfer_is_taken_back_after_what_follows', jsonb_build_object('follows', follows), 'enrollment_event');
    end if;
  end if;
  -- The seat that a departure freed, be it that of a transfer, may have gone to who waited.
  if in_void_only and (in_back_to_waitlist or wrong.link_id is not null or luban.is_over(wrong.to_state)) then
    select array_agg(m.id) into moved from luban.moved_up_with(wrong, touched) m (id);
    if moved is not null and not in_back_to_waitlist then
      perform luban.break_rule('seat_went_to_who_waited', jsonb_build_object('students', (
        select string_agg(luban.shown_enrollment(in_workshop, m.id), ', ' order by m.id) from unnest(moved) m (id))),
        'enrollment_event');
    end if;
  end if;
  insert into luban.enrollment_event
    (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, reason_code, reason, voids, link_id)
  select in_workshop, v.enrollment_id, luban.next_event(in_workshop, v.enrollment_id),
    case when not in_void_only then v.from_state end, case when not in_void_only then v.to_state end,
    coalesce(in_effective, v.effective_on), case when not in_void_only then v.reason_code end, in_reason, v.nth, case when not in_void_only then v.link_id end
  from luban.standing_event v
  where v.workshop_id = in_workshop
    and (v.enrollment_id = in_enrollment and v.nth = in_nth or v.link_id = wrong.link_id
      or v.enrollment_id = any (moved) and v.recorded_at = wrong.recorded_at and v.to_state = 'enrolled')
  order by v.enrollment_id;
  -- A placement that the departure had ended goes on, where its place is free still.
  if in_void_only and wrong.link_id is null and luban.is_over(wrong.to_state) then
    update luban.placement p set ended_on = null, end_reason = null
    from luban.enrollments_of_the_chain(in_workshop, in_enrollment) c (id)
    where (p.workshop_id, p.enrollment_id, p.ended_on) = (in_workshop, c.id, wrong.effective_on)
      and p.end_reason = format('the enrollment is %s', wrong.to_state)
      and luban.places_free_between(p.workshop_id, p.offer_id, p.ended_on, p.ends_on) > 0;
  end if;
  return array(select p.enrollment_id
    from luban.promote(in_workshop, touched) p);
end $$;
comment on function correct_event is
  'Records that an event was wrong: on another day, or not at all, with the other end where it is one of a transfer; answers with the enrollments that moved up by it.';
