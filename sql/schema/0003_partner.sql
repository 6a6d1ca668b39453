-- Partner institutions.

create type institution_kind as enum ('school', 'college', 'university', 'enterprise', 'awarding_body', 'authority');
comment on type institution_kind is 'What sort of institution a partner is.';
create type institution_status as enum ('prospect', 'active', 'suspended', 'ended');
comment on type institution_status is 'Standing of the partnership.';

create table institution (
  id int generated always as identity primary key,
  uid uuid not null default gen_random_uuid() constraint institution_uid_is_unique unique,
  code code not null constraint institution_code_is_unique unique,
  kind institution_kind not null,
  country text collate "C" not null constraint institution_country_is_known references country,
  city_id int,
  status institution_status not null default 'prospect',
  website text constraint institution_website_has_no_blanks check (website ~ '^\S+$'),
  note text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  -- A city is one of the country: the key of both says so.
  constraint institution_city_is_in_its_country foreign key (city_id, country) references city (id, country)
);
create index institution_by_country on institution (country);
create index institution_by_city on institution (city_id, country);
comment on table institution is 'A partner school, college, university, enterprise, awarding body or authority.';
comment on column institution.id is 'Key.';
comment on column institution.uid is 'Stable identity for other systems; does not change when code or name do.';
comment on column institution.code is 'Code people type, as in UZ-TSTU.';
comment on column institution.kind is 'What sort of institution it is.';
comment on column institution.country is 'Country it belongs to.';
comment on column institution.city_id is 'City it stands in.';
comment on column institution.status is 'Standing of the partnership; always that of its last event.';
comment on column institution.website is 'Web address.';
comment on column institution.note is 'Free remark.';
comment on column institution.source is 'Where the entry was taken from.';

create table institution_name (
  id int generated always as identity,
  institution_id int not null constraint institution_name_is_of_an_institution references institution on delete cascade,
  language language_tag not null,
  name text not null
    constraint institution_name_is_not_blank check (btrim(name) <> ''),
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (institution_id, language, valid_from),
  constraint institution_name_period_is_in_order check (valid_from < valid_to),
  constraint institution_has_one_name_at_a_time
    exclude using gist (institution_id with =, language with =, daterange(valid_from, valid_to) with &&)
);
comment on table institution_name is 'Names of an institution by language, each with the days it was valid: schools get renamed.';
comment on column institution_name.id is 'Key of its revisions; stays when the row changes.';
comment on column institution_name.language is 'Language of the name.';
comment on column institution_name.name is 'The name.';
comment on column institution_name.valid_from is 'First day of the name.';
comment on column institution_name.valid_to is 'First day on which it was no longer the name.';

create table institution_event (
  institution_id int not null constraint institution_event_is_of_an_institution references institution on delete cascade,
  nth smallint not null,
  status institution_status not null,
  effective_on date not null,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (institution_id, nth),
  constraint institution_event_says_why check (
    status in ('prospect', 'active') or coalesce(btrim(reason), '') <> '')
);
comment on table institution_event is 'Every change of a partnership''s standing.';
comment on column institution_event.nth is 'Order of the changes, from 1.';
comment on column institution_event.status is 'Standing from then on.';
comment on column institution_event.effective_on is 'The day it took effect.';
comment on column institution_event.reason is 'Why.';

create table institution_contact (
  institution_id int not null constraint contact_is_of_an_institution references institution on delete cascade,
  nth smallint not null,
  name person_name not null,
  position text,
  email text constraint contact_email_has_an_at_sign check (is_email(email)),
  phone text constraint contact_phone_is_a_number check (is_phone(phone)),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (institution_id, nth),
  constraint contact_can_be_reached check (email is not null or phone is not null),
  constraint contact_is_once_at_a_partner unique nulls not distinct (institution_id, name, email, phone)
);
comment on table institution_contact is 'Persons to write to or call at a partner.';
comment on column institution_contact.nth is 'Number of the contact within the institution.';
comment on column institution_contact.name is 'Name of the person.';
comment on column institution_contact.position is 'What they do there.';
