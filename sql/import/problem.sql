-- One row for every broken rule of every line: where, what stood there, the rule in words, the way out.
select s.line, nullif(split_part(one, ':', 1), '') as column, to_jsonb(s) ->> nullif(split_part(one, ':', 1), '') as value,
  split_part(one, ':', 2) as rule,
  coalesce(r.sentence, split_part(one, ':', 2)) || case when split_part(one, ':', 2) = 'line_repeats_nobody'
    then ' (first in line ' || p.first_line || ')' else '' end as sentence,
  coalesce(r.way_out, '') as way_out
from stage s
left join plan p on p.line = s.line
cross join lateral unnest(string_to_array(coalesce(p.problems, nullif(s.fault, 'blank')), ',')) one
left join rule r on r.name = split_part(one, ':', 2)
order by s.line, 2
