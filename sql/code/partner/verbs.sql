-- What is done with partners: a name begins, and ends.

create or replace function rename_partner(
  in_partner int, in_language text, in_name text, in_since date) returns void language plpgsql as $$
declare
  present luban.partner_name;
  former_until date;
begin
  perform luban.fact_day(null, in_since, 'partner_name');
  in_name := luban.composed(btrim(in_name));
  select * into present from luban.partner_name
  where partner_id = in_partner and language = in_language and valid_to = 'infinity' for no key update;
  if present.name is null then
    select max(valid_to) into former_until from luban.partner_name
    where partner_id = in_partner and language = in_language;
    insert into luban.partner_name (partner_id, language, name, valid_from)
    values (in_partner, in_language, in_name,
      case when former_until is null then '-infinity' else greatest(former_until, in_since) end);
  elsif present.name <> in_name and in_since is null then
    update luban.partner_name set name = in_name
    where partner_id = in_partner and language = in_language and valid_to = 'infinity';
  elsif present.name <> in_name then
    update luban.partner_name set valid_to = in_since
    where partner_id = in_partner and language = in_language and valid_to = 'infinity';
    insert into luban.partner_name (partner_id, language, name, valid_from)
    values (in_partner, in_language, in_name, in_since);
  end if;
end $$;
comment on function rename_partner is
  'Gives a partner a name from a day on and keeps the former one; without a day the name was wrong, and is corrected.';

create or replace function end_partner_name(in_partner int, in_language text, in_since date) returns void
language plpgsql as $$
begin
  perform luban.fact_day(null, in_since, 'partner_name');
  if in_since is null then
    delete from luban.partner_name
    where partner_id = in_partner and language = in_language and valid_to = 'infinity';
  else
    update luban.partner_name set valid_to = in_since
    where partner_id = in_partner and language = in_language and valid_to = 'infinity';
  end if;
end $$;
comment on function end_partner_name is
  'Ends the present name in a language on a day, and keeps it as a former one; without a day it was wrong, and is removed.';

create or replace function standing_note(in_status partner_status) returns text
language sql stable as $$
  select case in_status when 'prospect' then luban.phrase('the partner is only a prospect')
    when 'suspended' then luban.phrase('the partner is suspended')
    when 'ended' then luban.phrase('the partnership has ended') end
$$;
comment on function standing_note is
  'What is noted of a line by which a partner that is not active hosts, signs or awards; nothing of one that is.';
