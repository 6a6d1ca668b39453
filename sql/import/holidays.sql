-- What days of a file break over two rows: a workshop says once of a day whether it is taught.
insert into refused
select p.line, 'from:workshop_day_is_one', to_jsonb(o.said)
from part p
cross join lateral (
  select format(phrase('{0} to {1}: {2}'), d.begins_on, d.ends_on, d.name) as said
  from workshop_day d
  where d.workshop_id = p.workshop_id and d.id is distinct from p.known_id
    and daterange(d.begins_on, d.ends_on, '[]') && daterange(p.begins_on, greatest(p.begins_on, p.ends_on), '[]')
  union all
  select format(phrase('line {0}'), q.line)
  from part q
  where q.workshop_id = p.workshop_id and q.line < p.line and q.begins_on <> p.begins_on
    and daterange(q.begins_on, greatest(q.begins_on, q.ends_on), '[]')
      && daterange(p.begins_on, greatest(p.begins_on, p.ends_on), '[]')
  limit 1) o
where p.begins_on is not null;
