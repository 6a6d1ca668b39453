-- Lines of the reference page of the rules: a row a rule, with what holds it.
select format('| `%s` | %s | %s | %s | %s |', r.name, replace(r.sentence, '|', '\|'), replace(advice(r.way_out, r.actions), '|', '\|'),
  (select string_agg(format('`%s`', a), ' ') from unnest(r.actions) a),
  coalesce(
    (select string_agg(distinct format('constraint of `%s`', coalesce(t.relname, d.typname)), ', ')
      from pg_constraint c left join pg_class t on t.oid = c.conrelid left join pg_type d on d.oid = c.contypid
      where c.conname = r.name and c.connamespace = 'luban'::regnamespace),
    (select format('unique index of `%s`', i.indrelid::regclass)
      from pg_class k join pg_index i on i.indexrelid = k.oid
      where k.relname = r.name and k.relnamespace = 'luban'::regnamespace),
    (select string_agg(distinct format('`%s`', p.proname), ', ') from pg_proc p
      where p.pronamespace = 'luban'::regnamespace and strpos(p.prosrc, '''' || r.name || '''') > 0),
    (select string_agg(distinct format('trigger on `%s`', t.tgrelid::regclass), ', ') from pg_trigger t
      where not t.tgisinternal and strpos(encode(t.tgargs, 'escape'), r.name) > 0),
    'import')) as line
from rule r
order by r.name
