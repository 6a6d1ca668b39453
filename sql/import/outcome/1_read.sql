-- Every answer once, and the graduate it is of: known by the cohort of the line, or by the only one completed.
create temp table answer on commit drop as
select s.line, w.workshop_id, w.student_id, e.id as enrollment_id, e.state, e.state_on, m.months, a.status,
  d.answered_on, a.is_in_field, s.employer, a.is_chinese_funded,
  s.occupation, d.job_from_on,
  case when s.satisfaction ~ '^[1-5]$' then s.satisfaction::smallint end as satisfaction,
  nullif(concat_ws(',', w.problem,
    case when w.problem is null and e.id is null then 'cohort:line_names_one_enrollment'
      when f.rule = 'outcome_is_of_a_completed_enrollment' then 'student:' || f.rule end,
    case when m.months is null then 'months:outcome_is_after_6_12_or_36_months' end,
    case when a.status is null then 'status:outcome_status_is_a_word' end,
    case when d.answered_on is null then 'answered_on:' || case when s.answered_on is null then 'outcome_has_a_day'
        else luban.day_problem(s.answered_on, run.dates) end
      when f.rule = 'outcome_is_not_before_its_point' then 'answered_on:' || f.rule end,
    case when d.job_from_on is null and s.job_from is not null then 'job_from:' || luban.day_problem(s.job_from, run.dates)
      else luban.broken_outcome(job_from_on => d.job_from_on, answered_on => d.answered_on) end,
    case when a.is_in_field is null and s.in_field is not null then 'in_field:answer_is_yes_or_no' end,
    case when a.is_chinese_funded is null and s.chinese_funded is not null then 'chinese_funded:answer_is_yes_or_no' end,
    luban.broken_outcome(status => a.status, is_in_field => a.is_in_field, employer => s.employer,
      is_chinese_funded => a.is_chinese_funded, occupation => s.occupation),
    case when s.satisfaction !~ '^[1-5]$' then 'satisfaction:outcome_satisfaction_is_from_1_to_5' end
  ), '') as problems
from run
cross join stage s
join who w on w.line = s.line
cross join lateral (
  select case when s.answered_on is null then (run.params ->> 'on')::date
    else luban.read_day(s.answered_on, run.dates)::date end as answered_on, luban.read_day(s.job_from, run.dates)::date as job_from_on) d
left join said status on (status.kind, status.raw) = ('outcome', s.status)
left join said field on (field.kind, field.raw) = ('yes', s.in_field)
left join said funded on (funded.kind, funded.raw) = ('yes', s.chinese_funded)
cross join lateral (
  select status.means::outcome_status as status, field.means::boolean as is_in_field, funded.means::boolean as is_chinese_funded) a
cross join lateral (
  select case when coalesce(s.months, run.params ->> 'months') in ('6', '12', '36')
    then coalesce(s.months, run.params ->> 'months')::smallint end as months) m
left join lateral (
  select n.id, n.state, n.state_on from enrollment n
  where (n.workshop_id, n.student_id) = (w.workshop_id, w.student_id)
    and (n.id = w.enrollment_id or w.enrollment_id is null and n.state = 'completed' and s.cohort is null
      and run.cohort_code is null and (
        select count(*) from enrollment o
        where (o.workshop_id, o.student_id, o.state) = (w.workshop_id, w.student_id, 'completed')) = 1)
  limit 1) e on true
left join lateral unnest(luban.outcome_refusals(e.state, e.state_on, m.months, d.answered_on)) f (rule) on true
where s.fault is null;

analyze answer;
