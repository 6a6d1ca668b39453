-- What is done with culture events: students attend, hours are corrected. One way in for a student and for a cohort.

create or replace function add_participations(in_workshop int, in_event bigint, in_enrollments bigint[], in_hours numeric default null)
returns table (enrollment_id bigint, hours numeric, is_known boolean, refusals text[], departure text)
language plpgsql as $$
#variable_conflict use_column
declare
  v luban.culture_event;
begin
  perform luban.fact_day(in_workshop, e.begins_on, 'participation') from luban.culture_event e
  where e.workshop_id = in_workshop and e.id = in_event;
  select * into v from luban.culture_event where workshop_id = in_workshop and id = in_event for share;
  perform from luban.enrollment e where e.workshop_id = in_workshop and e.id = any (in_enrollments)
  order by e.id for share;
  return query
  with asked as (
    select a.enrollment_id, min(a.nth) as nth from unnest(in_enrollments) with ordinality a (enrollment_id, nth) group by 1
  ), judged as (
    select a.*, coalesce(p.hours, in_hours, v.hours) as hours,
      p.hours = coalesce(in_hours, p.hours) is true as is_known,
      case when p.hours = coalesce(in_hours, p.hours) then '{}'
        when p.id is not null then array['participation_is_once']
        else luban.participation_refusals(coalesce(in_hours, v.hours), v.hours,
          luban.was_enrolled_between(in_workshop, a.enrollment_id, v.begins_on, v.ends_on))
          || case when v.begins_on <= n.left_on then array['record_is_of_one_who_attended'] end end as refusals, n.departure
    from asked a
    left join luban.no_shows_of(array_fill(in_workshop, array[cardinality(in_enrollments)]), in_enrollments) n
      on n.enrollment_id = a.enrollment_id
    left join luban.participation p on (p.workshop_id, p.event_id, p.enrollment_id) = (in_workshop, in_event, a.enrollment_id)
  ), made as (
    insert into luban.participation (workshop_id, event_id, enrollment_id, hours)
    select in_workshop, in_event, j.enrollment_id, j.hours from judged j
    where not j.is_known and cardinality(j.refusals) = 0 order by j.nth
  )
  select j.enrollment_id, j.hours, j.is_known, j.refusals, j.departure from judged j order by j.nth;
end $$;
comment on function add_participations is
  'Enters a set of students as having taken part in an event, all of it unless hours are given; says who was left out and why.';

create or replace function enrollments_at(in_workshop int, in_event bigint, in_cohort bigint) returns setof bigint
language sql stable as $$
  select e.id from luban.culture_event v
  join luban.enrollment e on e.workshop_id = v.workshop_id and e.cohort_id = in_cohort
  where v.workshop_id = in_workshop and v.id = in_event
    and luban.was_enrolled_between(v.workshop_id, e.id, v.begins_on, v.ends_on)
$$;
comment on function enrollments_at is 'Enrollments of a cohort that were enrolled on a day of the event.';

create or replace function correct_participation(in_workshop int, in_participation bigint, in_hours numeric, in_reason text)
returns void language sql as $$
  -- What is taken back keeps why, as what is changed does.
  update luban.participation set note = in_reason, hours = case when in_hours > 0 then in_hours else hours end
  where workshop_id = in_workshop and id = in_participation and (in_hours = 0 or hours <> in_hours);
  delete from luban.participation where workshop_id = in_workshop and id = in_participation and in_hours = 0;
$$;
comment on function correct_participation is
  'Corrects hours of a student in an event, or takes them back where they are 0; what had been recorded stays among the revisions.';
