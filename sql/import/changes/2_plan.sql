-- Cohorts in the order of their keys, so that imports do not wait for each other in a circle.
select from cohort where (workshop_id, id) in (select workshop_id, cohort_id from draft where enrollment_id is not null)
order by workshop_id, id for no key update;

-- Who would complete without every part of the rule: each cohort and day is asked once.
create temp table lacking on commit drop as
select d.line, m.missing
from (
  select workshop_id, cohort_id, effective_on, array_agg(enrollment_id) as enrollments
  from draft where state = 'completed' and problems is null group by 1, 2, 3) asked
cross join lateral (
  select * from missing_parts(asked.workshop_id, asked.cohort_id, asked.enrollments, asked.effective_on) offset 0) m
join draft d on (d.workshop_id, d.enrollment_id, d.effective_on) = (asked.workshop_id, m.enrollment_id, asked.effective_on)
  and d.state = 'completed';

analyze lacking;

-- Who left and never attended: nobody records anything of them meanwhile.
select from enrollment where (workshop_id, id) in (
  select d.workshop_id, and_earlier(d.workshop_id, d.enrollment_id) from draft d
  where is_no_show(d.state, d.reason_code) and d.problems is null)
order by workshop_id, id for no key update;

create temp table plan on commit drop as
select j.line, j.workshop_id, j.student_id, j.enrollment_id, j.state, j.effective_on, j.reason_code, j.reason,
  j.problems_now as problems, case when j.problems_now is null then case when is_known then 'unchanged' else 'created' end end as outcome,
  (select c.code from cohort c where (c.workshop_id, c.id) = (j.workshop_id, j.cohort_id))::text as subject,
  null::text as differs,
  jsonb_strip_nulls(jsonb_build_object('completed_enrollment_has_every_part', missing, 'no_show_left_no_record', record)) as details
from (
  select d.*, l.missing, r.record, d.state = d.known_state and d.effective_on = d.known_on as is_known,
    nullif(concat_ws(',', d.problems,
      case when d.earlier_line is not null then ':line_repeats_nobody' end,
      case when d.problems is null and (d.state, d.effective_on) is distinct from (d.known_state, d.known_on) then nullif(concat_ws(',',
        case when not enrollment_change_is_known(d.known_state, d.state) then 'state:enrollment_change_is_allowed' end,
        case when d.effective_on < d.known_on then 'on:enrollment_events_follow_each_other' end,
        case when l.missing is not null then 'state:completed_enrollment_has_every_part' end,
        case when r.record is not null then 'code:no_show_left_no_record' end), '') end), '') as problems_now
  from draft d left join lacking l using (line)
  cross join lateral (
    select case when d.problems is null and is_no_show(d.state, d.reason_code)
      then record_until(d.workshop_id, d.enrollment_id, d.effective_on) end as record) r) j;

select luban.refuse_days_to_come('on', 'effective_on');
