insert into placement_evaluation (workshop_id, placement_id, side, scale, mark, value, passed, comment, evaluated_on, evaluated_by,
  batch_id)
select p.workshop_id, p.placement_id, p.side, p.scale, p.mark, p.value, p.passes, p.comment, p.day, p.evaluated_by, run.batch_id
from plan p, run where p.problems is null and p.outcome = 'created' order by p.line;

update placement_evaluation k
set scale = p.scale, mark = p.mark, value = p.value, passed = p.passes, evaluated_on = p.day,
  comment = coalesce(p.comment, k.comment), evaluated_by = coalesce(p.evaluated_by, k.evaluated_by), batch_id = run.batch_id
from plan p, run
where p.problems is null and p.outcome = 'changed' and (k.workshop_id, k.id) = (p.workshop_id, p.known_id);
