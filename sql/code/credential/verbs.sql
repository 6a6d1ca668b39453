-- What is done with credentials: issuing, and issuing anew with the record put right.

create or replace function issue_credentials(
  in_workshop int, in_cohort bigint, in_enrollments bigint[], in_day date, in_sides certificate_side[] default null,
  in_replaces bigint[] default null)
returns table (enrollment_id bigint, credential_id bigint, serial text, refusals text[])
-- A plan for any cohort, which is made at the sixth, would ask for everybody's record.
language plpgsql set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  this_year int;
begin
  in_day := luban.fact_day(in_workshop, in_day, 'credential');
  this_year := extract(year from in_day);
  -- Who takes a completion back at this moment is waited for.
  perform from luban.enrollment e where e.workshop_id = in_workshop and e.id = any (in_enrollments)
  order by e.id for share;
  insert into luban.credential_counter (workshop_id, year, last_number) values (in_workshop, this_year, 0)
  on conflict do nothing;
  -- Whoever issues at the same time waits here; each statement after that sees what was given.
  perform from luban.credential_counter where workshop_id = in_workshop and year = this_year for update;
  return query
  with body as materialized (
    select b.* from luban.cohort c cross join lateral luban.awarding_bodies(c.workshop_id, c.edition_id, in_day) b
    where c.workshop_id = in_workshop and c.id = in_cohort
  ), taught as materialized (
    select luban.mark_distribution(c.workshop_id, c.edition_id, in_day) as marks,
      luban.agreements_behind(c.workshop_id, c.program_id, in_day) as agreements
    from luban.cohort c where c.workshop_id = in_workshop and c.id = in_cohort
  ), asked as (
    select a.id, a.nth, e.state_on, luban.credential_refusals(e.state, e.state_on, in_day, r.edition_id is not null,
      exists (select from luban.program_certificate t where t.edition_id = c.edition_id), not exists (
        select from luban.program_certificate t join body b on b.side = t.side
        where t.edition_id = c.edition_id and (in_sides is null or t.side = any (in_sides)) and b.partner_id is null)) as refusals
    from unnest(in_enrollments) with ordinality a (id, nth)
    left join luban.enrollment e on e.workshop_id = in_workshop and e.id = a.id and e.cohort_id = in_cohort
    left join luban.cohort c on c.workshop_id = in_workshop and c.id = in_cohort
    left join luban.completion_rule r on r.edition_id = c.edition_id
  ), wanted as (
    select a.id, a.nth, a.state_on, t.side, t.title, b.partner_id,
      exists (select from luban.credential k where k.workshop_id = in_workshop and k.enrollment_id = a.id
        and k.side = t.side and k.revoked_on is null) as is_there
    from asked a
    join luban.cohort c on c.workshop_id = in_workshop and c.id = in_cohort
    join luban.program_certificate t on t.edition_id = c.edition_id
    join body b on b.side = t.side
    where cardinality(a.refusals) = 0 and (in_sides is null or t.side = any (in_sides))
  ), judged as (
    select r.* from (select state_on, array_agg(distinct id) as ids from wanted where not is_there group by state_on) day
    cross join lateral (select * from luban.credential_record(in_workshop, in_cohort, day.ids, day.state_on) offset 0) r
  ), numbered as (
    select w.*, n.last_number + row_number() over (order by w.nth, w.side) as number
    from wanted w cross join luban.credential_counter n
    where n.workshop_id = in_workshop and n.year = this_year and not w.is_there
  ), made as (
    insert into luban.credential (workshop_id, serial, year, number, enrollment_id, side, partner_id, title, issued_on,
      record, replaces_id)
    select in_workshop, luban.shown_serial(o.code, this_year, n.number::int), this_year, n.number, n.id, n.side,
      n.partner_id, n.title, in_day, j.record || jsonb_build_object('sides', (
        select jsonb_agg(b.told order by b.side) from body b where b.partner_id is not null), 'marks', t.marks,
        'agreements', t.agreements), in_replaces[n.nth]
    from numbered n join judged j on j.enrollment_id = n.id join luban.workshop o on o.id = in_workshop cross join taught t
    order by n.number
    returning id, serial, enrollment_id
  )
  select a.id, m.id, m.serial,
    case when cardinality(a.refusals) > 0 then a.refusals
      when m.id is null then array['credential_is_valid_once_a_side'] else '{}' end
  from asked a left join made m on m.enrollment_id = a.id order by a.nth, m.serial;
end $$;
comment on function issue_credentials is
  'Issues the certificates of an edition to completed enrollments of a cohort, for former ones where they are named beside them; says who was left out and why.';

create or replace function reissue_credentials(in_workshop int, in_credentials bigint[], in_day date, in_reasons text[])
returns table (credential_id bigint, serial text) language plpgsql as $$
#variable_conflict use_column
declare
  issue record;
  refused text;
begin
  in_day := luban.fact_day(in_workshop, in_day, 'credential');
  perform from luban.credential k where k.workshop_id = in_workshop and k.id = any (in_credentials)
  order by k.id for update;
  update luban.credential k set revoked_on = in_day, revoke_reason = 'issued anew: ' || a.reason
  from unnest(in_credentials, in_reasons) a (id, reason)
  where k.workshop_id = in_workshop and k.id = a.id and k.revoked_on is null;
  -- Those of a cohort and side at once, in the order in which the first of them is named.
  for issue in
    select e.cohort_id, k.side, array_agg(k.id order by a.nth) as formers, array_agg(e.id order by a.nth) as enrollments
    from unnest(in_credentials) with ordinality a (id, nth)
    join luban.credential k on k.workshop_id = in_workshop and k.id = a.id
    join luban.enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
    group by e.cohort_id, k.side order by min(a.nth)
  loop
    select k.serial into refused
    from luban.issue_credentials(
      in_workshop, issue.cohort_id, issue.enrollments, in_day, array[issue.side], issue.formers) i
    join unnest(issue.enrollments, issue.formers) f (enrollment_id, former_id) on f.enrollment_id = i.enrollment_id
    join luban.credential k on k.workshop_id = in_workshop and k.id = f.former_id
    where i.serial is null limit 1;
    if found then
      perform luban.break_rule('credential_is_valid_once_a_side', jsonb_build_object('serial', refused), 'credential');
    end if;
  end loop;
  return query
  select k.replaces_id, k.serial from luban.credential k
  where k.workshop_id = in_workshop and k.replaces_id = any (in_credentials);
end $$;
comment on function reissue_credentials is 'Revokes credentials where they are valid, and issues them anew from what is known now.';
