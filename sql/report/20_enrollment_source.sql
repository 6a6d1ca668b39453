-- Enrollments, each with itself and the earlier ones that it continues, as of a day and as known at a time: what was
-- earned in one cohort counts for the enrollment that goes on in another. One continues another from the day of the event
-- that says so, as far as that was known to stand, and until the student goes back. All that follows the chain asks here.

create function report.standing_link(as_of date, known_at timestamptz)
returns table (workshop_id int, id bigint, from_id bigint, to_id bigint)
language sql stable parallel safe as $$
  select k.workshop_id, k.id, k.from_id, k.to_id
  from luban.enrollment_link k
  join report.known_event(known_at) e on (e.workshop_id, e.enrollment_id, e.link_id) = (k.workshop_id, k.to_id, k.id)
  where e.effective_on <= as_of
$$;
comment on function report.standing_link is 'Transfers and returns that stand, as of a day and as known at a time.';

create function report.link_in_force(as_of date, known_at timestamptz)
returns table (workshop_id int, id bigint, from_id bigint, to_id bigint)
language sql stable parallel safe as $$
  -- Who went back took with them what they had left behind.
  select k.workshop_id, k.id, k.from_id, k.to_id
  from report.standing_link(as_of, known_at) k
  where not exists (
    select from report.standing_link(as_of, known_at) back
    where back.workshop_id = k.workshop_id and back.to_id = k.from_id and back.id > k.id)
$$;
comment on function report.link_in_force is 'Of these, the ones after which nobody came back to where they lead from.';

create function report.earlier_enrollments(in_workshop int, in_enrollment bigint, as_of date, known_at timestamptz)
returns setof bigint
language sql stable parallel safe as $$
  with recursive line (id) as (
    select in_enrollment
    union
    select k.from_id
    from line l
    join report.link_in_force(as_of, known_at) k on k.workshop_id = in_workshop and k.to_id = l.id)
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
  where exists (select from luban.enrollment_link k where (k.workshop_id, k.to_id) = (e.workshop_id, e.id))
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
