-- Culture of each cohort, hour by hour in the cohort in which it was earned, so that a sum has each once: what an enrollment
-- earned in which event, or in classes of which module. What a student brings along from an earlier cohort of the chain is told
-- by report.culture_hours, and is in no sum of cohorts here.
create function report.culture_part(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, student_id bigint, event_id bigint, course_id int,
  hours numeric)
language sql stable parallel safe as $$
  select p.workshop_id, n.cohort_id, n.id, n.student_id, v.id, v.course_id, least(p.hours, v.hours)
  from report.known_participation(known_at) p
  join report.known_culture_event(known_at) v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
  join luban.enrollment n on (n.workshop_id, n.id) = (p.workshop_id, p.enrollment_id)
  where v.ends_on <= as_of
  union all
  select a.workshop_id, a.cohort_id, a.enrollment_id, n.student_id, null, a.course_id, a.attended_hours
  from report.attendance_rate(as_of, known_at) a
  join luban.enrollment n on (n.workshop_id, n.id) = (a.workshop_id, a.enrollment_id)
  where a.course_id = any (array(select id from report.known_course(known_at) where kind = 'culture'))
$$;
comment on function report.culture_part is
  'Hours of culture that each enrollment earned itself, by event and by module taught in classes, as of a day and as known at a time.';

create function report.per_head(hours numeric, persons numeric) returns numeric
language sql immutable parallel safe as $$
  select round(hours / nullif(persons, 0), 1)
$$;
comment on function report.per_head is 'Hours for each person, to one digit; nothing where there is nobody.';
