-- What language a student has shown: tests and certificates.

create type language_certificate_purpose as enum ('external', 'internal', 'placement_test');
comment on type language_certificate_purpose is 'A test of an outside center, one of the school, or the placement test at entry.';

create table language_certificate (
  workshop_id int not null,
  id bigint generated always as identity,
  student_id bigint not null,
  framework text collate "C" not null,
  level text collate "C" not null,
  taken_on date not null
    constraint language_test_day_is_plausible check (taken_on between '1984-01-01' and '2099-12-31'),
  purpose language_certificate_purpose not null default 'external',
  score numeric constraint language_score_is_not_negative check (score >= 0 and score < 'Infinity'),
  parts jsonb not null default '{}' constraint language_parts_are_points check (
    jsonb_typeof(parts) = 'object' and not jsonb_path_exists(parts, '$.* ? (@.type() != "number" || @ < 0)')),
  stated_pass boolean,
  passed boolean not null,
  certificate_number text constraint certificate_number_is_not_blank check (btrim(certificate_number) <> ''),
  center text constraint certificate_center_is_not_blank check (btrim(center) <> ''),
  valid_until date,
  note text constraint language_note_is_not_blank check (btrim(note) <> ''),
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint language_certificate_is_once unique (workshop_id, student_id, framework, level, taken_on),
  constraint language_certificate_is_of_a_student foreign key (workshop_id, student_id) references student,
  constraint language_certificate_level_is_of_its_framework foreign key (framework, level) references language_level,
  constraint language_certificate_is_valid_after_the_test check (valid_until >= taken_on)
);
create index language_certificate_by_level on language_certificate (framework, level);
comment on table language_certificate is 'The result of a language test, external or of the school.';
comment on column language_certificate.framework is 'Framework with its version.';
comment on column language_certificate.level is 'Level that was tested.';
comment on column language_certificate.taken_on is 'Day of the test.';
comment on column language_certificate.purpose is 'External, internal, or placement test at entry.';
comment on column language_certificate.score is 'Points in all.';
comment on column language_certificate.parts is 'Points by part of the exam: {"Listening": 80}.';
comment on column language_certificate.stated_pass is 'What the certificate itself says, where no pass rule is published.';
comment on column language_certificate.passed is
  'Whether the level was passed: by the rule of the framework, else as stated.';
comment on column language_certificate.certificate_number is 'Number of the certificate.';
comment on column language_certificate.center is 'Test center.';
comment on column language_certificate.valid_until is 'Last day on which it is accepted; empty where it does not lapse.';
comment on column language_certificate.note is 'Reason of the latest correction, or a remark.';
