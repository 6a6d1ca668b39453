-- Where rows came from: files read, by whom, with what outcome.

create table import_batch (
  workshop_id int not null references workshop,
  id bigint not null,
  noun text not null constraint import_noun_is_known check (noun in ('people', 'enrollments', 'people_with_enrollments')),
  file_name text not null,
  file_sha256 text collate "C",
  file_bytes bigint not null,
  options jsonb not null,
  lines int not null,
  people_created int not null,
  people_changed int not null,
  enrollments_created int not null,
  unchanged int not null,
  refused int not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id)
);
create sequence import_batch_number as bigint owned by import_batch.id;
comment on table import_batch is 'One row for every file read and workshop it touched: who, when, what came of it.';
comment on column import_batch.workshop_id is 'The workshop.';
comment on column import_batch.id is 'Number of the batch, shown as B-000123; the same in every workshop the file touched.';
comment on column import_batch.noun is 'What the file held.';
comment on column import_batch.file_name is 'Name of the file.';
comment on column import_batch.file_sha256 is 'SHA-256 of the file as read.';
comment on column import_batch.file_bytes is 'Size of the file in bytes.';
comment on column import_batch.options is 'How it was read: encoding, delimiter, mapping of columns, options.';
comment on column import_batch.lines is 'Data lines for this workshop.';
comment on column import_batch.people_created is 'Persons entered.';
comment on column import_batch.people_changed is 'Persons changed.';
comment on column import_batch.enrollments_created is 'Enrollments made.';
comment on column import_batch.unchanged is 'Lines that changed nothing.';
comment on column import_batch.refused is 'Lines refused.';
comment on column import_batch.recorded_at is 'When it was read.';
comment on column import_batch.recorded_by is 'Role that read it.';
