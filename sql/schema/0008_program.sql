-- What is taught: courses with language and culture modules among them, programs and their editions, curricula.

create type course_kind as enum ('technical', 'language', 'culture', 'placement');
comment on type course_kind is 'What a course is; language and culture modules are courses of their kind.';

create table course (
  id int generated always as identity primary key,
  uid uuid not null default gen_random_uuid() constraint course_uid_is_unique unique,
  code code not null constraint course_code_is_unique unique,
  kind course_kind not null,
  titles titles not null,
  hours_theory numeric not null default 0
    constraint course_theory_is_plausible check (hours_theory between 0 and 10000),
  hours_practice numeric not null default 0
    constraint course_practice_is_plausible check (hours_practice between 0 and 10000),
  credits numeric constraint course_credits_are_plausible check (credits between 0 and 1000),
  language language_tag,
  framework text collate "C",
  level text collate "C",
  theme text,
  retired_on date,
  retire_reason text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint course_level_is_of_its_framework foreign key (framework, level) references language_level,
  constraint course_has_hours check (hours_theory + hours_practice > 0),
  constraint language_module_has_a_language check ((kind = 'language') = (language is not null)),
  constraint only_language_modules_have_a_level check (
    (framework is null) = (level is null) and (kind = 'language' or framework is null)),
  constraint culture_module_has_a_theme check (
    (kind = 'culture') = (theme is not null) and btrim(theme) <> ''),
  constraint course_retirement_has_a_reason check (
    (retired_on is null) = (retire_reason is null) and btrim(retire_reason) <> '')
);
create index course_by_level on course (framework, level);
comment on table course is 'One unit of teaching in the catalog: technical, language, culture or placement.';
comment on column course.id is 'Key.';
comment on column course.code is 'Code people type, as in LOG-210.';
comment on column course.kind is 'What it is.';
comment on column course.hours_theory is 'Hours of theory.';
comment on column course.hours_practice is 'Hours of practice.';
comment on column course.credits is 'Credits, where the host counts them.';
comment on column course.language is 'Language a language module teaches.';
comment on column course.framework is 'Framework of the level a language module leads to.';
comment on column course.level is 'Level a language module leads to.';
comment on column course.theme is 'Theme of a culture module: calligraphy, tea, festivals; the list is open.';
comment on column course.retired_on is 'Day from which it enters no curriculum any more.';
comment on column course.retire_reason is 'Why it was retired.';
comment on column course.source is 'Where the entry was taken from.';

create table course_prerequisite (
  course_id int not null constraint course_prerequisite_is_of_a_course references course on delete cascade,
  requires_id int not null constraint course_requires_a_known_course references course,
  constraint course_requires_another_once primary key (course_id, requires_id),
  constraint course_does_not_require_itself check (course_id <> requires_id)
);
create index course_prerequisite_by_required on course_prerequisite (requires_id);
comment on table course_prerequisite is 'What must be passed before a course; never in a circle.';
comment on column course_prerequisite.requires_id is 'What it requires.';

create table course_support (
  course_id int not null constraint course_support_is_of_a_course references course on delete cascade,
  supports_id int not null constraint course_supports_a_known_course references course,
  constraint course_supports_another_once primary key (course_id, supports_id),
  constraint course_does_not_support_itself check (course_id <> supports_id)
);
create index course_support_by_supported on course_support (supports_id);
comment on table course_support is 'Which technical courses a language or culture module supports.';
comment on column course_support.course_id is 'The module.';
comment on column course_support.supports_id is 'The course it supports.';

create type program_mode as enum ('degree_education', 'short_term_training', 'teacher_training');
comment on type program_mode is 'Modes are never added up into one figure.';

create table program (
  id int generated always as identity primary key,
  uid uuid not null default gen_random_uuid() constraint program_uid_is_unique unique,
  code code not null constraint program_code_is_unique unique,
  industry text,
  source text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user
);
comment on table program is 'A course of study, through all its editions.';
comment on column program.id is 'Key.';
comment on column program.code is 'Code people type, as in LOG.';
comment on column program.industry is 'Industry it serves.';
comment on column program.source is 'Where the entry was taken from.';

create table program_edition (
  id int generated always as identity primary key,
  program_id int not null constraint program_edition_is_of_a_program references program on delete cascade,
  edition code not null,
  titles titles not null,
  mode program_mode not null,
  isced_field text collate "C" not null constraint program_field_is_isced references isced_field,
  isced_level smallint not null constraint program_level_is_isced references isced_level,
  months smallint not null constraint program_lasts_a_month_or_more check (months >= 1),
  minimum_age smallint constraint program_minimum_age_is_plausible check (minimum_age between 10 and 60),
  minimum_schooling smallint constraint program_schooling_is_isced references isced_level,
  entry_framework text collate "C",
  entry_level text collate "C",
  requires_program_id int constraint program_requires_a_known_program references program,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint program_edition_is_once unique (program_id, edition),
  constraint program_edition_key_with_program unique (id, program_id),
  constraint program_entry_level_is_of_its_framework
    foreign key (entry_framework, entry_level) references language_level,
  constraint program_entry_level_is_whole check ((entry_framework is null) = (entry_level is null)),
  constraint program_does_not_require_itself check (requires_program_id <> program_id)
);
create index program_edition_by_field on program_edition (isced_field);
create index program_edition_by_level on program_edition (isced_level);
create index program_edition_by_schooling on program_edition (minimum_schooling) where minimum_schooling is not null;
create index program_edition_by_entry_level on program_edition (entry_framework, entry_level);
create index program_edition_by_required_program on program_edition (requires_program_id);
comment on table program_edition is 'A program as taught from some year on; frozen once a cohort uses it.';
comment on column program_edition.id is 'Key.';
comment on column program_edition.edition is 'Label of the edition, as in 2026.';
comment on column program_edition.mode is 'Degree education, short-term training or teacher training.';
comment on column program_edition.isced_field is 'Field of study, ISCED-F 2013.';
comment on column program_edition.isced_level is 'Level, ISCED 2011.';
comment on column program_edition.months is 'Nominal duration in months.';
comment on column program_edition.minimum_age is 'Least age in years on the day of application.';
comment on column program_edition.minimum_schooling is 'Least schooling at entry, ISCED 2011.';
comment on column program_edition.entry_framework is 'Framework of the language level required at entry.';
comment on column program_edition.entry_level is 'Language level required at entry.';
comment on column program_edition.requires_program_id is 'Program that must have been completed before.';

create table program_stage (
  edition_id int not null constraint program_stage_is_of_an_edition references program_edition on delete cascade,
  nth smallint not null,
  place text not null constraint program_stage_has_a_place check (btrim(place) <> ''),
  months smallint not null constraint program_stage_lasts_a_month_or_more check (months >= 1),
  partner_id int constraint program_stage_partner_is_known references partner,
  constraint program_stages_are_numbered_once primary key (edition_id, nth)
);
create index program_stage_by_partner on program_stage (partner_id);
comment on table program_stage is 'Stages of a program at different places: 6 months workshop, 24 in Tianjin, 6 of internship.';
comment on column program_stage.nth is 'Order of the stages.';
comment on column program_stage.place is 'What or where the stage is.';
comment on column program_stage.months is 'Its length in months.';
comment on column program_stage.partner_id is 'Partner it takes place at.';

create type certificate_side as enum ('host', 'chinese');
comment on type certificate_side is 'Which side awards a certificate.';

create table program_certificate (
  edition_id int not null constraint program_certificate_is_of_an_edition references program_edition on delete cascade,
  side certificate_side not null,
  title text not null constraint program_certificate_has_a_title check (is_written(title)),
  partner_id int constraint program_certificate_body_is_known references partner,
  constraint program_certificate_is_once_a_side primary key (edition_id, side)
);
create index program_certificate_by_partner on program_certificate (partner_id);
comment on table program_certificate is 'The one or two certificates a program leads to.';
comment on column program_certificate.side is 'Host or Chinese side.';
comment on column program_certificate.title is 'Title of the certificate.';
comment on column program_certificate.partner_id is 'Who awards it.';

create table program_amendment (
  id int generated always as identity primary key,
  edition_id int not null constraint program_amendment_is_of_an_edition references program_edition on delete cascade,
  amended_on date not null,
  reason text not null constraint program_amendment_has_a_reason check (btrim(reason) <> ''),
  before jsonb not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user
);
create index program_amendment_by_edition on program_amendment (edition_id);
comment on table program_amendment is
  'That titles or certificates of an edition were amended though a cohort was opened on it, when and why: a successor awards, a misprint is mended.';
comment on column program_amendment.id is 'Order of the amendments.';
comment on column program_amendment.edition_id is 'The edition.';
comment on column program_amendment.amended_on is 'Day on which it was decided.';
comment on column program_amendment.reason is 'Why.';
comment on column program_amendment.before is 'What stood there before, by what it is: title of a language, certificate and awarding body of a side.';
comment on column program_amendment.recorded_at is 'When it was entered.';
comment on column program_amendment.recorded_by is 'Role that entered it.';

create table elective_group (
  id int generated always as identity,
  edition_id int not null constraint elective_group_is_of_an_edition references program_edition on delete cascade,
  code code not null,
  minimum_credits numeric not null
    constraint elective_group_asks_for_credits check (minimum_credits > 0 and minimum_credits <= 1000),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint elective_group_is_once_in_its_edition primary key (edition_id, code)
);
comment on table elective_group is 'Courses of which some must be chosen.';
comment on column elective_group.id is 'Key of its revisions; stays when the row changes.';
comment on column elective_group.code is 'Code of the group.';
comment on column elective_group.minimum_credits is 'Credits that must come from it.';

create table curriculum_item (
  id int generated always as identity,
  edition_id int not null constraint curriculum_is_of_an_edition references program_edition on delete cascade,
  course_id int not null constraint curriculum_course_is_known references course,
  term smallint not null constraint curriculum_term_is_counted_from_one check (term between 1 and 20),
  elective_group text collate "C",
  weight numeric not null default 1
    constraint curriculum_weight_is_plausible check (weight > 0 and weight <= 1000),
  scale text collate "C" constraint curriculum_scale_is_known references grading_scale,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint curriculum_has_a_course_once primary key (edition_id, course_id),
  constraint curriculum_group_is_of_its_edition foreign key (edition_id, elective_group) references elective_group
);
create index curriculum_item_by_course on curriculum_item (course_id);
create index curriculum_item_by_group on curriculum_item (edition_id, elective_group);
create index curriculum_item_by_scale on curriculum_item (scale) where scale is not null;
comment on table curriculum_item is 'A course''s place in a program edition.';
comment on column curriculum_item.id is 'Key of its revisions; stays when the row changes.';
comment on column curriculum_item.term is 'Term in which it is taught, from 1.';
comment on column curriculum_item.elective_group is 'Group it can be chosen from; empty where required.';
comment on column curriculum_item.weight is 'Weight in the average of marks.';
comment on column curriculum_item.scale is 'Scale of its marks; that of the completion rule where empty.';
