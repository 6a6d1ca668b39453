-- What will become of each line. Those who take part in an event must fit it as before.
create temp table plan on commit drop as
with judged as (
  select p.*, a.offenses,
    nullif(concat_ws(',',
      case when p.workshop_id is null then 'workshop:line_names_a_workshop' end,
      case when luban.is_code(p.code) is not true then 'event:code_is_short_and_upper_case' end,
      case when p.module is not null then case when p.course_id is null then 'module:culture_event_counts_for_a_known_module'
        when p.course_kind <> 'culture' then 'module:culture_event_counts_for_a_culture_module' end end,
      case when p.theme is null and (p.module is null or p.course_kind = 'culture') then 'theme:culture_event_has_a_theme'
        when luban.is_damaged(p.theme) then 'theme:value_is_not_damaged_by_excel' end,
      case when p.title is null then 'title:culture_event_has_a_title'
        when luban.is_damaged(p.title) then 'title:value_is_not_damaged_by_excel' end,
      case when luban.is_damaged(p.place) then 'place:value_is_not_damaged_by_excel' end,
      case when d.from_problem is not null then 'from:' || d.from_problem
        when p.begins_on is null then 'from:culture_event_has_a_first_day' end,
      case when d.to_problem is not null then 'to:' || d.to_problem
        else luban.broken_culture_event(begins_on => p.begins_on, ends_on => p.ends_on) end,
      case when luban.is_damaged(p.hours_text) then 'hours:value_is_not_damaged_by_excel'
        when p.hours is null then 'hours:hours_are_a_number'
        else coalesce(luban.broken_culture_event(hours => p.hours), luban.broken_culture_event(hours => p.hours,
          begins_on => p.begins_on, ends_on => case when p.ends_on >= p.begins_on then p.ends_on end)) end,
      a.problems), '') as own_problems
  from part p
  cross join run
  cross join lateral (
    select case when p.from_text is not null then luban.day_problem(p.from_text, run.dates) end as from_problem,
      case when p.to_text is not null then luban.day_problem(p.to_text, run.dates) end as to_problem) d
  left join lateral (
    select jsonb_object_agg(o.rule, o.students) as offenses,
      string_agg(case o.rule when 'participation_is_of_one_enrolled' then 'from:' else 'hours:' end || o.rule, ',') as problems
    from (
      select r.rule, array_to_string((array_agg(luban.shown_number(s.number) order by s.number))[1:5], ', ') as students
      from participation t
      join enrollment e on (e.workshop_id, e.id) = (t.workshop_id, t.enrollment_id)
      join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
      cross join lateral unnest(luban.participation_refusals(t.hours, p.hours,
        luban.was_enrolled_between(t.workshop_id, t.enrollment_id, p.begins_on, p.ends_on))) r (rule)
      where (t.workshop_id, t.event_id) = (p.workshop_id, p.known_id)
      group by r.rule) o
    having count(*) > 0) a
    on run.may_update and string_to_array(p.differs, ',') && '{from,to,hours}' and p.begins_on <= p.ends_on and p.hours > 0
), repeated as (
  -- Of lines that are right in themselves the second about the same event repeats the first.
  select j.*, coalesce(j.own_problems, case when row_number() over (
      partition by j.workshop_id, j.code, j.own_problems is null order by j.line) > 1
    then 'event:culture_event_code_is_unique' end) as problems
  from judged j
)
select r.line, r.workshop_id, r.problems, null::bigint as student_id, r.code as subject,
  case when r.problems is not null then null when r.known_id is null then 'created'
    when r.differs is not null and run.may_update then 'changed' else 'unchanged' end as outcome,
  case when r.problems is null then r.differs end as differs, r.offenses as details,
  r.known_id, r.code, r.course_id, r.theme, r.title, r.place, r.begins_on, r.ends_on, r.hours
from repeated r, run;
