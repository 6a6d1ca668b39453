-- What becomes of every answer, beside the one that is there.
create temp table plan on commit drop as
select a.line, a.workshop_id, a.student_id, a.enrollment_id, o.id, a.months, a.status, a.answered_on, a.is_in_field, a.employer,
  a.is_chinese_funded, a.occupation, a.job_from_on, a.satisfaction, p.problems, f.differs,
  case when p.problems is null then
    case when o.id is null then 'created' when f.differs is not null and run.may_update then 'changed' else 'unchanged' end
  end as outcome, a.months || ' months' as subject, null::jsonb as details
from run
cross join (
  -- A second answer of the same graduate, of those that are right.
  select *, row_number() over (partition by workshop_id, enrollment_id, months, problems is null order by line) as nth
  from answer) a
left join outcome o on (o.workshop_id, o.enrollment_id, o.months) = (a.workshop_id, a.enrollment_id, a.months)
cross join lateral (
  select coalesce(a.problems, case when a.nth > 1 then 'student:outcome_is_once_a_point' end) as problems) p
cross join lateral (
  select case when o.id is not null then nullif(concat_ws(',',
    case when a.status <> o.status then 'status' end, case when a.answered_on <> o.answered_on then 'answered_on' end,
    case when a.is_in_field is distinct from o.is_in_field then 'in_field' end,
    case when a.employer is distinct from o.employer then 'employer' end,
    case when a.is_chinese_funded is distinct from o.is_chinese_funded then 'chinese_funded' end,
    case when a.occupation is distinct from o.occupation then 'occupation' end,
    case when a.job_from_on is distinct from o.job_from_on then 'job_from' end,
    case when a.satisfaction is distinct from o.satisfaction then 'satisfaction' end), '') end as differs) f;

select luban.refuse_days_to_come('answered_on', 'answered_on');
select luban.refuse_days_to_come('job_from', 'job_from_on');
