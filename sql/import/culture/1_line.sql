-- The enrollment for which a line counts: where no cohort is named, the only one in which the student was enrolled on a day
-- of the event.
create temp table enrollment_line on commit drop as
select w.line, w.workshop_id, w.student_id, s.event, coalesce(w.enrollment_id, sole.id) as enrollment_id,
  nullif(concat_ws(',', w.problem, case when sole.id is null then w.enrollment_problem end), '') as problem
from stage s
join who w on w.line = s.line
left join culture_event v on (v.workshop_id, v.code::text) = (w.workshop_id, luban.plain_code(s.event))
left join lateral (
  select min(e.id) as id from enrollment e
  where w.enrollment_id is null and w.cohort_id is null
    and (e.workshop_id, e.student_id) = (w.workshop_id, w.student_id)
    and luban.was_enrolled_between(e.workshop_id, e.id, v.begins_on, v.ends_on)
  having count(*) = 1) sole on true;

analyze enrollment_line;

-- Whoever shortens an event or ends an enrollment at this moment is waited for.
select from culture_event v
where (v.workshop_id, v.code::text) in (select workshop_id, luban.plain_code(event) from enrollment_line)
order by v.workshop_id, v.id for share;
select from enrollment e
where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from enrollment_line) order by e.workshop_id, e.id for share;
