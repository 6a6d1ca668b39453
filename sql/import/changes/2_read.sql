-- Each line: whose enrollment, to which state, on which day. Who comes back after a suspension is enrolled again; who comes
-- back after leaving returns, into the cohort named or into another.
create temp table draft on commit drop as
select s.line, w.workshop_id, w.cohort_id, w.student_id, w.enrollment_id,
  case when read.is_return and e.state = 'suspended' then 'enrolled' when not read.is_return then read.state end as state,
  read.is_return and e.state is distinct from 'suspended' as is_return, coalesce(into_cohort.id, w.cohort_id) as into_cohort_id,
  read.is_return and exists (
    select from enrollment t
    join lateral luban.enrollment_chain_of(t.workshop_id, t.id) c on c.is_last
    where (t.workshop_id, t.student_id, t.cohort_id)
        = (w.workshop_id, w.student_id, coalesce(into_cohort.id, w.cohort_id))
      and c.effective_on = read.effective_on and not luban.is_over(c.to_state)
      and (c.from_state = 'suspended' or c.link_id is not null or luban.enrollment_return_is_known(c.from_state, c.to_state))
  ) as has_returned, read.effective_on, s.code as reason_code, s.reason, e.state as known_state, e.state_on as known_on,
  lag(s.line) over (partition by w.workshop_id, w.enrollment_id order by s.line) as earlier_line,
  nullif(concat_ws(',', w.problem, w.enrollment_problem,
    case when read.state is null and not read.is_return then 'state:change_leads_to_a_state' end,
    case when read.effective_on is null then 'on:' || luban.day_problem(s.on, run.dates) end,
    case when read.is_return and nullif(s.to_cohort, '') is not null and into_cohort.id is null
      then 'to_cohort:line_names_a_cohort'
      when not read.is_return and nullif(s.to_cohort, '') is not null then 'to_cohort:return_names_a_cohort' end,
    case when s.code is not null and not exists (select from reason r where r.code = s.code)
      then 'code:enrollment_reason_is_known' end), '') as problems
from run
cross join stage s
join who w on w.line = s.line
left join enrollment e on (e.workshop_id, e.id) = (w.workshop_id, w.enrollment_id)
left join cohort into_cohort on into_cohort.workshop_id = w.workshop_id and into_cohort.code = luban.plain_code(s.to_cohort)
left join said on (said.kind, said.raw) = ('change', s.state)
cross join lateral (select coalesce(said.means, case when s.state is null then run.params ->> 'state' end)) t (to_state)
cross join lateral (
  select nullif(to_state, 'returned')::enrollment_state as state, coalesce(to_state = 'returned', false) as is_return,
    case when s.on is null then coalesce(run.day, luban.today(w.workshop_id)) else luban.read_day(s.on, run.dates)::date end as effective_on) read
where s.fault is null;

analyze draft;
