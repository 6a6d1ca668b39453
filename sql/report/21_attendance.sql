-- What was known of attendance at a time: a row was so from when it was recorded until it was replaced.
create function report.known_attendance(known_at timestamptz)
returns table (workshop_id int, session_id bigint, enrollment_id bigint, status luban.attendance_status, hours numeric,
  recorded_at timestamptz)
language sql stable parallel safe as $$
  -- The condition stands outside: a part of a union that has one of its own is read whole.
  select a.workshop_id, a.session_id, a.enrollment_id, a.status, a.hours, a.recorded_at
  from (
    select n.workshop_id, n.session_id, n.enrollment_id, n.status, n.hours, n.recorded_at, null::timestamptz as replaced_at
    from luban.attendance n
    union all
    select p.workshop_id, p.session_id, p.enrollment_id, p.status, p.hours, p.recorded_at, p.replaced_at
    from luban.attendance_past p) a
  where a.recorded_at <= known_at and (a.replaced_at > known_at) is not false
$$;
comment on function report.known_attendance is 'Attendance as far as known at a time.';

create function report.known_period(in_workshop int, in_enrollment bigint, known_at timestamptz)
returns table (begins_on date, ends_on date)
language sql stable parallel safe rows 1 as $$
  select c.effective_on, luban.last_day_enrolled(c.next_on, c.next_state)
  from (
    select e.to_state, e.effective_on, lead(e.effective_on) over later as next_on, lead(e.to_state) over later as next_state
    from report.known_event(known_at) e
    where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment
    window later as (order by e.effective_on, e.nth)) c
  where c.to_state = 'enrolled'
$$;
comment on function report.known_period is
  'From which to which day an enrollment was enrolled, both among them, as far as known at a time.';

-- What was noted at each session until a day, of those who were enrolled: what every rate of attendance is added up from.
-- Nothing is grouped, so that a cohort reads its own sessions, and a student their own rows, by an index.
create function report.attendance_noted(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, class_id bigint, edition_id int, course_id int, enrollment_id bigint,
  held_on date, hours numeric, own_hours numeric, status luban.attendance_status)
language sql stable parallel safe as $$
  select c.workshop_id, c.cohort_id, c.id, c.edition_id, c.course_id, a.enrollment_id, s.held_on, s.hours,
    coalesce(a.hours, s.hours), a.status
  from luban.class c
  join luban.session t on (t.workshop_id, t.class_id) = (c.workshop_id, c.id)
  -- Written out, not report.known_session: a cohort finds its own by an index, and a session at which something was ever
  -- noted is still there.
  left join report.first_revision('session', known_at) f on (f.workshop_id, f.row_id) = (t.workshop_id, t.id)
  cross join lateral (
    select t.workshop_id, t.id, coalesce((f.before ->> 'held_on')::date, t.held_on),
      coalesce((f.before ->> 'hours')::numeric, t.hours)) s (workshop_id, id, held_on, hours)
  join report.known_attendance(known_at) a on (a.workshop_id, a.session_id) = (s.workshop_id, s.id)
  -- Who was there was enrolled, as the database sees to. Absence alone may be noted of one who is then found to have
  -- left before.
  left join lateral (
    select true as that_day from report.known_period(a.workshop_id, a.enrollment_id, known_at) p
    where not luban.is_attended(a.status) and s.held_on between p.begins_on and p.ends_on limit 1) enrolled on true
  where s.held_on <= as_of and (luban.is_attended(a.status) or enrolled.that_day)
$$;
comment on function report.attendance_noted is
  'What was noted of those enrolled at each session, with its hours, and those of the student: all of them unless told.';

-- Excused hours count as the completion rule of an edition says: as attended, as missed, or not at all.
create function report.is_held(status luban.attendance_status, excused luban.excused_rule) returns boolean
language sql immutable parallel safe as $$
  select status <> 'excused' or coalesce(excused in ('attended', 'missed'), false)
$$;
comment on function report.is_held is 'Whether the hours of a session with this status are counted as held.';

create function report.is_there(status luban.attendance_status, excused luban.excused_rule) returns boolean
language sql immutable parallel safe as $$
  select luban.is_attended(status) or status = 'excused' and coalesce(excused = 'attended', false)
$$;
comment on function report.is_there is 'Whether the hours of a session with this status are counted as attended.';

-- Attendance of each enrollment in each class until a day: of the hours at which something was noted of the student
-- while enrolled, those the student was there, by the rule of the edition of the class. Classes and cohorts are added up
-- from this by numerators and denominators. Of a student, who may have changed cohorts: report.student_attendance.
create function report.attendance_rate(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, class_id bigint, course_id int, enrollment_id bigint,
  held_hours numeric, attended_hours numeric, sessions bigint, present bigint, late bigint, excused bigint, absences bigint)
language sql stable parallel safe as $$
  select a.workshop_id, a.cohort_id, a.class_id, a.course_id, a.enrollment_id,
    coalesce(sum(a.hours) filter (where report.is_held(a.status, r.excused)), 0),
    coalesce(sum(a.own_hours) filter (where report.is_there(a.status, r.excused)), 0),
    count(*), count(*) filter (where a.status = 'present'), count(*) filter (where a.status = 'late'),
    count(*) filter (where a.status = 'excused'), count(*) filter (where a.status = 'absent')
  from report.attendance_noted(as_of, known_at) a
  left join report.known_completion_rule(known_at) r on r.edition_id = a.edition_id
  group by a.workshop_id, a.cohort_id, a.class_id, a.course_id, a.enrollment_id
$$;
comment on function report.attendance_rate is 'Hours held and attended of each enrollment in each class.';

-- Attendance of each student in each course until a day, in any cohort of the chain that the enrollment continues, judged
-- by the rule of its own edition: what was attended before a transfer or a return counts for the enrollment that goes on.
create function report.student_attendance(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, course_id int, held_hours numeric,
  attended_hours numeric, sessions bigint, present bigint, late bigint, excused bigint, absences bigint)
language sql stable parallel safe as $$
  select n.workshop_id, n.cohort_id, n.enrollment_id, n.course_id,
    coalesce(sum(n.hours) filter (where report.is_held(n.status, r.excused)), 0),
    coalesce(sum(n.own_hours) filter (where report.is_there(n.status, r.excused)), 0),
    count(*), count(*) filter (where n.status = 'present'), count(*) filter (where n.status = 'late'),
    count(*) filter (where n.status = 'excused'), count(*) filter (where n.status = 'absent')
  from (
    select workshop_id, cohort_id, enrollment_id, course_id, hours, own_hours, status
    from report.attendance_noted(as_of, known_at)
    union all
    -- Few have an earlier enrollment: theirs is looked up by itself.
    select e.workshop_id, e.cohort_id, e.enrollment_id, a.course_id, a.hours, a.own_hours, a.status
    from report.continued_enrollment(as_of, known_at) e
    join report.attendance_noted(as_of, known_at) a on (a.workshop_id, a.enrollment_id) = (e.workshop_id, e.source_id)
  ) n
  join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
  left join report.known_completion_rule(known_at) r on r.edition_id = c.edition_id
  group by n.workshop_id, n.cohort_id, n.enrollment_id, n.course_id
$$;
comment on function report.student_attendance is
  'Hours held and attended of each enrollment in each course, in whichever cohort of its chain.';
