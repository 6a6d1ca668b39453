-- Lines of the reference page of the schema: types, then tables with columns and constraints, then functions.
with relation as (
  select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as meaning
  from pg_class c where c.relnamespace = 'luban'::regnamespace and c.relkind in ('r', 'v')
), line as (
  select 1 as part, '' as name, 0 as place, '' as word, array_to_string(array['## Types', '', '| type | values | meaning |',
    '| --- | --- | --- |'], e'\n') as line
  union all
  select 1, t.typname, 1, '', format('| `%s` | %s | %s |', t.typname,
    coalesce((select string_agg(e.enumlabel, ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
      format('`%s` under rules of its own', format_type(t.typbasetype, t.typtypmod))),
    coalesce(obj_description(t.oid, 'pg_type'), ''))
  from pg_type t where t.typnamespace = 'luban'::regnamespace and t.typtype in ('e', 'd')
  union all
  select 2, '', 0, '', array_to_string(array['', '## Tables and views'], e'\n')
  union all
  select 2, r.name, 1, '', array_to_string(array['', format('### %s', r.name), '', r.meaning, '', '| column | type | meaning |',
    '| --- | --- | --- |'], e'\n')
  from relation r
  union all
  select 2, r.name, 2, to_char(a.attnum, '000'), format('| `%s` | `%s`%s | %s |', a.attname,
    format_type(a.atttypid, a.atttypmod), case when a.attnotnull then '' else ', may be empty' end,
    replace(coalesce(col_description(r.oid, a.attnum), ''), '|', '\|'))
  from relation r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  union all
  select 2, r.name, 3, '', ''
  from relation r where exists (select from pg_constraint c where c.conrelid = r.oid)
  union all
  select 2, r.name, 4, c.contype::text || c.conname, format('- `%s`: `%s`', c.conname, pg_get_constraintdef(c.oid, true))
  from relation r join pg_constraint c on c.conrelid = r.oid
  union all
  select 3, '', 0, '', array_to_string(array['', '## Functions', '', '| function | meaning |', '| --- | --- |'], e'\n')
  union all
  select 3, p.proname, 1, pg_get_function_identity_arguments(p.oid),
    format('| `%s` | %s |', p.proname, replace(obj_description(p.oid, 'pg_proc'), '|', '\|'))
  from pg_proc p
  where p.pronamespace in ('luban'::regnamespace, 'report'::regnamespace) and obj_description(p.oid, 'pg_proc') is not null
    and p.proname !~ '^broken_'
)
select line from line order by part, name collate "C", place, word collate "C"
