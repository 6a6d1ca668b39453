-- What was known of attendance at a time: a row was so from when it was recorded until it was replaced.
create function report.known_attendance(known_at timestamptz)
returns table (workshop_id int, session_id bigint, enrollment_id bigint, status smallint, recorded_at timestamptz)
language sql stable parallel safe as $$
  -- The condition stands outside: a part of a union that has one of its own is read whole.
  select a.workshop_id, a.session_id, a.enrollment_id, a.status, a.recorded_at
  from (
    select n.workshop_id, n.session_id, n.enrollment_id, n.status, n.recorded_at, null::timestamptz as replaced_at
    from luban.attendance n
    union all
    select p.workshop_id, p.session_id, p.enrollment_id, p.status, p.recorded_at, p.replaced_at
    from luban.attendance_past p) a
  where a.recorded_at <= known_at and (a.replaced_at > known_at) is not false
$$;
comment on function report.known_attendance is 'Attendance as far as known at a time.';

create function report.known_period(in_workshop int, in_enrollment bigint, known_at timestamptz)
returns table (begins_on date, ends_on date)
language sql stable parallel safe rows 1 as $$
  select c.effective_on, coalesce(c.next_on, 'infinity')
  from (
    select e.to_state, e.effective_on, lead(e.effective_on) over (order by e.effective_on, e.nth) as next_on
    from report.known_event(known_at) e
    where e.workshop_id = in_workshop and e.enrollment_id = in_enrollment) c
  where c.to_state = 'enrolled'
$$;
comment on function report.known_period is
  'From which to which day an enrollment was enrolled, both among them, as far as known at a time.';

-- Attendance of each enrollment in each class until a day: of the hours at which something was noted of the student
-- while enrolled, those the student was there. Excused hours count as the completion rule of the edition says.
-- Classes, cohorts and whole enrollments are added up from this by numerators and denominators.
create function report.attendance_rate(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, class_id bigint, course_id int, enrollment_id bigint,
  held_hours numeric, attended_hours numeric, sessions bigint, present bigint, late bigint, excused bigint, absences bigint)
language sql stable parallel safe as $$
  select c.workshop_id, c.cohort_id, c.id, c.course_id, a.enrollment_id,
    coalesce(sum(s.hours) filter (where a.status <> 3 or r.excused in ('attended', 'missed')), 0),
    coalesce(sum(s.hours) filter (where a.status <= 2 or a.status = 3 and r.excused = 'attended'), 0),
    count(*), count(*) filter (where a.status = 1), count(*) filter (where a.status = 2),
    count(*) filter (where a.status = 3), count(*) filter (where a.status = 4)
  from luban.class c
  join luban.session t on (t.workshop_id, t.class_id) = (c.workshop_id, c.id)
  -- Written out, not report.known_session: a cohort finds its own by an index, and a session at which something was ever
  -- noted is still there.
  left join report.first_revision('session', known_at) f on (f.workshop_id, f.row_id) = (t.workshop_id, t.id)
  cross join lateral (
    select t.workshop_id, t.id, coalesce((f.before ->> 'held_on')::date, t.held_on),
      coalesce((f.before ->> 'hours')::numeric, t.hours)) s (workshop_id, id, held_on, hours)
  join report.known_attendance(known_at) a on (a.workshop_id, a.session_id) = (s.workshop_id, s.id)
  left join luban.completion_rule r on r.edition_id = c.edition_id
  -- Who was there was enrolled, as the database sees to. Absence alone may be noted of one who is then found to have
  -- left before.
  left join lateral (
    select true as that_day from report.known_period(a.workshop_id, a.enrollment_id, known_at) p
    where not luban.is_attended(a.status) and s.held_on between p.begins_on and p.ends_on limit 1) enrolled on true
  where s.held_on <= as_of and (luban.is_attended(a.status) or enrolled.that_day)
  group by c.workshop_id, c.cohort_id, c.id, c.course_id, a.enrollment_id
$$;
comment on function report.attendance_rate is 'Hours held and attended of each enrollment in each class.';
