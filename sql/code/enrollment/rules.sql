-- Enrollments: who may enter, who gets a seat, and how every change is an event.

-- Entry rules --------------------------------------------------------------------------------------------

create or replace function entry_refusals(
  birth_on date, schooling smallint, framework text, rank smallint, has_required_program boolean,
  applied_on date, cohort cohort, edition program_edition, required_rank smallint) returns text[]
language sql immutable parallel safe as $$
  select array_remove(array[
    case when cohort.status not in ('open', 'running') then 'enrollment_needs_an_open_cohort' end,
    case when applied_on not between cohort.window_opens_on and cohort.window_closes_on
      then 'enrollment_is_within_the_window' end,
    case when applied_on < birth_on + make_interval(years => coalesce(edition.minimum_age, 0))
      then 'enrollment_not_before_minimum_age' end,
    case when coalesce(schooling, -1) < edition.minimum_schooling then 'enrollment_needs_schooling' end,
    case when edition.entry_framework is not null
      and (framework is distinct from edition.entry_framework or coalesce(rank, 0) < required_rank)
      then 'enrollment_needs_language_level' end,
    case when edition.requires_program_id is not null and not has_required_program
      then 'enrollment_needs_required_program' end], null)
$$;
comment on function entry_refusals is
  'The entry rules, once: names of all that a person does not meet. Enrollment, import and trigger ask here.';

create or replace function has_completed(in_workshop int, in_student bigint, in_program int) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from luban.enrollment e join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where e.workshop_id = in_workshop and e.student_id = in_student and e.state = 'completed'
      and c.program_id = in_program)
$$;
comment on function has_completed is 'Whether a student has completed a program at the workshop.';

create or replace function required_rank(edition program_edition) returns smallint
language sql stable parallel safe as $$
  select l.rank from luban.language_level l
  where l.framework = edition.entry_framework and l.level = edition.entry_level
$$;
comment on function required_rank is 'Rank of the language level an edition asks for at entry.';

create or replace function is_over(state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select state not in ('applied', 'waitlisted', 'admitted', 'enrolled', 'suspended')
$$;
comment on function is_over is 'Whether an enrollment in this state has ended.';

-- What holds whoever writes: triggers --------------------------------------------------------------------

create or replace function enrollment_meets_entry_rules() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  if tg_op = 'UPDATE' then
    -- Who begins again is asked as who begins.
    if not exists (
      select from old_rows o join new_rows n using (workshop_id, id) where o.state = 'annulled' and n.state <> 'annulled') then
      return null;
    end if;
  end if;
  -- Who finishes or cancels the cohort at this moment is waited for.
  perform from luban.cohort c
  where (c.workshop_id, c.id) in (select workshop_id, cohort_id from new_rows)
  order by c.workshop_id, c.id for no key update;
  -- Asked as one expression a row: whether something is set aside is no condition of its own, as the planner would expect
  -- next to no row without, and compare each with every cohort. Nor is it told that the first will do, as it would look up
  -- all others one by one. Whom a row refers to is there, so that no join loses a row, and says so.
  select jsonb_build_object('student', luban.shown_number(s.number), 'cohort', c.code) as who, r.refusals[1] as rule into offense
  from new_rows n
  left join luban.student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
  left join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
  left join luban.program_edition e on e.id = c.edition_id
  cross join lateral (select case when n.override is null then luban.entry_refusals(
    s.birth_on, s.schooling, s.entry_framework, s.entry_rank,
    e.requires_program_id is not null and luban.has_completed(n.workshop_id, n.student_id, e.requires_program_id),
    n.applied_on, c, e, case when e.entry_level is not null then luban.required_rank(e) end) end as refusals) r
  where cardinality(r.refusals) > 0;
  if found then
    perform luban.break_rule(offense.rule, offense.who, 'enrollment');
  end if;
  return null;
end $$;
comment on function enrollment_meets_entry_rules is 'Refuses an enrollment against the entry rules, unless it says why.';
select ask_after('insert, update', 'enrollment', 'enrollment_meets_entry_rules');

create or replace function enrollment_takes_seats() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update luban.cohort c
    set seats_held = c.seats_held + d.seats, last_waitlist_place = greatest(c.last_waitlist_place, d.waitlist_place)
    from (select workshop_id, cohort_id, count(*) filter (where luban.holds_seat(state))::int as seats, max(waitlist_place) as waitlist_place
          from new_rows group by workshop_id, cohort_id) d
    where (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id) and (d.seats > 0 or d.waitlist_place is not null);
  elsif tg_op = 'UPDATE' then
    update luban.cohort c
    set seats_held = c.seats_held + d.seats, last_waitlist_place = greatest(c.last_waitlist_place, d.waitlist_place)
    from (select workshop_id, cohort_id, sum(seat)::int as seats, max(waitlist_place) as waitlist_place
          from (select workshop_id, cohort_id, luban.holds_seat(state)::int as seat, waitlist_place from new_rows
                union all select workshop_id, cohort_id, -luban.holds_seat(state)::int, null from old_rows) both_rows
          group by workshop_id, cohort_id) d
    where (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id) and (d.seats <> 0 or d.waitlist_place > c.last_waitlist_place);
  else
    update luban.cohort c set seats_held = c.seats_held - d.seats
    from (select workshop_id, cohort_id, count(*)::int as seats from old_rows
          where luban.holds_seat(state) group by workshop_id, cohort_id) d
    where (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id);
  end if;
  return null;
end $$;
comment on function enrollment_takes_seats is
  'Counts seats on the cohort, where a CHECK holds them within the capacity whoever writes.';
select ask_after('insert, update, delete', 'enrollment', 'enrollment_takes_seats');

-- Inlined where it is asked of many.
create or replace function seats_elsewhere(
  in_workshop int, in_student bigint, in_cohort cohort, in_given_up bigint, in_since date)
returns table (cohort_code text, is_held_now boolean) language sql stable as $$
  select c.code, luban.holds_seat(e.state)
  from luban.enrollment e join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  where e.workshop_id = in_workshop and e.student_id = in_student and e.cohort_id <> in_cohort.id
    and e.id is distinct from in_given_up and c.program_id = in_cohort.program_id
    and (luban.holds_seat(e.state)
        and daterange(c.intake_on, c.planned_end_on) && daterange(in_cohort.intake_on, in_cohort.planned_end_on)
      -- A seat given up later than this one was taken was held beside it.
      or (luban.holds_seat(e.state) or e.state_on > in_since)
        and luban.seat_beside(in_workshop, e.id, in_cohort.id, in_since) is not null)
$$;
comment on function seats_elsewhere is
  'Cohorts of the same program, overlapping in time, in which the student holds a seat, or held one since a day, but for one given up. Verbs, imports and trigger ask here.';

create or replace function seat_elsewhere(
  in_workshop int, in_student bigint, in_cohort cohort, in_given_up bigint default null, in_since date default 'infinity')
returns text language sql stable as $$
  select cohort_code from luban.seats_elsewhere(in_workshop, in_student, in_cohort, in_given_up, in_since) limit 1
$$;
comment on function seat_elsewhere is 'One of the cohorts in which the student holds another seat, or held one since a day.';

create or replace function left_elsewhere(in_workshop int, in_student bigint, in_cohort cohort) returns boolean
language plpgsql stable as $$
begin
  -- Hardly anybody has left: of the others nothing more is asked, nor planned.
  if not exists (select from luban.enrollment e
    where (e.workshop_id, e.student_id) = (in_workshop, in_student) and e.state in ('withdrawn', 'dismissed'))
  then
    return false;
  end if;
  return exists (
    select from luban.enrollment e
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where (e.workshop_id, e.student_id) = (in_workshop, in_student) and e.state in ('withdrawn', 'dismissed')
      and c.program_id = in_cohort.program_id and c.id <> in_cohort.id
      and exists (select from luban.standing_event v
        where (v.workshop_id, v.enrollment_id, v.to_state) = (e.workshop_id, e.id, 'enrolled'))
      -- Nobody goes on from it already.
      and not exists (
        select from luban.enrollment_link l
        join luban.standing_event v on (v.workshop_id, v.link_id) = (l.workshop_id, l.id)
        where (l.workshop_id, l.from_id) = (e.workshop_id, e.id)));
end $$;
comment on function left_elsewhere is
  'Whether a student was enrolled in another cohort of the program and left: what was earned there goes on by a return, and not by a new start.';

create or replace function student_holds_one_seat() returns trigger language plpgsql as $$
declare
  offense record;
begin
  -- A lock on persons known before this transaction makes two transactions that seat the same person meet;
  -- nobody else can see those it has just made. Under REPEATABLE READ the second would look with old eyes.
  if current_setting('transaction_isolation') = 'repeatable read' then
    perform luban.break_rule('enrollment_is_written_read_committed', in_table => 'enrollment');
  end if;
  if not exists (select from new_rows where luban.holds_seat(state)) then
    return null;
  end if;
  -- In one expression, for the same reason as above.
  perform from luban.student s
  where (s.workshop_id, s.id) in (select workshop_id, case when luban.holds_seat(state) then student_id end from new_rows)
    and s.xmin <> pg_current_xact_id()::xid
  order by s.workshop_id, s.id for no key update;
  -- Hardly anybody has another enrollment: only who has is asked about its seat, which is dear to plan and to look up.
  perform from new_rows n
  where luban.holds_seat(n.state) and exists (select from luban.enrollment e
    where (e.workshop_id, e.student_id) = (n.workshop_id, n.student_id) and e.id <> n.id);
  if not found then
    return null;
  end if;
  with asked as materialized (
    select n.* from new_rows n
    where luban.holds_seat(n.state) and exists (select from luban.enrollment e
      where (e.workshop_id, e.student_id) = (n.workshop_id, n.student_id) and e.id <> n.id)
  )
  select jsonb_build_object('student', luban.shown_number(s.number), 'other', o.cohort_code,
    'since', case when not o.is_held_now then n.state_on end) as who into offense
  from asked n
  join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
  cross join lateral luban.seats_elsewhere(n.workshop_id, n.student_id, c, n.id, n.state_on) o
  join luban.student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
  limit 1;
  if found then
    perform luban.break_rule('student_holds_one_seat_at_a_time', offense.who, 'enrollment');
  end if;
  return null;
end $$;
comment on function student_holds_one_seat is
  'Refuses a second seat in cohorts of the same program that overlap in time.';
select ask_after('insert, update', 'enrollment', 'student_holds_one_seat');

create or replace function cohort_dates_seat_nobody_twice() returns trigger language plpgsql as $$
declare
  who jsonb;
begin
  -- Who gives one of them a seat elsewhere at this moment is waited for.
  perform from luban.student s
  where (s.workshop_id, s.id) in (
    select e.workshop_id, e.student_id from luban.enrollment e
    where e.workshop_id = new.workshop_id and e.cohort_id = new.id and luban.holds_seat(e.state))
  order by s.workshop_id, s.id for no key update;
  select jsonb_build_object('student', luban.shown_number(s.number),
    'other', luban.seat_elsewhere(e.workshop_id, e.student_id, new)) into who
  from luban.enrollment e join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  where e.workshop_id = new.workshop_id and e.cohort_id = new.id and luban.holds_seat(e.state)
    and luban.seat_elsewhere(e.workshop_id, e.student_id, new) is not null
  limit 1;
  if found then
    perform luban.break_rule('student_holds_one_seat_at_a_time', who, 'cohort');
  end if;
  return null;
end $$;
comment on function cohort_dates_seat_nobody_twice is 'The same rule when the dates of a cohort move.';
create or replace trigger cohort_dates_seat_nobody_twice after update of intake_on, planned_end_on, program_id on cohort
  for each row when ((old.intake_on, old.planned_end_on, old.program_id)
    is distinct from (new.intake_on, new.planned_end_on, new.program_id))
  execute function cohort_dates_seat_nobody_twice();

-- State follows events -----------------------------------------------------------------------------------

create or replace view standing_event with (security_invoker = true) as
select e.* from luban.enrollment_event e
where e.to_state is not null and not exists (
  select from luban.enrollment_event v
  where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth);
comment on view standing_event is 'The events that have not been taken back.';

create or replace view enrollment_chain with (security_invoker = true) as
select e.*, lag(e.to_state) over chain as previous_state, lead(e.nth) over chain is null as is_last
from luban.standing_event e
window chain as (partition by e.workshop_id, e.enrollment_id order by e.effective_on, e.nth);
comment on view enrollment_chain is 'The events that stand, each with the state the one before it led to.';

create or replace function enrollment_chain_of(in_workshop int, in_enrollment bigint) returns setof enrollment_chain
language sql stable as $$
  select e.*, lag(e.to_state) over chain, lead(e.nth) over chain is null
  from luban.standing_event e where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment
  window chain as (order by e.effective_on, e.nth)
$$;
comment on function enrollment_chain_of is 'The same for one enrollment, whose events alone are read.';

create or replace view enrolled_period with (security_invoker = true) as
select c.workshop_id, c.enrollment_id, c.effective_on as begins_on, luban.last_day_enrolled(c.next_on, c.next_state) as ends_on
from (
  select e.workshop_id, e.enrollment_id, e.to_state, e.effective_on, lead(e.effective_on) over later as next_on,
    lead(e.to_state) over later as next_state
  from luban.standing_event e
  window later as (partition by e.workshop_id, e.enrollment_id order by e.effective_on, e.nth)) c
where c.to_state = 'enrolled';
comment on view enrolled_period is
  'From which to which day an enrollment was enrolled; the day on which it ended or was suspended is the last, but for a transfer.';

create or replace function enrolled_period_of(in_workshop int, in_enrollment bigint)
returns table (begins_on date, ends_on date)
language sql stable parallel safe rows 1 as $$
  select c.effective_on, luban.last_day_enrolled(c.next_on, c.next_state)
  from (select e.to_state, e.effective_on, lead(e.effective_on) over later as next_on, lead(e.to_state) over later as next_state
        from luban.standing_event e where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment
        window later as (order by e.effective_on, e.nth)) c
  where c.to_state = 'enrolled'
$$;
comment on function enrolled_period_of is 'The periods of enrolled_period for one enrollment, whose events alone are read.';

create or replace function was_enrolled_on(in_workshop int, in_enrollment bigint, in_day date) returns boolean
language plpgsql stable parallel safe as $$
begin
  return exists (
    select from luban.enrolled_period_of(in_workshop, in_enrollment) p where in_day between p.begins_on and p.ends_on);
end $$;
comment on function was_enrolled_on is
  'Whether an enrollment was enrolled on a day, the day on which it ended or was suspended among them, but not that of a transfer; planned only where asked.';

create or replace function noted_in(in_workshop int, in_enrollment bigint) returns text
language sql stable as $$
  select string_agg(what, '; ' order by nth) from (
    select 1 as nth, string_agg(format(luban.phrase('result in {0} on {1}'), k.code, r.graded_on), ', ' order by r.graded_on, k.code) as what
    from luban.result r join luban.course k on k.id = r.course_id
    where r.workshop_id = in_workshop and r.enrollment_id = in_enrollment
    union all
    select 2, format(luban.phrase('attendance of {0} sessions, {1} to {2}'), count(*), min(s.held_on), max(s.held_on))
    from luban.attendance a join luban.session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
    where a.workshop_id = in_workshop and a.enrollment_id = in_enrollment having count(*) > 0
    union all
    select 3, string_agg(format(luban.phrase('hours at {0}'), v.code), ', ' order by v.begins_on, v.code)
    from luban.participation p join luban.culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
    where p.workshop_id = in_workshop and p.enrollment_id = in_enrollment
    union all
    select 4, string_agg(format(luban.phrase('placement {0} from {1}'), o.code, p.begins_on), ', ' order by p.begins_on)
    from luban.placement p join luban.placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
    where p.workshop_id = in_workshop and p.enrollment_id = in_enrollment
    union all
    select 5, string_agg(format(luban.phrase('credential {0}'), k.serial), ', ' order by k.serial)
    from luban.credential k where k.workshop_id = in_workshop and k.enrollment_id = in_enrollment
    union all
    select 6, string_agg(format(luban.phrase('outcome after {0} months'), o.months), ', ' order by o.months)
    from luban.outcome o where o.workshop_id = in_workshop and o.enrollment_id = in_enrollment) noted
$$;
comment on function noted_in is 'What has been noted in an enrollment, in words; nothing where it holds nothing.';

create or replace function noted_outside(in_workshop int, in_enrollment bigint, in_state enrollment_state, in_day date)
returns table (rule text, day date) language sql stable as $$
  select 'enrollment_covers_days_attended', max(s.held_on)
  from luban.attendance a join luban.session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
  where a.workshop_id = in_workshop and a.enrollment_id = in_enrollment and luban.is_attended(a.status) and s.held_on > in_day
  having count(*) > 0
  union all
  select 'result_is_within_enrollment', max(r.graded_on) from luban.result r
  where r.workshop_id = in_workshop and r.enrollment_id = in_enrollment and r.graded_on > in_day
    and (r.kind = 'graded' or luban.is_over(in_state))
  having count(*) > 0
  union all
  select 'participation_is_of_one_enrolled', max(v.begins_on)
  from luban.participation p join luban.culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
  where p.workshop_id = in_workshop and p.enrollment_id = in_enrollment and v.begins_on > in_day
  having count(*) > 0
  union all
  select case when max(p.begins_on) > in_day then 'placement_is_of_one_enrolled' else 'placement_hours_are_of_one_enrolled' end,
    greatest(max(p.begins_on), max(l.worked_on))
  from luban.enrollments_of_the_chain(in_workshop, in_enrollment) c (id)
  join luban.placement p on p.workshop_id = in_workshop and p.enrollment_id = c.id
  left join luban.placement_log l on (l.workshop_id, l.placement_id) = (p.workshop_id, p.id)
  having greatest(max(p.begins_on), max(l.worked_on)) > in_day
$$;
comment on function noted_outside is
  'Rules against what is noted of one enrolled after a day on which that would end, each with its last day: for files, which refuse the line.';

create or replace function enrollment_event_moves_state() returns trigger language plpgsql as $$
declare
  offense record;
  goes_on boolean := exists (select from new_rows where nth > 1);
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Enrollments are made in the state of their first event: then nothing is to be moved.
  if not goes_on and (
    select bool_and((m.state, m.state_on) is not distinct from (n.to_state, n.effective_on))
    from new_rows n join luban.enrollment m on (m.workshop_id, m.id) = (n.workshop_id, n.enrollment_id)) then
    return null;
  end if;
  -- Who was touched, one look-up each: the chain as a whole would be read for the sake of a single event.
  if goes_on then
    -- Whatever is noted of an enrollment locks it, and is waited for here by all triggers that follow.
    perform from luban.enrollment e
    where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows where nth > 1)
    order by e.workshop_id, e.id for no key update;
    select jsonb_build_object('event', c.nth, 'from', luban.phrase(coalesce(c.from_state::text, 'nothing')),
        'before', luban.phrase(coalesce(c.previous_state::text, 'nothing'))) as what into offense
    from (select distinct workshop_id, enrollment_id from new_rows where nth > 1) n
    cross join lateral luban.enrollment_chain_of(n.workshop_id, n.enrollment_id) c
    where c.from_state is distinct from c.previous_state
    limit 1;
    if found then
      perform luban.break_rule('enrollment_events_follow_each_other', offense.what, 'enrollment_event');
    end if;
  end if;
  -- Where no event is left standing, the enrollment is annulled. Who goes on from elsewhere applied when they came.
  update luban.enrollment e
  set state = l.to_state, state_on = l.effective_on, applied_on = l.applied_on,
    waitlist_place = case when l.to_state = 'waitlisted' then coalesce(e.waitlist_place, l.next_waitlist_place) end
  from (
    select n.workshop_id, n.enrollment_id, coalesce(c.to_state, 'annulled') as to_state,
      coalesce(c.effective_on, m.state_on) as effective_on,
      case when n.is_continued then coalesce(f.effective_on, m.applied_on) else m.applied_on end as applied_on,
      -- Who gives a seat back that came from the waitlist is first there again; others come last.
      case when n.is_undone then least(h.last_waitlist_place, (
          select min(o.waitlist_place) from luban.enrollment o where (o.workshop_id, o.cohort_id) = (h.workshop_id, h.id)))
        - row_number() over (partition by h.workshop_id, h.id order by m.applied_on desc, n.enrollment_id desc)
      else h.last_waitlist_place + row_number() over (partition by h.workshop_id, h.id order by n.enrollment_id)
        end as next_waitlist_place
    from (select r.workshop_id, r.enrollment_id, bool_or(r.link_id is not null and r.from_state is null and r.nth > 1) as is_continued,
            bool_or(exists (select from luban.enrollment_event w
              where (w.workshop_id, w.enrollment_id, w.nth) = (r.workshop_id, r.enrollment_id, r.voids)
                and w.from_state = 'waitlisted' and luban.holds_seat(w.to_state))) as is_undone
          from new_rows r group by 1, 2) n
    join luban.enrollment m on (m.workshop_id, m.id) = (n.workshop_id, n.enrollment_id)
    join luban.cohort h on (h.workshop_id, h.id) = (m.workshop_id, m.cohort_id)
    left join lateral luban.enrollment_chain_of(n.workshop_id, n.enrollment_id) c on c.is_last
    left join lateral (
      select b.effective_on from luban.standing_event b
      where n.is_continued and b.workshop_id = n.workshop_id and b.enrollment_id = n.enrollment_id
        and b.from_state is null and b.link_id is not null) f on true
  ) l
  where (e.workshop_id, e.id) = (l.workshop_id, l.enrollment_id)
    and (e.state, e.state_on, e.applied_on) is distinct from (l.to_state, l.effective_on, l.applied_on);
  if exists (select from new_rows where voids is not null) then
    select jsonb_build_object('student', luban.shown_enrollment(e.workshop_id, e.id), 'noted', t.noted) as what into offense
    from (select distinct workshop_id, enrollment_id from new_rows where voids is not null) n
    join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id) and e.state = 'annulled'
    cross join lateral (select luban.noted_in(e.workshop_id, e.id)) t (noted)
    where t.noted is not null
    limit 1;
    if found then
      perform luban.break_rule('annulled_enrollment_holds_nothing', offense.what, 'enrollment_event');
    end if;
  end if;
  return null;
end $$;
comment on function enrollment_event_moves_state is
  'Checks that each event follows the one before it, and keeps the state of the enrollment that of the last.';
create or replace trigger enrollment_events_are_kept before update or delete or truncate on enrollment_event
  for each statement execute function refuse_change('events_are_kept');
create or replace trigger enrollment_state_follows_events before update of state, state_on, waitlist_place on enrollment
  for each statement when (pg_trigger_depth() = 0) execute function refuse_change('status_follows_events');

-- What is noted of it, and where it is counted, stays with both.
create or replace trigger enrollment_stays_with_its_student before update of student_id, cohort_id on enrollment
  for each row when ((old.student_id, old.cohort_id) is distinct from (new.student_id, new.cohort_id))
  execute function refuse_change('enrollment_stays_with_its_student');

-- Only the application, its day and what was set aside for it: all else that changes is told by the events.
create or replace function enrollment_keeps_its_application() returns trigger language plpgsql as $$
begin
  insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
  values (old.workshop_id, 'enrollment', old.id, to_jsonb(old), nullif(current_setting('luban.batch', true), '')::bigint);
  return null;
end $$;
comment on function enrollment_keeps_its_application is
  'Keeps an application as it was, where an enrollment began again or a transfer was on another day.';
create or replace trigger enrollment_keeps_its_application after update on enrollment
  for each row when ((old.applied_on, old.override) is distinct from (new.applied_on, new.override))
  execute function enrollment_keeps_its_application();
