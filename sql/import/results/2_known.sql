-- The attempts that are known of the students and courses of the file.
create temp table attempt on commit drop as
select r.workshop_id, r.enrollment_id, r.course_id, r.id, r.attempt, r.kind, r.mark, r.passed, r.graded_on, r.recorded_at,
  r.instructor_id, r.scale, r.evidence, r.partner_id, r.agreement_id,
  row_number() over (partition by r.workshop_id, r.enrollment_id, r.course_id order by r.attempt desc) = 1 as is_last,
  lag(r.graded_on) over (partition by r.workshop_id, r.enrollment_id, r.course_id order by r.attempt) as previous_on
from (select distinct workshop_id, enrollment_id, course_id from read where problems is null) n
join result r on (r.workshop_id, r.enrollment_id, r.course_id) = (n.workshop_id, n.enrollment_id, n.course_id);

analyze attempt;

-- The days that they were of before they were corrected, which a file that is sent again still says.
create temp table former_day on commit drop as
select distinct on (1, 2, 3) a.workshop_id, v.row_id as id, (v.before ->> 'graded_on')::date as graded_on
from revision v
join attempt a on (a.workshop_id, a.id) = (v.workshop_id, v.row_id)
where v.table_name = 'result' and (v.before ->> 'graded_on')::date <> a.graded_on;

-- The last attempt that each line of a sheet knew of when the sheet went out: as it was then, corrected since or not.
create temp table base on commit drop as
select distinct on (k.line) k.*
from (
  select n.line, r.attempt, r.mark, r.graded_on
  from read n
  join result r on (r.workshop_id, r.enrollment_id, r.course_id) = (n.workshop_id, n.enrollment_id, n.course_id)
  where n.since is not null and n.problems is null and r.recorded_at <= n.since and not exists (
    select from revision v where (v.workshop_id, v.table_name, v.row_id) = (r.workshop_id, 'result', r.id)
      and v.replaced_at > n.since)
  union all
  select n.line, b.attempt, b.mark, b.graded_on
  from (
    select distinct on (h.workshop_id, h.since, v.row_id) h.workshop_id, h.since, v.before
    from (select distinct workshop_id, since from read where since is not null) h
    join revision v on v.workshop_id = h.workshop_id and v.table_name = 'result' and v.replaced_at > h.since
    order by h.workshop_id, h.since, v.row_id, v.replaced_at, v.id) v
  cross join lateral jsonb_populate_record(null::luban.result, v.before) b
  join read n on (n.workshop_id, n.since, n.enrollment_id, n.course_id)
    = (v.workshop_id, v.since, b.enrollment_id, b.course_id)
  where n.problems is null and b.recorded_at <= n.since
) k
order by k.line, k.attempt desc;

analyze base;
