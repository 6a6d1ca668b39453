-- Agreements: when they are in force, who may sign, what they cover.

create or replace function agreement_until(in_agreement agreement) returns date
language sql immutable parallel safe as $$
  select coalesce(least(in_agreement.expires_on, in_agreement.ended_on), 'infinity')
$$;
comment on function agreement_until is 'First day on which an agreement is no longer in force; infinity for no end.';

create or replace function agreement_needs_two_parties() returns trigger language plpgsql as $$
declare
  one int := case tg_table_name when 'agreement' then (to_jsonb(new) ->> 'id')::int
    else (to_jsonb(coalesce(old, new)) ->> 'agreement_id')::int end;
begin
  -- Two that take a party each out of three would both see two left.
  perform from luban.agreement where id = one for no key update;
  if exists (select from luban.agreement where id = one)
     and (select count(*) from luban.agreement_party where agreement_id = one) < 2 then
    perform luban.break_rule('agreement_has_two_parties',
      (select jsonb_build_object('agreement', code) from luban.agreement where id = one), 'agreement');
  end if;
  return null;
end $$;
comment on function agreement_needs_two_parties is 'Checked at the end of the transaction, when all parties are there.';

create or replace function agreement_in_force(in_agreement agreement, in_day date) returns boolean
language sql immutable parallel safe as $$
  select in_agreement.effective_on <= in_day and in_day < luban.agreement_until(in_agreement)
$$;
comment on function agreement_in_force is 'Whether an agreement is in force on a day.';

create or replace function agreement_covers_transfer(in_agreement agreement, in_partner int, in_day date) returns boolean
language sql stable parallel safe as $$
  select in_agreement.kind = 'credit_recognition' and luban.agreement_in_force(in_agreement, in_day) and exists (
    select from luban.agreement_party p where (p.agreement_id, p.partner_id) = (in_agreement.id, in_partner))
$$;
comment on function agreement_covers_transfer is
  'Whether a partner''s credit is recognized under an agreement on a day. Import, triggers and doctor ask here.';

create or replace function agreement_state(in_agreement agreement, in_day date) returns text
language sql immutable parallel safe as $$
  select case
    when in_agreement.ended_on <= in_day then 'ended'
    when in_agreement.expires_on <= in_day then 'expired'
    when in_agreement.effective_on > in_day then 'pending'
    else 'in_force' end
$$;
comment on function agreement_state is 'Where an agreement stands on a day: pending, in_force, expired or ended.';

create or replace function agreement_scopes(in_agreement int) returns text[]
language sql stable as $$
  select coalesce(array_agg(w.code || coalesce(':' || p.code, '') order by w.code, p.code nulls first), '{}')
  from luban.agreement_scope s join luban.workshop w on w.id = s.workshop_id
  left join luban.program p on p.id = s.program_id
  where s.agreement_id = in_agreement
$$;
comment on function agreement_scopes is 'What an agreement covers, as people write it: UZ-TAS:LOG, or UZ-TAS for all programs.';

create or replace function paper_number(value text) returns text
language sql immutable parallel safe as $$
  select luban.plain_document(translate(value, '〔〕【】', '[][]'))
$$;
comment on function paper_number is 'The number of a paper as it is compared: without blanks and №, all brackets alike.';

create or replace function agreements_of_number(in_agreement agreement) returns text[]
language sql stable as $$
  select coalesce(array_agg(a.code::text order by a.code), '{}')
  from luban.agreement a
  where a.id <> in_agreement.id and luban.paper_number(a.number) = luban.paper_number(in_agreement.number) and (
    select count(*) from luban.agreement_party p join luban.agreement_party o using (partner_id)
    where p.agreement_id = a.id and o.agreement_id = in_agreement.id) > 1
$$;
comment on function agreements_of_number is
  'Other agreements with the same number on the paper, however it is written, that two of the same parties signed: of other issuers it is another paper.';

create or replace function check_agreement_party(in_agreement agreement, in_partner int) returns void
language plpgsql as $$
declare
  i luban.partner;
  standing luban.partner_status;
  ended_on date;
begin
  -- Who changes the standing meanwhile is waited for, and what came of it is seen by the statements that follow.
  select * into i from luban.partner where id = in_partner for share;
  standing := luban.partner_status_on(i.id, coalesce(in_agreement.signed_on, in_agreement.effective_on));
  if standing in ('suspended', 'ended') then
    perform luban.break_rule('agreement_parties_are_in_good_standing', jsonb_build_object('partner', i.code, 'status', luban.phrase(standing::text)),
      'agreement_party');
  end if;
  select effective_on into ended_on from luban.partner_event
  where partner_id = in_partner and status = 'ended';
  if luban.agreement_until(in_agreement) > ended_on then
    perform luban.break_rule('agreement_outlasts_no_partnership', jsonb_build_object('partner', i.code, 'day', ended_on),
      'agreement_party');
  end if;
end $$;
comment on function check_agreement_party is
  'Refuses who is suspended or ended on the day of the signature, or else on the first day in force, and who ends before it.';

create or replace function agreement_party_may_sign() returns trigger language plpgsql as $$
begin
  -- Who moves its days meanwhile is waited for, and asks all parties.
  perform from luban.agreement where id = new.agreement_id for share;
  perform luban.check_agreement_party(a, new.partner_id) from luban.agreement a where id = new.agreement_id;
  return new;
end $$;
comment on function agreement_party_may_sign is 'Checks a party when it signs.';
create or replace trigger agreement_party_may_sign before insert or update on agreement_party
  for each row execute function agreement_party_may_sign();

create or replace function agreement_parties_may_sign() returns trigger language plpgsql as $$
begin
  perform luban.check_agreement_party(new, partner_id) from luban.agreement_party
  where agreement_id = new.id order by partner_id;
  return new;
end $$;
comment on function agreement_parties_may_sign is 'Checks all parties when the days of an agreement change.';
create or replace trigger agreement_parties_may_sign
  before update of signed_on, effective_on, expires_on, ended_on on agreement
  for each row when ((old.signed_on, old.effective_on, old.expires_on, old.ended_on)
    is distinct from (new.signed_on, new.effective_on, new.expires_on, new.ended_on))
  execute function agreement_parties_may_sign();

create or replace trigger agreement_is_ended_once before update of ended_on, end_reason on agreement
  for each row when (old.ended_on is not null
    and (old.ended_on, old.end_reason) is distinct from (new.ended_on, new.end_reason))
  execute function refuse_change('agreement_is_ended_once');

create or replace function agreement_renews_an_earlier_one() returns trigger language plpgsql as $$
begin
  -- Who moves the days of the earlier one holds it, and looks for what renews it.
  perform from luban.agreement where id = new.renews_id for share;
  perform luban.break_rule('agreement_renews_an_earlier_one',
    jsonb_build_object('agreement', new.code, 'day', new.effective_on, 'other', code, 'other_day', effective_on),
    'agreement')
  from luban.agreement
  where id = new.renews_id and id <> new.id and effective_on >= new.effective_on
    or renews_id = new.id and id <> new.id and effective_on <= new.effective_on;
  return new;
end $$;
comment on function agreement_renews_an_earlier_one is 'Refuses a renewal that does not begin after what it renews.';
create or replace trigger agreement_renews_an_earlier_one before insert or update of renews_id, effective_on on agreement
  for each row execute function agreement_renews_an_earlier_one();

drop trigger if exists agreement_has_two_parties on agreement;
create constraint trigger agreement_has_two_parties after insert on agreement
  deferrable initially deferred for each row execute function agreement_needs_two_parties();
drop trigger if exists agreement_keeps_two_parties on agreement_party;
create constraint trigger agreement_keeps_two_parties after update or delete on agreement_party
  deferrable initially deferred for each row execute function agreement_needs_two_parties();
