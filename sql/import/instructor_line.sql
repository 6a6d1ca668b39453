-- The instructor that each line names, of files about instructors known already, or what is wrong with the name.
create temp table named on commit drop as
select w.line, w.workshop_id, n.id as instructor_id, luban.plain_code(s.instructor) as instructor,
  case when w.workshop_id is null then 'workshop:line_names_a_workshop'
    when n.id is null then 'instructor:line_names_a_known_instructor' end as problem
from line_workshop w
join stage s on s.line = w.line
left join partner i on i.code = luban.plain_code(split_part(s.instructor, '/', 1)) and s.instructor ~ '^[^/]+/[^/]+$'
left join instructor n
  on (n.workshop_id, n.partner_id, n.staff_number) = (w.workshop_id, i.id, luban.plain_code(split_part(s.instructor, '/', 2)));

analyze named;

-- Whoever gives them a class, or sends another file about them, waits and is waited for.
select from instructor n
where (n.workshop_id, n.id) in (select workshop_id, instructor_id from named) order by n.workshop_id, n.id for no key update;
