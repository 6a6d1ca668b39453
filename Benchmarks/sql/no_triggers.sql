-- Leaves a database its tables, keys, checks and indexes, and takes Luban's triggers away.
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
end $$;
