-- What editions of a file break over several rows and tables.
create temp table stage_line on commit drop as
select p.line, s.* from part p cross join lateral luban.read_stages(p.stages) s;

insert into refused
select p.line, o.problem, o.details
from run
cross join part p
cross join lateral (values
  (p.known_id is not null and run.may_update and array_remove(string_to_array(p.differs, ','), 'industry') <> '{}'
      and edition_in_use(p.known_id), 'edition:edition_in_use_is_frozen',
    jsonb_build_object('edition', p.program || ' ' || p.edition)),
  (p.requires = p.program, 'requires:program_does_not_require_itself', null),
  (p.requires <> p.program and not exists (select from program where code = p.requires)
      and not exists (select from part q where q.program = p.requires and q.problems is null),
    'requires:program_requires_a_known_program', null),
  (exists (select from stage_line s where s.line = p.line and s.place is null), 'stages:program_stage_has_a_place', null),
  (exists (select from stage_line s where s.line = p.line and s.months < 1), 'stages:program_stage_lasts_a_month_or_more', null),
  (p.host_body is not null and p.host_certificate is null, 'host_certificate:program_certificate_has_a_title', null),
  (p.chinese_body is not null and p.chinese_certificate is null, 'chinese_certificate:program_certificate_has_a_title', null)
  ) o (is_so, problem, details)
where o.is_so;

insert into refused
select n.line, n.problem, to_jsonb(string_agg(n.code, ', ' order by n.code))
from (
  select line, 'stages:program_stage_partner_is_known' as problem, partner as code from stage_line
  union select line, 'host_body:program_certificate_body_is_known', host_body from part
  union select line, 'chinese_body:program_certificate_body_is_known', chinese_body from part) n
where n.code is not null and not exists (select from partner i where i.code = n.code)
group by n.line, n.problem;

-- An industry is of the program, whatever its editions.
insert into refused
select p.line, 'industry:program_serves_one_industry', jsonb_build_object('industry', q.industry, 'line', q.line)
from part p
cross join lateral (
  select q.industry, q.line from part q
  where q.program = p.program and q.line < p.line and q.industry <> p.industry order by q.line limit 1) q;

-- Whoever takes part and is no active partner is told.
insert into note (line, note, value)
select p.line, standing_note(i.status), string_agg(i.code, ', ' order by i.code)
from run
cross join part p
cross join lateral (
  select p.host_body union select p.chinese_body union select s.partner from stage_line s where s.line = p.line) n (code)
join partner i on i.code = n.code
where i.status <> 'active' and (p.known_id is null
  or run.may_update and string_to_array(p.differs, ',') && '{stages,host_body,chinese_body}')
group by p.line, i.status;
