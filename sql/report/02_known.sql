-- What a table was at a time are the rows that were not replaced or removed since, and of the others the first revision
-- after it. For each table that keeps revisions there is a function report.known_TABLE(known_at): who tells of a time reads
-- it in the place of the table.

-- Of one row the revisions are numbered in their order, whichever transaction began first.
create function report.first_revision(in_table text, after timestamptz)
returns table (workshop_id int, row_id bigint, before jsonb)
language sql stable parallel safe as $$
  select distinct on (workshop_id, row_id) workshop_id, row_id, before
  from luban.revision where table_name = in_table and replaced_at > after
  order by workshop_id, row_id, id
$$;
comment on function report.first_revision is
  'Rows of a table as they were at a time, those only that were changed or removed since.';

create function report.replaced(in_table text, after timestamptz) returns table (workshop_id int, row_id bigint)
language sql stable parallel safe as $$
  select workshop_id, row_id from luban.revision where table_name = in_table and replaced_at > after
$$;
comment on function report.replaced is
  'Rows of a table that were replaced or removed after a time, as often as that happened.';

-- The same, of which nothing is sorted: who asks for one student reads that student's revisions.
create function report.was(in_table text, known_at timestamptz) returns setof luban.revision
language sql stable parallel safe as $$
  select r.* from luban.revision r
  where r.table_name = in_table and r.replaced_at > known_at and (r.before ->> 'recorded_at')::timestamptz <= known_at
    and not exists (
      select from luban.revision earlier
      where (earlier.workshop_id, earlier.table_name, earlier.row_id) = (r.workshop_id, r.table_name, r.row_id)
        and earlier.replaced_at > known_at and earlier.id < r.id)
$$;
comment on function report.was is
  'Rows of a table as they were at a time, of those known by then, those only that were changed or removed since.';

create function report.first_shared_revision(in_table text, after timestamptz) returns table (row_id int, before jsonb)
language sql stable parallel safe as $$
  select distinct on (row_id) row_id, before
  from luban.shared_revision where table_name = in_table and replaced_at > after
  order by row_id, id
$$;
comment on function report.first_shared_revision is 'The same of a table that belongs to no workshop.';

-- Tables of workshops are many rows, found by an index: these functions become a part of the query that asks. Shared tables
-- are few rows, asked for in many places: theirs are planned by themselves, once a connection, and read whole.
do $$
declare
  one text;
  of_workshop boolean;
begin
  for one, of_workshop in
    select c.relname, t.tgnargs = 0
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where t.tgfoid = 'luban.keeps_revisions'::regproc and t.tgname = c.relname || '_keeps_revisions'
  loop
    if of_workshop then
      execute format($f$
        create function report.known_%1$s(known_at timestamptz) returns setof luban.%1$I
        language sql stable parallel safe as $body$
          select r.* from luban.%1$I r
          where r.recorded_at <= known_at and not exists (
            select from report.replaced(%1$L, known_at) v where (v.workshop_id, v.row_id) = (r.workshop_id, r.id))
          union all
          select r.* from report.first_revision(%1$L, known_at) v, jsonb_populate_record(null::luban.%1$I, v.before) r
          where r.recorded_at <= known_at
        $body$ $f$, one);
    else
      execute format($f$
        create function report.known_%1$s(known_at timestamptz) returns setof luban.%1$I
        language plpgsql stable parallel safe as $body$
        begin
          return query
          select r.* from luban.%1$I r
          where r.recorded_at <= known_at and not exists (
            select from luban.shared_revision v
            where v.table_name = %1$L and v.row_id = r.id and v.replaced_at > known_at)
          union all
          select r.* from report.first_shared_revision(%1$L, known_at) v,
            jsonb_populate_record(null::luban.%1$I, v.before) r
          where r.recorded_at <= known_at;
        end $body$ $f$, one);
    end if;
    execute format('comment on function report.known_%s is %L', one, format('The table %s as known at a time.', one));
  end loop;
end $$;
