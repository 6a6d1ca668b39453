-- What each line says: the day, the hours, and the placement of the student that lies on that day.
create temp table part on commit drop as
select w.line, w.workshop_id, w.student_id, d.day, s.day as day_text, luban.read_hours(s.hours) as hours, s.hours as hours_text,
  luban.composed(s.task) as task, w.problem, m.placement_id, m.fits, m.begins_on, m.ends_on, m.enrollment_id
from stage s
join who w on w.line = s.line
cross join run
cross join lateral (
  select case when s.day is null then coalesce(run.day, luban.today(w.workshop_id)) else luban.read_day(s.day, run.dates)::date end as day) d
left join lateral (
  select min(p.id) as placement_id, count(*) as fits, min(p.begins_on) as begins_on, min(coalesce(p.ended_on, p.ends_on)) as ends_on,
    min(p.enrollment_id) as enrollment_id
  from enrollment e
  join placement p on (p.workshop_id, p.enrollment_id) = (e.workshop_id, e.id)
  where (e.workshop_id, e.student_id) = (w.workshop_id, w.student_id) and e.cohort_id = coalesce(
      case when w.enrollment_id is not null and s.cohort is not null then w.cohort_id end, e.cohort_id)
    and d.day between p.begins_on and coalesce(p.ended_on, p.ends_on)) m on true
where s.fault is null;

analyze part;

-- Whoever ends one of these placements or logs other hours of these students is waited for.
select from placement p
where (p.workshop_id, p.id) in (select workshop_id, placement_id from part) order by p.workshop_id, p.id for share;
select from enrollment e
where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from part) order by e.workshop_id, e.id for share;
select from student s
where (s.workshop_id, s.id) in (select workshop_id, student_id from part where placement_id is not null)
order by s.workshop_id, s.id for no key update;
