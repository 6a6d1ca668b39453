-- Which checks a row would break that is not written yet, so that files are asked by the rules of the table itself: one
-- function a table, broken_student(birth_on => …), whose arguments are its columns. It answers with
-- column:rule, column:rule, the column as files call it that a check names first. What is left out breaks nothing. Stable,
-- since concat_ws is: so it is inlined, and costs what the bare checks would.
do $$
declare
  one text;
begin
  for one in select 'drop function ' || oid::regprocedure from pg_proc
    where pronamespace = 'luban'::regnamespace and proname ~ '^broken_' loop
    execute one;
  end loop;
  -- Whatever the search path, checks are told with all names in full.
  set local search_path = pg_catalog;
  for one in
    select format('create function luban.%1$I(%2$s) returns text language sql stable parallel safe as %3$L;
        comment on function luban.%1$I is %4$L',
      'broken_' || t.relname,
      (select string_agg(format('%I %s default null', a.attname, format_type(coalesce(nullif(y.typbasetype, 0), y.oid), -1)), ', '
          order by a.attnum)
        from pg_attribute a join pg_type y on y.oid = a.atttypid
        where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
      format('select nullif(concat_ws('','', %s), '''')', coalesce(string_agg(format('case when not (%s) then %L end',
        pg_get_expr(c.conbin, c.conrelid), coalesce(w.word, f.attname) || ':' || c.conname), ', ' order by f.attnum, c.conname)
        filter (where c.oid is not null), 'null')),
      'The checks of ' || t.relname || ' that values break, by the columns of files.')
    from pg_class t
    left join pg_constraint c on c.conrelid = t.oid and c.contype = 'c'
    left join pg_attribute f on f.attrelid = t.oid and f.attnum = c.conkey[1]
    left join (values ('begins_on', 'from'), ('ends_on', 'to'), ('begins_at', 'begins'), ('ends_at', 'ends'),
      ('birth_on', 'birth_date'), ('consent_on', 'consent_date'), ('state_on', 'enrolled_on'), ('job_from_on', 'job_from'),
      ('staff_number', 'instructor'), ('hours_theory', 'theory'), ('hours_practice', 'practice')) w (name, word) on w.name = f.attname
    where t.relnamespace = 'luban'::regnamespace and t.relkind in ('r', 'p')
    group by t.oid, t.relname
  loop
    execute one;
  end loop;
  set local search_path = luban, pg_temp;
end $$;
