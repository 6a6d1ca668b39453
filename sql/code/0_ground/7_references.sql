-- References of the tables that files fill are looked up a statement at a time. A foreign key looks up row by row, which is
-- half of the time of an import. The keys stay in the catalog: PostgreSQL holds the parent's side and every change of a key,
-- and the planner goes by them. Only its check of inserted rows is switched off, and one look at all rows of the statement
-- put in its place. That takes a superuser, as the private database has; elsewhere all keys are held row by row.

create or replace function look_up_references(in_table regclass) returns void language plpgsql as $$
declare
  looks text;
begin
  -- What this transaction has made nobody else sees or removes: it needs no lock. All other parents are locked as a foreign
  -- key does it, in the statement that looks: between two, one could come and go. Where there are many rows, all parents
  -- are counted first; counted, for what stops at the first would be planned to look up row by row.
  select string_agg(format($look$
  if is_large then
    select count(*) filter (where p.%1$I is null) > 0 or coalesce(bool_or(p.xmin <> me), false) into is_asked
    from new_rows n left join %2$s p on (%3$s) = (%4$s) where %5$s;
  else
    is_asked := exists (select from new_rows n where %5$s);
  end if;
  if is_asked then
    with wanted as materialized (select distinct %4$s from new_rows n where %5$s),
      others as materialized (
        select %3$s from %2$s p where (%3$s) in (table wanted) and p.xmin <> me order by %3$s for key share of p),
      own as materialized (select %3$s from %2$s p where (%3$s) in (table wanted) and p.xmin = me)
    select min(concat_ws(', ', %4$s)) into lacking from (table wanted except (table others union all table own)) n;
    if lacking is not null then
      raise foreign_key_violation using schema = 'luban', table = %6$L, constraint = %7$L,
        message = 'insert or update on table "%6$s" violates foreign key constraint "%7$s"',
        detail = 'Key (%8$s)=(' || lacking || ') is not present in table "%9$s".';
    end if;
  end if;
$look$,
    c.parent, format('%I.%I', s.nspname, p.relname), c.parents, c.children, c.are_given, t.relname, k.conname, c.names, p.relname), ''
    order by k.conname)
  into looks
  from pg_constraint k
  join pg_class t on t.oid = k.conrelid
  join pg_class p on p.oid = k.confrelid
  join pg_namespace s on s.oid = p.relnamespace
  cross join lateral (
    select (array_agg(f.attname order by o.nth))[1] as parent, string_agg(format('p.%I', f.attname), ', ' order by o.nth) as parents,
      string_agg(format('n.%I', a.attname), ', ' order by o.nth) as children, string_agg(a.attname, ', ' order by o.nth) as names,
      coalesce(string_agg(format('n.%I is not null', a.attname), ' and ' order by o.nth) filter (where not a.attnotnull), 'true') as are_given
    from unnest(k.conkey, k.confkey) with ordinality o (child, parent, nth)
    join pg_attribute a on (a.attrelid, a.attnum) = (k.conrelid, o.child)
    join pg_attribute f on (f.attrelid, f.attnum) = (k.confrelid, o.parent)) c
  where k.conrelid = in_table and k.contype = 'f';
  -- Who locks for key share needs the right to update: the owner has it.
  execute format($function$create or replace function luban.references_of_%s() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
declare
  me constant xid := pg_current_xact_id()::xid;
  is_large constant boolean := (select count(*) from (select from new_rows limit 1001) n) > 1000;
  is_asked boolean;
  lacking text;
begin%s
  return null;
end $body$
$function$, (select relname from pg_class where oid = in_table), looks);
end $$;
comment on function look_up_references is 'Makes the trigger function that looks up what inserted rows of a table refer to, of its foreign keys.';

-- The declaration: the tables with many rows a file.
select look_up_references(one)
from unnest('{student, student_name, enrollment, enrollment_event, attendance}'::regclass[]) one;

create or replace view reference_look with (security_invoker = true) as
select k.oid as key, k.conrelid::regclass as in_table, k.conname as name, r.tgname as row_trigger, r.tgenabled <> 'D' as is_by_row,
  l.oid is not null as is_by_statement, f.oid as function
from pg_constraint k
join pg_class t on t.oid = k.conrelid
join pg_trigger r on (r.tgrelid, r.tgconstraint) = (k.conrelid, k.oid) and r.tgfoid = 'pg_catalog."RI_FKey_check_ins"'::regproc
left join pg_proc f on f.pronamespace = t.relnamespace and f.proname = 'references_of_' || t.relname
left join pg_trigger l on (l.tgrelid, l.tgfoid) = (k.conrelid, f.oid) and l.tgenabled <> 'D'
where k.contype = 'f' and k.connamespace = 'luban'::regnamespace;
comment on view reference_look is 'By whom each foreign key is looked up for inserted rows: by PostgreSQL, row by row, or by Luban, once a statement.';

-- After a restore PostgreSQL looks up everything again, and so does Luban: slower, until this is asked anew.
create or replace function look_up_by_statement() returns void language plpgsql as $$
declare
  one record;
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    return;
  end if;
  for one in select distinct in_table, function from luban.reference_look where function is not null and not is_by_statement loop
    -- The first of all triggers after a statement, as a foreign key is asked before them.
    execute format('create trigger "000_references_are_there" after insert on %s referencing new table as new_rows
      for each statement execute function %s', one.in_table, one.function::regprocedure);
  end loop;
  for one in select in_table, row_trigger from luban.reference_look where is_by_statement and is_by_row loop
    execute format('alter table %s disable trigger %I', one.in_table, one.row_trigger);
  end loop;
end $$;
comment on function look_up_by_statement is 'Has the references of the large tables looked up by statement, where the role may do so: not row by row.';
select look_up_by_statement();
