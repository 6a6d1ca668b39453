-- Findings about cohorts, and what was taught in them.

-- What is laid beside each other is grouped, not joined: how much there is can only be guessed.
create function report.teaching_finding(as_of date, known_at timestamptz) returns setof report.finding_case
language sql stable parallel safe as $$
  select 'cohort_without_completions', c.workshop_id, c.cohort_id, null::bigint, null::text,
    format(luban.wording('{0}, ended on {1}'), luban.wording(c.status::text), c.planned_end_on),
    c.status <> 'finished' and not exists (
      select from luban.enrollment e
      join report.known_event(known_at) v on (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)
      where (e.workshop_id, e.cohort_id) = (c.workshop_id, c.cohort_id) and v.to_state = 'completed' and v.effective_on <= as_of)
  from report.cohort_on(as_of, known_at) c
  where c.planned_end_on < as_of and c.status <> 'cancelled'
  union all
  select f.finding, t.workshop_id, t.cohort_id, null, null, format(luban.wording('{0} of {1} sessions'), t.noted, t.held), f.is_found
  from (
    select workshop_id, cohort_id, count(is_noted) as held, count(*) filter (where is_noted) as noted
    from (
      select c.workshop_id, c.cohort_id, null::boolean as is_noted
      from report.cohort_on(as_of, known_at) c where c.census_on <= as_of and c.status not in ('planned', 'cancelled')
      union all
      select h.workshop_id, h.cohort_id, h.is_noted from report.held_session(as_of, known_at) h) one
    group by workshop_id, cohort_id having bool_or(is_noted is null)) t
  cross join lateral (
    select 'attendance_missing', t.noted = 0
    union all
    select 'attendance_sparse', t.noted < 0.8 * t.held where t.noted > 0
  ) f (finding, is_found)
  union all
  select 'session_not_noted', h.workshop_id, h.cohort_id, null, format('%s %s %s', k.code, h.held_on, left(h.begins_at::text, 5)),
    null, not h.is_noted
  from report.held_session(as_of, known_at) h
  join report.known_course(known_at) k on k.id = h.course_id
  union all
  select 'instructor_missing', l.workshop_id, l.cohort_id, null, k.code::text, format(luban.wording('began on {0}'), l.begins_on),
    l.instructor_id is null
  from report.cohort_on(as_of, known_at) c
  join report.known_class(known_at) l on (l.workshop_id, l.cohort_id) = (c.workshop_id, c.cohort_id)
  join report.known_course(known_at) k on k.id = l.course_id
  where l.begins_on <= as_of and c.status <> 'cancelled'
  union all
  select 'results_missing', t.workshop_id, t.cohort_id, null, t.code, format(luban.wording('ended on {0}'), t.ends_on), not t.has_result
  from (
    select workshop_id, cohort_id, course_id, max(code) as code, max(ends_on) as ends_on, bool_or(code is null) as has_result
    from (
      select l.workshop_id, l.cohort_id, l.course_id, k.code::text as code, l.ends_on
      from report.cohort_on(as_of, known_at) c
      join report.known_class(known_at) l on (l.workshop_id, l.cohort_id) = (c.workshop_id, c.cohort_id)
      join report.known_course(known_at) k on k.id = l.course_id
      where k.kind <> 'culture' and l.ends_on <= as_of - 30 and c.status not in ('planned', 'cancelled')
      union all
      select e.workshop_id, e.cohort_id, r.course_id, null, null
      from report.known_result(known_at) r
      join luban.enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
      where r.graded_on <= as_of) one
    group by workshop_id, cohort_id, course_id having count(code) > 0) t
$$;
comment on function report.teaching_finding is 'Cohorts without completions or attendance, sessions without notes, classes without instructor or results.';
