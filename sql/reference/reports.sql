-- Lines of the reference page of the cohort report: a row a column and what it means.
select format('| `%s` | %s |', attname, replace(col_description(attrelid, attnum), '|', '\|')) as line
from pg_attribute where attrelid = 'list.cohort_report'::regclass and attnum > 0
order by attnum;
