-- Partner institutions and what they signed.

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
  city_id int constraint institution_city_is_known references city,
  status institution_status not null default 'prospect',
  website text,
  note text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user
);
create index institution_by_country on institution (country);
create index institution_by_city on institution (city_id);
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
comment on column institution.recorded_at is 'When it was entered.';
comment on column institution.recorded_by is 'Role that entered it.';

create table institution_name (
  institution_id int not null references institution on delete cascade,
  language language_tag not null,
  name text not null
    constraint institution_name_is_not_blank check (btrim(name) <> ''),
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  primary key (institution_id, language, valid_from),
  constraint institution_name_period_is_in_order check (valid_from < valid_to),
  constraint institution_has_one_name_at_a_time
    exclude using gist (institution_id with =, language with =, daterange(valid_from, valid_to) with &&)
);
comment on table institution_name is 'Names of an institution by language, each with the days it was valid: schools get renamed.';
comment on column institution_name.institution_id is 'The institution.';
comment on column institution_name.language is 'Language of the name.';
comment on column institution_name.name is 'The name.';
comment on column institution_name.valid_from is 'First day of the name.';
comment on column institution_name.valid_to is 'First day on which it was no longer the name.';

create table institution_event (
  institution_id int not null references institution on delete cascade,
  nth smallint not null,
  status institution_status not null,
  effective_on date not null,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (institution_id, nth)
);
comment on table institution_event is 'Every change of a partnership''s standing.';
comment on column institution_event.institution_id is 'The institution.';
comment on column institution_event.nth is 'Order of the changes, from 1.';
comment on column institution_event.status is 'Standing from then on.';
comment on column institution_event.effective_on is 'The day it took effect.';
comment on column institution_event.reason is 'Why.';
comment on column institution_event.recorded_at is 'When it was entered.';
comment on column institution_event.recorded_by is 'Role that entered it.';

create table institution_contact (
  institution_id int not null references institution on delete cascade,
  nth smallint not null,
  name person_name not null,
  position text,
  email text constraint contact_email_has_an_at_sign check (is_email(email)),
  phone text,
  primary key (institution_id, nth),
  constraint contact_can_be_reached check (email is not null or phone is not null)
);
comment on table institution_contact is 'Persons to write to or call at a partner.';
comment on column institution_contact.institution_id is 'The institution.';
comment on column institution_contact.nth is 'Number of the contact within the institution.';
comment on column institution_contact.name is 'Name of the person.';
comment on column institution_contact.position is 'What they do there.';
comment on column institution_contact.email is 'E-mail address.';
comment on column institution_contact.phone is 'Telephone number.';

create type agreement_kind as enum ('memorandum', 'joint_training', 'credit_recognition', 'equipment');
comment on type agreement_kind is 'What was signed.';

create table agreement (
  id int generated always as identity primary key,
  number code not null constraint agreement_number_is_unique unique,
  kind agreement_kind not null,
  signed_on date,
  effective_on date not null,
  expires_on date,
  ended_on date,
  end_reason text,
  renews_id int constraint agreement_is_renewed_once unique references agreement,
  note text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint agreement_expires_after_it_begins check (expires_on > effective_on),
  constraint agreement_ends_after_it_begins check (ended_on >= effective_on),
  constraint agreement_is_signed_before_it_expires check (signed_on < expires_on),
  constraint agreement_does_not_renew_itself check (renews_id <> id),
  constraint agreement_end_has_a_reason check ((ended_on is null) = (end_reason is null))
);
comment on table agreement is 'What two or more institutions signed.';
comment on column agreement.id is 'Key.';
comment on column agreement.number is 'Number on the paper.';
comment on column agreement.kind is 'What was signed.';
comment on column agreement.signed_on is 'Day of the signature.';
comment on column agreement.effective_on is 'First day in force.';
comment on column agreement.expires_on is 'First day no longer in force; empty for no end.';
comment on column agreement.ended_on is 'Day it was ended before its time.';
comment on column agreement.end_reason is 'Why it was ended.';
comment on column agreement.renews_id is 'The agreement it renews.';
comment on column agreement.note is 'Free remark.';
comment on column agreement.recorded_at is 'When it was entered.';
comment on column agreement.recorded_by is 'Role that entered it.';

create table agreement_party (
  agreement_id int not null references agreement on delete cascade,
  institution_id int not null constraint agreement_party_is_known references institution,
  primary key (agreement_id, institution_id)
);
create index agreement_party_by_institution on agreement_party (institution_id);
comment on table agreement_party is 'Who signed an agreement: two or more.';
comment on column agreement_party.agreement_id is 'The agreement.';
comment on column agreement_party.institution_id is 'A party to it.';
