-- What will come of all lines, in numbers. A line may have several rows in the plan.
select s.lines, s.blank, s.faulty + p.refused as refused, p.created, p.changed, p.unchanged, p.differing
from (
  select count(*) as lines, count(*) filter (where fault = 'blank') as blank,
    count(*) filter (where fault <> 'blank') as faulty
  from stage) s, (
  select count(distinct line) filter (where problems is not null) as refused,
    count(*) filter (where outcome = 'created') as created, count(*) filter (where outcome = 'changed') as changed,
    count(*) filter (where outcome = 'unchanged') as unchanged,
    count(*) filter (where outcome = 'unchanged' and differs is not null) as differing
  from plan) p
