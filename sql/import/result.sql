-- One row for every line of the file, or for each of several things it tells: what became of it.
select s.line,
  case when s.fault = 'blank' then 'blank' when s.fault is not null or p.problems is not null then 'refused'
    when p.line is null then 'blank' when run.is_accepted then p.outcome else 'unchanged' end as outcome,
  luban.shown_number(k.number) as student, p.subject,
  case when p.problems is null then p.differs end as differs,
  case when not run.is_accepted and p.outcome in ('created', 'changed') then 'held back: other lines were refused'
    when p.problems ~ '#' then (
      select string_agg(case when one ~ '^#' then run.others[split_part(substr(one, 2), ':', 1)::int] || ':' || split_part(one, ':', 2)
        else one end, ',' order by nth)
      from unnest(string_to_array(p.problems, ',')) with ordinality b (one, nth))
    else coalesce(p.problems, nullif(s.fault, 'blank')) end as reason,
  case when s.fault is null and p.problems is null then n.note end as note
from stage s
cross join run
left join (select line, string_agg(distinct note, '; ') as note from note group by line) n on n.line = s.line
left join plan p on p.line = s.line
left join student k on (k.workshop_id, k.id) = (p.workshop_id, p.student_id)
order by s.line, p.subject
