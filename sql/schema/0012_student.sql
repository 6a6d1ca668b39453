-- A person who learns, once in each workshop.

create type gender as enum ('female', 'male', 'other');
comment on type gender is 'As the person states it; empty where unknown.';
create type document_kind as enum
  ('passport', 'national_id', 'birth_certificate', 'residence_permit', 'student_card');
comment on type document_kind is 'Kinds of identity documents.';

create table student (
  workshop_id int not null constraint student_is_of_a_workshop references workshop,
  id bigint generated always as identity,
  number int not null constraint student_number_counts_from_one check (number > 0),
  birth_on date not null
    constraint student_birth_is_plausible check (birth_on between '1900-01-01' and '2099-12-31'),
  gender gender,
  nationality text collate "C" not null constraint student_nationality_is_known references country,
  document_country text collate "C",
  document_kind document_kind,
  document_number text collate "C"
    constraint student_document_number_is_letters_and_digits check (is_document_number(document_number)),
  email text constraint student_email_has_an_at_sign check (is_email(email)),
  phone text constraint student_phone_is_a_number check (is_phone(phone)),
  schooling smallint constraint student_schooling_is_isced check (schooling between 0 and 8),
  entry_framework text collate "C",
  entry_rank smallint,
  consent_on date,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint student_number_is_unique unique (workshop_id, number),
  constraint student_document_once unique (workshop_id, document_number, document_kind, document_country),
  constraint student_document_is_whole check (
    (document_number is null) = (document_kind is null) and (document_number is null) = (document_country is null)),
  constraint student_entry_level_is_known
    foreign key (entry_framework, entry_rank) references language_level (framework, rank),
  constraint student_language_level_is_whole check ((entry_framework is null) = (entry_rank is null)),
  constraint student_consented_after_birth check (consent_on > birth_on)
);
create index student_by_nationality on student (nationality);
create index student_by_entry_level on student (entry_framework, entry_rank) where entry_framework is not null;
comment on table student is 'A person who learns, once in each workshop.';
comment on column student.number is 'Number issued by Luban, shown as S-00012, without gaps.';
comment on column student.birth_on is 'Birth date.';
comment on column student.gender is 'Gender; empty where not stated.';
comment on column student.nationality is 'Country of the passport, not of residence.';
comment on column student.document_country is 'Country that issued the identity document.';
comment on column student.document_kind is 'Kind of the document.';
comment on column student.document_number is 'Its number, capitals without blanks.';
comment on column student.schooling is 'Highest schooling, ISCED 2011.';
comment on column student.entry_framework is 'Framework of the language level shown at entry.';
comment on column student.entry_rank is 'Rank of that level within its framework.';
comment on column student.consent_on is 'Day of the consent to keep these data.';
comment on column student.batch_id is 'The import that entered the person, if it was one.';
comment on column student.recorded_at is 'When the person was entered.';
comment on column student.recorded_by is 'Role that entered them.';

create type name_kind as enum ('native', 'latin', 'chinese');
comment on type name_kind is
  'native: as the person writes it; latin: as in the passport, copied, never derived; chinese: where they have one.';

create table student_name (
  workshop_id int not null,
  student_id bigint not null,
  kind name_kind not null,
  valid_to date not null default 'infinity',
  full_name person_name not null,
  family_name person_name,
  given_name person_name,
  patronymic person_name,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  folded text collate "C" not null generated always as (fold(full_name)) stored,
  constraint student_latin_name_is_latin check (kind <> 'latin' or is_latin_name(full_name)),
  constraint student_name_of_a_kind_ends_once_a_day primary key (workshop_id, student_id, kind, valid_to),
  constraint student_name_is_of_a_student foreign key (workshop_id, student_id) references student on delete cascade
);
create index student_name_by_folded on student_name (workshop_id, folded);
comment on table student_name is 'Names of a person in several scripts; former names keep the day on which they ended.';
comment on column student_name.kind is 'Own script, passport Latin, or Chinese.';
comment on column student_name.valid_to is 'First day on which it was no longer the name; infinity for the present one.';
comment on column student_name.full_name is 'The whole name in the person''s own order.';
comment on column student_name.family_name is 'Family name; a mononym has none.';
comment on column student_name.given_name is 'Given name.';
comment on column student_name.patronymic is 'Patronymic, where there is one.';
comment on column student_name.folded is 'The name without case, accents and apostrophes, for search.';

create type alias_source as enum ('corrected', 'same', 'new');
comment on type alias_source is
  'corrected: a name that was wrong; same: one answered to be theirs; new: one answered to be of another than those known by it.';

create table student_alias (
  workshop_id int not null,
  student_id bigint not null,
  folded text collate "C" not null constraint student_alias_is_folded check (folded <> ''),
  source alias_source not null,
  recorded_at timestamptz not null default now(),
  constraint student_alias_is_kept_once primary key (workshop_id, student_id, folded),
  constraint student_alias_is_of_a_student foreign key (workshop_id, student_id) references student on delete cascade
);
create index student_alias_by_folded on student_alias (workshop_id, folded);
comment on table student_alias is 'Names by which a person is known in lists though student_name holds them no more, or never did.';
comment on column student_alias.folded is 'The name as it is compared.';
comment on column student_alias.source is 'How it came to be known.';
