-- Before anything is read: all cohorts that may be changed, which are those of the students named and those into which they
-- return, in the order of their keys, so that imports do not wait for each other in a circle.
select from cohort where (workshop_id, id) in (
  select e.workshop_id, e.cohort_id from who w
  join enrollment e on (e.workshop_id, e.student_id) = (w.workshop_id, w.student_id)
  union
  select c.workshop_id, c.id from who w join stage s using (line)
  join cohort c on c.workshop_id = w.workshop_id and c.code = luban.plain_code(s.to_cohort))
order by workshop_id, id for no key update;

-- Whoever notes something of them is waited for as well.
select from enrollment where (workshop_id, id) in (select workshop_id, enrollment_id from who)
order by workshop_id, id for no key update;
