-- Completion: what an edition asks stays, and nobody completes without every part of it.

create or replace function missing_parts(in_workshop int, in_cohort bigint, in_enrollments bigint[], in_day date)
returns table (enrollment_id bigint, missing text)
language plpgsql stable as $$
begin
  -- No SQL function, which would be inlined: the question of all parts takes longer to plan than to answer. So it is planned
  -- only where somebody is asked for, and asked of one cohort by itself.
  return query select p.enrollment_id, p.missing from report.completion(in_day, 'infinity') p
  where p.workshop_id = in_workshop and p.cohort_id = in_cohort and p.enrollment_id = any (in_enrollments)
    and p.missing is not null;
end $$;
comment on function missing_parts is 'Of enrollments of a cohort, those that lack parts of the rule of completion on a day, and which.';

create or replace function refuse_incomplete(in_completed enrollment[], in_table text) returns void language plpgsql as $$
declare
  offense text;
begin
  select string_agg(format(luban.phrase('{0} in {1}: {2}'), luban.shown_number(s.number), c.code, m.missing), E'\n'
    order by c.code, s.number) into offense
  from (
    select d.workshop_id, d.cohort_id, d.state_on, array_agg(d.id) as enrollments
    from unnest(in_completed) d group by 1, 2, 3) done
  join luban.cohort c on (c.workshop_id, c.id) = (done.workshop_id, done.cohort_id)
  join luban.completion_rule r on r.edition_id = c.edition_id
  cross join lateral luban.missing_parts(done.workshop_id, done.cohort_id, done.enrollments, done.state_on) m
  join luban.enrollment e on (e.workshop_id, e.id) = (done.workshop_id, m.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id);
  if offense is not null then
    perform luban.break_rule('completed_enrollment_has_every_part', jsonb_build_object('missing', offense), in_table);
  end if;
end $$;
comment on function refuse_incomplete is
  'Raises the rule where completed enrollments lack parts of it on the day they were completed, with everything missing.';

-- Its name makes it fire after the trigger that moves the state.
create or replace function enrollment_event_needs_every_part() returns trigger language plpgsql as $$
begin
  if not exists (select from new_rows where to_state = 'completed') then
    return null;
  end if;
  -- What they have is noted at any of their enrollments, and asked by the rule of their edition.
  perform from luban.enrollment e
  where (e.workshop_id, e.student_id) in (
    select m.workshop_id, m.student_id from new_rows n
    join luban.enrollment m on (m.workshop_id, m.id) = (n.workshop_id, n.enrollment_id) where n.to_state = 'completed')
  order by e.workshop_id, e.id for no key update;
  perform from luban.program_edition p
  where p.id in (
    select c.edition_id from new_rows n
    join luban.enrollment m on (m.workshop_id, m.id) = (n.workshop_id, n.enrollment_id)
    join luban.cohort c on (c.workshop_id, c.id) = (m.workshop_id, m.cohort_id) where n.to_state = 'completed')
  order by p.id for share;
  perform luban.refuse_incomplete(array_agg(e), 'enrollment_event') from luban.enrollment e
  where e.state = 'completed'
    and (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows where to_state = 'completed')
  having count(*) > 0;
  return null;
end $$;
comment on function enrollment_event_needs_every_part is 'Refuses to complete an enrollment that lacks a part of the rule.';

-- What was earned in an enrollment counts for those that continue it.
create or replace function completed_keeps_every_part() returns trigger language plpgsql as $$
declare
  workshops int[];
  enrollments bigint[];
  touched luban.enrollment[];
begin
  if not exists (select from old_rows) then
    return null;
  end if;
  -- A statement is planned when it is first reached, so that each table meets its own columns only. Whoever completes
  -- at this moment is waited for.
  if tg_table_name = 'language_certificate' then
    perform from luban.enrollment e
    where (e.workshop_id, e.student_id) in (select workshop_id, student_id from old_rows)
    order by e.workshop_id, e.id for share;
    -- Also who is enrolled and completed in one transaction, which nobody sees yet: it refers to the student.
    perform from luban.student s where (s.workshop_id, s.id) in (select workshop_id, student_id from old_rows)
    order by s.workshop_id, s.id for update;
    select array_agg(e) into touched from luban.enrollment e
    where e.state = 'completed' and (e.workshop_id, e.student_id) in (select workshop_id, student_id from old_rows);
  else
    if tg_table_name = 'placement_log' then
      select array_agg(d.workshop_id), array_agg(d.enrollment_id) into workshops, enrollments
      from (
        select distinct p.workshop_id, p.enrollment_id
        from old_rows o join luban.placement p on (p.workshop_id, p.id) = (o.workshop_id, o.placement_id)) d;
    elsif tg_table_name = 'attendance' then
      -- Presence that is added takes nothing away.
      select array_agg(d.workshop_id), array_agg(d.enrollment_id) into workshops, enrollments
      from (select distinct workshop_id, enrollment_id from old_rows
        where tg_op <> 'INSERT' or not luban.is_attended(status)) d;
    else
      select array_agg(d.workshop_id), array_agg(d.enrollment_id) into workshops, enrollments
      from (select distinct workshop_id, enrollment_id from old_rows) d;
    end if;
    if workshops is not null then
      -- Attempts of an enrollment are numbered one after another, so results take the lock that their own rules need.
      if tg_table_name = 'result' then
        perform from luban.enrollment e
        where (e.workshop_id, e.id) in (select * from unnest(workshops, enrollments))
        order by e.workshop_id, e.id for no key update;
      else
        perform from luban.enrollment e
        where (e.workshop_id, e.id) in (select * from unnest(workshops, enrollments))
        order by e.workshop_id, e.id for share;
      end if;
      select array_agg(distinct e) into touched
      from luban.later_enrollments(workshops, enrollments) l
      join luban.enrollment e on (e.workshop_id, e.id) = (l.workshop_id, l.later_id) where e.state = 'completed';
    end if;
  end if;
  if touched is not null then
    perform luban.refuse_incomplete(touched, tg_table_name);
  end if;
  return null;
end $$;
comment on function completed_keeps_every_part is
  'Refuses to take from a completed enrollment what its rule asks: the completion is corrected first.';
do $$
declare
  one text;
begin
  foreach one in array '{result,language_certificate,participation,placement_log,attendance}'::text[] loop
    execute format('create or replace trigger completed_keeps_every_part_changed after update on %I
      referencing old table as old_rows for each statement execute function completed_keeps_every_part()', one);
    execute format('create or replace trigger completed_keeps_every_part_deleted after delete on %I
      referencing old table as old_rows for each statement execute function completed_keeps_every_part()', one);
  end loop;
end $$;
-- The latest attempt counts where the edition says so: a new one may take what an earlier one gave. So does absence.
create or replace trigger completed_keeps_every_part_added after insert on result
  referencing new table as old_rows for each statement execute function completed_keeps_every_part();
create or replace trigger completed_keeps_every_part_added after insert on attendance
  referencing new table as old_rows for each statement execute function completed_keeps_every_part();

-- The rule of an edition ----------------------------------------------------------------------------------

create or replace function completion_rule_is_frozen() returns trigger language plpgsql as $$
declare
  ruled int := coalesce(new.edition_id, old.edition_id);
begin
  -- Who opens a cohort of it, or completes somebody, at this moment is waited for.
  perform from luban.program_edition where id = ruled for no key update;
  if tg_op = 'INSERT' then
    -- Cohorts may have been opened before there were rules; nobody may have completed by none.
    if exists (select from luban.cohort c join luban.enrollment e on (e.workshop_id, e.cohort_id) = (c.workshop_id, c.id)
      where c.edition_id = ruled and e.state = 'completed') then
      perform luban.break_rule('completion_rule_precedes_completion',
        jsonb_build_object('edition', luban.edition_name(ruled)), 'completion_rule');
    end if;
  elsif luban.edition_in_use(ruled) and (tg_op = 'DELETE' or old is distinct from new) and pg_trigger_depth() = 1
    -- Where there was no scale, no mark can have been given that another would judge otherwise.
    and (tg_op = 'DELETE' or old.scale is not null
      or to_jsonb(old) - '{scale,recorded_at,recorded_by}'::text[] <> to_jsonb(new) - '{scale,recorded_at,recorded_by}'::text[])
  then
    perform luban.break_rule('edition_in_use_is_frozen', jsonb_build_object('edition', luban.edition_name(ruled)), 'completion_rule');
  end if;
  return coalesce(new, old);
end $$;
comment on function completion_rule_is_frozen is
  'A rule can be given to an edition in use that has none and nobody has completed; after that it stays, but for a scale it lacks.';
create or replace trigger completion_rule_is_frozen before insert or update or delete on completion_rule
  for each row execute function completion_rule_is_frozen();
