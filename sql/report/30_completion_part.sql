-- Who is asked something: enrollments with the rule of completion of their edition, as known at a time.
create function report.ruled_enrollment(known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, edition_id int,
  attendance_percent numeric, course_attendance_percent numeric, language_framework text, language_level text,
  language_counted luban.language_rule, culture_hours numeric, placement_hours numeric)
language sql stable parallel safe as $$
  select e.workshop_id, e.cohort_id, e.id, e.student_id, r.edition_id, r.attendance_percent, r.course_attendance_percent,
    r.language_framework, r.language_level, r.language_counted,
    r.culture_hours, r.placement_hours
  from luban.enrollment e
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join report.known_completion_rule(known_at) r on r.edition_id = c.edition_id
$$;
comment on function report.ruled_enrollment is
  'Enrollments, each with the rule of completion of its edition, as known at a time.';

-- Courses that count for a part, and how much the part needs.
create function report.asked_course(known_at timestamptz)
returns table (edition_id int, part text, subject text, needed numeric, course_id int, credits numeric)
language sql stable parallel safe as $$
  select i.edition_id, p.part, k.code::text, p.needed, k.id, k.credits
  from report.known_curriculum_item(known_at) i
  join report.known_course(known_at) k on k.id = i.course_id
  left join report.known_completion_rule(known_at) r on r.edition_id = i.edition_id
  cross join lateral (
    select 'course', 1::numeric where k.kind <> 'culture'
    union all
    select 'culture module',
      round((k.hours_theory + k.hours_practice) * coalesce(r.course_attendance_percent, 100) / 100, 1)
    where k.kind = 'culture' and r.edition_id is not null) p (part, needed)
  where i.elective_group is null
  union all
  select m.edition_id, 'electives', m.code::text, m.minimum_credits, k.id, k.credits
  from report.known_elective_group(known_at) m
  left join (report.known_curriculum_item(known_at) i join report.known_course(known_at) k on k.id = i.course_id)
    on (i.edition_id, i.elective_group) = (m.edition_id, m.code)
$$;
comment on function report.asked_course is
  'Courses that an edition asks for, by part of its rule of completion, as known at a time.';

-- Every part of the rule of completion, for each enrollment, as of a day and as known at a time: what is needed, what
-- is there, whether it is done. `luban progress`, completing and credentials ask here, and nowhere else.
--
-- An edition without a completion rule has no parts.
create function report.completion_part(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, part text, subject text,
  needed numeric, got numeric, is_done boolean, note text)
language sql stable parallel safe as $$
  -- Courses: required ones passed; culture modules attended, in classes and events, or passed; credits from electives.
  select e.workshop_id, e.cohort_id, e.enrollment_id, a.part, a.subject, a.needed, sum(v.got),
    sum(v.got) >= a.needed or a.part = 'culture module' and bool_or(coalesce(g.passed, false)),
    max(format(luban.wording('{0} on {1}, attempt {2}'), g.mark, g.graded_on, g.attempt))
      filter (where a.part = 'course' and not g.passed)
  from report.ruled_enrollment(known_at) e
  join report.asked_course(known_at) a on a.edition_id = e.edition_id
  left join report.counted_result(as_of, known_at) g
    on (g.workshop_id, g.cohort_id, g.enrollment_id, g.course_id) = (e.workshop_id, e.cohort_id, e.enrollment_id, a.course_id)
  left join (
    select workshop_id, cohort_id, enrollment_id, course_id, sum(hours) as hours
    from report.culture_hours(as_of, known_at) group by 1, 2, 3, 4) h
    on a.part = 'culture module' and (h.workshop_id, h.cohort_id, h.enrollment_id, h.course_id)
      = (e.workshop_id, e.cohort_id, e.enrollment_id, a.course_id)
  cross join lateral (
    select coalesce(case a.part when 'culture module' then h.hours when 'course' then g.passed::int
      else case when g.passed then a.credits end end, 0)) v (got)
  group by e.workshop_id, e.cohort_id, e.enrollment_id, a.part, a.subject, a.needed
  union all
  -- The language target, reached in its own framework: once, or still valid, as the rule says.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'language',
    e.language_framework || ':' || e.language_level, t.rank, coalesce(l.rank, 0), coalesce(l.rank, 0) >= t.rank,
    case when coalesce(l.rank, 0) < t.rank and l.expired_level <> e.language_level
        then format(luban.wording('{0}:{1} expired on {2}'), e.language_framework, l.expired_level, l.expired_on)
      when coalesce(l.rank, 0) < t.rank and l.expired_on is not null then format(luban.wording('expired on {0}'), l.expired_on)
      else format(luban.wording('{0} shown'), coalesce(n.level, luban.wording('none'))) end
  from report.ruled_enrollment(known_at) e
  join luban.language_level t on (t.framework, t.level) = (e.language_framework, e.language_level)
  left join lateral (
    select max(v.rank) filter (where report.is_level_counted(v.valid_until, as_of, e.language_counted)) as rank,
      max(v.valid_until) filter (
        where v.rank >= t.rank and not report.is_level_counted(v.valid_until, as_of, e.language_counted)) as expired_on,
      (array_agg(v.level order by v.valid_until desc) filter (
        where v.rank >= t.rank and not report.is_level_counted(v.valid_until, as_of, e.language_counted)))[1] as expired_level
    from report.language_evidence(known_at) v
    where v.workshop_id = e.workshop_id and v.student_id = e.student_id and v.framework = e.language_framework
      and v.passed and v.shown_on <= as_of) l on true
  left join luban.language_level n on (n.framework, n.rank) = (e.language_framework, l.rank)
  union all
  -- Hours of culture in all.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'culture hours', null, e.culture_hours, coalesce(h.hours, 0),
    coalesce(h.hours, 0) >= e.culture_hours, null
  from report.ruled_enrollment(known_at) e
  left join (
    select workshop_id, cohort_id, enrollment_id, sum(hours) as hours
    from report.culture_hours(as_of, known_at) group by 1, 2, 3) h
    on (h.workshop_id, h.cohort_id, h.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  where e.culture_hours is not null
  union all
  -- Attendance, in percent of the hours held while enrolled, in any cohort of the chain: over all courses, and in each
  -- course of the edition that was held.
  select e.workshop_id, e.cohort_id, e.enrollment_id, p.part, k.code::text, p.needed, report.attendance_percent(p.attended, p.held),
    coalesce(r.percent >= p.needed, false), format(luban.wording('{0} of {1} hours'), trim_scale(p.attended), trim_scale(p.held))
  from report.ruled_enrollment(known_at) e
  left join (
    select workshop_id, cohort_id, enrollment_id, sum(attended_hours) as attended, sum(held_hours) as held,
      array_agg(course_id) as courses, array_agg(attended_hours) as attended_each, array_agg(held_hours) as held_each
    from report.student_attendance(as_of, known_at) group by 1, 2, 3) a
    on (a.workshop_id, a.cohort_id, a.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  cross join lateral (
    select 'attendance', null::int, e.attendance_percent, a.attended, a.held
    union all
    select 'course attendance', c.course_id, e.course_attendance_percent, c.attended, c.held
    from unnest(a.courses, a.attended_each, a.held_each) c (course_id, attended, held)
    where c.held > 0 and exists (
      select from report.known_curriculum_item(known_at) i where (i.edition_id, i.course_id) = (e.edition_id, c.course_id))
  ) p (part, course_id, needed, attended, held)
  left join report.known_course(known_at) k on k.id = p.course_id
  cross join lateral (select 100 * p.attended / nullif(p.held, 0)) r (percent)
  where p.needed is not null
  union all
  -- Hours of placement.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'placement hours', null, e.placement_hours, coalesce(h.hours, 0),
    coalesce(h.hours, 0) >= e.placement_hours, null
  from report.ruled_enrollment(known_at) e
  left join (
    select workshop_id, cohort_id, enrollment_id, sum(hours) as hours
    from report.placement_hours(as_of, known_at) group by 1, 2, 3) h
    on (h.workshop_id, h.cohort_id, h.enrollment_id) = (e.workshop_id, e.cohort_id, e.enrollment_id)
  where e.placement_hours is not null
$$;
comment on function report.completion_part is
  'The parts of the rule of completion of each enrollment, as of a day and as known at a time: needed, there, done.';

-- What is missing of a part, in words a registrar understands.
create function report.part_in_words(part text, subject text, needed numeric, got numeric, note text) returns text
language sql stable parallel safe as $$
  select case part
    when 'course' then case when note is null then format(luban.wording('{0} not passed'), subject)
      else format(luban.wording('{0} not passed ({1})'), subject, note) end
    when 'electives' then format(luban.wording('{0} of {1} credits from {2}'), trim_scale(got), trim_scale(needed), subject)
    when 'culture module' then format(luban.wording('{0} of {1} hours of {2}'), trim_scale(got), trim_scale(needed), subject)
    when 'language' then format(luban.wording('{0} not reached ({1})'), subject, note)
    when 'culture hours' then format(luban.wording('{0} of {1} hours of culture'), trim_scale(got), trim_scale(needed))
    when 'attendance' then case when got is null then luban.wording('no attendance recorded')
      else format(luban.wording('attendance {0} % of {1} % ({2})'), trim_scale(got), trim_scale(needed), note) end
    when 'course attendance' then format(luban.wording('attendance in {0} {1} % of {2} % ({3})'), subject, trim_scale(got),
      trim_scale(needed), note)
    when 'placement hours' then format(luban.wording('{0} of {1} hours of placement'), trim_scale(got), trim_scale(needed))
  end
$$;
comment on function report.part_in_words is 'A part of the rule of completion that is missing, in words.';

create function report.part_named(part text) returns text
language sql stable parallel safe as $$
  select case part
    when 'course' then luban.wording('course') when 'electives' then luban.wording('electives')
    when 'culture module' then luban.wording('culture module') when 'language' then luban.wording('language')
    when 'culture hours' then luban.wording('culture hours') when 'attendance' then luban.wording('attendance')
    when 'course attendance' then luban.wording('course attendance')
    when 'placement hours' then luban.wording('placement hours') end
$$;
comment on function report.part_named is 'The name of a part of a rule of completion, as people read it.';

create function report.part_order(part text) returns int
language sql immutable parallel safe as $$
  select array_position(array['course', 'electives', 'culture module', 'language', 'culture hours', 'attendance',
    'course attendance', 'placement hours'], part)
$$;
comment on function report.part_order is 'Order in which the parts of a rule are told.';
