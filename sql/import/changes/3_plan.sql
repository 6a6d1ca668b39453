-- What each line comes to by itself.
create temp table plan on commit drop as
select d.line, d.workshop_id, d.student_id, d.enrollment_id, d.state, d.is_return, d.into_cohort_id, d.effective_on,
  d.reason_code, d.reason, p.problems,
  case when p.problems is not null then null
    -- What was noted once is not noted again, whatever was corrected or has happened since: the same file changes nothing.
    when case when d.is_return then d.has_returned else exists (
      select from enrollment_event v where (v.workshop_id, v.enrollment_id, v.to_state, v.effective_on)
        = (d.workshop_id, d.enrollment_id, d.state, d.effective_on)) end
    then 'unchanged' else 'created' end as outcome,
  (select c.code from cohort c where (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id))::text as subject,
  null::text as differs, null::jsonb as details
from draft d
cross join lateral (
  select nullif(concat_ws(',', d.problems, case when d.earlier_line is not null then ':line_repeats_nobody' end), '')) p (problems);

select luban.refuse_days_to_come('on', 'effective_on');

-- Nobody stops being enrolled before the last day of which something is noted.
update plan p set outcome = null, problems = n.problems, details = n.details
from (
  select p.line, string_agg('on:' || n.rule, ',' order by n.rule) as problems,
    jsonb_object_agg(n.rule, format(phrase('something is noted of {0}'), n.day)) as details
  from plan p
  join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id) and e.state = 'enrolled'
  cross join lateral luban.noted_outside(p.workshop_id, p.enrollment_id, p.state, p.effective_on) n
  where p.outcome = 'created' and not p.is_return and p.state <> 'enrolled' and p.effective_on >= e.state_on
  group by p.line) n
where n.line = p.line;

-- The rest is done here, by the verbs that single changes use, and they say whom they leave out and why; a file that is not
-- kept is undone. A set for each state, day and reason: those who give seats up come first, then as the lines stand.
create temp table answered on commit drop as
select g.workshop_id, a.*
from (
  select workshop_id, state, is_return, case when is_return then into_cohort_id end as into_cohort_id, effective_on,
    reason_code, reason, array_agg(enrollment_id order by line) as enrollments
  from plan where outcome = 'created' group by 1, 2, 3, 4, 5, 6, 7
  order by coalesce(luban.holds_seat(state), true), min(line) offset 0) g
cross join lateral (
  select c.enrollment_id, c.refusals, c.missing
  from change_enrollments(g.workshop_id, g.enrollments, g.state, g.effective_on, g.reason_code, g.reason) c
  where not g.is_return and not c.promoted
  union all
  select c.named_id, c.refusals, null
  from continue_enrollments(g.workshop_id, 'return', g.enrollments, g.into_cohort_id, g.effective_on, g.reason_code, g.reason) c
  where g.is_return and not c.promoted) a;

-- Whoever moved up into a seat that the file has freed, on the day it says, is where it wants them.
update plan p
set outcome = case when (e.state, e.state_on) = (p.state, p.effective_on) then 'unchanged' end,
  problems = case when (e.state, e.state_on) = (p.state, p.effective_on) then null else (
    select string_agg(case
      when r in ('enrollment_events_follow_each_other', 'seats_are_held_within_capacity_each_day') then 'on:'
      when r = 'no_show_left_no_record' then 'code:' else 'state:' end || r, ',')
    from unnest(a.refusals) r) end,
  details = jsonb_strip_nulls(jsonb_build_object(
    'completed_enrollment_has_every_part', a.missing, 'no_show_left_no_record', a.missing,
    'seats_are_held_within_capacity_each_day', case when 'seats_are_held_within_capacity_each_day' = any (a.refusals) then
      (select format(phrase('a seat is free since {0}'), f.day)
      from luban.seat_free_since(e.workshop_id, coalesce(p.into_cohort_id, e.cohort_id)) f (day) where f.day is not null) end))
from answered a
join enrollment e on (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)
where (p.workshop_id, p.enrollment_id) = (a.workshop_id, a.enrollment_id) and p.outcome = 'created'
  and cardinality(a.refusals) > 0;
