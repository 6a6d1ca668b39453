-- Each line: whose enrollment, to which state, on which day.
create temp table draft on commit drop as
select s.line, w.workshop_id, w.cohort_id, w.student_id, w.enrollment_id, read.state, read.effective_on, s.code as reason_code,
  s.reason, e.state as known_state, e.state_on as known_on,
  lag(s.line) over (partition by w.workshop_id, w.enrollment_id order by s.line) as earlier_line,
  nullif(concat_ws(',', w.problem, w.enrollment_problem,
    case when read.state is null then 'state:change_leads_to_a_state' end,
    case when read.effective_on is null then 'on:' || luban.day_problem(s.on, run.dates) end,
    case when s.code is not null and not exists (select from reason r where r.code = s.code)
      then 'code:enrollment_reason_is_known' end), '') as problems
from run
cross join stage s
join who w on w.line = s.line
left join enrollment e on (e.workshop_id, e.id) = (w.workshop_id, w.enrollment_id)
cross join lateral (
  select luban.word_change(coalesce(s.state, run.params ->> 'state')) as state,
    case when s.on is null then coalesce(run.day, luban.today(w.workshop_id)) else luban.read_day(s.on, run.dates)::date end as effective_on) read
where s.fault is null;

analyze draft;
