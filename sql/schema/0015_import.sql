-- Where rows came from: files read, by whom, with what outcome.

-- Its rows are written with the code.
create table import_noun (
  noun text collate "C" primary key,
  holds text not null
);
comment on table import_noun is 'What files may hold that are imported.';
comment on column import_noun.noun is 'Name of such files.';
comment on column import_noun.holds is 'What it is, and what a line stands for.';

create table import_batch (
  workshop_id int not null constraint import_is_of_a_workshop references workshop,
  id bigint not null,
  number bigint not null,
  command uuid not null,
  noun text collate "C" not null constraint import_noun_is_known references import_noun,
  file_name text not null,
  file_sha256 text collate "C",
  file_bytes bigint not null,
  options jsonb not null,
  lines int not null,
  people_created int not null default 0,
  people_changed int not null default 0,
  enrollments_created int not null default 0,
  records_created int not null default 0,
  records_changed int not null default 0,
  unchanged int not null,
  refused int not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint import_number_is_unique unique (workshop_id, number),
  constraint import_is_noted_once_a_workshop unique (workshop_id, command)
);
create index import_batch_by_noun on import_batch (noun);
create sequence import_batch_key as bigint owned by import_batch.id;
comment on table import_batch is 'One row for every file read and workshop it touched: who, when, what came of it.';
comment on column import_batch.id is 'Key of the import; the same in every workshop the file touched.';
comment on column import_batch.number is 'Number of the import at its workshop, shown as UZ-TAS/B-0017.';
comment on column import_batch.command is 'Key of the command that read the file: by it the imports of one file at several workshops are found.';
comment on column import_batch.noun is 'What the file held.';
comment on column import_batch.file_name is 'Name of the file.';
comment on column import_batch.file_sha256 is 'SHA-256 of the file as read.';
comment on column import_batch.file_bytes is 'Size of the file in bytes.';
comment on column import_batch.options is 'How it was read: encoding, delimiter, mapping of columns, options.';
comment on column import_batch.lines is 'Data lines for this workshop.';
comment on column import_batch.people_created is 'Persons entered, by files with people.';
comment on column import_batch.people_changed is 'Persons changed, by files with people.';
comment on column import_batch.enrollments_created is 'Enrollments made, by files with people.';
comment on column import_batch.records_created is 'Records made, by files of other nouns.';
comment on column import_batch.records_changed is 'Records changed, by files of other nouns.';
comment on column import_batch.unchanged is 'Lines that changed nothing; of files of other nouns records known already.';
comment on column import_batch.refused is 'Lines refused.';
comment on column import_batch.recorded_at is 'When it was read.';
comment on column import_batch.recorded_by is 'Role that read it.';

-- The key of an import is drawn first, and lost with what was refused; the number that people see is counted last. It is
-- not counted beside the numbers of students, which a file with people holds from its first look on.
create table import_counter (
  workshop_id int primary key constraint import_counter_is_of_a_workshop references workshop on delete cascade,
  last_number bigint not null
);
comment on table import_counter is 'Where the imports of each workshop that were kept are counted, without the gaps of a sequence.';
comment on column import_counter.last_number is 'Number of the import kept last.';
