-- What curricula of a file break over several rows and tables.
create temp table group_line on commit drop as
select edition_id, elective_group as code, max(group_credits) as credits from part
where elective_group is not null group by edition_id, elective_group;

insert into refused
select p.line, o.problem, o.details
from run
cross join part p
left join course c on c.id = p.course_id
left join elective_group g on (g.edition_id, g.code) = (p.edition_id, p.elective_group)
left join group_line n on (n.edition_id, n.code) = (p.edition_id, p.elective_group)
cross join lateral (values
  (edition_in_use(p.edition_id) and (p.known_id is null or run.may_update and p.differs is not null),
    'program:edition_in_use_is_frozen', jsonb_build_object('edition', edition_name(p.edition_id))),
  (p.known_id is null and c.retired_on is not null, 'course:retired_course_enters_no_curriculum',
    jsonb_build_object('course', c.code)),
  (not luban.is_code(p.elective_group), 'elective_group:code_is_short_and_upper_case', null),
  (p.edition_id is not null and p.elective_group is not null and g.code is null and n.credits is null,
    'elective_group:curriculum_group_is_of_its_edition', null),
  (p.group_credits <> n.credits, 'group_credits:elective_group_is_once_in_its_edition', null),
  (p.group_credits <= 0 or p.group_credits > 1000, 'group_credits:elective_group_asks_for_credits', null)
  ) o (is_so, problem, details)
where o.is_so;
