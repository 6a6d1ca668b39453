-- What the counted results of each enrollment add up to. The average is weighted as the curriculum says, and is of
-- marks on the edition's main scale only: marks of different scales are never mixed.
create function report.result_figures(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, passed_courses bigint, failed_courses bigint,
  credits numeric, average numeric, average_of bigint, scale text)
language sql stable parallel safe as $$
  select r.workshop_id, r.cohort_id, r.enrollment_id, count(*) filter (where r.passed), count(*) filter (where not r.passed),
    coalesce(sum(k.credits) filter (where r.passed), 0),
    round(sum(r.value * i.weight) filter (where s.has_average and r.scale = s.code)
      / sum(i.weight) filter (where s.has_average and r.scale = s.code), 2),
    count(i.weight) filter (where s.has_average and r.scale = s.code), min(s.code)
  from report.counted_result(as_of, known_at) r
  join luban.cohort c on (c.workshop_id, c.id) = (r.workshop_id, r.cohort_id)
  join report.known_course(known_at) k on k.id = r.course_id
  left join report.known_curriculum_item(known_at) i on (i.edition_id, i.course_id) = (c.edition_id, r.course_id)
  left join report.edition_scale(known_at) main on main.edition_id = c.edition_id
  left join luban.grading_scale s on s.code = main.scale
  group by r.workshop_id, r.cohort_id, r.enrollment_id
$$;
comment on function report.result_figures is 'Courses passed and failed, credits and the weighted average of each enrollment.';
