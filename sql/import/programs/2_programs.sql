-- The programs whose first editions these are, and what they serve.
insert into program (code, industry)
select p.program, max(p.industry) from plan p
where p.outcome = 'created' and not exists (select from program o where o.code = p.program)
group by p.program order by min(p.line);
update program o set industry = p.industry
from (select program, max(industry) as industry from plan where outcome = 'changed' and 'industry' = any (string_to_array(differs, ','))
  group by program) p
where o.code = p.program and o.industry is distinct from p.industry;
update plan p set program_id = o.id from program o where o.code = p.program;
update plan p set requires_program_id = o.id from program o where o.code = p.requires;
