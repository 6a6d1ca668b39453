-- Where the schema keeps its own history. Run before every migration; does nothing the second time.

create schema if not exists luban;
comment on schema luban is 'Luban: partners, workshops, programs, students, enrollments.';

create table if not exists luban.migration (
  number int primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  applied_by text not null default session_user
);
comment on table luban.migration is 'Files of sql/schema that were applied.';
comment on column luban.migration.number is 'Number of the file.';
comment on column luban.migration.name is 'Its name.';
comment on column luban.migration.checksum is 'FNV-1a of its bytes: an applied file is never edited.';
comment on column luban.migration.applied_at is 'When it was applied.';
comment on column luban.migration.applied_by is 'Role that applied it.';

create table if not exists luban.code_state (
  code text primary key,
  applied_at timestamptz not null default now()
);
comment on table luban.code_state is 'Which functions and views are in the database.';
comment on column luban.code_state.code is 'FNV-1a of the files of sql/code and sql/report.';
comment on column luban.code_state.applied_at is 'When they were applied.';

create or replace view luban.schema_version as
select (select count(*) from luban.migration)::int as number, (select code from luban.code_state) as code;
comment on view luban.schema_version is 'Number of the last migration, and which functions are there.';
