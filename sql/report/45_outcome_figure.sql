-- What became of the graduates of each cohort, one row for each cohort and survey point, which reports add up: 0 where nobody
-- has completed, or nobody's point has come.
create function report.outcome_figure(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, months smallint, graduates bigint, completers bigint, contacted bigint,
  reachable bigint, answered bigint, unknown bigint, placed bigint, working bigint, in_field bigint, field_known bigint,
  further_study bigint, seeking bigint, other bigint, chinese_funded bigint, funding_known bigint, satisfied bigint,
  satisfaction_known bigint)
language sql stable parallel safe as $$
  select c.workshop_id, c.cohort_id, p.months, coalesce(g.graduates, 0), coalesce(o.completers, 0), coalesce(o.contacted, 0),
    coalesce(o.reachable, 0), coalesce(o.answered, 0), coalesce(o.completers - o.answered, 0), coalesce(o.placed, 0),
    coalesce(o.employed + o.self_employed, 0), coalesce(o.in_field, 0), coalesce(o.field_known, 0),
    coalesce(o.further_study, 0), coalesce(o.seeking, 0), coalesce(o.other, 0), coalesce(o.chinese_funded, 0),
    coalesce(o.funding_known, 0), coalesce(o.satisfied, 0), coalesce(o.satisfaction_known, 0)
  from report.known_cohort(as_of, known_at) c
  cross join (values (6::smallint), (12::smallint), (36::smallint)) p (months)
  left join (
    select workshop_id, cohort_id, count(*) as graduates from report.enrollment_state(as_of, known_at)
    where state = 'completed' group by workshop_id, cohort_id) g
    on (g.workshop_id, g.cohort_id) = (c.workshop_id, c.cohort_id)
  left join report.outcome_count(as_of, known_at) o
    on (o.workshop_id, o.cohort_id, o.months) = (c.workshop_id, c.cohort_id, p.months)
$$;
comment on function report.outcome_figure is
  'Graduates of each cohort, and what is known of them at each survey point, as of a day and as known at a time.';

-- Who is in which of these counts: each graduate, and each graduate at each point, with the answer that counts.
create function report.graduate_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, state luban.enrollment_state, since date, code text,
  event smallint, counted text[])
language sql stable parallel safe as $$
  select workshop_id, cohort_id, student_id, state, since, code, event, array['graduates']
  from report.cohort_member(as_of, known_at) where state = 'completed'
$$;
comment on function report.graduate_member is 'Enrollments that were completed.';

create function report.outcome_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, months smallint, status text, answered_on date,
  in_field text, chinese_funded text, satisfaction smallint, counted text[])
language sql stable parallel safe as $$
  select o.workshop_id, o.cohort_id, o.student_id, o.months, o.status::text, o.answered_on,
    case when o.is_in_field then 'yes' when not o.is_in_field then 'no' end,
    case when o.is_chinese_funded then 'yes' when not o.is_chinese_funded then 'no' end, o.satisfaction,
    array_remove(array['completers', case when o.is_contacted then 'contacted' end, case when o.is_reachable then 'reachable' end,
      case when o.status is null then 'unknown' else 'answered' end,
      case when o.status in ('employed', 'self_employed', 'further_study') then 'placed' end,
      case when o.status in ('employed', 'self_employed') then 'working' end,
      case when o.status in ('further_study', 'seeking', 'other') then o.status::text end,
      case when o.is_in_field is not null then 'field_known' end, case when o.is_in_field then 'in_field' end,
      case when o.is_chinese_funded is not null then 'funding_known' end,
      case when o.is_chinese_funded then 'chinese_funded' end,
      case when o.satisfaction is not null then 'satisfaction_known' end, case when o.satisfaction >= 4 then 'satisfied' end], null)
  from report.graduate_outcome(as_of, known_at) o
$$;
comment on function report.outcome_member is
  'Graduates at each survey point, with the answer and the counts of the outcomes report that they are in.';
