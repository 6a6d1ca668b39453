-- Partners: standing by events, names, agreements.

create or replace function institution_change_is_known(
  from_status institution_status, to_status institution_status) returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_status = any (case from_status
    when 'prospect' then '{active,ended}'::institution_status[]
    when 'active' then '{suspended,ended}'
    when 'suspended' then '{active,ended}'
    when 'ended' then '{}' end), false)
$$;
comment on function institution_change_is_known is 'Whether a partnership may go from one standing to the other.';

create or replace function institution_event_moves_status() returns trigger language plpgsql as $$
declare
  was luban.institution_status;
begin
  select status into was from luban.institution where id = new.institution_id for no key update;
  if not luban.institution_change_is_known(was, new.status) then
    perform luban.break_rule('institution_change_is_allowed', format('from %s to %s', was, new.status),
      'institution_event');
  end if;
  update luban.institution set status = new.status where id = new.institution_id;
  return new;
end $$;
comment on function institution_event_moves_status is 'Keeps the status of an institution that of its last event.';

create or replace trigger institution_event_moves_status before insert on institution_event
  for each row execute function institution_event_moves_status();
create or replace trigger institution_events_are_kept before update or delete on institution_event
  for each row when (pg_trigger_depth() = 0) execute function refuse_change('events_are_kept');
create or replace trigger institution_status_follows_events before update of status on institution
  for each row when (pg_trigger_depth() = 0 and old.status <> new.status)
  execute function refuse_change('status_follows_events');

create or replace function agreement_needs_two_parties() returns trigger language plpgsql as $$
declare
  one int := case tg_table_name when 'agreement' then (to_jsonb(new) ->> 'id')::int
    else (to_jsonb(coalesce(old, new)) ->> 'agreement_id')::int end;
begin
  if exists (select from luban.agreement where id = one)
     and (select count(*) from luban.agreement_party where agreement_id = one) < 2 then
    perform luban.break_rule('agreement_has_two_parties',
      (select number from luban.agreement where id = one), 'agreement');
  end if;
  return null;
end $$;
comment on function agreement_needs_two_parties is 'Checked at the end of the transaction, when all parties are there.';

create or replace function agreement_in_force(
  in_agreement agreement, in_day date) returns boolean
language sql immutable parallel safe as $$
  select in_agreement.effective_on <= in_day
     and (in_agreement.expires_on is null or in_day < in_agreement.expires_on)
     and (in_agreement.ended_on is null or in_day < in_agreement.ended_on)
$$;
comment on function agreement_in_force is 'Whether an agreement is in force on a day.';

drop trigger if exists agreement_has_two_parties on agreement;
create constraint trigger agreement_has_two_parties after insert on agreement
  deferrable initially deferred for each row execute function agreement_needs_two_parties();
drop trigger if exists agreement_keeps_two_parties on agreement_party;
create constraint trigger agreement_keeps_two_parties after update or delete on agreement_party
  deferrable initially deferred for each row execute function agreement_needs_two_parties();

insert into rule (name, sentence, way_out) values
  ('institution_code_is_unique', 'Each institution has a code of its own.', 'Choose another code, or edit the institution that has it.'),
  ('institution_uid_is_unique', 'The stable identity of an institution is its own.', 'Leave the uid to the database.'),
  ('institution_country_is_known', 'An institution stands in a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.'),
  ('institution_city_is_known', 'An institution stands in a city that is known.', 'Add the city first.'),
  ('institution_name_is_not_blank', 'A name has letters.', 'Give the name.'),
  ('institution_name_period_is_in_order', 'A name is valid from before it ends.', 'Check the two dates.'),
  ('institution_has_one_name_at_a_time', 'An institution has one name in a language at a time.', 'End the former name on the day the new one begins.'),
  ('institution_change_is_allowed', 'A partnership goes from prospect to active, may be suspended and reactivated, and once ended stays so.', 'Look at its history with luban partner show.'),
  ('events_are_kept', 'Recorded events are never rewritten or deleted.', 'Record a further event that corrects it.'),
  ('status_follows_events', 'A status changes by an event, never by itself.', 'Use the verb for the change.'),
  ('contact_email_has_an_at_sign', 'An e-mail address looks like name@example.org.', 'Correct the address.'),
  ('contact_can_be_reached', 'A contact has an e-mail address or a telephone number.', 'Give one of the two.'),
  ('agreement_number_is_unique', 'Each agreement has a number of its own.', 'Choose another number.'),
  ('agreement_is_renewed_once', 'An agreement is renewed by one other.', 'Renew the latest one.'),
  ('agreement_party_is_known', 'The parties of an agreement are institutions that are known.', 'Add the institution first.'),
  ('agreement_expires_after_it_begins', 'An agreement expires after it takes effect.', 'Check the two dates.'),
  ('agreement_ends_after_it_begins', 'An agreement is not ended before it takes effect.', 'Check the date.'),
  ('agreement_is_signed_before_it_expires', 'An agreement is signed before it expires.', 'Check the dates.'),
  ('agreement_does_not_renew_itself', 'An agreement renews another one.', 'Name the earlier agreement.'),
  ('agreement_end_has_a_reason', 'Whoever ends an agreement says why.', 'Give --reason.'),
  ('agreement_has_two_parties', 'An agreement has two or more parties.', 'Name at least two institutions.'),
  ('agreement_covers_a_program_once', 'An agreement covers a program at a workshop once.', 'It is covered already.'),
  ('code_is_short_and_upper_case', 'A code is made of capitals, digits, dots and dashes, at most 40.', 'Write it as in UZ-TSTU.'),
  ('language_tag_is_bcp47', 'A language is named by its BCP 47 tag.', 'Write it as in en, zh, ru, uz-Latn.'),
  ('titles_are_by_language', 'A title is given by language and not blank.', 'Write it as in --title "en=Surveying".'),
  ('partial_date_is_iso', 'A date of reduced precision is a year, a month or a day.', 'Write 2022, 2022-11 or 2022-11-09.');
