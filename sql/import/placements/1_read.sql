-- What each line says: the offer, the days, and the enrollment. Where no cohort is named, that is the only one in which the
-- student was enrolled on the first day.
create temp table part on commit drop as
select w.line, w.workshop_id, w.student_id, o.id as offer_id, s.offer, o.begins_on as offer_from, o.ends_on as offer_to,
  coalesce(d.from_on, case when s."from" is null then o.begins_on end) as from_on,
  coalesce(d.to_on, case when s."to" is null then o.ends_on end) as to_on,
  s."from" as from_text, s."to" as to_text, luban.composed(s.supervisor) as supervisor, d.ended_on, s.ended_on as ended_text,
  luban.composed(s.end_reason) as end_reason,
  coalesce(w.enrollment_id, sole.id) as enrollment_id, w.problem,
  case when sole.id is null then w.enrollment_problem end as enrollment_problem
from stage s
join who w on w.line = s.line
cross join run
left join placement_offer o on (o.workshop_id, o.code::text) = (w.workshop_id, luban.plain_code(s.offer))
cross join lateral (
  select luban.read_day(s."from", run.dates)::date as from_on, luban.read_day(s."to", run.dates)::date as to_on,
    luban.read_day(s.ended_on, run.dates)::date as ended_on) d
left join lateral (
  select min(e.id) as id from enrollment e
  where w.enrollment_id is null and w.cohort_id is null
    and (e.workshop_id, e.student_id) = (w.workshop_id, w.student_id)
    and luban.was_enrolled_between(e.workshop_id, e.id, coalesce(d.from_on, o.begins_on), coalesce(d.from_on, o.begins_on))
  having count(*) = 1) sole on true
where s.fault is null;

analyze part;

-- Whoever takes a place of these offers, or ends one of these enrollments, is waited for.
select from placement_offer o
where (o.workshop_id, o.id) in (select workshop_id, offer_id from part) order by o.workshop_id, o.id for no key update;
select from enrollment e
where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from part) order by e.workshop_id, e.id for share;
