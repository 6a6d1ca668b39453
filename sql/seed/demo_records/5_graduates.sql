-- Cohorts whose time is over: who has every part of the rule has completed, who lacks one is dismissed; then
-- credentials, and what became of the graduates.

create temp table demo_last on commit drop as
select c.place, c.workshop_id, c.cohort_id, c.end_on, l.enrollment_id, p.missing is null as is_complete
from demo_cohort c
join demo_life l using (place)
cross join lateral (
  select * from report.completion(c.end_on, 'infinity') p
  where p.workshop_id = c.workshop_id and p.cohort_id = c.cohort_id offset 0) p
where c.status = 'finished' and l.fate in ('stayed', 'resumed', 'continued') and p.enrollment_id = l.enrollment_id;
analyze demo_last;

insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, recorded_at, reason_code, batch_id)
select l.workshop_id, l.enrollment_id, n.last + 1, 'enrolled',
  case when l.is_complete then 'completed' else 'dismissed' end::enrollment_state, l.end_on,
  (date_trunc('week', l.end_on)::date + 7)::timestamp at time zone 'UTC' + interval '9 hours',
  case when not l.is_complete then 'failing' end, run.batch_id
from demo_last l
join (select enrollment_id, max(nth) as last from demo_event group by enrollment_id) n using (enrollment_id)
cross join run
order by l.workshop_id, l.enrollment_id;
analyze enrollment;
analyze enrollment_event;

do $$
declare
  this record;
begin
  for this in
    select c.*, request.seed,
      (select array_agg(l.enrollment_id order by l.enrollment_id) from demo_last l where l.place = c.place and l.is_complete)
        as graduates
    from demo_cohort c cross join seed_request request
    where c.status = 'finished' order by c.end_on, c.place
  loop
    perform issue_credentials(this.workshop_id, this.cohort_id, this.graduates, this.end_on + 14);
    perform ask_graduates(this.workshop_id, this.cohort_id, m.months, m.asked_on)
    from (select months, (this.end_on + make_interval(months => months))::date as asked_on
      from unnest('{6,12,36}'::smallint[]) months) m
    where m.asked_on <= '2026-06-30' and this.graduates is not null
    order by m.months;
    insert into outcome (workshop_id, enrollment_id, months, status, answered_on, is_in_field, employer, is_chinese_funded,
      occupation, job_from_on, satisfaction, recorded_at)
    select this.workshop_id, l.enrollment_id, r.months::smallint, meaning('outcome', r.status)::outcome_status, r.answered_on::date,
      meaning('yes', r.in_field)::boolean, r.employer, meaning('yes', r.chinese_funded)::boolean, r.occupation, r.job_from::date, r.satisfaction::smallint,
      (r.answered_on::date + 1)::timestamp at time zone 'UTC'
    from pg_temp.demo_outcomes(this.workshop_id, this.cohort_id, this.seed, '-infinity', '2026-06-30') r
    join demo_learner l on (l.place, l.student) = (this.place, r.student)
    order by r.answered_on, l.enrollment_id;
  end loop;
end $$;

analyze outcome;
analyze credential;
