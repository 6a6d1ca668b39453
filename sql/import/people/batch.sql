-- Where it came from, as of files of any noun.
insert into import_batch (workshop_id, id, number, command, noun, file_name, file_sha256, file_bytes, options, lines,
  people_created, people_changed, enrollments_created, unchanged, refused)
select p.workshop_id, run.batch_id, n.number, run.command, run.noun, run.file_name, run.file_sha256, run.file_bytes,
  run.options, p.lines, p.people_created, p.people_changed, p.enrollments_created, p.unchanged, p.refused
from run
cross join lateral (
  select workshop_id, count(*) as lines, count(*) filter (where new_person) as people_created,
    count(*) filter (where run.may_update and differs is not null and problems is null) as people_changed,
    count(*) filter (where new_enrollment) as enrollments_created,
    count(*) filter (where problems is null and not new_person and not new_enrollment
      and not (run.may_update and differs is not null)) as unchanged,
    count(*) filter (where problems is not null) as refused
  from plan where workshop_id is not null group by workshop_id) p
join number_imports((select array_agg(distinct workshop_id) from plan)) n on n.workshop_id = p.workshop_id;
