-- Partners.

create type partner_kind as enum ('school', 'college', 'university', 'enterprise', 'awarding_body', 'authority');
comment on type partner_kind is 'What sort of organization a partner is.';
create type partner_status as enum ('prospect', 'active', 'suspended', 'ended');
comment on type partner_status is 'Standing of the partnership.';

create table partner (
  id int generated always as identity primary key,
  uid uuid not null default gen_random_uuid() constraint partner_uid_is_unique unique,
  code code not null constraint partner_code_is_unique unique,
  kind partner_kind not null,
  country text collate "C" not null constraint partner_country_is_known references country,
  city_id int,
  status partner_status not null default 'prospect',
  website text constraint partner_website_has_no_blanks check (website ~ '^\S+$'),
  note text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  -- A city is one of the country: the key of both says so.
  constraint partner_city_is_in_its_country foreign key (city_id, country) references city (id, country)
);
create index partner_by_country on partner (country);
create index partner_by_city on partner (city_id, country);
comment on table partner is 'A partner school, college, university, enterprise, awarding body or authority.';
comment on column partner.id is 'Key.';
comment on column partner.uid is 'Stable identity for other systems; does not change when code or name do.';
comment on column partner.code is 'Code people type, as in UZ-TSTU.';
comment on column partner.kind is 'What sort of partner it is.';
comment on column partner.country is 'Country it belongs to.';
comment on column partner.city_id is 'City it stands in.';
comment on column partner.status is 'Standing of the partnership; always that of its last event.';
comment on column partner.website is 'Web address.';
comment on column partner.note is 'Free remark.';
comment on column partner.source is 'Where the entry was taken from.';

create table partner_name (
  id int generated always as identity,
  partner_id int not null constraint partner_name_is_of_a_partner references partner on delete cascade,
  language language_tag not null,
  name text not null
    constraint partner_name_is_not_blank check (is_written(name)),
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (partner_id, language, valid_from),
  constraint partner_name_period_is_in_order check (valid_from < valid_to),
  constraint partner_has_one_name_at_a_time
    exclude using gist (partner_id with =, language with =, daterange(valid_from, valid_to) with &&)
);
comment on table partner_name is 'Names of a partner by language, each with the days it was valid: schools get renamed.';
comment on column partner_name.id is 'Key of its revisions; stays when the row changes.';
comment on column partner_name.language is 'Language of the name.';
comment on column partner_name.name is 'The name.';
comment on column partner_name.valid_from is 'First day of the name.';
comment on column partner_name.valid_to is 'First day on which it was no longer the name.';

create table partner_event (
  partner_id int not null constraint partner_event_is_of_a_partner references partner on delete cascade,
  nth smallint not null,
  status partner_status not null,
  effective_on date not null,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (partner_id, nth),
  constraint partner_event_says_why check (
    status in ('prospect', 'active') or coalesce(btrim(reason), '') <> '')
);
comment on table partner_event is 'Every change of a partnership''s standing.';
comment on column partner_event.nth is 'Order of the changes, from 1.';
comment on column partner_event.status is 'Standing from then on.';
comment on column partner_event.effective_on is 'The day it took effect.';
comment on column partner_event.reason is 'Why.';

create table partner_contact (
  id int generated always as identity,
  partner_id int not null constraint contact_is_of_a_partner references partner on delete cascade,
  nth smallint not null,
  name person_name not null,
  position text,
  email text constraint contact_email_has_an_at_sign check (is_email(email)),
  phone text constraint contact_phone_is_a_number check (is_phone(phone)),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (partner_id, nth),
  constraint contact_can_be_reached check (email is not null or phone is not null),
  constraint contact_is_once_at_a_partner unique nulls not distinct (partner_id, name, email, phone)
);
comment on table partner_contact is 'Persons to write to or call at a partner.';
comment on column partner_contact.id is 'Key by which files change it; stays when the row changes.';
comment on column partner_contact.nth is 'Number of the contact within the partner.';
comment on column partner_contact.name is 'Name of the person.';
comment on column partner_contact.position is 'What they do there.';
