-- Lines of the reference page of the columns of listings: a row a column and what it means, with the listings that have it.
select format('| `%s` | %s | %s |', a.attname, replace(d.description, '|', '\|'),
  string_agg(replace(c.relname, '_', ' '), ', ' order by c.relname)) as line
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum
where c.relnamespace = 'list'::regnamespace and c.relkind = 'v' and c.relname <> 'cohort_report'
group by a.attname, d.description
order by a.attname collate "C", min(c.relname);
