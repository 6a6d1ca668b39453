-- Enrollments that continue each other after transfers.

create or replace function earlier_enrollments(in_workshop int, in_enrollment bigint) returns setof bigint
language sql stable parallel safe as $$
  with recursive line (id) as (
    select in_enrollment
    union
    select e.continues_id from line l join luban.enrollment e on e.workshop_id = in_workshop and e.id = l.id
    where e.continues_id is not null)
  select id from line
$$;
comment on function earlier_enrollments is 'An enrollment and those that it continues, transfer by transfer.';
