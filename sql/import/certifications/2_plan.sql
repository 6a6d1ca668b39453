-- What will become of each line that is right in itself, beside those before it and the certifications that are there, which
-- end when the file says.
create temp table plan on commit drop as
with apart as (
  select p.*, coalesce(p.own_problems, case when exists (
      select from part q
      where (q.workshop_id, q.instructor_id, q.course_id) = (p.workshop_id, p.instructor_id, p.course_id)
        and q.own_problems is null and q.line < p.line
        and (q.known_id = p.known_id or q.since < p.until and q.until > p.since))
    or exists (
      select from instructor_certification c
      left join part q on (q.workshop_id, q.instructor_id, q.course_id, q.known_id)
        = (c.workshop_id, c.instructor_id, c.course_id, c.id) and q.own_problems is null
      where (c.workshop_id, c.instructor_id, c.course_id) = (p.workshop_id, p.instructor_id, p.course_id)
        and c.id is distinct from p.known_id and c.since < p.until and coalesce(q.until, c.until) > p.since)
    then 'course:certification_is_once_at_a_time' end) as bare_problems
  from part p
), kept as (
  -- A class that begins when the certification no longer holds needs another one, of before or of this file.
  select a.*, k.class_id, coalesce(a.bare_problems,
    case when k.class_id is not null then 'until:class_is_taught_by_who_is_certified' end) as problems
  from apart a
  left join lateral (
    select min(k.id) as class_id from class k
    where (k.workshop_id, k.instructor_id, k.course_id) = (a.workshop_id, a.instructor_id, a.course_id)
      and a.bare_problems is null and k.begins_on >= a.until and k.begins_on < a.known_until
      and not exists (
        select from part q
        where (q.workshop_id, q.instructor_id, q.course_id) = (a.workshop_id, a.instructor_id, a.course_id)
          and q.own_problems is null and q.since <= k.begins_on and k.begins_on < q.until)) k on true
)
select k.line, k.workshop_id, k.problems, null::bigint as student_id,
  case when k.problems is not null then null when k.known_id is null then 'created'
    when k.differs is not null and run.may_update then 'changed' else 'unchanged' end as outcome,
  concat_ws(' ', k.instructor, luban.plain_code(k.course)) as subject, case when k.problems is null then k.differs end as differs,
  case when k.class_id is not null then jsonb_build_object('class_is_taught_by_who_is_certified',
    luban.shown_class(k.workshop_id, k.class_id)) end as details,
  k.known_id, k.instructor_id, k.course_id, k.since, k.until, k.certificate
from kept k, run;
