-- Listings, as views: nothing is kept in this schema, so it is made anew. Columns of a view that a listing does not name are
-- there for its filters.
drop schema if exists list cascade;
create schema list;

-- What a view tells of now, a function of the same name tells of a day (as_of, where the view asks for today), and as known at
-- a time (known_at). It is made of the view's own text: in the place of today stands the day, in that of a table that keeps its
-- history what was known of it, and in that of all time, infinity, the time.
create function list.derive(in_view regclass, variadic by text[]) returns void
-- Without a search path every name is told in full, as it must be in a function.
language plpgsql set search_path = '' as $$
declare
  named text := (select format('list.%I', relname) from pg_class where oid = in_view);
  told text;
  one text;
  day text := case when 'as_of' = any (by) then 'as_of' else quote_literal('infinity') || '::date' end;
begin
  told := replace(rtrim(pg_get_viewdef(in_view), ';'), 'luban.today()', day);
  if 'as_of' = any (by) then
    execute format('create function %s(as_of date) returns setof %s language sql stable parallel safe as %L', named, named, told);
  end if;
  if 'known_at' = any (by) then
    told := replace(told, quote_literal('infinity') || '::timestamp with time zone', 'known_at');
    for one in
      select c.relname from pg_class c join pg_proc p on p.prorettype = c.reltype
      where p.pronamespace = 'report'::regnamespace and p.proname = 'known_' || c.relname
    loop
      told := regexp_replace(told, format('(FROM|JOIN) (\(*)luban\.%s ', one), format('\1 \2report.known_%s(known_at) ', one), 'g');
    end loop;
    -- These keep theirs in ways of their own.
    told := regexp_replace(told, '(FROM|JOIN) (\(*)luban\.(enrollment|cohort) ',
      format('\1 \2report.\3_standing(%s, known_at) ', day), 'g');
    told := regexp_replace(told, '(FROM|JOIN) (\(*)luban\.student_name ', '\1 \2report.known_student_name(known_at) ', 'g');
    execute format('create function %s(%sknown_at timestamptz) returns setof %s language sql stable parallel safe as %L',
      named, case when 'as_of' = any (by) then 'as_of date, ' else '' end, named, told);
  end if;
end $$;
comment on function list.derive is 'Makes of a view the functions that tell the same of a day, and as known at a time.';
