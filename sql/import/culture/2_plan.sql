-- What will become of each line. Of lines that are right in themselves the second about the same part repeats the first.
create temp table plan on commit drop as
with absent as (
  select n.* from no_shows_of(array(select workshop_id from part order by line), array(select enrollment_id from part order by line)) n
), judged as (
  select p.*, a.departure, k.id as known_id, k.hours as known_hours,
    nullif(concat_ws(',', p.problem, p.enrollment_problem,
      case when p.event is null or p.event_id is null and p.workshop_id is not null then 'event:culture_event_is_known' end,
      case when luban.is_damaged(p.hours_text) then 'hours:value_is_not_damaged_by_excel'
        when p.hours_text is not null and p.hours is null then 'hours:hours_are_a_number' end,
      case when p.event_id is not null and p.hours is not null then (
        select string_agg(case r when 'participation_is_of_one_enrolled' then 'event:' else 'hours:' end || r, ',')
        from unnest(luban.participation_refusals(p.hours, p.event_hours,
          p.enrollment_id is null or luban.was_enrolled_between(p.workshop_id, p.enrollment_id, p.begins_on, p.ends_on))) r)
        end,
      case when p.begins_on <= a.left_on then 'student:record_is_of_one_who_attended' end), '') as own_problems
  from part p
  left join absent a on (a.workshop_id, a.enrollment_id) = (p.workshop_id, p.enrollment_id)
  left join participation k
    on (k.workshop_id, k.event_id, k.enrollment_id) = (p.workshop_id, p.event_id, p.enrollment_id)
), repeated as (
  select o.*, coalesce(o.own_problems, case when row_number() over (
    partition by o.workshop_id, o.event_id, o.enrollment_id, o.own_problems is null order by o.line) > 1
    then 'student:participation_is_once' end) as problems
  from judged o
)
select j.line, j.workshop_id, j.problems, j.student_id, j.event as subject, j.event_id, j.begins_on, j.enrollment_id, j.hours, j.known_id,
  case when j.problems is not null then null when j.known_id is null then 'created'
    when j.known_hours = j.hours or j.hours_text is null or not run.may_update then 'unchanged' else 'changed' end as outcome,
  case when j.known_hours <> j.hours and j.hours_text is not null then 'hours' end as differs,
  case when j.begins_on is not null and j.problems is not null then jsonb_build_object(
    'record_is_of_one_who_attended', j.departure,
    'participation_fits_its_event', format('%s has %s', j.event, trim_scale(j.event_hours)),
    'participation_is_of_one_enrolled', jsonb_build_object('event', j.event, 'from', j.begins_on, 'to', j.ends_on)) end as details
from repeated j, run;

select luban.refuse_days_to_come('event', 'begins_on');

analyze plan;
