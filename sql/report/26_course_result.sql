-- What came of each class that has begun. Passed and failed are counted attempts graded in the cohort; who withdrew or
-- was dismissed after the census, and after the class had begun, without a result in it, counts against the course.
-- What was recognized or transferred is in neither.
create function report.course_result(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, class_id bigint, course_id int, graded bigint, passed bigint,
  failed bigint, withdrawn bigint, recognized bigint, pass_rate numeric)
language sql stable parallel safe as $$
  select f.*, case when f.graded + f.withdrawn >= 10 then round(100.0 * f.passed / (f.graded + f.withdrawn), 1) end
  from (
    select k.workshop_id, k.cohort_id, k.id, k.course_id,
      count(r.enrollment_id) filter (where r.kind = 'graded'), count(*) filter (where r.kind = 'graded' and r.passed),
      count(*) filter (where r.kind = 'graded' and not r.passed),
      count(*) filter (where r.enrollment_id is null and w.effective_on > c.census_on and w.effective_on >= k.begins_on),
      count(*) filter (where r.kind <> 'graded')
    from report.known_class(known_at) k
    join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (k.workshop_id, k.cohort_id)
    left join luban.enrollment e on (e.workshop_id, e.cohort_id) = (k.workshop_id, k.cohort_id)
    left join report.counted_result(as_of, known_at) r on r.from_enrollment_id = r.enrollment_id
      and (r.workshop_id, r.cohort_id, r.enrollment_id, r.course_id) = (k.workshop_id, k.cohort_id, e.id, k.course_id)
    left join luban.enrollment_event w on (w.workshop_id, w.enrollment_id) = (e.workshop_id, e.id)
      and w.to_state in ('withdrawn', 'dismissed') and w.effective_on <= as_of and w.recorded_at <= known_at
      and not exists (select from luban.enrollment_event v where v.workshop_id = w.workshop_id
        and v.enrollment_id = w.enrollment_id and v.voids = w.nth and v.recorded_at <= known_at)
    where k.begins_on <= as_of
    group by k.workshop_id, k.cohort_id, k.id, k.course_id
  ) f (workshop_id, cohort_id, class_id, course_id, graded, passed, failed, withdrawn, recognized)
$$;
comment on function report.course_result is 'One row a class that has begun: passed, failed, withdrawn, recognized, and the pass rate.';
