create view list.import with (security_invoker = true) as
select shown_batch(b.number) as batch, to_char(b.recorded_at, 'YYYY-MM-DD HH24:MI') as recorded_at, b.recorded_by,
  w.code as workshop, b.noun, b.file_name as file, b.lines, b.people_created, b.people_changed, b.enrollments_created,
  b.records_created, b.records_changed, b.unchanged, b.refused, shown_batch(b.number) || '/' || w.code as key
from import_batch b join workshop w on w.id = b.workshop_id;
comment on column list.import.workshop is 'workshop it was for';
comment on column list.import.key is 'batch and workshop';
comment on column list.import.recorded_at is 'when it was read, UTC';
comment on column list.import.batch is 'number of the import';
