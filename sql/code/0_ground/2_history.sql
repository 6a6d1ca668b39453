-- What rows were before they were changed or removed: one trigger function for every table with an id, of a workshop or
-- of none; the list of them stands below. What such a table was at a time comes back by a function of the same name in the
-- schema report, see sql/report/03_known.sql.

create or replace function keeps_revisions() returns trigger language plpgsql as $$
declare
  batch constant bigint := nullif(current_setting('luban.batch', true), '');
begin
  -- A statement is planned when it is first reached, so that a shared table is never asked for its workshop.
  if tg_argv[0] = 'shared' and tg_op = 'UPDATE' then
    insert into luban.shared_revision (table_name, row_id, before)
    select tg_table_name, o.id, to_jsonb(o) from old_rows o join new_rows n on n.id = o.id where o is distinct from n;
  elsif tg_argv[0] = 'shared' then
    insert into luban.shared_revision (table_name, row_id, before)
    select tg_table_name, o.id, to_jsonb(o) from old_rows o;
  elsif tg_op = 'UPDATE' then
    insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
    select o.workshop_id, tg_table_name, o.id, to_jsonb(o), batch
    from old_rows o join new_rows n on (n.workshop_id, n.id) = (o.workshop_id, o.id) where o is distinct from n;
  else
    insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
    select o.workshop_id, tg_table_name, o.id, to_jsonb(o), batch from old_rows o;
  end if;
  return null;
end $$;
comment on function keeps_revisions is
  'Keeps the rows of a table as they were before an update or a removal; of one that belongs to no workshop where it is called shared.';

-- When it is known. Rows are of the start of the transaction that made them, and are seen from its end on: a report of a time
-- between the two would be told otherwise later. So whoever writes holds a lock that names its start, and a report takes the
-- moment before the earliest.

create or replace function writing_key(started timestamptz) returns bigint
language sql immutable parallel safe as $$
  -- Microseconds since 2020, behind a number that no other lock of Luban's begins with.
  select (1220::bigint << 52) | (extract(epoch from started - timestamptz '2020-01-01 00:00:00+00') * 1000000)::bigint
$$;
comment on function writing_key is 'The key of the advisory lock that a transaction holds which began at a time and writes.';

create or replace function lock_follows_within() returns interval
language sql immutable parallel safe as $$
  select interval '500 ms'
$$;
comment on function lock_follows_within is 'How long after its start a transaction that writes holds its lock, or is refused.';

create or replace function begin_writing() returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(luban.writing_key(now()));
  -- A report may have looked by then, and found nothing: this transaction would be of a time it has told.
  if clock_timestamp() > now() + luban.lock_follows_within() then
    raise exception using errcode = 'serialization_failure',
      message = 'luban.begin_writing() comes at once after begin',
      hint = 'Roll back, and send both together: begin; select luban.begin_writing();';
  end if;
end $$;
comment on function begin_writing is
  'First of all in a transaction that writes: until it ends no report tells of the time since it began.';

create or replace function known_moment(asked timestamptz default null)
returns table (moment timestamptz, is_held boolean, is_to_come boolean)
language plpgsql volatile as $$
declare
  wanted constant timestamptz := least(asked, now());
begin
  -- Who names a time that has just passed waits for those who began by then and are about to take their lock.
  if asked is not null then
    perform pg_sleep(extract(epoch from wanted + luban.lock_follows_within() - clock_timestamp()));
  end if;
  return query
  select least(wanted, w.started - interval '1 microsecond'), (w.started <= wanted) is true, (asked > now()) is true
  from (
    select timestamptz '2020-01-01 00:00:00+00' + min(k.key & ((1::bigint << 52) - 1)) * interval '1 microsecond' as started
    from pg_locks l
    cross join lateral (select (l.classid::bigint << 32) | l.objid::bigint as key) k
    where l.locktype = 'advisory' and l.objsubid = 1 and l.granted and k.key >> 52 = 1220
      and l.database = (select d.oid from pg_database d where d.datname = current_database())) w;
end $$;
comment on function known_moment is
  'The time as of which something can be told so that it is told again: as asked, or now, but before whoever is writing began.';

-- Tables whose rows are changed and removed, and are told of in what was known at a time. Cohorts, enrollments and names of
-- students keep theirs by triggers beside their nouns.
do $$
declare
  one text;
  called text;
begin
  for one, called in
    select unnest('{workshop_role,student,class,session,instructor,instructor_certification,instructor_training,result,
      language_certificate,culture_event,participation,placement_offer,placement,placement_log,placement_evaluation,
      survey,survey_contact,outcome}'::text[]), ''
    union all
    select unnest('{partner,partner_name,partner_contact,workshop,course,program,program_edition,elective_group,curriculum_item,
      completion_rule,agreement}'::text[]), 'shared'
  loop
    execute format('create or replace trigger %I after update on %I referencing old table as old_rows
      new table as new_rows for each statement execute function keeps_revisions(%s)', one || '_keeps_revisions', one, called);
    execute format('create or replace trigger %I after delete on %I referencing old table as old_rows
      for each statement execute function keeps_revisions(%s)', one || '_keeps_what_is_removed', one, called);
  end loop;
end $$;
