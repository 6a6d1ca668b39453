-- Who is asked something: enrollments with the rule of completion of their edition.
create view report.ruled_enrollment with (security_invoker = true) as
select e.workshop_id, e.cohort_id, e.id as enrollment_id, e.student_id, r.*
from luban.enrollment e
join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join luban.completion_rule r on r.edition_id = c.edition_id;
comment on view report.ruled_enrollment is 'Enrollments, each with the rule of completion of its edition.';

-- Every part of the rule of completion, for each enrollment, as of a day and as known at a time: what is needed, what
-- is there, whether it is done. `luban progress`, completing and credentials ask here, and nowhere else.
--
-- An edition without a completion rule has no parts. The rules themselves do not change once a cohort was opened.
create function report.completion_part(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, part text, subject text,
  needed numeric, got numeric, is_done boolean, note text)
language sql stable parallel safe as $$
  -- Required courses, passed. Culture modules are attended, not passed: see below.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'course', k.code::text, 1::numeric,
    coalesce(g.passed, false)::int::numeric, coalesce(g.passed, false),
    case when g.passed is false then format('%s on %s, attempt %s', g.mark, g.graded_on, g.attempt) end
  from report.ruled_enrollment e
  join luban.curriculum_item i on i.edition_id = e.edition_id and i.elective_group is null
  join luban.course k on k.id = i.course_id and k.kind <> 'culture'
  left join report.counted_result(as_of, known_at) g
    on (g.workshop_id, g.cohort_id, g.enrollment_id, g.course_id) = (e.workshop_id, e.cohort_id, e.enrollment_id, k.id)
  union all
  -- Credits from each group of electives.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'electives', m.code::text, m.minimum_credits,
    coalesce(sum(k.credits), 0), coalesce(sum(k.credits), 0) >= m.minimum_credits, null
  from report.ruled_enrollment e
  join luban.elective_group m on m.edition_id = e.edition_id
  left join (luban.curriculum_item i
    join luban.course k on k.id = i.course_id
    join report.counted_result(as_of, known_at) g on g.course_id = i.course_id and g.passed)
    on (i.edition_id, i.elective_group) = (m.edition_id, m.code)
      and (g.workshop_id, g.cohort_id, g.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  group by e.workshop_id, e.cohort_id, e.enrollment_id, m.code, m.minimum_credits
  union all
  -- Culture modules: their hours attended, in classes and events, or a result that says so.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'culture module', k.code::text, n.hours, coalesce(h.hours, 0),
    coalesce(h.hours, 0) >= n.hours or coalesce(g.passed, false), null
  from report.ruled_enrollment e
  join luban.curriculum_item i on i.edition_id = e.edition_id and i.elective_group is null
  join luban.course k on k.id = i.course_id and k.kind = 'culture'
  cross join lateral (
    select round((k.hours_theory + k.hours_practice) * coalesce(e.course_attendance_percent, 100) / 100, 1)) n (hours)
  left join (
    select workshop_id, cohort_id, enrollment_id, course_id, sum(hours) as hours
    from report.culture_hours(as_of, known_at) group by 1, 2, 3, 4) h
    on (h.workshop_id, h.cohort_id, h.enrollment_id, h.course_id) = (e.workshop_id, e.cohort_id, e.enrollment_id, k.id)
  left join report.counted_result(as_of, known_at) g
    on (g.workshop_id, g.cohort_id, g.enrollment_id, g.course_id) = (e.workshop_id, e.cohort_id, e.enrollment_id, k.id)
  union all
  -- The language target, reached once in its own framework.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'language',
    e.language_framework || ':' || e.language_level, t.rank, coalesce(l.rank, 0), coalesce(l.rank, 0) >= t.rank, coalesce(l.level, 'none') || ' shown'
  from report.ruled_enrollment e
  join luban.language_level t on (t.framework, t.level) = (e.language_framework, e.language_level)
  left join lateral (
    select s.rank, s.level from report.language_shown(as_of, known_at) s
    where s.workshop_id = e.workshop_id and s.student_id = e.student_id and s.framework = e.language_framework
    order by s.rank desc limit 1) l on true
  union all
  -- Hours of culture in all.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'culture hours', null, e.culture_hours, coalesce(h.hours, 0),
    coalesce(h.hours, 0) >= e.culture_hours, null
  from report.ruled_enrollment e
  left join (
    select workshop_id, cohort_id, enrollment_id, sum(hours) as hours
    from report.culture_hours(as_of, known_at) group by 1, 2, 3) h
    on (h.workshop_id, h.cohort_id, h.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  where e.culture_hours is not null
  union all
  -- Attendance over all classes, in percent of the hours held while enrolled.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'attendance', null, e.attendance_percent, trunc(p.percent, 1),
    coalesce(p.percent >= e.attendance_percent, false),
    format('%s of %s hours', trim_scale(a.attended), trim_scale(a.held))
  from report.ruled_enrollment e
  left join (
    select workshop_id, cohort_id, enrollment_id, sum(attended_hours) as attended, sum(held_hours) as held
    from report.attendance_rate(as_of, known_at) group by 1, 2, 3) a
    on (a.workshop_id, a.cohort_id, a.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  cross join lateral (select 100 * a.attended / nullif(a.held, 0)) p (percent)
  where e.attendance_percent is not null
  union all
  -- Attendance in each class that was held.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'course attendance', k.code::text, e.course_attendance_percent,
    trunc(p.percent, 1),
    p.percent >= e.course_attendance_percent,
    format('%s of %s hours', trim_scale(a.attended_hours), trim_scale(a.held_hours))
  from report.ruled_enrollment e
  join report.attendance_rate(as_of, known_at) a
    on (a.workshop_id, a.cohort_id, a.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id) and a.held_hours > 0
  join luban.course k on k.id = a.course_id
  cross join lateral (select 100 * a.attended_hours / a.held_hours) p (percent)
  where e.course_attendance_percent is not null
  union all
  -- Hours of placement.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'placement hours', null, e.placement_hours, coalesce(h.hours, 0),
    coalesce(h.hours, 0) >= e.placement_hours, null
  from report.ruled_enrollment e
  left join (
    select workshop_id, cohort_id, enrollment_id, sum(hours) as hours
    from report.placement_hours(as_of, known_at) group by 1, 2, 3) h
    on (h.workshop_id, h.cohort_id, h.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  where e.placement_hours is not null
$$;
comment on function report.completion_part is
  'The parts of the rule of completion of each enrollment, as of a day and as known at a time: needed, there, done.';
