-- Enrollments that continue each other, whatever the day: for rules, which hold for all of a chain. Figures ask report.enrollment_source.

create or replace function and_earlier(in_workshop int, in_enrollment bigint) returns setof bigint
language sql stable parallel safe as $$
  select in_enrollment
  union all
  select report.earlier_enrollments(in_workshop, in_enrollment, 'infinity', 'infinity')
$$;
comment on function and_earlier is 'An enrollment and those that it continues.';

create or replace function later_enrollments(in_workshops int[], in_enrollments bigint[])
returns table (workshop_id int, enrollment_id bigint, later_id bigint)
language sql stable parallel safe as $$
  with recursive line (workshop_id, enrollment_id, later_id) as (
    select n.workshop_id, n.enrollment_id, n.enrollment_id
    from unnest(in_workshops, in_enrollments) n (workshop_id, enrollment_id)
    union
    select l.workshop_id, l.enrollment_id, k.to_id
    from line l join luban.enrollment_link k on (k.workshop_id, k.from_id) = (l.workshop_id, l.later_id)
    where exists (select from luban.standing_event e
      where e.workshop_id = k.workshop_id and e.enrollment_id = k.to_id and e.link_id = k.id))
  select workshop_id, enrollment_id, later_id from line
$$;
comment on function later_enrollments is
  'Enrollments, each with itself and those that continue it: of a set, since most are continued by none.';
