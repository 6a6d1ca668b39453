-- What courses and modules of a file break over several rows and tables.
insert into refused
select p.line, o.problem, o.details
from run
cross join part p
left join course k on k.id = p.known_id
cross join lateral (values
  (p.kind <> k.kind, 'kind:course_keeps_its_kind', jsonb_build_object('course', k.code, 'kind', k.kind)),
  (p.language !~ '^[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*$' or length(p.language) > 35, 'language:language_tag_is_bcp47', null),
  ((select f.language <> split_part(p.language, '-', 1) from language_framework f where f.code = p.framework),
    'level:module_level_is_of_its_language',
    jsonb_build_object('module', p.code, 'level', p.leads_to, 'language', p.language)),
  (run.may_update and string_to_array(p.differs, ',') && '{theory,practice,credits,level}' and exists (
      select from curriculum_item i where i.course_id = k.id and edition_in_use(i.edition_id)),
    'course:taught_course_keeps_its_hours', jsonb_build_object('course', p.code)),
  (k.retired_on is not null and string_to_array(p.differs, ',') && '{retired_on,retire_reason}',
    'retired_on:course_is_retired_once',
    jsonb_build_object('course', k.code, 'day', k.retired_on, 'reason', k.retire_reason)),
  ((p.retired_on is null) <> (p.retire_reason is null), 'retire_reason:course_retirement_has_a_reason', null),
  (p.code in (select luban.listed_codes(p.requires)), 'requires:course_does_not_require_itself', null),
  (p.code in (select luban.listed_codes(p.supports)), 'supports:course_does_not_support_itself', null)
  ) o (is_so, problem, details)
where o.is_so;

-- Which courses the lines name, and whether these are known, or are lines of the file that are right.
create temp table named_course on commit drop as
select p.line, p.code, n.what, n.named, c.kind
from part p
cross join lateral (
  select 'requires' as what, luban.listed_codes(p.requires) as named
  union all select 'supports', luban.listed_codes(p.supports)) n
left join lateral (
  select kind from part q where q.code = n.named and q.problems is null and q.line not in (select line from refused)
  union all select kind from course where code = n.named limit 1) c on true;

-- Whoever names a line that is refused is so too.
insert into refused
with recursive wrong (line, what, named) as (
  select line, what, named from named_course where kind is null
  union
  select n.line, n.what, n.named
  from wrong w
  join part p on p.line = w.line
  join named_course n on n.named = p.code and not exists (select from course where code = p.code)
)
select line, what || case what when 'requires' then ':course_requires_a_known_course' else ':course_supports_a_known_course' end,
  to_jsonb(string_agg(named, ', ' order by named))
from wrong group by line, what;

insert into refused
select n.line, 'supports:modules_support_technical_courses',
  jsonb_build_object('course', n.code, 'supported', string_agg(n.named, ', ' order by n.named))
from named_course n join part p on p.line = n.line
where n.what = 'supports' and (p.kind not in ('language', 'culture') or n.kind not in ('technical', 'placement'))
group by n.line, n.code;

-- A circle is told in each line that closes it.
insert into refused
with recursive edge as (
  select line, code, named from named_course where what = 'requires'
  union all
  select null, c.code, o.code
  from course_prerequisite q join course c on c.id = q.course_id join course o on o.id = q.requires_id
  where c.code not in (select code from named_course where what = 'requires')
), reached (line, code, named, by) as (
  select line, code, named, named from edge where line is not null and named <> code
  union
  select r.line, r.code, e.named, r.by from reached r join edge e on e.code = r.named where r.named <> r.code
)
select line, 'requires:course_prerequisites_have_no_circle',
  jsonb_build_object('course', code, 'required', string_agg(distinct by, ', ' order by by))
from reached where named = code group by line, code;
