-- Who is in which count of the reports: whatever is counted, row by row, with the names of the counts that it is in. `--who` lists
-- these. Of enrollments it is report.cohort_member, of a year and of graduates it stands beside their figures.

-- Who is in which count of courses: each student and course of a class that has begun, passed, failed, or left without a mark.
create function report.course_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, course text, result text, graded_on date, counted text[])
language sql stable parallel safe as $$
  select r.workshop_id, r.cohort_id, n.student_id, o.code::text,
    case when r.kind is null then 'withdrawn' when r.passed then 'passed' else 'failed' end, r.graded_on,
    array_remove(array['courses_judged', case when r.passed then 'courses_passed' end], null)
  from report.course_outcome(as_of, known_at) r
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (r.workshop_id, r.cohort_id)
  join report.known_class(known_at) k on (k.workshop_id, k.cohort_id, k.course_id) = (r.workshop_id, r.cohort_id, r.course_id)
  join luban.enrollment n on (n.workshop_id, n.id) = (r.workshop_id, r.enrollment_id)
  join report.known_course(known_at) o on o.id = r.course_id
  where coalesce(r.kind = 'graded', true) and k.begins_on <= as_of and c.census_on <= as_of
$$;
comment on function report.course_member is
  'Courses of students that are judged, with the result that counts and the counts of the cohort report that they are in.';

-- Each test that those of a census took since they applied, in the framework of their target.
create function report.test_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, framework text, level text, taken_on date, result text,
  purpose text, counted text[])
language sql stable parallel safe as $$
  select m.workshop_id, m.cohort_id, m.student_id, v.framework, v.level, v.shown_on,
    case when v.passed then 'passed' else 'failed' end, v.purpose::text,
    array_remove(array['language_tests', case when v.passed then 'language_tests_passed' end], null)
  from report.cohort_member(as_of, known_at) m
  join report.known_enrollment(known_at) e on (e.workshop_id, e.id) = (m.workshop_id, m.enrollment_id)
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (m.workshop_id, m.cohort_id)
  join report.known_completion_rule(known_at) r on r.edition_id = c.edition_id
  join report.language_evidence(known_at) v
    on (v.workshop_id, v.student_id, v.framework) = (m.workshop_id, m.student_id, r.language_framework)
  where 'language_census' = any (m.counted) and v.purpose <> 'placement_test' and v.shown_on between e.applied_on and as_of
$$;
comment on function report.test_member is
  'Tests of those of a census in the framework of their target, with the counts of the cohort report that they are in.';

-- Each person of the language report in each cohort.
create function report.person_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, counted text[])
language sql stable parallel safe as $$
  select workshop_id, cohort_id, student_id, array['students']
  from report.enrollment_state(as_of, known_at) where state in ('enrolled', 'suspended', 'completed')
$$;
comment on function report.person_member is 'Persons in training, on leave or completed, in each of their cohorts.';

-- The levels that these have shown, each with the proof of the highest one: of what was reached, and of what is still valid.
create function report.level_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, framework text, level text, rank smallint, shown_level text,
  shown_on date, shown_by text, counted text[])
language sql stable parallel safe as $$
  with reached as (
    select distinct on (workshop_id, student_id, framework) workshop_id, student_id, framework, rank, level, shown_on, shown_by
    from report.language_evidence(known_at) where passed and shown_on <= as_of
    order by workshop_id, student_id, framework, rank desc, shown_on, shown_by
  ), shown as (
    select *, true as is_of_all from reached
    union all
    select workshop_id, student_id, framework, rank, level, since, shown_by, false from report.language_level(as_of, known_at)
  )
  select p.workshop_id, p.cohort_id, p.student_id, l.framework, l.level, l.rank, s.level, s.shown_on, s.shown_by,
    case when not s.is_of_all then array['valid'] when s.rank = l.rank then array['reached', 'highest'] else array['reached'] end
  from report.person_member(as_of, known_at) p
  join shown s on (s.workshop_id, s.student_id) = (p.workshop_id, p.student_id)
  join luban.language_level l on l.framework = s.framework and l.rank <= s.rank
$$;
comment on function report.level_member is
  'Levels that persons have shown, with the proof of the highest and the counts of the language report that they are in.';

-- All the tests that they took, placement tests left out.
create function report.level_test_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, framework text, level text, rank smallint, taken_on date,
  result text, purpose text, counted text[])
language sql stable parallel safe as $$
  select p.workshop_id, p.cohort_id, p.student_id, v.framework, v.level, v.rank, v.shown_on,
    case when v.passed then 'passed' else 'failed' end, v.purpose::text,
    array_remove(array['tests', case when v.passed then 'tests_passed' end], null)
  from report.person_member(as_of, known_at) p
  join report.language_evidence(known_at) v on (v.workshop_id, v.student_id) = (p.workshop_id, p.student_id)
  where v.purpose <> 'placement_test' and v.shown_on <= as_of
$$;
comment on function report.level_test_member is
  'Tests of the persons of the language report, with the counts that they are in.';

-- Who is in which count of the partner report. What is of a period tells it by its days.
create function report.present_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, state luban.enrollment_state, since date, code text,
  event smallint, counted text[])
language sql stable parallel safe as $$
  select workshop_id, cohort_id, student_id, state, since, code, event, array['students', 'students_awarded']
  from report.cohort_member(as_of, known_at) where state in ('enrolled', 'suspended')
$$;
comment on function report.present_member is 'Enrollments in training or on leave.';

create function report.instructor_member(as_of date, known_at timestamptz)
returns table (workshop_id int, partner_id int, instructor text, since date, until date, counted text[])
language sql stable parallel safe as $$
  select workshop_id, partner_id, instructor, since, nullif(until, 'infinity'), array['instructors']
  from report.instructor_called(known_at) where since <= as_of and as_of < until
$$;
comment on function report.instructor_member is 'Instructors at a workshop on a day.';

create function report.training_member(days daterange, known_at timestamptz)
returns table (workshop_id int, partner_id int, instructor text, title text, begins_on date, ends_on date, hours numeric,
  counted text[])
language sql stable parallel safe as $$
  select t.workshop_id, t.partner_id, i.instructor, t.title, t.begins_on, t.ends_on, trim_scale(t.hours),
    array['teachers_trained', 'teacher_trainings']
  from report.completed_training(days, known_at) t
  join report.instructor_called(known_at) i on (i.workshop_id, i.instructor_id) = (t.workshop_id, t.instructor_id)
$$;
comment on function report.training_member is 'Trainings of instructors in a period, with the partner that gave them.';

create function report.placement_member(days daterange, known_at timestamptz)
returns table (workshop_id int, partner_id int, cohort_id bigint, student_id bigint, offer text, begins_on date, ends_on date,
  counted text[])
language sql stable parallel safe as $$
  select p.workshop_id, p.partner_id, n.cohort_id, n.student_id, p.offer, p.begins_on, p.ends_on, array['placements']
  from report.placed_student(days, known_at) p
  join luban.enrollment n on (n.workshop_id, n.id) = (p.workshop_id, p.enrollment_id)
$$;
comment on function report.placement_member is 'Placements at each partner in a period.';

-- Who is in which count of those who took part in events.
create function report.participation_member(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, event text, ends_on date, hours numeric, counted text[])
language sql stable parallel safe as $$
  select p.workshop_id, p.cohort_id, p.student_id, v.code::text, v.ends_on, trim_scale(p.hours), array['participants', 'participations']
  from report.culture_part(as_of, known_at) p
  join report.known_culture_event(known_at) v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
$$;
comment on function report.participation_member is 'Who took part in which event, with the hours that count.';
