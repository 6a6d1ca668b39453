-- Leaves a database its tables, keys, checks, foreign keys and indexes, and takes Luban's triggers away: what they look up
-- is looked up by PostgreSQL.
do $$
declare
  one record;
begin
  for one in
    select t.tgname, t.tgrelid::regclass as of_table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not t.tgisinternal and c.relnamespace = 'luban'::regnamespace
  loop
    execute format('drop trigger %I on %s', one.tgname, one.of_table);
  end loop;
  for one in select row_trigger, in_table from luban.reference_look where not is_by_row loop
    execute format('alter table %s enable trigger %I', one.in_table, one.row_trigger);
  end loop;
end $$;
