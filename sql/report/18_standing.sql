-- What listings of cohorts and enrollments show of a day, as known at a time: in the columns of the tables that they read
-- where they tell of now.
create function report.enrollment_standing(as_of date, known_at timestamptz)
returns table (workshop_id int, id bigint, student_id bigint, cohort_id bigint, applied_on date, override text,
  state luban.enrollment_state, state_on date, waitlist_place bigint)
language sql stable parallel safe as $$
  select e.workshop_id, e.id, e.student_id, e.cohort_id, e.applied_on, e.override, s.state, s.since, null::bigint
  from report.known_enrollment(known_at) e
  join report.enrollment_state(as_of, known_at) s
    on (s.workshop_id, s.cohort_id, s.enrollment_id) = (e.workshop_id, e.cohort_id, e.id)
$$;
comment on function report.enrollment_standing is
  'Enrollments with the state in which they stood at the end of a day, as far as known at a time; turns are told of now only.';

create function report.cohort_standing(as_of date, known_at timestamptz)
returns table (workshop_id int, id bigint, code text, edition_id int, program_id int, status luban.cohort_status,
  intake_on date, planned_end_on date, window_opens_on date, window_closes_on date, capacity int, seats_held bigint,
  waiting bigint)
language sql stable parallel safe as $$
  select k.workshop_id, k.cohort_id, k.code, k.edition_id, c.program_id,
    coalesce((select v.status from luban.cohort_event v
      where v.workshop_id = k.workshop_id and v.cohort_id = k.cohort_id and v.effective_on <= as_of
        and v.recorded_at <= known_at order by v.effective_on desc, v.nth desc limit 1), 'planned'),
    k.intake_on, k.planned_end_on, coalesce(b.window_opens_on, c.window_opens_on),
    coalesce(b.window_closes_on, c.window_closes_on), k.capacity, coalesce(e.seats_held, 0), coalesce(e.waiting, 0)
  from report.known_cohort(as_of, known_at) k
  join luban.cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
  left join report.first_revision('cohort', known_at) r on (r.workshop_id, r.row_id) = (k.workshop_id, k.cohort_id)
  cross join lateral jsonb_populate_record(null::luban.cohort, r.before) b
  left join (
    select s.workshop_id, s.cohort_id, count(*) filter (where luban.holds_seat(s.state)) as seats_held,
      count(*) filter (where s.state = 'waitlisted') as waiting
    from report.enrollment_state(as_of, known_at) s group by s.workshop_id, s.cohort_id) e
    on (e.workshop_id, e.cohort_id) = (k.workshop_id, k.cohort_id)
$$;
comment on function report.cohort_standing is
  'Cohorts with dates, status and seats as they stood at the end of a day, as far as known at a time.';
