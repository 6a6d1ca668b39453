-- What each line says, and the certification that is meant. One that begins on another day is another one; where no first day
-- is named, it is the one that ends on the day named, else the one that holds on the day of the import. Of a known one a blank
-- cell says nothing.
create temp table part on commit drop as
with read as (
  select n.*, coalesce(run.day, luban.today(n.workshop_id)) as day, s.course, o.id as course_id, s.since as since_text, s.until as until_text,
    luban.read_day(s.since, run.dates)::date as since_named, luban.read_day(s.until, run.dates)::date as until_named,
    luban.composed(s.certificate) as certificate
  from run
  cross join stage s
  join named n on n.line = s.line
  left join course o on o.code = luban.plain_code(s.course)
  offset 0
)
select r.*, k.id as known_id, k.until as known_until,
  coalesce(r.since_named, k.since, case when r.since_text is null then r.day end) as since,
  case when k.id is not null and not run.may_update then k.until else coalesce(r.until_named, k.until, 'infinity') end as until,
  nullif(concat_ws(',', case when r.until_named <> k.until then 'until' end,
    case when k.id is not null and r.certificate is distinct from k.certificate and r.certificate is not null
      then 'certificate' end), '') as differs,
  nullif(concat_ws(',', r.problem,
    case when r.course_id is null then 'course:certification_is_for_a_known_course' end,
    case when r.since_text is not null and r.since_named is null then 'since:' || luban.day_problem(r.since_text, run.dates) end,
    case when r.until_text is not null and r.until_named is null then 'until:' || luban.day_problem(r.until_text, run.dates)
      else luban.broken_instructor_certification(until => r.until_named,
        since => coalesce(r.since_named, k.since, case when r.since_text is null then r.day end)) end,
    case when luban.is_damaged(r.certificate) then 'certificate:value_is_not_damaged_by_excel' end), '') as own_problems
from run
cross join read r
left join lateral (
  select c.id, c.since, c.until, c.certificate from instructor_certification c
  where (c.workshop_id, c.instructor_id, c.course_id) = (r.workshop_id, r.instructor_id, r.course_id)
    and case when r.since_text is not null then c.since = r.since_named
      else c.until = r.until_named or c.since <= r.day and r.day < c.until end
  order by c.until is distinct from r.until_named limit 1) k on true;

create index on part (workshop_id, instructor_id, course_id);
analyze part;
