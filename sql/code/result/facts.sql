-- What results rest on does not move away from under them: enrollments, classes, agreements.

create or replace function results_stay_within_rules(in_results bigint[], in_workshop int, in_table text) returns void
language plpgsql as $$
declare
  offense record;
begin
  select r.refusals[1] as rule, n.* into offense
  from luban.result n
  join luban.result_circumstance c on (c.workshop_id, c.enrollment_id, c.course_id)
    = (n.workshop_id, n.enrollment_id, n.course_id)
  cross join lateral luban.result_refusals(n.kind, c.is_of_edition, n.scale, n.mark, c.class_begins_on,
    luban.was_enrolled_on(n.workshop_id, n.enrollment_id, n.graded_on), c.applied_on, c.ended_on, n.graded_on) r (refusals)
  where n.workshop_id = in_workshop and n.id = any (in_results) and cardinality(r.refusals) > 0
  order by n.graded_on desc limit 1;
  if found then
    perform luban.break_rule(offense.rule, luban.result_offense(offense.rule, offense.workshop_id,
      offense.enrollment_id, offense.course_id, offense.scale, offense.mark, offense.graded_on), in_table);
  end if;
end $$;
comment on function results_stay_within_rules is 'Asks the rules of results again, after what they rest on was changed.';

create or replace function enrollment_events_keep_results() returns trigger language plpgsql as $$
begin
  -- Who enrolls has no results yet.
  if not exists (select from new_rows where nth > 1) then
    return null;
  end if;
  perform luban.results_stay_within_rules(t.results, t.workshop_id, 'enrollment_event')
  from (
    select n.workshop_id, array_agg(r.id) as results
    from (select distinct workshop_id, enrollment_id from new_rows where nth > 1) n
    join luban.result r on (r.workshop_id, r.enrollment_id) = (n.workshop_id, n.enrollment_id)
    group by n.workshop_id) t;
  return null;
end $$;
comment on function enrollment_events_keep_results is 'Refuses an end or a correction of an enrollment that leaves a result outside it.';

create or replace function enrollment_keeps_results() returns trigger language plpgsql as $$
begin
  perform luban.results_stay_within_rules(array_agg(id), new.workshop_id, 'enrollment')
  from luban.result where (workshop_id, enrollment_id) = (new.workshop_id, new.id) having count(*) > 0;
  return null;
end $$;
comment on function enrollment_keeps_results is 'Refuses another cohort or a later application to an enrollment with results that it does not fit.';
create or replace trigger enrollment_keeps_results after update of cohort_id, applied_on on enrollment
  for each row when ((old.cohort_id, old.applied_on) is distinct from (new.cohort_id, new.applied_on))
  execute function enrollment_keeps_results();

create or replace function class_keeps_results() returns trigger language plpgsql as $$
begin
  if not exists (select from old_rows) then
    return null;
  end if;
  perform luban.results_stay_within_rules(t.results, t.workshop_id, 'class')
  from (
    select o.workshop_id, array_agg(r.id) as results
    from old_rows o
    join luban.enrollment e on (e.workshop_id, e.cohort_id) = (o.workshop_id, o.cohort_id)
    join luban.result r on (r.workshop_id, r.enrollment_id, r.course_id) = (e.workshop_id, e.id, o.course_id)
    where r.kind = 'graded'
    group by o.workshop_id) t;
  return null;
end $$;
comment on function class_keeps_results is 'Refuses to move a class behind its results, or to remove it from under them.';
select ask_after('update, delete', 'class', 'class_keeps_results');

create or replace function agreement_keeps_transfers() returns trigger language plpgsql as $$
declare
  offense record;
  changed int := coalesce((to_jsonb(old) ->> 'agreement_id')::int, (to_jsonb(old) ->> 'id')::int);
begin
  -- Who transfers credit under it holds it for share until that is there.
  perform from luban.agreement where id = changed for no key update;
  select a.code as agreement, i.code, r.graded_on into offense
  from luban.result r
  join luban.agreement a on a.id = r.agreement_id
  join luban.partner i on i.id = r.partner_id
  where r.agreement_id = changed and not luban.agreement_covers_transfer(a, r.partner_id, r.graded_on)
  order by r.graded_on desc limit 1;
  if found then
    perform luban.break_rule('transfer_is_under_an_agreement_for_it',
      jsonb_build_object('agreement', offense.agreement, 'partner', offense.code, 'day', offense.graded_on), tg_table_name);
  end if;
  return null;
end $$;
comment on function agreement_keeps_transfers is 'Refuses to change an agreement so that credit transferred under it was none of it.';
create or replace trigger agreement_keeps_transfers after update on agreement
  for each row when ((old.kind, old.effective_on, old.expires_on, old.ended_on)
    is distinct from (new.kind, new.effective_on, new.expires_on, new.ended_on))
  execute function agreement_keeps_transfers();
create or replace trigger agreement_party_keeps_transfers after update or delete on agreement_party
  for each row execute function agreement_keeps_transfers();
