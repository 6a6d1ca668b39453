-- What each line says, and what it would change. Known is a training of the same instructor, title and first day, of which a
-- blank cell says nothing.
create temp table plan on commit drop as
with read as (
  select n.*, luban.composed(s.title) as title, s."from" as from_text, s."to" as to_text, s.hours as hours_text, s.given_by,
    s.completed as completed_text, luban.read_day(s."from", run.dates)::date as from_on,
    luban.read_day(s."to", run.dates)::date as to_on, luban.read_hours(s.hours) as hours, i.id as partner_id,
    luban.composed(s.place) as place, yes.means::boolean as is_completed, run.dates, run.may_update
  from run
  cross join stage s
  join named n on n.line = s.line
  left join said yes on (yes.kind, yes.raw) = ('yes', s.completed)
  left join partner i on i.code = luban.plain_code(s.given_by)
  offset 0
), met as (
  select r.*, t.id as known_id, coalesce(r.to_on, t.ends_on, r.from_on) as ends_on,
    nullif(concat_ws(',', case when r.to_on <> t.ends_on then 'to' end, case when r.hours <> t.hours then 'hours' end,
      case when t.id is not null and r.partner_id is distinct from t.partner_id and r.partner_id is not null
        then 'given_by' end,
      case when t.id is not null and r.place is distinct from t.place and r.place is not null then 'place' end,
      case when r.is_completed <> t.is_completed then 'completed' end), '') as different
  from read r
  left join instructor_training t on (t.workshop_id, t.instructor_id, t.title, t.begins_on)
    = (r.workshop_id, r.instructor_id, r.title, r.from_on)
), judged as (
  select m.*, nullif(concat_ws(',', problem,
    case when title is null then 'title:training_has_a_title'
      when luban.is_damaged(title) then 'title:value_is_not_damaged_by_excel' end,
    case when from_text is null then 'from:training_has_a_first_day'
      when from_on is null then 'from:' || luban.day_problem(from_text, dates) end,
    case when to_text is not null and to_on is null then 'to:' || luban.day_problem(to_text, dates)
      else luban.broken_instructor_training(begins_on => from_on, ends_on => ends_on) end,
    case when luban.is_damaged(hours_text) then 'hours:value_is_not_damaged_by_excel'
      when hours is null and (hours_text is not null or known_id is null) then 'hours:hours_are_a_number'
      else luban.broken_instructor_training(hours => hours) end,
    case when given_by is not null and partner_id is null then 'given_by:training_is_given_by_a_partner' end,
    case when completed_text is not null and is_completed is null then 'completed:answer_is_yes_or_no' end), '') as own_problems
  from met m
), repeated as (
  -- Of lines that are right in themselves the second about the same training repeats the first.
  select j.*, coalesce(j.own_problems, case when row_number() over (
      partition by j.workshop_id, j.instructor_id, j.title, j.from_on, j.own_problems is null order by j.line) > 1
    then 'title:training_is_once' end) as problems
  from judged j
)
select line, workshop_id, problems,
  case when problems is not null then null when known_id is null then 'created'
    when different is not null and may_update then 'changed' else 'unchanged' end as outcome,
  null::bigint as student_id, concat_ws(' ', instructor, title, from_on) as subject,
  case when problems is null then different end as differs, null::jsonb as details,
  known_id, instructor_id, title, from_on, ends_on, hours, partner_id, place, is_completed
from repeated;

select luban.refuse_days_to_come('from', 'from_on');
select luban.refuse_days_to_come('to', 'ends_on');
