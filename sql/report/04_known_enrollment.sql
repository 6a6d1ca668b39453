-- Enrollments that had been entered by a time, with the application as it was known: of the others, and of those that were
-- annulled then, no event stood.
create function report.known_enrollment(known_at timestamptz)
returns table (workshop_id int, id bigint, student_id bigint, cohort_id bigint, applied_on date, override text)
language sql stable parallel safe as $$
  select e.workshop_id, e.id, e.student_id, e.cohort_id, coalesce((r.before ->> 'applied_on')::date, e.applied_on),
    case when r.before is null then e.override else r.before ->> 'override' end
  from luban.enrollment e
  left join report.first_revision('enrollment', known_at) r on (r.workshop_id, r.row_id) = (e.workshop_id, e.id)
  where exists (select from report.known_event(known_at) v where (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id))
$$;
comment on function report.known_enrollment is
  'Enrollments of which an event stood, as known at a time; their state then is that of report.enrollment_state.';
