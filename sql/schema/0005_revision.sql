-- What rows were before they were changed or removed.

create table revision (
  workshop_id int not null constraint revision_is_of_a_workshop references workshop on delete cascade,
  id bigint generated always as identity,
  table_name text collate "C" not null,
  row_id bigint not null,
  before jsonb not null,
  replaced_at timestamptz not null default now(),
  replaced_by text not null default session_user,
  batch_id bigint,
  primary key (workshop_id, id)
);
create index revision_by_row on revision (workshop_id, table_name, row_id, replaced_at);
-- What was replaced after a time, for what was known then: few rows, where the time is near.
create index revision_by_time on revision (table_name, replaced_at);
create index revision_by_batch on revision (workshop_id, batch_id) where batch_id is not null;
-- What was known at a time is asked one student at a time.
create index revision_of_certificate_by_student on revision (workshop_id, ((before ->> 'student_id')::bigint))
  where table_name = 'language_certificate';
-- A passport that was renewed is sought by its number, as lists still have it.
create index revision_of_student_by_document on revision (workshop_id, (before ->> 'document_number'))
  where table_name = 'student';
create index revision_of_result_by_enrollment on revision (workshop_id, ((before ->> 'enrollment_id')::bigint))
  where table_name = 'result';
comment on table revision is
  'Rows as they were before they were changed or removed: what was known at an earlier time, and what an undo of an import needs.';
comment on column revision.workshop_id is 'Workshop of the row.';
comment on column revision.id is 'Order of the replacements.';
comment on column revision.table_name is 'Table of the row.';
comment on column revision.row_id is 'Id of the row; of the student for a name.';
comment on column revision.before is 'The whole row before.';
comment on column revision.batch_id is 'The import that replaced it, if it was one.';

-- What belongs to no workshop is small and everywhere, and so is its past: a workshop leads every key of the other.
create table shared_revision (
  id int generated always as identity primary key,
  table_name text collate "C" not null,
  row_id int not null,
  before jsonb not null,
  replaced_at timestamptz not null default now(),
  replaced_by text not null default session_user
);
create index shared_revision_by_row on shared_revision (table_name, row_id, replaced_at);
comment on table shared_revision is
  'Rows of tables that belong to no workshop, as they were before they were changed or removed.';
comment on column shared_revision.id is 'Order of the replacements.';
comment on column shared_revision.table_name is 'Table of the row.';
comment on column shared_revision.row_id is 'Id of the row.';
comment on column shared_revision.before is 'The whole row before.';
