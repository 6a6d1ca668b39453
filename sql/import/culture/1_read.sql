-- What each line says: the event, the hours, and the enrollment it counts for. Where no cohort is named, that is the only
-- one in which the student was enrolled on a day of the event.
create temp table part on commit drop as
select w.line, w.workshop_id, w.student_id, v.id as event_id, s.event, s.hours as hours_text,
  v.hours as event_hours, v.begins_on, v.ends_on,
  case when s.hours is null then v.hours else luban.read_hours(s.hours) end as hours,
  coalesce(w.enrollment_id, sole.id) as enrollment_id, w.problem,
  case when sole.id is null then w.enrollment_problem end as enrollment_problem
from stage s
join who w on w.line = s.line
left join culture_event v on (v.workshop_id, v.code::text) = (w.workshop_id, luban.plain_code(s.event))
left join lateral (
  select min(e.id) as id from enrollment e
  where w.enrollment_id is null and w.cohort_id is null
    and (e.workshop_id, e.student_id) = (w.workshop_id, w.student_id)
    and luban.was_enrolled_between(e.workshop_id, e.id, v.begins_on, v.ends_on)
  having count(*) = 1) sole on true
where s.fault is null;

analyze part;

-- Whoever shortens an event or ends an enrollment at this moment is waited for.
select from culture_event v
where (v.workshop_id, v.id) in (select workshop_id, event_id from part) order by v.workshop_id, v.id for share;
select from enrollment e
where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from part) order by e.workshop_id, e.id for share;
