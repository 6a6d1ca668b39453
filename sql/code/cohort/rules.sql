-- Cohorts: status by events, agreements in force, revisions.

create or replace function cohort_change_is_known(from_status cohort_status, to_status cohort_status) returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_status = any (case from_status
    when 'planned' then '{open,cancelled}'::cohort_status[]
    when 'open' then '{running,cancelled}'
    when 'running' then '{finished,cancelled}'
    else '{}' end), false)
$$;
comment on function cohort_change_is_known is 'Whether a cohort may go from one status to the other.';

create or replace function agreement_covers(in_workshop int, in_program int, in_day date) returns boolean
language sql stable as $$
  select exists (
    select from luban.agreement_scope s join luban.agreement a on a.id = s.agreement_id
    where s.workshop_id = in_workshop and (s.program_id is null or s.program_id = in_program)
      and luban.agreement_in_force(a, in_day))
$$;
comment on function agreement_covers is 'Whether an agreement in force on the day covers the program at the workshop.';

create or replace function cohort_is_in_scope(in_cohort cohort, in_agreement int) returns boolean
language sql stable as $$
  select exists (
    select from luban.agreement_scope s
    where s.agreement_id = in_agreement and s.workshop_id = in_cohort.workshop_id
      and (s.program_id is null or s.program_id = in_cohort.program_id))
$$;
comment on function cohort_is_in_scope is 'Whether an agreement, in force or not, covers what the cohort is an intake of.';

create or replace function agreements_at_other_times(in_cohort cohort) returns text
language sql stable as $$
  select string_agg(case luban.agreement_until(a)
      when 'infinity' then format(luban.phrase('{0} was made for the time from {1}'), a.code, a.effective_on)
      else format(luban.phrase('{0} was made for {1} to {2}'), a.code, a.effective_on, luban.agreement_until(a)) end, ', ' order by a.code)
  from luban.agreement a where luban.cohort_is_in_scope(in_cohort, a.id)
$$;
comment on function agreements_at_other_times is
  'Which agreements cover the program of a cohort, and when: told to whom none of them is of use.';

create or replace function cohort_event_moves_status() returns trigger language plpgsql as $$
declare
  c luban.cohort;
  last_on date;
  is_earlier boolean;
begin
  perform luban.fact_day(new.workshop_id, new.effective_on, 'cohort_event');
  select * into c from luban.cohort where workshop_id = new.workshop_id and id = new.cohort_id for no key update;
  -- The foreign key will say so.
  if not found then
    return new;
  end if;
  select effective_on into last_on from luban.cohort_event
  where workshop_id = new.workshop_id and cohort_id = new.cohort_id order by nth desc limit 1;
  -- That it was open earlier than was said is said by opening it again.
  is_earlier := c.status = 'open' and new.status = 'open' and new.effective_on < last_on;
  if not (is_earlier or luban.cohort_change_is_known(c.status, new.status)) then
    perform luban.break_rule('cohort_change_is_allowed', jsonb_build_object('cohort', c.code, 'from', luban.phrase(c.status::text),
      'to', luban.phrase(new.status::text)),
      'cohort_event');
  elsif not is_earlier and new.effective_on < last_on then
    perform luban.break_rule('cohort_changes_in_the_order_of_days', jsonb_build_object('cohort', c.code, 'status', luban.phrase(c.status::text),
      'since', last_on, 'to', luban.phrase(new.status::text), 'day', new.effective_on), 'cohort_event');
  end if;
  if new.status = 'open' then
    -- Its edition is frozen from here on; who is changing it is waited for.
    perform from luban.program_edition where id = c.edition_id for share;
    -- Whoever closes the workshop or ends an agreement meanwhile is waited for: each statement sees what came of it.
    perform from luban.workshop where id = new.workshop_id for share;
    if (select status from luban.workshop where id = new.workshop_id) = 'closed' then
      perform luban.break_rule('cohort_opens_in_a_living_workshop', jsonb_build_object('cohort', c.code), 'cohort_event');
    end if;
    if c.agreement_override is null then
      perform from luban.agreement
      where id in (select agreement_id from luban.agreement_scope where workshop_id = new.workshop_id)
      order by id for share;
      if not luban.agreement_covers(c.workshop_id, c.program_id, new.effective_on) then
        perform luban.break_rule('cohort_opens_under_an_agreement', jsonb_build_object('cohort', c.code, 'day', new.effective_on,
          'agreements', luban.agreements_at_other_times(c)), 'cohort_event');
      end if;
    end if;
  elsif new.status in ('finished', 'cancelled') and c.seats_held > 0 then
    perform luban.break_rule('cohort_ends_when_no_seat_is_held',
      jsonb_build_object('cohort', c.code, 'seats', c.seats_held), 'cohort_event');
  end if;
  update luban.cohort set status = new.status where workshop_id = new.workshop_id and id = new.cohort_id;
  return new;
end $$;
comment on function cohort_event_moves_status is 'Keeps the status of a cohort that of its last event, and checks the change.';
create or replace trigger cohort_event_moves_status before insert on cohort_event
  for each row execute function cohort_event_moves_status();
create or replace trigger cohort_events_are_kept before update or delete on cohort_event
  for each row when (pg_trigger_depth() = 0) execute function refuse_change('events_are_kept');
create or replace trigger cohort_events_are_all_kept before truncate on cohort_event
  for each statement execute function refuse_change('events_are_kept');
create or replace trigger cohort_status_follows_events before update of status on cohort
  for each row when (pg_trigger_depth() = 0 and old.status <> new.status)
  execute function refuse_change('status_follows_events');
create or replace trigger cohort_seats_follow_enrollments before update of seats_held on cohort
  for each row when (pg_trigger_depth() = 0 and old.seats_held <> new.seats_held)
  execute function refuse_change('cohort_seats_follow_enrollments');

create or replace function cohort_seats_are_told() returns trigger language plpgsql as $$
begin
  perform luban.break_rule('cohort_seats_within_capacity',
    jsonb_build_object('cohort', new.code, 'held', new.seats_held, 'capacity', new.capacity), 'cohort');
  return null;
end $$;
comment on function cohort_seats_are_told is 'Says what the check of that name would only refuse: which cohort, and how many.';
create or replace trigger cohort_seats_are_told before update of seats_held, capacity on cohort
  for each row when (new.seats_held > new.capacity) execute function cohort_seats_are_told();

create or replace function cohort_begins_planned() returns trigger language plpgsql as $$
begin
  if new.status <> 'planned' or new.seats_held <> 0 or new.last_waitlist_place <> 0 then
    perform luban.break_rule('cohort_begins_planned', jsonb_build_object('cohort', new.code), 'cohort');
  end if;
  return new;
end $$;
comment on function cohort_begins_planned is 'A new cohort is planned and empty.';
create or replace trigger cohort_begins_planned before insert on cohort
  for each row execute function cohort_begins_planned();

create or replace function cohort_is_named_after_its_workshop() returns trigger language plpgsql as $$
begin
  if not starts_with(new.code, (select code from luban.workshop where id = new.workshop_id) || '-') then
    perform luban.break_rule('cohort_code_begins_with_its_workshop', jsonb_build_object('cohort', new.code), 'cohort');
  end if;
  return new;
end $$;
comment on function cohort_is_named_after_its_workshop is 'Holds the code of a cohort to that of its workshop.';
create or replace trigger cohort_is_named_after_its_workshop before insert or update of code, workshop_id on cohort
  for each row execute function cohort_is_named_after_its_workshop();

create or replace function cohort_keeps_revisions() returns trigger language plpgsql as $$
begin
  insert into luban.revision (workshop_id, table_name, row_id, before)
  values (old.workshop_id, 'cohort', old.id, to_jsonb(old));
  return null;
end $$;
comment on function cohort_keeps_revisions is
  'Keeps a cohort as it was, for what was known at an earlier time; what has stretches is kept there, and seats are counted.';
create or replace trigger cohort_keeps_revisions after update on cohort
  for each row when ((old.code, old.window_opens_on, old.window_closes_on, old.languages, old.agreement_override)
    is distinct from (new.code, new.window_opens_on, new.window_closes_on, new.languages, new.agreement_override))
  execute function cohort_keeps_revisions();
create or replace trigger cohort_keeps_its_edition before update of workshop_id, edition_id on cohort
  for each row when ((old.workshop_id, old.edition_id) is distinct from (new.workshop_id, new.edition_id))
  execute function refuse_change('cohort_keeps_its_edition');

-- Stretches -----------------------------------------------------------------------------------------------
-- Dates, seats and census hold from a day on, and are known since a time. The row of the cohort is the newest stretch:
-- whoever writes the one, the other follows.

create or replace function cohort_stretch_on(in_workshop int, in_cohort bigint, in_day date, known_at timestamptz default 'infinity')
returns setof cohort_stretch language sql stable parallel safe rows 1 as $$
  select s.* from luban.cohort_stretch s
  where s.workshop_id = in_workshop and s.cohort_id = in_cohort and s.since <= in_day and s.recorded_at <= known_at
  order by s.since desc, s.id desc limit 1
$$;
comment on function cohort_stretch_on is 'The stretch of a cohort that holds on a day, as far as known at a time.';

create or replace function cohort_begins_a_stretch() returns trigger language plpgsql as $$
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  insert into luban.cohort_stretch (workshop_id, cohort_id, intake_on, planned_end_on, capacity, census_day, recorded_at,
    recorded_by)
  select workshop_id, id, intake_on, planned_end_on, capacity, census_day, recorded_at, recorded_by from new_rows;
  return null;
end $$;
comment on function cohort_begins_a_stretch is 'Makes the first stretch of new cohorts.';
select ask_after('insert', 'cohort', 'cohort_begins_a_stretch');

create or replace function cohort_corrects_its_stretch() returns trigger language plpgsql as $$
begin
  insert into luban.cohort_stretch (workshop_id, cohort_id, since, intake_on, planned_end_on, capacity, census_day)
  select new.workshop_id, new.id, s.since, new.intake_on, new.planned_end_on, new.capacity, new.census_day
  from luban.cohort_stretch_on(new.workshop_id, new.id, 'infinity') s
  where (s.intake_on, s.planned_end_on, s.capacity, s.census_day)
    is distinct from (new.intake_on, new.planned_end_on, new.capacity, new.census_day);
  return null;
end $$;
comment on function cohort_corrects_its_stretch is
  'A cohort whose dates, seats or census are written anew corrects the newest stretch over all its days.';
create or replace trigger cohort_corrects_its_stretch after update on cohort
  for each row when ((old.intake_on, old.planned_end_on, old.capacity, old.census_day)
    is distinct from (new.intake_on, new.planned_end_on, new.capacity, new.census_day))
  execute function cohort_corrects_its_stretch();

create or replace function cohort_follows_its_stretches() returns trigger language plpgsql as $$
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  update luban.cohort c
  set intake_on = s.intake_on, planned_end_on = s.planned_end_on, capacity = s.capacity, census_day = s.census_day
  from (select distinct workshop_id, cohort_id from new_rows) n
  cross join lateral luban.cohort_stretch_on(n.workshop_id, n.cohort_id, 'infinity') s
  where (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
    and (c.intake_on, c.planned_end_on, c.capacity, c.census_day)
      is distinct from (s.intake_on, s.planned_end_on, s.capacity, s.census_day);
  return null;
end $$;
comment on function cohort_follows_its_stretches is 'Keeps the row of a cohort that of its newest stretch.';
select ask_after('insert', 'cohort_stretch', 'cohort_follows_its_stretches');
create or replace trigger cohort_stretches_are_kept before update or delete on cohort_stretch
  for each row when (pg_trigger_depth() = 0) execute function refuse_change('events_are_kept');
create or replace trigger cohort_stretches_are_all_kept before truncate on cohort_stretch
  for each statement execute function refuse_change('events_are_kept');
