-- The edition of a program that each line names, the latest where it names none, or what is wrong with the name.
create temp table line_edition on commit drop as
select s.line, e.id as edition_id,
  case when p.id is null then 'program:program_edition_is_of_a_program'
    when e.id is null then 'edition:curriculum_is_of_an_edition' end as problem
from stage s
left join program p on p.code = luban.plain_code(s.program)
left join lateral (
  select id from program_edition
  where program_id = p.id and (s.edition is null or edition = luban.plain_code(s.edition)) order by edition desc limit 1) e on true
where s.fault is null;

analyze line_edition;
