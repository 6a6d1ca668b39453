-- Sections of the reference page of the reports: a row a column and what it means.
select line from (
  select 1 as part, 0 as place, unnest(array['', '## luban report cohort', '', '| column | meaning |', '| --- | --- |']) as line
  union all
  select 1, attnum, format('| `%s` | %s |', attname, replace(col_description(attrelid, attnum), '|', '\|'))
  from pg_attribute
  where attrelid = 'list.cohort_report'::regclass and attnum > 0 and attname not in ('workshop_id', 'cohort_id')
  union all
  select 2, 0, unnest(array['', '## luban report overview', '', 'After these, the figures of the cohort report that add up, and its rates.', '',
    '| column | meaning |', '| --- | --- |', '| `partner` | code of the partner, by partner |', '| `partner_name` | name of the partner |',
    '| `intake_year` | year in which the cohorts began, by intake year |', '| `mode` | degree education, short-term training or teacher training |',
    '| `workshops` | how many workshops |', '| `cohorts` | how many cohorts |'])
  union all
  select 3, 0, unnest(array['', '## luban report language', '', 'Persons, each once in a row.', '', '| column | meaning |', '| --- | --- |'])
  union all
  select 3, 1, unnest(array['| `framework` | framework of the level |', '| `level` | level |', '| `rank` | its place in the framework |'])
  union all
  select 3, place + 1, format('| `%s` | %s |', id, coalesce(numerator || ' / ' || denominator || ', ', part_of || ': ', '') || counts)
  from report.indicator where report = 'language'
) page
order by part, place;
