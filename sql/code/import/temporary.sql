-- The temporary tables of an import.

create or replace function drop_temporary_tables(in_kept text) returns void language plpgsql as $$
declare
  tables text;
begin
  select string_agg(format('%I.%I', n.nspname, c.relname), ', ') into tables
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.oid = pg_my_temp_schema() and c.relkind = 'r' and c.relname !~ in_kept;
  if tables is not null then
    execute 'drop table ' || tables;
  end if;
end $$;
comment on function drop_temporary_tables is 'Drops the temporary tables of the session, but for those of names that match.';
