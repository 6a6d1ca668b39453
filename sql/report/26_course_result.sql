-- What came of each course for each student of a cohort: the attempt that counts, where it was recorded in that enrollment;
-- and no kind where who withdrew or was dismissed after the census, and after the class had begun, has no result in it. A
-- culture module is attended and gets no mark, so that leaving it counts for nothing.
create function report.course_outcome(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, course_id int, enrollment_id bigint, kind luban.result_kind, passed boolean,
  graded_on date)
language sql stable parallel safe as $$
  -- Results and those who left are grouped, not joined: how many there are of either can only be guessed.
  select workshop_id, cohort_id, course_id, enrollment_id, max(kind), bool_or(passed), max(graded_on)
  from (
    select r.workshop_id, r.cohort_id, r.course_id, r.enrollment_id, r.kind, r.passed, r.graded_on
    from report.counted_result(as_of, known_at) r where r.from_enrollment_id = r.enrollment_id
    union all
    select e.workshop_id, e.cohort_id, k.course_id, e.enrollment_id, null, null, null
    from report.enrollment_state(as_of, known_at) e
    join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (e.workshop_id, e.cohort_id)
    join report.known_class(known_at) k on (k.workshop_id, k.cohort_id) = (e.workshop_id, e.cohort_id)
    join report.known_course(known_at) o on o.id = k.course_id
    where e.state in ('withdrawn', 'dismissed') and e.since > c.census_on and e.since >= k.begins_on
      and o.kind <> 'culture'
  ) told
  group by workshop_id, cohort_id, course_id, enrollment_id
$$;
comment on function report.course_outcome is
  'Students and courses with the result that counts, or with none where they left the course without one.';

-- What came of each class that has begun. Passed and failed are counted attempts graded in the cohort; who left without a
-- result counts against the course. What was recognized or transferred is in neither.
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
    from report.course_outcome(as_of, known_at)
    group by workshop_id, cohort_id, course_id
  ) f on (f.workshop_id, f.cohort_id, f.course_id) = (k.workshop_id, k.cohort_id, k.course_id)
  where k.begins_on <= as_of
$$;
comment on function report.course_result is 'One row a class that has begun: passed, failed, withdrawn, recognized, and the pass rate.';

-- The same in hours of the courses, in which prior learning that was recognized is passed, and credit transferred is in
-- neither. A course counts whether the cohort has a class of it or not.
create function report.course_load(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, judged_hours numeric, passed_hours numeric)
language sql stable parallel safe as $$
  select r.workshop_id, r.cohort_id, sum(k.hours_theory + k.hours_practice),
    coalesce(sum(k.hours_theory + k.hours_practice) filter (where r.passed), 0)
  from report.course_outcome(as_of, known_at) r
  join report.known_course(known_at) k on k.id = r.course_id
  where r.kind is distinct from 'transferred'
  group by r.workshop_id, r.cohort_id
$$;
comment on function report.course_load is
  'Hours of courses passed or recognized, and of all that were passed, recognized, failed or left, of each cohort.';
