-- One row for every line of the file: what became of it.
select s.line,
  case when s.fault = 'blank' then 'blank' when s.fault is not null or p.problems is not null then 'refused'
    when run.is_accepted then p.outcome else 'unchanged' end as outcome,
  case when p.problems is null then luban.shown_number(coalesce(p.number, k.number)) end as student,
  c.code as cohort,
  coalesce(p.state, p.known_state)::text as state, p.waitlist_place as place,
  case when p.problems is null then p.differs end as differs,
  case when not run.is_accepted and p.outcome in ('created', 'changed') then 'held back: other lines were refused'
    else coalesce(p.problems, nullif(s.fault, 'blank')) end as reason,
  case when s.fault is null and p.problems is null then n.note end as note
from stage s
cross join run
left join (select line, string_agg(distinct note, '; ') as note from note group by line) n on n.line = s.line
left join plan p on p.line = s.line
left join student k on (k.workshop_id, k.id) = (p.workshop_id, p.known_id)
left join cohort c on (c.workshop_id, c.id) = (p.workshop_id, p.cohort_id)
order by s.line
