-- Partners: standing by events, names, what hangs on them.

create or replace function partner_change_is_known(
  from_status partner_status, to_status partner_status) returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_status = any (case from_status
    when 'prospect' then '{active,ended}'::partner_status[]
    when 'active' then '{suspended,ended}'
    when 'suspended' then '{active,ended}'
    when 'ended' then '{}' end), false)
$$;
comment on function partner_change_is_known is 'Whether a partnership may go from one standing to the other.';

create or replace function partner_status_on(in_partner int, in_day date) returns partner_status
language sql stable as $$
  select coalesce((select status from luban.partner_event
    where partner_id = in_partner and effective_on <= in_day order by nth desc limit 1), 'prospect')
$$;
comment on function partner_status_on is 'Standing of a partnership on a day.';

create or replace function part_in_workshop(role workshop_role_kind) returns text
language sql immutable parallel safe as $$
  select case role when 'host' then 'host of {0}' when 'lead' then 'lead of {0}' when 'enterprise' then 'enterprise of {0}'
    else 'awarding body of {0}' end
$$;
comment on function part_in_workshop is 'The part of a partner in a workshop, to be said with the code of the workshop.';

create or replace function what_hangs_on_partner(in_partner int, in_day date) returns text
language sql stable as $$
  with part as (
    select w.id as workshop_id, w.code, r.role from luban.workshop_role r join luban.workshop w on w.id = r.workshop_id
    where r.partner_id = in_partner and r.until > in_day
  )
  select string_agg(what, ', ' order by nth, what) from (
    select 1 as nth, format(luban.phrase('agreement {0}'), a.code) as what
    from luban.agreement_party p join luban.agreement a on a.id = p.agreement_id
    where p.partner_id = in_partner and luban.agreement_until(a) > in_day
    union
    select 2, format(luban.phrase(luban.part_in_workshop(role)), code) from part
    union
    select 3, format(luban.phrase('cohort {0}'), c.code) from part
    join luban.cohort c on c.workshop_id = part.workshop_id and c.status in ('open', 'running')
    where part.role in ('host', 'lead')
  ) hanging
$$;
comment on function what_hangs_on_partner is
  'What a partnership could not be ended from: agreements, parts in workshops, cohorts that it hosts or leads.';

create or replace function partner_event_moves_status() returns trigger language plpgsql as $$
declare
  i luban.partner;
  last_on date;
  hanging text;
begin
  perform luban.fact_day(null, new.effective_on, 'partner_event');
  -- Who signs or takes a part holds the partner for share, so that nothing comes to hang on it meanwhile.
  select * into i from luban.partner where id = new.partner_id for no key update;
  -- The foreign key will say so.
  if not found then
    return new;
  end if;
  if not luban.partner_change_is_known(i.status, new.status) then
    perform luban.break_rule('partner_change_is_allowed',
      jsonb_build_object('partner', i.code, 'from', luban.phrase(i.status::text), 'to', luban.phrase(new.status::text)), 'partner_event');
  end if;
  select max(effective_on) into last_on from luban.partner_event where partner_id = new.partner_id;
  if new.effective_on < last_on then
    perform luban.break_rule('partner_events_follow_each_other',
      jsonb_build_object('partner', i.code, 'day', new.effective_on, 'last', last_on), 'partner_event');
  end if;
  if new.status = 'ended' then
    hanging := luban.what_hangs_on_partner(new.partner_id, new.effective_on);
    if hanging is not null then
      perform luban.break_rule('partner_ends_when_nothing_hangs_on_it', jsonb_build_object('partner', i.code, 'hanging', hanging),
        'partner_event');
    end if;
  end if;
  update luban.partner set status = new.status where id = new.partner_id;
  return new;
end $$;
comment on function partner_event_moves_status is
  'Keeps the status of a partner that of its last event, and checks the change.';
create or replace trigger partner_event_moves_status before insert on partner_event
  for each row execute function partner_event_moves_status();
create or replace trigger partner_events_are_kept before update or delete on partner_event
  for each row when (pg_trigger_depth() = 0) execute function refuse_change('events_are_kept');
create or replace trigger partner_status_follows_events before update of status on partner
  for each row when (pg_trigger_depth() = 0 and old.status <> new.status)
  execute function refuse_change('status_follows_events');

drop trigger if exists partner_begins_as_prospect on partner;
create trigger partner_begins_as_prospect before insert on partner
  for each row when (new.status <> 'prospect') execute function refuse_change('partner_begins_as_prospect');

create or replace function partner_is_kept() returns trigger language plpgsql as $$
declare
  hanging text;
begin
  select string_agg(what, ', ' order by what) into hanging from (
    select format(luban.phrase('agreement {0}'), a.code) as what
    from luban.agreement_party p join luban.agreement a on a.id = p.agreement_id where p.partner_id = old.id
    union
    select format(luban.phrase(luban.part_in_workshop(r.role)), w.code)
    from luban.workshop_role r join luban.workshop w on w.id = r.workshop_id where r.partner_id = old.id
    union
    select format(luban.phrase('program {0} {1}'), p.code, e.edition) from luban.program_edition e
    join luban.program p on p.id = e.program_id
    where exists (select from luban.program_stage s where (s.edition_id, s.partner_id) = (e.id, old.id))
      or exists (select from luban.program_certificate c where (c.edition_id, c.partner_id) = (e.id, old.id))
    union
    select luban.phrase('its history') from luban.partner_event v where v.partner_id = old.id
  ) hanging_on;
  if hanging is not null then
    perform luban.break_rule('partner_is_kept_while_anything_hangs_on_it', jsonb_build_object('partner', old.code, 'hanging', hanging),
      'partner');
  end if;
  return old;
end $$;
comment on function partner_is_kept is 'Refuses to delete a partner on which anything hangs, and names that.';
create or replace trigger partner_is_kept before delete on partner
  for each row execute function partner_is_kept();

-- Names -----------------------------------------------------------------------------------------------------

create or replace function partner_title(in_partner int, in_day date) returns text
language sql stable parallel safe as $$
  select name from luban.partner_name
  where partner_id = in_partner and valid_from <= in_day and in_day < valid_to
  order by language is distinct from current_setting('luban.language', true), language <> 'en', language limit 1
$$;
comment on function partner_title is
  'What a partner is called on a day: in the language of who reads (luban.language), else in English, else in the first there is.';

create or replace function partner_needs_a_name() returns trigger language plpgsql as $$
declare
  one int := case tg_table_name when 'partner' then (to_jsonb(new) ->> 'id')::int
    else (to_jsonb(old) ->> 'partner_id')::int end;
begin
  -- Of two names that end at once, the second is the last.
  perform from luban.partner where id = one for no key update;
  perform luban.break_rule('partner_has_a_name', jsonb_build_object('partner', code), 'partner_name') from luban.partner
  where id = one and not exists (
    select from luban.partner_name where partner_id = one and valid_to = 'infinity');
  return null;
end $$;
comment on function partner_needs_a_name is 'Checked at the end of the transaction, when all names are there.';
drop trigger if exists partner_has_a_name on partner;
create constraint trigger partner_has_a_name after insert on partner
  deferrable initially deferred for each row execute function partner_needs_a_name();
drop trigger if exists partner_has_a_name on partner_name;
create constraint trigger partner_has_a_name after update or delete on partner_name
  deferrable initially deferred for each row execute function partner_needs_a_name();
