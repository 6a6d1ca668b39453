-- What rows of a table were at a time, where they have been changed or removed since: the first revision after it.
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
