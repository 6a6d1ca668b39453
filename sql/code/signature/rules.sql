-- Signatures: by a key in use of the body that awards, of certificates that are valid; they and their keys are kept.

create or replace function shown_signature_key(partner text, number int) returns text
language sql immutable parallel safe as $$
  select partner || '/' || number
$$;
comment on function shown_signature_key is 'How a key is named: UZ-TSTU/1.';

create or replace function signature_key_in_use(in_fingerprint text) returns int language plpgsql stable as $$
declare
  found_key record;
begin
  select k.id, shown_signature_key(p.code, k.number) as code, k.retired_on, k.compromised_on into found_key
  from luban.signature_key k join luban.partner p on p.id = k.partner_id where k.fingerprint = in_fingerprint;
  if coalesce(found_key.retired_on, found_key.compromised_on) is not null then
    perform luban.break_rule('signature_is_by_a_key_in_use', jsonb_build_object('key', found_key.code), 'signature');
  end if;
  return found_key.id;
end $$;
comment on function signature_key_in_use is
  'The key of a fingerprint, which is refused where it is retired or compromised; null where there is none.';

create or replace function signature_is_sound() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who retires a key, or revokes a certificate, at this moment is waited for, and waits for this.
  perform from luban.signature_key k where k.id in (select key_id from new_rows) order by k.id for share;
  perform from luban.credential c where (c.workshop_id, c.id) in (select workshop_id, credential_id from new_rows)
  order by c.workshop_id, c.id for share;
  select f.rule, c.serial, shown_signature_key(p.code, k.number) as key into offense
  from new_rows n
  join luban.credential c on (c.workshop_id, c.id) = (n.workshop_id, n.credential_id)
  join luban.signature_key k on k.id = n.key_id
  join luban.partner p on p.id = k.partner_id
  cross join lateral (
    select case when k.retired_on is not null or k.compromised_on is not null or n.signed_on < k.valid_from
        then 'signature_is_by_a_key_in_use'
      when c.partner_id is distinct from k.partner_id then 'signature_is_by_the_awarding_body'
      when c.revoked_on is not null then 'signature_is_of_a_valid_credential' end) f (rule)
  where f.rule is not null
  order by c.serial limit 1;
  if found then
    perform luban.break_rule(
      offense.rule, jsonb_build_object('serial', offense.serial, 'key', offense.key), 'signature');
  end if;
  return null;
end $$;
comment on function signature_is_sound is
  'Certificates are signed while they are valid, by their awarding body, with a key in use.';
select ask_after('insert', 'signature', 'signature_is_sound');
create or replace trigger signatures_are_kept before update or delete on signature
  for each statement execute function refuse_change('signatures_are_kept');

create or replace function signature_key_is_frozen() returns trigger language plpgsql as $$
declare
  shown text := (select luban.shown_signature_key(p.code, old.number) from luban.partner p where p.id = old.partner_id);
begin
  -- The fingerprint follows from the key, after this.
  if (to_jsonb(old) - '{retired_on,compromised_on,reason,fingerprint}'::text[])
     is distinct from (to_jsonb(new) - '{retired_on,compromised_on,reason,fingerprint}'::text[])
     or old.compromised_on is not null
     or old.retired_on is not null and (new.retired_on is distinct from old.retired_on or new.compromised_on is null)
  then
    perform luban.break_rule('signature_key_is_frozen', jsonb_build_object('key', shown), 'signature_key');
  end if;
  if new.retired_on is not null and old.retired_on is null and exists (
    select from luban.signature s where s.key_id = old.id and s.signed_on > new.retired_on) then
    perform luban.break_rule('signature_key_is_retired_after_it_signed', jsonb_build_object(
      'key', shown, 'day', (select max(s.signed_on) from luban.signature s where s.key_id = old.id)), 'signature_key');
  end if;
  return new;
end $$;
comment on function signature_key_is_frozen is
  'Nothing of a key changes but that it is retired, once, not before it last signed, and compromised, once.';
create or replace trigger signature_key_is_frozen before update on signature_key
  for each row execute function signature_key_is_frozen();
create or replace trigger signature_keys_are_kept before delete on signature_key
  for each statement execute function refuse_change('signature_keys_are_kept');
