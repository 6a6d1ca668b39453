-- Seats on every day: those held at its end, by the events that stand, against the seats of that day, by the stretches of
-- the cohort, all as known now. What is held now is counted on the cohort (cohort_seats_within_capacity); here are the
-- days before, which are looked at only where something is entered that is dated before a cohort's last day of change.

create or replace function held_period_of(in_workshop int, in_enrollment bigint)
returns table (begins_on date, ends_on date)
language sql stable parallel safe rows 1 as $$
  select c.effective_on, coalesce(c.next_on, 'infinity')
  from (select e.to_state, e.effective_on, lead(e.effective_on) over (order by e.effective_on, e.nth) as next_on
        from luban.standing_event e where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment) c
  where luban.holds_seat(c.to_state) and c.effective_on < coalesce(c.next_on, 'infinity')
$$;
comment on function held_period_of is
  'From which day to which an enrollment held a seat at the end of the day; the second is the first without.';

create or replace function stretches_of(in_workshop int, in_cohort bigint)
returns table (since date, until date, intake_on date, planned_end_on date, capacity int)
language sql stable parallel safe rows 1 as $$
  select s.since, coalesce(lead(s.since) over (order by s.since), 'infinity'), s.intake_on, s.planned_end_on, s.capacity
  from (select distinct on (since) * from luban.cohort_stretch
        where workshop_id = in_workshop and cohort_id = in_cohort order by since, id desc) s
$$;
comment on function stretches_of is 'The stretches of a cohort as known now, each with the day on which the next begins.';

-- Capacity ------------------------------------------------------------------------------------------------

create or replace function seats_by_day(in_workshop int, in_cohort bigint)
returns table (day date, held bigint, capacity int)
language sql stable parallel safe as $$
  with step as (
    select effective_on as day,
      sum(events * (luban.holds_seat(to_state)::int - coalesce(luban.holds_seat(from_state), false)::int)) as seats
    from luban.cohort_tally where workshop_id = in_workshop and cohort_id = in_cohort group by effective_on
    union all
    select since, 0 from luban.stretches_of(in_workshop, in_cohort)
  )
  select d.day, d.held, s.capacity
  from (select day, sum(sum(seats)) over (order by day)::bigint as held from step group by day) d
  join luban.stretches_of(in_workshop, in_cohort) s on d.day >= s.since and d.day < s.until
$$;
comment on function seats_by_day is
  'Seats held in a cohort, and seats there are, from each day on which either changes.';

create or replace function last_change_of_seats(in_workshop int, in_cohort bigint) returns date
language sql stable parallel safe as $$
  select greatest(
    (select max(effective_on) from luban.cohort_tally where workshop_id = in_workshop and cohort_id = in_cohort),
    (select max(since) from luban.cohort_stretch where workshop_id = in_workshop and cohort_id = in_cohort))
$$;
comment on function last_change_of_seats is
  'The last day on which something changed in a cohort: whoever takes a seat that day or later is asked of what is held now.';

create or replace function free_seats(in_workshop int, in_cohort bigint, at_most bigint)
returns table (nth bigint, since date) language plpgsql stable rows 10 as $$
#variable_conflict use_column
begin
  return query
  with free as (
    select day, min(capacity - held) over (order by day desc) as seats from luban.seats_by_day(in_workshop, in_cohort)
  )
  select k.nth, (select min(f.day) from free f where f.seats >= k.nth)
  from generate_series(1, least(at_most, (select max(seats) from free))) k (nth);
end $$;
comment on function free_seats is
  'Free seats of a cohort, the longest free first, each with the day since which it has been free until now; planned only where asked.';

create or replace function seat_free_since(in_workshop int, in_cohort bigint) returns date
language sql stable as $$
  select since from luban.free_seats(in_workshop, in_cohort, 1)
$$;
comment on function seat_free_since is 'The first day since which a seat of a cohort has been free until now.';

create or replace function free_seats_since(in_workshop int, in_cohort bigint, in_day date) returns bigint
language sql stable as $$
  select case when in_day < luban.last_change_of_seats(in_workshop, in_cohort) then (
    select count(*) from luban.cohort c cross join lateral luban.free_seats(in_workshop, in_cohort, c.capacity) f
    where c.workshop_id = in_workshop and c.id = in_cohort and f.since <= in_day) end
$$;
comment on function free_seats_since is
  'Seats of a cohort that have been free on all days since one until now; nothing where none of these days is past.';

create or replace function seats_given(in_workshop int, in_cohort bigint, in_days date[])
returns table (nth int, is_given boolean, free_since date) language plpgsql stable as $$
declare
  free date[] := array(select f.since from luban.free_seats(in_workshop, in_cohort, cardinality(in_days)) f order by f.nth);
  taken int;
begin
  -- Who comes takes the seat that was free last, and leaves those that have been free longer to who asks for an earlier day.
  for i in 1..cardinality(in_days) loop
    taken := width_bucket(in_days[i], free);
    nth := i;
    is_given := taken > 0;
    free_since := case when taken = 0 then free[1] end;
    free := free[:taken - 1] || free[taken + 1:];
    return next;
  end loop;
end $$;
comment on function seats_given is
  'Who of those that ask for a seat from a day on, in their order, is given one; if not, since when one is free, if there is one.';

create or replace function seat_offense(in_workshop int, in_cohort bigint) returns jsonb
language plpgsql stable as $$
begin
  return (
    select jsonb_build_object('cohort', c.code, 'held', d.held, 'day', greatest(d.day, first.day), 'capacity', d.capacity,
      'free_since', nullif(luban.seat_free_since(in_workshop, in_cohort), '-infinity'))
    from luban.seats_by_day(in_workshop, in_cohort) d
    join luban.cohort c on c.workshop_id = in_workshop and c.id = in_cohort
    cross join lateral (
      select min(t.effective_on) as day from luban.cohort_tally t
      where t.workshop_id = in_workshop and t.cohort_id = in_cohort) first
    where d.held > d.capacity order by d.day limit 1);
end $$;
comment on function seat_offense is 'The first day on which more seats of a cohort were held than there were; planned only where asked.';

-- One seat of a program at a time ---------------------------------------------------------------------------

create or replace function seat_beside(in_workshop int, in_enrollment bigint, in_cohort bigint, in_since date) returns date
language plpgsql stable parallel safe as $$
begin
  return (
    select max(least(p.ends_on, a.until, b.until))
    from luban.enrollment e
    cross join lateral luban.held_period_of(in_workshop, e.id) p
    cross join lateral luban.stretches_of(in_workshop, e.cohort_id) a
    cross join lateral luban.stretches_of(in_workshop, in_cohort) b
    where e.workshop_id = in_workshop and e.id = in_enrollment
      and greatest(p.begins_on, a.since, b.since, in_since) < least(p.ends_on, a.until, b.until)
      and daterange(a.intake_on, a.planned_end_on) && daterange(b.intake_on, b.planned_end_on));
end $$;
comment on function seat_beside is
  'Until when, since a day, an enrollment held a seat while its cohort and another overlapped; nothing where it did not.';

create or replace function seats_beside_each_other(in_workshop int, in_enrollment bigint, in_other bigint) returns date
language plpgsql stable parallel safe as $$
begin
  return (
    select min(greatest(p.begins_on, o.begins_on, a.since, b.since))
    from luban.enrollment e
    join luban.enrollment f on f.workshop_id = in_workshop and f.id = in_other
    cross join lateral luban.held_period_of(in_workshop, e.id) p
    cross join lateral luban.held_period_of(in_workshop, f.id) o
    cross join lateral luban.stretches_of(in_workshop, e.cohort_id) a
    cross join lateral luban.stretches_of(in_workshop, f.cohort_id) b
    where e.workshop_id = in_workshop and e.id = in_enrollment
      and greatest(p.begins_on, o.begins_on, a.since, b.since) < least(p.ends_on, o.ends_on, a.until, b.until)
      and daterange(a.intake_on, a.planned_end_on) && daterange(b.intake_on, b.planned_end_on));
end $$;
comment on function seats_beside_each_other is
  'The first day on which two enrollments both held a seat while their cohorts overlapped; nothing where they never did.';

create or replace function seat_elsewhere_until(in_workshop int, in_student bigint, in_cohort bigint, in_since date) returns date
language plpgsql stable parallel safe as $$
begin
  return (
    select max(luban.seat_beside(in_workshop, e.id, in_cohort, in_since))
    from luban.enrollment e join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where e.workshop_id = in_workshop and e.student_id = in_student and e.cohort_id <> in_cohort
      and c.program_id = (select t.program_id from luban.cohort t where t.workshop_id = in_workshop and t.id = in_cohort));
end $$;
comment on function seat_elsewhere_until is
  'Until when, since a day, a student held a seat in an overlapping cohort of the same program.';

-- What holds whoever writes: triggers ------------------------------------------------------------------------

create or replace function refuse_second_seats(in_workshops int[], in_enrollments bigint[], in_table text) returns void
language plpgsql as $$
declare
  offense jsonb;
begin
  -- Two transactions that seat the same person meet at the person, as in student_holds_one_seat.
  perform from luban.student s
  where (s.workshop_id, s.id) in (
    select e.workshop_id, e.student_id from unnest(in_workshops, in_enrollments) n (workshop_id, id)
    join luban.enrollment e using (workshop_id, id))
  order by s.workshop_id, s.id for no key update;
  select jsonb_build_object('student', luban.shown_number(s.number), 'other', c.code, 'cohort', k.code, 'day', b.day) into offense
  from unnest(in_workshops, in_enrollments) n (workshop_id, id)
  join luban.enrollment e using (workshop_id, id)
  join luban.enrollment o on (o.workshop_id, o.student_id) = (e.workshop_id, e.student_id) and o.id <> e.id
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join luban.cohort k on (k.workshop_id, k.id) = (o.workshop_id, o.cohort_id) and k.program_id = c.program_id
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  cross join lateral (select luban.seats_beside_each_other(e.workshop_id, e.id, o.id) as day) b
  where b.day is not null
  order by b.day limit 1;
  if offense is not null then
    perform luban.break_rule('student_holds_one_seat_at_a_time', offense, in_table);
  end if;
end $$;
comment on function refuse_second_seats is
  'Refuses that students of enrollments held two seats of a program at a time, on any day.';

create or replace function seats_are_held_every_day() returns trigger language plpgsql as $$
declare
  workshops int[];
  touched bigint[];
  first_days date[];
  offense jsonb;
begin
  if not exists (
    select from new_rows where voids is not null or luban.holds_seat(to_state) and luban.holds_seat(from_state) is not true) then
    return null;
  end if;
  select array_agg(workshop_id), array_agg(cohort_id), array_agg(day) into workshops, touched, first_days from (
    select e.workshop_id, e.cohort_id, min(case when n.voids is null then n.effective_on else '-infinity' end) as day
    from new_rows n join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
    where n.voids is not null or luban.holds_seat(n.to_state) and luban.holds_seat(n.from_state) is not true
    group by 1, 2) one;
  perform from luban.cohort c
  where (c.workshop_id, c.id) in (select * from unnest(workshops, touched))
  order by c.workshop_id, c.id for no key update;
  select luban.seat_offense(n.workshop_id, n.cohort_id) into offense
  from unnest(workshops, touched, first_days) n (workshop_id, cohort_id, day)
  where n.day < luban.last_change_of_seats(n.workshop_id, n.cohort_id)
    and luban.seat_offense(n.workshop_id, n.cohort_id) is not null
  limit 1;
  if offense is not null then
    perform luban.break_rule('seats_are_held_within_capacity_each_day', offense, 'enrollment_event');
  end if;
  -- Who enrolls anew was asked when the enrollment was made.
  if exists (select from new_rows where nth > 1) then
    perform luban.refuse_second_seats(array_agg(workshop_id), array_agg(enrollment_id), 'enrollment_event')
    from new_rows
    where nth > 1 and (voids is not null or luban.holds_seat(to_state) and luban.holds_seat(from_state) is not true)
    having count(*) > 0;
  end if;
  return null;
end $$;
comment on function seats_are_held_every_day is
  'Refuses events by which more seats would have been held on a past day than there were, or two of one person.';

create or replace function cohort_stretches_keep_seats() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  -- A first stretch comes with its cohort, in which there is nobody.
  if not exists (
    select from new_rows n join luban.cohort_stretch s on (s.workshop_id, s.cohort_id) = (n.workshop_id, n.cohort_id)
      and s.id <> n.id) then
    return null;
  end if;
  perform from luban.cohort c where (c.workshop_id, c.id) in (select workshop_id, cohort_id from new_rows)
  order by c.workshop_id, c.id for no key update;
  select luban.seat_offense(n.workshop_id, n.cohort_id) into offense
  from (select distinct workshop_id, cohort_id from new_rows) n
  where luban.seat_offense(n.workshop_id, n.cohort_id) is not null limit 1;
  if offense is not null then
    perform luban.break_rule('seats_are_held_within_capacity_each_day', offense, 'cohort_stretch');
  end if;
  perform luban.refuse_second_seats(array_agg(e.workshop_id), array_agg(e.id), 'cohort_stretch')
  from luban.enrollment e
  where (e.workshop_id, e.cohort_id) in (select workshop_id, cohort_id from new_rows) and exists (
    select from luban.enrollment o where o.workshop_id = e.workshop_id and o.student_id = e.student_id and o.id <> e.id)
  having count(*) > 0;
  return null;
end $$;
comment on function cohort_stretches_keep_seats is 'The same rules when seats or dates of a cohort are others.';
-- Its name makes it fire after the row of the cohort follows, which a CHECK holds to what is held now.
select ask_after('insert', 'cohort_stretch', 'cohort_stretches_keep_seats');
