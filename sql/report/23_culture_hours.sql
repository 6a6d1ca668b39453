-- Hours of culture of each enrollment until a day, by the module they count for (none: of events of no module).
-- What was earned before a transfer counts for the enrollment that goes on; its own hours are those without it, which add up
-- over cohorts.

-- Of events that have ended, for nobody more than an event has. Who took part is joined with the enrollments in each
-- part, not in report.known_participation: a cohort asks for its own alone.
create function report.culture_event_hours(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, course_id int, hours numeric, events bigint, own_hours numeric)
language sql stable parallel safe as $$
  select h.workshop_id, h.cohort_id, h.enrollment_id, h.course_id, sum(h.hours), count(*), coalesce(sum(h.own_hours), 0)
  from (
    select p.workshop_id, p.cohort_id, p.enrollment_id, v.course_id, least(sum(p.hours), v.hours) as hours,
      least(coalesce(sum(p.hours) filter (where p.source_id = p.enrollment_id), 0), v.hours) as own_hours
    from (
      select s.*, t.event_id, t.hours
      from report.enrollment_source(as_of, known_at) s
      join luban.participation t on (t.workshop_id, t.enrollment_id) = (s.workshop_id, s.source_id)
      where t.recorded_at <= known_at and not exists (
        select from report.replaced('participation', known_at) r where (r.workshop_id, r.row_id) = (t.workshop_id, t.id))
      union all
      select s.*, t.event_id, t.hours
      from report.first_revision('participation', known_at) r
      cross join lateral jsonb_populate_record(null::luban.participation, r.before) t
      join report.enrollment_source(as_of, known_at) s on (s.workshop_id, s.source_id) = (t.workshop_id, t.enrollment_id)
      where t.recorded_at <= known_at
    ) p
    join report.known_culture_event(known_at) v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
    where v.ends_on <= as_of
    group by p.workshop_id, p.cohort_id, p.enrollment_id, v.id, v.course_id, v.hours
  ) h
  group by h.workshop_id, h.cohort_id, h.enrollment_id, h.course_id
$$;
comment on function report.culture_event_hours is 'Hours in culture events of each enrollment, by module.';

-- Of sessions attended in classes of culture modules.
create function report.culture_class_hours(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, course_id int, hours numeric)
language sql stable parallel safe as $$
  select a.workshop_id, a.cohort_id, a.enrollment_id, a.course_id, a.attended_hours
  from report.student_attendance(as_of, known_at) a
  -- As an array the modules are known before attendance is added up, and that of other courses is not read.
  where a.course_id = any (array(select id from report.known_course(known_at) where kind = 'culture'))
$$;
comment on function report.culture_class_hours is 'Hours attended in classes of culture modules, of each enrollment and module.';

create function report.culture_hours(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, course_id int, hours numeric)
language sql stable parallel safe as $$
  select workshop_id, cohort_id, enrollment_id, course_id, hours from report.culture_event_hours(as_of, known_at)
  union all
  select workshop_id, cohort_id, enrollment_id, course_id, hours from report.culture_class_hours(as_of, known_at)
$$;
comment on function report.culture_hours is 'Hours of culture of each enrollment by module, in events and in classes: add them up.';
