-- What will become of each line. Of lines that are right in themselves the second about the same day repeats the first.
create temp table plan on commit drop as
with absent as (
  select n.* from no_shows_of(array(select workshop_id from part order by line), array(select enrollment_id from part order by line)) n
), judged as (
  select p.*, a.departure, k.id as known_id, k.hours as known_hours,
    nullif(concat_ws(',',
      case when k.hours <> p.hours then 'hours' end,
      case when k.id is not null and k.task is distinct from p.task and p.task is not null then 'task' end), '') as differs,
    nullif(concat_ws(',', p.problem,
      case when p.day is null then 'day:' || luban.day_problem(p.day_text, run.dates) end,
      case when luban.is_damaged(p.hours_text) then 'hours:value_is_not_damaged_by_excel'
        when p.hours is null then 'hours:hours_are_a_number'
        else luban.broken_placement_log(hours => p.hours) end,
      case when p.problem is null and p.day is not null then
        case p.fits when 0 then 'day:placement_hours_lie_within_it' when 1 then
          case when not luban.was_in_training_on(p.workshop_id, p.enrollment_id, p.day)
            then 'day:placement_hours_are_of_one_enrolled'
            when p.day <= a.left_on then 'student:record_is_of_one_who_attended'
            when p.hours <= 24 and p.hours - coalesce(k.hours, 0)
              + luban.hours_on_day(p.workshop_id, p.placement_id, p.day) > 24 then 'hours:placement_day_has_24_hours' end
          else 'cohort:line_names_one_enrollment' end end), '') as own_problems
  from part p
  cross join run
  left join placement_log k
    on (k.workshop_id, k.placement_id, k.worked_on) = (p.workshop_id, p.placement_id, p.day) and p.fits = 1
  left join absent a on (a.workshop_id, a.enrollment_id) = (p.workshop_id, p.enrollment_id)
), repeated as (
  select j.*, coalesce(j.own_problems, case when row_number() over (
      partition by j.workshop_id, j.placement_id, j.day, j.own_problems is null order by j.line) > 1
    then 'day:placement_day_is_logged_once'
    when sum(j.hours - coalesce(j.known_hours, 0)) over (
      partition by j.workshop_id, j.student_id, j.day, j.own_problems is null order by j.line)
      + coalesce(luban.hours_on_day(j.workshop_id, j.placement_id, j.day), 0) > 24
    then 'hours:placement_day_has_24_hours' end) as problems
  from judged j
)
select p.line, p.workshop_id, p.problems, p.student_id, p.day::text as subject, p.placement_id, p.day, p.hours, p.task, p.known_id,
  case when p.problems is not null then null when p.known_id is null then 'created'
    when p.differs is null or not run.may_update then 'unchanged' else 'changed' end as outcome, p.differs,
  jsonb_strip_nulls(jsonb_build_object('record_is_of_one_who_attended', p.departure)) as details
from repeated p, run;

select luban.refuse_days_to_come('day', 'day');

analyze plan;
