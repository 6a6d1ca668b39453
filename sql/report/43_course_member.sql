-- Who is in which count of courses: each student and course of a class that has begun, passed, failed, or left without a mark.
create function report.course_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, course text, result text, graded_on date, counted text[])
language sql stable parallel safe as $$
  select r.workshop_id, r.cohort_id, n.student_id, o.code::text,
    case when r.kind is null then 'withdrawn' when r.passed then 'passed' else 'failed' end, r.graded_on,
    array_remove(array['courses_judged', case when r.passed then 'courses_passed' end], null)
  from report.course_outcome(as_of, known_at) r
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (r.workshop_id, r.cohort_id)
  join report.known_class(known_at) k on (k.workshop_id, k.cohort_id, k.course_id) = (r.workshop_id, r.cohort_id, r.course_id)
  join luban.enrollment n on (n.workshop_id, n.id) = (r.workshop_id, r.enrollment_id)
  join report.known_course(known_at) o on o.id = r.course_id
  where coalesce(r.kind = 'graded', true) and k.begins_on <= as_of and c.census_on <= as_of
$$;
comment on function report.course_member is
  'Courses of students that are judged, with the result that counts and the counts of the cohort report that they are in.';
