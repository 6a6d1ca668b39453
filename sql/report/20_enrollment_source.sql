-- Enrollments, each with itself and the earlier ones that it continues, as of a day and as known at a time: what was
-- earned in one cohort counts for the enrollment that goes on in another. One continues another from the day of its first
-- event, and as far as that was known to stand. All that follows the chain asks here.

create function report.earlier_enrollments(in_workshop int, in_enrollment bigint, as_of date, known_at timestamptz)
returns setof bigint
language sql stable parallel safe as $$
  with recursive line (id) as (
    select in_enrollment
    union
    select e.continues_id
    from line l
    join luban.enrollment e on e.workshop_id = in_workshop and e.id = l.id
    join report.known_event(known_at) v on (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)
      and v.from_state is null and v.effective_on <= as_of
    where e.continues_id is not null)
  select id from line where id <> in_enrollment
$$;
comment on function report.earlier_enrollments is
  'Those that an enrollment continues, one after another, as of a day and as known at a time.';

create function report.continued_enrollment(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, source_id bigint)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.id, earlier.id
  from luban.enrollment e
  cross join lateral report.earlier_enrollments(e.workshop_id, e.id, as_of, known_at) earlier (id)
  where e.continues_id is not null
$$;
comment on function report.continued_enrollment is 'Enrollments that continue others, each with all of those.';

create function report.enrollment_source(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, source_id bigint)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.id, e.id from luban.enrollment e
  union all
  select c.workshop_id, c.cohort_id, c.enrollment_id, c.source_id from report.continued_enrollment(as_of, known_at) c
$$;
comment on function report.enrollment_source is
  'Enrollments with those whose results, hours and levels count for them: themselves, and what they continue.';
