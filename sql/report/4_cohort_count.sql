-- How many of each nationality applied, stay, left in each cohort until a day, as far as known at a time: the one
-- pass over all events that the cohort report is made of.
--
-- States are not looked up enrollment by enrollment: in each are those who came into it less those who left it. Each
-- enrollment comes from nothing once, so the states add up to the applications.
create function report.cohort_count(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, nationality text, applications bigint, transferred_in bigint,
  applied bigint, waitlisted bigint, admitted bigint, enrolled bigint, suspended bigint, completed bigint,
  withdrawn bigint, dismissed bigint, no_shows bigint, transferred_out bigint, refused bigint, census_size bigint,
  women bigint, gender_unknown bigint, completed_of_census bigint, retained bigint)
language sql stable parallel safe as $$
  select workshop_id, cohort_id, nationality,
    count(*) filter (where from_state is null),
    count(*) filter (where from_state is null and is_continued),
    count(*) filter (where to_state = 'applied') - count(*) filter (where from_state = 'applied'),
    count(*) filter (where to_state = 'waitlisted') - count(*) filter (where from_state = 'waitlisted'),
    count(*) filter (where to_state = 'admitted') - count(*) filter (where from_state = 'admitted'),
    count(*) filter (where to_state = 'enrolled') - count(*) filter (where from_state = 'enrolled'),
    count(*) filter (where to_state = 'suspended') - count(*) filter (where from_state = 'suspended'),
    count(*) filter (where to_state = 'completed'),
    count(*) filter (where to_state = 'withdrawn' and not is_no_show),
    count(*) filter (where to_state = 'dismissed' and not is_no_show),
    count(*) filter (where is_no_show),
    count(*) filter (where to_state = 'transferred'),
    count(*) filter (where to_state in ('rejected', 'declined')),
    sum(of_census), sum(of_census) filter (where gender = 'female'), sum(of_census) filter (where gender is null),
    count(*) filter (where to_state = 'completed' and not is_late),
    count(*) filter (where to_state in ('enrolled', 'suspended', 'completed') and not is_late)
      - count(*) filter (where from_state in ('enrolled', 'suspended') and not is_late)
  from (
    select n.workshop_id, n.cohort_id, e.from_state, e.to_state, n.continues_id is not null as is_continued,
      case when r.row_id is null then s.gender else (r.before ->> 'gender')::luban.gender end as gender,
      coalesce(r.before ->> 'nationality', s.nationality) as nationality,
      is_no_show, l.enrollment_id is not null as is_late,
      -- Of the census is who commenced by then, but not the no-shows among them.
      case when l.enrollment_id is not null then 0
        when e.to_state = 'enrolled' and e.from_state is distinct from 'suspended' then 1
        when is_no_show and e.from_state in ('enrolled', 'suspended') then -1 else 0 end as of_census
    from report.standing_event(as_of, known_at) e
    join luban.enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id)
    join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
    join luban.student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
    left join report.first_revision('student', known_at) r on (r.workshop_id, r.row_id) = (s.workshop_id, s.id)
    left join report.late_enrollment(as_of, known_at) l on (l.workshop_id, l.enrollment_id) = (e.workshop_id, e.enrollment_id)
    cross join lateral (select e.reason_code = 'no_show' and e.to_state in ('withdrawn', 'dismissed')
      and e.effective_on <= c.intake_on + c.census_day is true as is_no_show) no_show
  ) event
  group by workshop_id, cohort_id, nationality
$$;
comment on function report.cohort_count is 'Figures of each cohort by nationality.';
