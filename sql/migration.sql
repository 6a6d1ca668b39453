-- Where the schema keeps its own history.

create schema if not exists luban;
comment on schema luban is 'Luban: partners, workshops, programs, students, enrollments.';

create table luban.migration (
  number int primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  applied_by text not null default session_user
);
comment on table luban.migration is 'Files of sql/schema that were applied.';
comment on column luban.migration.number is 'Number of the file.';
comment on column luban.migration.name is 'Its name.';
comment on column luban.migration.checksum is 'Checksum of its bytes: a released file is never edited.';
comment on column luban.migration.applied_at is 'When it was applied.';
comment on column luban.migration.applied_by is 'Role that applied it.';

create table luban.code_state (
  code text primary key,
  applied_at timestamptz not null default now()
);
comment on table luban.code_state is 'Which functions, views and reference data are in the database.';
comment on column luban.code_state.code is 'Checksum of the files they come from, with those of sql/schema.';
comment on column luban.code_state.applied_at is 'When they were applied.';

create view luban.schema_version as
select (select count(*) from luban.migration)::int as number, (select code from luban.code_state) as code;
comment on view luban.schema_version is 'Number of the last migration, and which functions, views and reference data are there.';
