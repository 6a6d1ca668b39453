-- Workshops: counters, parts, status, closing.

create or replace function workshop_gets_its_counter() returns trigger language plpgsql as $$
begin
  insert into luban.workshop_counter (workshop_id) values (new.id);
  return new;
end $$;
comment on function workshop_gets_its_counter is 'Gives each new workshop the row its student numbers are counted in.';
create or replace trigger workshop_gets_its_counter after insert on workshop
  for each row execute function workshop_gets_its_counter();

create or replace function workshop_closes_when_empty() returns trigger language plpgsql as $$
declare
  left_open text;
begin
  select string_agg(code, ', ' order by code) into left_open from luban.cohort
  where workshop_id = new.id and status in ('open', 'running');
  if left_open is not null then
    perform luban.break_rule('workshop_closes_when_no_cohort_runs', jsonb_build_object('cohorts', left_open), 'workshop');
  end if;
  return new;
end $$;
comment on function workshop_closes_when_empty is 'Refuses to close a workshop in which a cohort is open or running.';
create or replace trigger workshop_closes_when_empty before update of status on workshop
  for each row when (new.status = 'closed' and old.status <> 'closed') execute function workshop_closes_when_empty();

create or replace function workshop_change_is_known(from_status workshop_status, to_status workshop_status)
returns boolean language sql immutable parallel safe as $$
  select from_status = 'preparing' or (from_status, to_status) = ('operating', 'closed')
$$;
comment on function workshop_change_is_known is 'Whether a workshop may go from one status to the other.';
create or replace trigger workshop_change_is_allowed before update of status on workshop
  for each row when (old.status <> new.status and not workshop_change_is_known(old.status, new.status))
  execute function refuse_change('workshop_change_is_allowed');

create or replace function workshop_role_is_among_the_living() returns trigger language plpgsql as $$
declare
  i luban.partner;
  w luban.workshop;
begin
  -- Who ends the partner or closes the workshop is waited for, and waits for this.
  select * into i from luban.partner where id = new.partner_id for share;
  select * into w from luban.workshop where id = new.workshop_id for share;
  if i.status in ('suspended', 'ended') then
    perform luban.break_rule('workshop_role_is_of_a_partner_in_good_standing', jsonb_build_object('partner', i.code, 'status', luban.phrase(i.status::text)),
      'workshop_role');
  end if;
  if w.status = 'closed' then
    perform luban.break_rule('workshop_role_is_in_a_living_workshop', jsonb_build_object('workshop', w.code), 'workshop_role');
  end if;
  return new;
end $$;
comment on function workshop_role_is_among_the_living is
  'Refuses a part without an end where the partner is suspended or ended, or the workshop is closed.';
create or replace trigger workshop_role_is_among_the_living before insert or update of partner_id, workshop_id, until on workshop_role
  for each row when (new.until = 'infinity') execute function workshop_role_is_among_the_living();

create or replace function workshop_keeps_a_host() returns trigger language plpgsql as $$
declare
  without text;
begin
  -- Of two hosts that leave at once, the second is the last.
  perform from luban.workshop where id = old.workshop_id for no key update;
  select string_agg(c.code, ', ' order by c.code) into without from luban.cohort c
  where c.workshop_id = old.workshop_id and c.status in ('open', 'running') and not exists (
    select from luban.workshop_role r
    where r.workshop_id = old.workshop_id and r.role = 'host' and r.until > c.planned_end_on);
  if without is not null then
    perform luban.break_rule('workshop_keeps_a_host_while_cohorts_run', jsonb_build_object('cohorts', without), 'workshop_role');
  end if;
  return null;
end $$;
comment on function workshop_keeps_a_host is
  'Checked at the end of the transaction: one host may follow another, but not nobody while cohorts are open or running.';
drop trigger if exists workshop_keeps_a_host_while_cohorts_run on workshop_role;
create constraint trigger workshop_keeps_a_host_while_cohorts_run after update or delete on workshop_role
  deferrable initially deferred for each row when (old.role = 'host') execute function workshop_keeps_a_host();
