-- Where it came from: a row for each workshop the file touched, all under one number. It is counted at the very end:
-- until the commit other imports wait for it.
update import_counter set last_number = last_number + 1
where exists (select from plan where workshop_id is not null);

insert into import_batch (workshop_id, id, number, noun, file_name, file_sha256, file_bytes, options, lines, records_created,
  records_changed, unchanged, refused)
select p.workshop_id, run.batch_id, c.last_number, run.noun, run.file_name, run.file_sha256, run.file_bytes, run.options,
  p.lines, p.created, p.changed, p.unchanged, p.refused
from (
  select workshop_id, count(distinct line) as lines, count(*) filter (where outcome = 'created') as created,
    count(*) filter (where outcome = 'changed') as changed, count(*) filter (where outcome = 'unchanged') as unchanged,
    count(distinct line) filter (where problems is not null) as refused
  from plan where workshop_id is not null group by workshop_id) p, run, import_counter c;
