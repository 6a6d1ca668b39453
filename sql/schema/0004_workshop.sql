-- The workshop: the tenant to which every operational row belongs.

create type workshop_status as enum ('preparing', 'operating', 'closed');
comment on type workshop_status is 'Whether a workshop teaches yet, still, or no more.';

create table workshop (
  id int generated always as identity primary key,
  uid uuid not null default gen_random_uuid() constraint workshop_uid_is_unique unique,
  code code not null constraint workshop_code_is_unique unique,
  titles titles not null,
  country text collate "C" not null constraint workshop_country_is_known references country,
  city_id int,
  status workshop_status not null default 'preparing',
  led_from_tianjin boolean not null,
  time_zone text,
  note text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint workshop_city_is_in_its_country foreign key (city_id, country) references city (id, country)
);
create index workshop_by_country on workshop (country);
create index workshop_by_city on workshop (city_id, country);
comment on table workshop is 'One Luban Workshop.';
comment on column workshop.id is 'Key; leads the key of every operational table.';
comment on column workshop.code is 'Code people type, as in UZ-TAS.';
comment on column workshop.titles is 'Name by language.';
comment on column workshop.country is 'Host country.';
comment on column workshop.city_id is 'City of the main site.';
comment on column workshop.status is 'Whether it teaches.';
comment on column workshop.led_from_tianjin is 'Whether the Chinese lead is a Tianjin college; other provinces run workshops too.';
comment on column workshop.time_zone is 'Time zone of the school, as in Asia/Tashkent; empty where calendars show local time as such.';
comment on column workshop.note is 'Free remark.';
comment on column workshop.source is 'Where the entry was taken from.';

create table workshop_counter (
  workshop_id int primary key constraint workshop_counter_is_of_a_workshop references workshop on delete cascade,
  last_student_number int not null default 0
);
comment on table workshop_counter is 'Numbers that people see are counted here, without the gaps of a sequence.';
comment on column workshop_counter.last_student_number is 'Number of the student entered last.';

create type workshop_event_kind as enum
  ('signed', 'unveiled', 'trial_operation', 'in_operation', 'renewed', 'closed');
comment on type workshop_event_kind is
  'Milestones of a workshop; sources count its beginning from different ones, so they are kept apart.';

create table workshop_event (
  workshop_id int not null constraint workshop_milestone_is_of_a_workshop references workshop on delete cascade,
  nth smallint not null,
  kind workshop_event_kind not null,
  happened_on partial_date not null,
  note text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, nth),
  constraint workshop_milestone_is_once unique (workshop_id, kind, happened_on)
);
comment on table workshop_event is 'Dated milestones of a workshop.';
comment on column workshop_event.nth is 'Number within the workshop.';
comment on column workshop_event.kind is 'The milestone.';
comment on column workshop_event.happened_on is 'Its date, as precisely as known.';
comment on column workshop_event.note is 'The milestone in the source''s words.';
comment on column workshop_event.source is 'Where it is said.';

create type workshop_role_kind as enum ('host', 'lead', 'enterprise', 'awarding_body');
comment on type workshop_role_kind is 'What part a partner takes in a workshop.';

create table workshop_role (
  workshop_id int not null constraint workshop_role_is_in_a_workshop references workshop on delete cascade,
  id bigint generated always as identity,
  partner_id int not null constraint workshop_role_partner_is_known references partner,
  role workshop_role_kind not null,
  since date not null default '-infinity',
  until date not null default 'infinity',
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, partner_id, role, since),
  constraint workshop_role_period_is_in_order check (since < until),
  constraint workshop_role_is_taken_once_at_a_time exclude using gist
    (workshop_id with =, partner_id with =, role with =, daterange(since, until) with &&)
);
create index workshop_role_by_partner on workshop_role (partner_id);
comment on table workshop_role is 'Partners that take part in a workshop: host, Chinese lead, enterprise, awarding body.';
comment on column workshop_role.id is 'Key of its revisions; stays when the row changes.';
comment on column workshop_role.role is 'Its part.';
comment on column workshop_role.since is 'First day in the part.';
comment on column workshop_role.until is 'First day no longer in it.';
