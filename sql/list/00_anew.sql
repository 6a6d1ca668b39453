-- Listings, as views: nothing is kept in this schema, so it is made anew. Columns of a view that a listing does not name are
-- there for its filters.
drop schema if exists list cascade;
create schema list;

-- What a view tells of now, a function of the same name tells of a day (as_of, where the view asks for today), and as known at
-- a time (known_at). It is made of the view's own text: in the place of today stands the day, in that of a table that keeps its
-- history what was known of it, and in that of all time, infinity, the time.
create function list.derive(in_view regclass) returns void language plpgsql as $$
declare
  named text := (select format('list.%I', relname) from pg_class where oid = in_view);
  told text;
  known text;
  one text;
  day text;
begin
  perform set_config('search_path', '', true);
  told := rtrim(pg_get_viewdef(in_view), ';');
  perform set_config('search_path', 'luban, pg_temp', true);
  day := case when told ~ 'luban\.today\(\)' then 'as_of' else quote_literal('infinity') || '::date' end;
  known := replace(told, quote_literal('infinity') || '::timestamp with time zone', 'known_at');
  for one in
    select c.relname from pg_class c join pg_proc p on p.prorettype = c.reltype
    where p.pronamespace = 'report'::regnamespace and p.proname = 'known_' || c.relname
  loop
    known := regexp_replace(known, format('(FROM|JOIN) (\(*)luban\.%s ', one), format('\1 \2report.known_%s(known_at) ', one), 'g');
  end loop;
  -- These keep theirs in ways of their own.
  known := regexp_replace(known, '(FROM|JOIN) (\(*)luban\.(enrollment|cohort) ',
    format('\1 \2report.\3_standing(%s, known_at) ', day), 'g');
  known := regexp_replace(known, '(FROM|JOIN) (\(*)luban\.student_name ', '\1 \2report.known_student_name(known_at) ', 'g');
  if day = 'as_of' then
    execute format('create function %s(as_of date) returns setof %s language sql stable parallel safe as %L',
      named, named, replace(told, 'luban.today()', day));
  end if;
  if known <> told then
    execute format('create function %s(%sknown_at timestamptz) returns setof %s language sql stable parallel safe as %L',
      named, case day when 'as_of' then 'as_of date, ' else '' end, named, replace(known, 'luban.today()', day));
  end if;
end $$;
comment on function list.derive is 'Makes of a view the functions that tell the same of a day, and as known at a time.';
