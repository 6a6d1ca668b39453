-- What graduates are awarded: serial numbers without gaps, and a frozen record of what was judged.

create table credential_counter (
  workshop_id int not null constraint credential_counter_is_of_a_workshop references workshop on delete cascade,
  year smallint not null,
  last_number int not null constraint credential_counter_counts_up check (last_number >= 0),
  primary key (workshop_id, year)
);
comment on table credential_counter is 'Last serial number of a workshop''s year, without the gaps of a sequence.';
comment on column credential_counter.year is 'Year of issue.';
comment on column credential_counter.last_number is 'Number given last.';

create table credential (
  workshop_id int not null,
  id bigint generated always as identity,
  uid uuid not null default gen_random_uuid(),
  serial text collate "C" not null,
  year smallint not null,
  number int not null constraint credential_number_counts_from_one check (number > 0),
  enrollment_id bigint not null,
  side certificate_side not null,
  partner_id int constraint credential_is_awarded_by_a_partner references partner
    constraint credential_names_its_awarding_body check (partner_id is not null),
  title text not null constraint credential_has_a_title check (btrim(title) <> ''),
  issued_on date not null,
  record jsonb not null,
  replaces_id bigint,
  revoked_on date,
  revoke_reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint credential_uid_is_unique unique (workshop_id, uid),
  constraint credential_serial_is_unique unique (workshop_id, serial),
  constraint credential_number_is_given_once unique (workshop_id, year, number),
  constraint credential_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment,
  constraint credential_replaces_one_of_the_workshop foreign key (workshop_id, replaces_id) references credential,
  constraint credential_revocation_has_a_reason check (
    (revoked_on is null) = (revoke_reason is null) and btrim(revoke_reason) <> ''),
  constraint credential_is_revoked_after_its_issue check (revoked_on >= issued_on)
);
create unique index credential_is_valid_once_a_side on credential (workshop_id, enrollment_id, side) where revoked_on is null;
create index credential_by_serial on credential (serial);
create index credential_by_enrollment on credential (workshop_id, enrollment_id);
create unique index credential_is_replaced_once on credential (workshop_id, replaces_id) where replaces_id is not null;
create index credential_by_partner on credential (partner_id);
comment on table credential is 'A certificate awarded to a graduate; never deleted.';
comment on column credential.serial is 'Serial number, as in UZ-TAS-2027-00012.';
comment on column credential.year is 'Year of the serial number.';
comment on column credential.number is 'Number within the year.';
comment on column credential.enrollment_id is 'The completed enrollment.';
comment on column credential.side is 'Host or Chinese side.';
comment on column credential.partner_id is 'Awarding body.';
comment on column credential.title is 'Title of the certificate.';
comment on column credential.issued_on is 'Day of issue.';
comment on column credential.record is
  'What was judged, frozen: person, program, parts of the rule, results, language, hours, and what the bodies of both sides are called.';
comment on column credential.replaces_id is 'The revoked credential it was issued anew for.';
comment on column credential.revoked_on is 'Day of the revocation.';
comment on column credential.revoke_reason is 'Why it was revoked.';

create type print_kind as enum ('certificate', 'transcript', 'supplement');
comment on type print_kind is 'What is printed of a credential.';

create table credential_template (
  partner_id int not null constraint credential_template_is_of_a_partner references partner on delete cascade,
  kind print_kind not null,
  body text not null constraint credential_template_is_not_blank check (btrim(body) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint credential_template_is_once_a_kind primary key (partner_id, kind)
);
comment on table credential_template is 'Templates of awarding bodies that have their own.';
comment on column credential_template.partner_id is 'The awarding body.';
comment on column credential_template.kind is 'Certificate, transcript or supplement.';
comment on column credential_template.body is 'The template, HTML with Mustache tags.';

create type supplement_item as enum ('title', 'status', 'skills', 'occupations', 'studies', 'profession', 'authority', 'basis',
  'more', 'sources', 'system');
comment on type supplement_item is
  'What a supplement asks for and no record holds: title in other languages, status of the awarding body, skills, occupations, access to further studies and to a profession, authority, legal basis, what more there is to say, sources, national system of education.';

create table supplement_text (
  id int generated always as identity primary key,
  partner_id int not null constraint supplement_text_is_of_a_partner references partner on delete cascade,
  program_id int constraint supplement_text_is_of_a_known_program references program on delete cascade,
  item supplement_item not null,
  texts titles not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint supplement_text_is_once_an_item unique nulls not distinct (partner_id, program_id, item)
);
create index supplement_text_by_program on supplement_text (program_id);
comment on table supplement_text is 'What awarding bodies say in supplements of what no record holds.';
comment on column supplement_text.id is 'Key.';
comment on column supplement_text.partner_id is 'The awarding body.';
comment on column supplement_text.program_id is 'The program; empty for all that have no text of their own.';
comment on column supplement_text.item is 'What it says.';
comment on column supplement_text.texts is 'The text by language.';
