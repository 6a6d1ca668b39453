-- Whose rights triggers have. A rule looks at rows that who writes may not see, locks rows of tables that all workshops
-- share, which asks for the right to change them, and keeps books that nobody else writes. So trigger functions run with
-- the rights of the schema's owner, as PostgreSQL's own look-ups of keys do, on a search path of their own.
do $$
declare
  one regprocedure;
begin
  for one in
    select p.oid from pg_proc p where p.pronamespace = 'luban'::regnamespace and p.prorettype = 'trigger'::regtype
  loop
    execute format('alter function %s security definer set search_path = luban, pg_temp', one);
  end loop;
end $$;
