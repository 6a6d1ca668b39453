-- Where it came from: a row for each workshop the file touched, all of one command. They are counted at the very end:
-- until the commit other imports of these workshops wait for it.
insert into import_batch (workshop_id, id, number, command, noun, file_name, file_sha256, file_bytes, options, lines,
  records_created, records_changed, unchanged, refused)
select p.workshop_id, run.batch_id, n.number, run.command, run.noun, run.file_name, run.file_sha256, run.file_bytes,
  run.options, p.lines, p.created, p.changed, p.unchanged, p.refused
from (
  select workshop_id, count(distinct line) as lines, count(*) filter (where outcome = 'created') as created,
    count(*) filter (where outcome = 'changed') as changed, count(*) filter (where outcome = 'unchanged') as unchanged,
    count(distinct line) filter (where problems is not null) as refused
  from plan where workshop_id is not null group by workshop_id) p
join number_imports((select array_agg(distinct workshop_id) from plan)) n using (workshop_id)
cross join run;
