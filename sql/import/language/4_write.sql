insert into language_certificate (workshop_id, student_id, framework, level, taken_on, purpose, score, parts, stated_pass,
  certificate_number, center, valid_until, batch_id)
select p.workshop_id, p.student_id, (p.tested).framework, (p.tested).level, p.taken_on, p.purpose, p.score, p.parts, p.stated_pass,
  p.certificate_number, p.center, p.valid_until, run.batch_id
from plan p, run where p.outcome = 'created'
order by p.line;

update language_certificate c
set purpose = p.purpose, score = p.score, parts = p.parts, stated_pass = p.stated_pass,
  certificate_number = p.certificate_number, center = p.center, valid_until = p.valid_until,
  note = coalesce(run.override, 'as in ' || run.file_name)
from plan p, run where p.outcome = 'changed' and (c.workshop_id, c.id) = (p.workshop_id, p.id);
