-- Sections of the reference page of the reports: a row a column and what it means.
with summed (part, report, told) as (
  values (4, 'attendance', 'After what a row is of, `mode` and `cohorts` as in the overview.'),
    (5, 'outcomes', 'After what a row is of, `mode` and `cohorts` as in the overview, and `months`, the survey point.'),
    (6, 'program', 'After what a row is of, `mode` and `cohorts` as in the overview.'),
    (7, 'partner', 'After `partner`, `partner_name`, `country` and `roles`, the parts of the partner in workshops on the day.'),
    (8, 'year', 'After what a row is of and `year`.'),
    (9, 'culture', 'After what a row is of, `mode` and `cohorts` as in the overview.'),
    (10, 'quality', 'After what a row is of, a row for each finding. With --who, a row for each thing that was found.')
)
select line from (
  -- Lines above a table have places of their own, before those of its rows.
  select 1 as part, n::numeric - 100 as place, line
  from unnest(array['', '## luban report cohort', '', '| column | meaning |', '| --- | --- |']) with ordinality h (line, n)
  union all
  select 1, attnum, format('| `%s` | %s |', attname, replace(col_description(attrelid, attnum), '|', '\|'))
  from pg_attribute
  where attrelid = 'list.cohort_report'::regclass and attnum > 0 and attname not in ('workshop_id', 'cohort_id')
  union all
  select 2, n, line from unnest(array['', '## luban report overview', '', 'After these, the figures of the cohort report that add up, and its rates.', '',
    '| column | meaning |', '| --- | --- |', '| `partner` | code of the partner, by partner |', '| `partner_name` | name of the partner |',
    '| `intake_year` | year in which the cohorts began, by intake year |', '| `mode` | degree education, short-term training or teacher training |',
    '| `workshops` | how many workshops |', '| `cohorts` | how many cohorts |']) with ordinality h (line, n)
  union all
  select 3, n - 100, line
  from unnest(array['', '## luban report language', '', 'Persons, each once in a row.', '', '| column | meaning |', '| --- | --- |',
    '| `framework` | framework of the level |', '| `level` | level |', '| `rank` | its place in the framework |'])
    with ordinality h (line, n)
  union all
  select 3, place + 1, format('| `%s` | %s |', id, coalesce(numerator || ' / ' || denominator || ', ', part_of || ': ', '') || counts)
  from report.indicator where report = 'language'
  union all
  -- What the others have is said above their figures.
  select r.part, n - 100, line
  from summed r
  cross join unnest(array['', '## luban report ' || r.report, '', r.told, '', '| column | meaning |', '| --- | --- |'])
    with ordinality h (line, n)
  union all
  select r.part, i.place, format('| `%s` | %s |', i.id, coalesce(i.numerator || ' / ' || i.denominator || ', ', i.part_of || ': ', '') || i.counts)
  from summed r join report.indicator i using (report)
  union all
  select 10, n - 50, format('| `%s` | %s |', name, meaning)
  from unnest(array['finding', 'finding_name', 'among', 'about', 'told', 'mend'], array['name of the finding', 'what it says',
    'what was looked at, in words', 'what it is about, beside workshop, cohort and student: a course, a day, a partner, another number',
    'with what numbers', 'what mends it']) with ordinality c (name, meaning, n)
  union all
  select 11, n - 100, line from unnest(array['', '## Findings on quality', '', 'What luban report quality looks for; what mends it are [actions](rules.md#actions).', '',
    '| finding | says | among | mended by |', '| --- | --- | --- | --- |']) with ordinality h (line, n)
  union all
  select 11, place, format('| %s | %s | %s | %s |', id, says, among, (select string_agg(a, ', ') from unnest(actions) a))
  from report.finding
) page
order by part, place;
