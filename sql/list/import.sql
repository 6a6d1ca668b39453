create view list.import with (security_invoker = true) as
select shown_batch(w.code, b.number) as batch, to_char(b.recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as recorded_at, b.recorded_by,
  w.code as workshop, b.noun, b.file_name as file, b.lines, b.people_created, b.people_changed, b.enrollments_created,
  b.records_created, b.records_changed, b.unchanged, b.refused, b.command,
  to_char(b.recorded_at, 'YYYY-MM-DD HH24:MI:SS.US ') || shown_batch(w.code, b.number) as key
from import_batch b join workshop w on w.id = b.workshop_id;
comment on column list.import.workshop is 'workshop it was for';
comment on column list.import.key is 'time and number';
comment on column list.import.recorded_at is 'when it was read, UTC';
comment on column list.import.batch is 'number of the import';
comment on column list.import.command is 'key of the command that read the file, at all its workshops';
