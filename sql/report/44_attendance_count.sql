-- How much of what was taught was noted, and how much of it attended: one row for each cohort, which reports add up.

-- On which days an enrollment was enrolled, as report.known_period has them.
create function report.known_enrolled_days(known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, days datemultirange)
language sql stable parallel safe as $$
  select n.workshop_id, n.cohort_id, n.id,
    range_agg(daterange(c.effective_on, luban.last_day_enrolled(c.next_on, c.next_state) + 1))
  from (
    select e.workshop_id, e.enrollment_id, e.to_state, e.effective_on, lead(e.effective_on) over later as next_on,
      lead(e.to_state) over later as next_state
    from report.known_event(known_at) e
    window later as (partition by e.workshop_id, e.enrollment_id order by e.effective_on, e.nth)) c
  join luban.enrollment n on (n.workshop_id, n.id) = (c.workshop_id, c.enrollment_id)
  where c.to_state = 'enrolled'
  group by n.workshop_id, n.cohort_id, n.id
$$;
comment on function report.known_enrolled_days is 'The days on which each enrollment was enrolled, as far as known at a time.';

create function report.held_session(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, course_id int, held_on date, begins_at time, hours numeric, is_noted boolean)
language sql stable parallel safe as $$
  select s.workshop_id, k.cohort_id, k.course_id, s.held_on, s.begins_at, s.hours, n.session_id is not null
  from report.known_session(known_at) s
  join report.known_class(known_at) k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
  left join (select distinct workshop_id, session_id from report.known_attendance(known_at)) n
    on (n.workshop_id, n.session_id) = (s.workshop_id, s.id)
  where s.held_on <= as_of and s.cancel_reason is null
$$;
comment on function report.held_session is
  'Sessions held by a day, each with whether anything was noted at it, as known at a time.';

-- Hours are offered to all who are enrolled on the day of a session that was held. Sessions and changes in the number of
-- those enrolled stand in one line of days for each cohort, so that nothing is joined with everybody.
create function report.attendance_month(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, month text, sessions_held bigint, sessions_noted bigint, offered_hours numeric,
  held_hours numeric, attended_hours numeric)
language sql stable parallel safe as $$
  with taught as (
    select workshop_id, cohort_id, to_char(day, 'YYYY-MM') as month, count(*) as sessions,
      count(*) filter (where is_noted) as noted, sum(hours * students) as hours
    from (
      select workshop_id, cohort_id, day, hours, is_noted,
        sum(change) over (partition by workshop_id, cohort_id order by day) as students
      from (
        select workshop_id, cohort_id, held_on as day, 0 as change, hours, is_noted from report.held_session(as_of, known_at)
        union all
        select e.workshop_id, e.cohort_id, turn.day, turn.change, null, null
        from report.known_enrolled_days(known_at) e
        cross join unnest(e.days) d (days)
        cross join lateral (values (lower(d.days), 1), (upper(d.days), -1)) turn (day, change)
        where turn.day <= as_of
      ) one
    ) told
    where hours is not null
    group by workshop_id, cohort_id, month
  ), noted as (
    select n.workshop_id, n.cohort_id, to_char(n.held_on, 'YYYY-MM') as month,
      sum(n.hours) filter (where report.is_held(n.status, r.excused)) as held,
      sum(n.own_hours) filter (where report.is_there(n.status, r.excused)) as attended
    from report.attendance_noted(as_of, known_at) n
    left join report.known_completion_rule(known_at) r on r.edition_id = n.edition_id
    group by n.workshop_id, n.cohort_id, month
  )
  select workshop_id, cohort_id, month, coalesce(t.sessions, 0), coalesce(t.noted, 0), coalesce(t.hours, 0),
    coalesce(n.held, 0), coalesce(n.attended, 0)
  from taught t full join noted n using (workshop_id, cohort_id, month)
$$;
comment on function report.attendance_month is
  'Sessions held and noted, hours offered, noted and attended of each cohort in each month until a day, as known at a time.';

create function report.attendance_count(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, sessions_held bigint, sessions_noted bigint, offered_hours numeric,
  held_hours numeric, attended_hours numeric)
language sql stable parallel safe as $$
  select c.workshop_id, c.cohort_id, coalesce(sum(m.sessions_held), 0)::bigint, coalesce(sum(m.sessions_noted), 0)::bigint,
    coalesce(sum(m.offered_hours), 0), coalesce(sum(m.held_hours), 0), coalesce(sum(m.attended_hours), 0)
  from report.known_cohort(as_of, known_at) c
  left join report.attendance_month(as_of, known_at) m on (m.workshop_id, m.cohort_id) = (c.workshop_id, c.cohort_id)
  group by c.workshop_id, c.cohort_id
$$;
comment on function report.attendance_count is 'The same of each cohort, over all months until a day.';
