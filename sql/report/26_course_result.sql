-- What came of each class that has begun. Passed and failed are counted attempts graded in the cohort; who withdrew or
-- was dismissed after the census, and after the class had begun, without a result in it, counts against the course.
-- What was recognized or transferred is in neither.
create function report.course_result(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, class_id bigint, course_id int, graded bigint, passed bigint,
  failed bigint, withdrawn bigint, recognized bigint, pass_rate numeric)
language sql stable parallel safe as $$
  select k.workshop_id, k.cohort_id, k.id, k.course_id, coalesce(f.graded, 0), coalesce(f.passed, 0),
    coalesce(f.graded - f.passed, 0), coalesce(f.withdrawn, 0), coalesce(f.recognized, 0),
    report.percent(f.passed, f.graded + f.withdrawn)
  from report.known_class(known_at) k
  left join (
    select workshop_id, cohort_id, course_id, count(*) filter (where kind = 'graded') as graded,
      count(*) filter (where kind = 'graded' and passed) as passed, count(*) filter (where kind <> 'graded') as recognized,
      count(*) filter (where kind is null) as withdrawn
    from (
      -- Results and those who left are grouped, not joined: how many there are of either can only be guessed.
      select workshop_id, cohort_id, course_id, enrollment_id, max(kind) as kind, bool_or(passed) as passed
      from (
        select r.workshop_id, r.cohort_id, r.course_id, r.enrollment_id, r.kind, r.passed
        from report.counted_result(as_of, known_at) r where r.from_enrollment_id = r.enrollment_id
        union all
        select e.workshop_id, e.cohort_id, k.course_id, e.enrollment_id, null, null
        from report.enrollment_state(as_of, known_at) e
        join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (e.workshop_id, e.cohort_id)
        join report.known_class(known_at) k on (k.workshop_id, k.cohort_id) = (e.workshop_id, e.cohort_id)
        where e.state in ('withdrawn', 'dismissed') and e.since > c.census_on and e.since >= k.begins_on
      ) told
      group by workshop_id, cohort_id, course_id, enrollment_id
    ) student
    group by workshop_id, cohort_id, course_id
  ) f on (f.workshop_id, f.cohort_id, f.course_id) = (k.workshop_id, k.cohort_id, k.course_id)
  where k.begins_on <= as_of
$$;
comment on function report.course_result is 'One row a class that has begun: passed, failed, withdrawn, recognized, and the pass rate.';
