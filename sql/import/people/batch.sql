-- Where it came from: a row for each workshop the file touched, all under one number. It is counted at the very end:
-- until the commit other imports wait for it.
update import_counter set last_number = last_number + 1
where exists (select from plan where workshop_id is not null);

insert into import_batch (workshop_id, id, number, noun, file_name, file_sha256, file_bytes, options, lines, people_created,
  people_changed, enrollments_created, unchanged, refused)
select p.workshop_id, run.batch_id, c.last_number, run.noun, run.file_name, run.file_sha256, run.file_bytes, run.options,
  count(*),
  count(*) filter (where new_person), count(*) filter (where run.may_update and differs is not null and problems is null),
  count(*) filter (where new_enrollment),
  count(*) filter (where problems is null and not new_person and not new_enrollment
    and not (run.may_update and differs is not null)),
  count(*) filter (where problems is not null)
from plan p, run, import_counter c
where p.workshop_id is not null
group by p.workshop_id, run.batch_id, c.last_number, run.noun, run.file_name, run.file_sha256, run.file_bytes, run.options;
