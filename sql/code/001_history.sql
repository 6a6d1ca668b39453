-- What rows were before they were changed or removed: one trigger function for every table with workshop_id and id;
-- the list of them stands below. What such a table was at a time comes back by a function of sql/report, see 02_first_revision.sql.

create or replace function keeps_revisions() returns trigger language plpgsql as $$
declare
  batch constant bigint := nullif(current_setting('luban.batch', true), '');
begin
  if tg_op = 'UPDATE' then
    insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
    select o.workshop_id, tg_table_name, o.id, to_jsonb(o), batch
    from old_rows o join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id) where o is distinct from n;
  else
    insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
    select o.workshop_id, tg_table_name, o.id, to_jsonb(o), batch from old_rows o;
  end if;
  return null;
end $$;
comment on function keeps_revisions is 'Keeps the rows of a table as they were before an update or a removal.';

-- Tables of the learning record, whose rows are corrected and removed.
do $$
declare
  one text;
begin
  foreach one in array '{class,session,instructor,instructor_certification,instructor_training,result,
    language_certificate,culture_event,participation,placement_offer,placement,placement_log,placement_evaluation,
    outcome}'::text[] loop
    execute format('create or replace trigger %I after update on %I referencing old table as old_rows
      new table as new_rows for each statement execute function keeps_revisions()', one || '_keeps_revisions', one);
    execute format('create or replace trigger %I after delete on %I referencing old table as old_rows
      for each statement execute function keeps_revisions()', one || '_keeps_what_is_removed', one);
  end loop;
end $$;
