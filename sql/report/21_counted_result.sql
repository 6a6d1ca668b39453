-- The attempt that counts in each course: the best or the latest, as the edition's rule says; the best where there is
-- none. Better is who passed, then a mark on the scale of the rule before one of another, then the higher mark, then
-- the later attempt.
--
-- Results are joined with their enrollments here, not in report.known_result: a cohort asks for its own alone.
create function report.counted_result(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, course_id int, attempt smallint, attempts bigint,
  kind luban.result_kind, scale text, mark text, value numeric, passed boolean, graded_on date, from_enrollment_id bigint)
language sql stable parallel safe as $$
  select distinct on (r.workshop_id, r.cohort_id, r.enrollment_id, r.course_id) r.workshop_id, r.cohort_id,
    r.enrollment_id, r.course_id, r.attempt,
    count(*) over (partition by r.workshop_id, r.cohort_id, r.enrollment_id, r.course_id), r.kind, r.scale, r.mark,
    r.value, r.passed, r.graded_on, r.source_id
  from (
    select s.*, t.course_id, t.attempt, t.kind, t.scale, t.mark, t.value, t.passed, t.graded_on
    from report.enrollment_source(as_of, known_at) s
    join luban.result t on (t.workshop_id, t.enrollment_id) = (s.workshop_id, s.source_id)
    where t.recorded_at <= known_at and not exists (
      select from report.replaced('result', known_at) v where (v.workshop_id, v.row_id) = (t.workshop_id, t.id))
    union all
    select s.*, t.course_id, t.attempt, t.kind, t.scale, t.mark, t.value, t.passed, t.graded_on
    from report.first_revision('result', known_at) v
    cross join lateral jsonb_populate_record(null::luban.result, v.before) t
    join report.enrollment_source(as_of, known_at) s on (s.workshop_id, s.source_id) = (t.workshop_id, t.enrollment_id)
    where t.recorded_at <= known_at
  ) r
  join luban.cohort c on (c.workshop_id, c.id) = (r.workshop_id, r.cohort_id)
  left join report.known_completion_rule(known_at) rule on rule.edition_id = c.edition_id
  where r.graded_on <= as_of
  order by r.workshop_id, r.cohort_id, r.enrollment_id, r.course_id,
    case when rule.counted_attempt = 'latest' then r.graded_on end desc nulls last,
    r.passed desc, r.scale = rule.scale desc nulls last, r.value desc, r.graded_on desc
$$;
comment on function report.counted_result is 'For each enrollment and course the attempt that counts, as of a day and as known at a time.';
