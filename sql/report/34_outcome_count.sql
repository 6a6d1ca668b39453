-- What became of each graduate at each survey point. Those are told of who completed by the day and whose point has come; an
-- outcome unknown is no answer.
create function report.graduate_outcome(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, completed_on date, months smallint, is_contacted boolean,
  is_reachable boolean, status luban.outcome_status, answered_on date, is_in_field boolean, is_chinese_funded boolean,
  satisfaction smallint, job_from_on date)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.student_id, e.since, p.months, c.enrollment_id is not null, c.is_reachable, o.status,
    o.answered_on, o.is_in_field, o.is_chinese_funded, o.satisfaction, o.job_from_on
  from report.enrollment_state(as_of, known_at) e
  cross join (values (6::smallint), (12::smallint), (36::smallint)) p (months)
  left join report.known_outcome(known_at) o
    on (o.workshop_id, o.enrollment_id, o.months) = (e.workshop_id, e.enrollment_id, p.months)
      and o.answered_on <= as_of and o.status <> 'unknown'
  left join report.known_survey(known_at) v on (v.workshop_id, v.cohort_id, v.months) = (e.workshop_id, e.cohort_id, p.months)
  left join report.known_survey_contact(known_at) c on (c.workshop_id, c.survey_id, c.enrollment_id) = (v.workshop_id, v.id, e.enrollment_id)
    and c.asked_on <= as_of
  where e.state = 'completed' and luban.outcome_is_due_on(e.since, p.months) <= as_of
$$;
comment on function report.graduate_outcome is
  'Graduates at each survey point that has come: whether they were asked, and what they do, as of a day and as known at a time.';

-- The same in counts, of each cohort. Formulas: docs/reference/indicators.md.
create function report.outcome_count(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, months smallint, completers bigint, contacted bigint, reachable bigint,
  answered bigint, employed bigint, self_employed bigint, further_study bigint, seeking bigint, other bigint,
  placed bigint, in_field bigint, field_known bigint, chinese_funded bigint, funding_known bigint,
  satisfied bigint, satisfaction_known bigint, months_to_job numeric, jobs_dated bigint)
language sql stable parallel safe as $$
  select o.workshop_id, o.cohort_id, o.months, count(*), count(*) filter (where o.is_contacted),
    count(*) filter (where o.is_reachable), count(o.status), count(*) filter (where o.status = 'employed'),
    count(*) filter (where o.status = 'self_employed'), count(*) filter (where o.status = 'further_study'),
    count(*) filter (where o.status = 'seeking'), count(*) filter (where o.status = 'other'),
    count(*) filter (where o.status in ('employed', 'self_employed', 'further_study')),
    count(*) filter (where o.is_in_field), count(o.is_in_field),
    count(*) filter (where o.is_chinese_funded), count(o.is_chinese_funded),
    count(*) filter (where o.satisfaction >= 4), count(o.satisfaction),
    -- A month is a twelfth of a year; who kept a job waited for none.
    round((percentile_cont(0.5) within group (order by case when o.job_from_on is not null then greatest(o.job_from_on - o.completed_on, 0) end) * 12 / 365.25)::numeric, 1),
    count(o.job_from_on)
  from report.graduate_outcome(as_of, known_at) o
  group by o.workshop_id, o.cohort_id, o.months
$$;
comment on function report.outcome_count is
  'Graduates of each cohort at each survey point: asked, answered, what they do, as of a day and as known at a time.';
