-- What workshops publish of a year.

-- Workshops with what they may be told by.
create function report.told_workshop(as_of date, known_at timestamptz)
returns table (workshop_id int, workshop text, workshop_name text, country text, country_name text, sco text, sister_city text)
language sql stable parallel safe as $$
  select w.id, w.code::text, luban.main_title(w.titles), w.country, case current_setting('luban.language', true)
      when 'zh' then c.name_zh when 'ru' then c.name_ru else c.name_en end,
    (select o.status::text from luban.country_sco o
      where o.country = w.country and o.since <= as_of and (o.until is null or as_of < o.until)),
    (select tie.relation::text from luban.sister_city tie where tie.city_id = w.city_id)
  from report.known_workshop(known_at) w
  join luban.country c on c.alpha2 = w.country
$$;
comment on function report.told_workshop is 'Workshops with country, SCO and tie to Tianjin on a day, as known at a time.';

-- The days of a year until a day; none where it has not begun by then.
create function report.year_until(in_year int, as_of date) returns daterange
language sql immutable parallel safe as $$
  select daterange(make_date(in_year, 1, 1),
    greatest(least(make_date(in_year + 1, 1, 1), as_of + 1), make_date(in_year, 1, 1)))
$$;
comment on function report.year_until is 'The days of a year, as far as a day.';

create function report.last_day(in_year int, as_of date) returns date
language sql immutable parallel safe as $$
  select upper(report.year_until(in_year, as_of)) - 1
$$;
comment on function report.last_day is 'The last of these days.';

-- Of a census that was moved since, both days are asked.
create function report.year_cohort(in_year int, as_of date, known_at timestamptz) returns table (workshop_id int, cohort_id bigint)
language sql stable parallel safe as $$
  select c.workshop_id, c.cohort_id
  from report.known_cohort(as_of, known_at) c
  join report.known_cohort(report.last_day(in_year, as_of), known_at) l using (workshop_id, cohort_id)
  join report.known_program_edition(known_at) e on e.id = c.edition_id
  where e.mode = 'degree_education' and c.census_on <@ report.year_until(in_year, as_of)
    and l.census_on <= report.last_day(in_year, as_of)
$$;
comment on function report.year_cohort is
  'The cohorts of degree education that had their census in a year until a day, as known at a time.';

-- Enrollments on the days of a year by mode, from the first of these days to the last.
create function report.year_learner(in_days daterange, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, mode luban.program_mode, since date, until date)
language sql stable parallel safe as $$
  select d.workshop_id, d.cohort_id, n.student_id, e.mode, lower(d.days * datemultirange(in_days)),
    upper(d.days * datemultirange(in_days)) - 1
  from report.known_enrolled_days(known_at) d
  join luban.enrollment n on (n.workshop_id, n.id) = (d.workshop_id, d.enrollment_id)
  join luban.cohort c on (c.workshop_id, c.id) = (d.workshop_id, d.cohort_id)
  join report.known_program_edition(known_at) e on e.id = c.edition_id
  where d.days && in_days
$$;
comment on function report.year_learner is 'Whoever was enrolled on one of the days, with the first and the last of these; as known at a time.';

-- Persons and enrollments by mode: whoever was enrolled on a day of the year, whenever they began. A row for each workshop of
-- which there is something to tell.
create function report.year_figure(in_year int, as_of date, known_at timestamptz)
returns table (workshop_id int, degree_students bigint, degree_enrollments bigint, trained bigint, trained_enrollments bigint,
  teacher_students bigint, teacher_enrollments bigint, teachers_trained bigint, teacher_trainings bigint, graduates bigint,
  trainings_completed bigint, course_hours numeric, class_hours numeric, census_size bigint, retained bigint)
language sql stable parallel safe as $$
  with learner as (
    select workshop_id, mode, count(distinct student_id) as persons, count(*) as enrollments
    from report.year_learner(report.year_until(in_year, as_of), known_at)
    group by workshop_id, mode
  ), completed as (
    select s.workshop_id, e.mode, count(*) as n
    from report.enrollment_state(as_of, known_at) s
    join luban.cohort c on (c.workshop_id, c.id) = (s.workshop_id, s.cohort_id)
    join report.known_program_edition(known_at) e on e.id = c.edition_id
    where s.state = 'completed' and s.since <@ report.year_until(in_year, as_of)
    group by s.workshop_id, e.mode
  ), counted as (
    select n.workshop_id, sum(n.census_size) as census_size, sum(n.retained) as retained
    from report.cohort_count(report.last_day(in_year, as_of), known_at) n
    join report.year_cohort(in_year, as_of, known_at) c on (c.workshop_id, c.cohort_id) = (n.workshop_id, n.cohort_id)
    group by n.workshop_id
  ), teacher as (
    select workshop_id, count(distinct instructor_id) as persons, count(*) as trainings
    from report.completed_training(report.year_until(in_year, as_of), known_at)
    group by workshop_id
  ), taught as (
    select s.workshop_id, k.course_id, sum(s.hours) as hours
    from report.known_session(known_at) s
    join report.known_class(known_at) k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
    where s.cancel_reason is null and s.held_on <@ report.year_until(in_year, as_of)
    group by s.workshop_id, k.course_id
  )
  select workshop_id, coalesce(sum(persons) filter (where mode = 'degree_education'), 0)::bigint,
    coalesce(sum(enrollments) filter (where mode = 'degree_education'), 0)::bigint,
    coalesce(sum(persons) filter (where mode = 'short_term_training'), 0)::bigint,
    coalesce(sum(enrollments) filter (where mode = 'short_term_training'), 0)::bigint,
    coalesce(sum(persons) filter (where mode = 'teacher_training'), 0)::bigint,
    coalesce(sum(enrollments) filter (where mode = 'teacher_training'), 0)::bigint,
    coalesce(sum(teachers), 0)::bigint, coalesce(sum(trainings), 0)::bigint,
    coalesce(sum(done) filter (where mode = 'degree_education'), 0)::bigint,
    coalesce(sum(done) filter (where mode = 'short_term_training'), 0)::bigint,
    coalesce(sum(course_hours), 0), coalesce(sum(class_hours), 0), coalesce(sum(census_size), 0)::bigint,
    coalesce(sum(retained), 0)::bigint
  from (
    select workshop_id, mode, persons, enrollments, null::bigint as done, null::bigint as teachers, null::bigint as trainings,
      null::numeric as course_hours, null::numeric as class_hours, null::numeric as census_size, null::numeric as retained
    from learner
    union all
    select workshop_id, mode, null, null, n, null, null, null, null, null, null from completed
    union all
    select workshop_id, null, null, null, null, persons, trainings, null, null, null, null from teacher
    union all
    select t.workshop_id, null, null, null, null, null, null, k.hours_theory + k.hours_practice, t.hours, null, null
    from taught t join report.known_course(known_at) k on k.id = t.course_id
    union all
    select workshop_id, null, null, null, null, null, null, null, null, census_size, retained from counted
  ) one
  group by workshop_id
$$;
comment on function report.year_figure is
  'Learners, teachers, graduates and hours of each workshop in a year until a day, as known at a time.';

-- Enterprises that take part in a workshop on a day of the year, or with which students are on placement then.
create function report.year_enterprise(in_year int, as_of date, known_at timestamptz)
returns table (workshop_id int, partner_id int)
language sql stable parallel safe as $$
  select workshop_id, partner_id from report.known_workshop_role(known_at)
  where role = 'enterprise' and daterange(since, until) && report.year_until(in_year, as_of)
  union
  select workshop_id, partner_id from report.placed_student(report.year_until(in_year, as_of), known_at)
$$;
comment on function report.year_enterprise is 'Enterprises of each workshop in a year until a day, as known at a time.';

-- Who is in which of these counts.
create function report.learner_member(in_days daterange, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, since date, until date, counted text[])
language sql stable parallel safe as $$
  select workshop_id, cohort_id, student_id, since, until, case mode
      when 'degree_education' then array['degree_students', 'degree_enrollments']
      when 'short_term_training' then array['trained', 'trained_enrollments']
      when 'teacher_training' then array['teacher_students', 'teacher_enrollments'] end
  from report.year_learner(in_days, known_at)
$$;
comment on function report.learner_member is 'Enrollments on one of the days, with the counts of a year that they are in.';

create function report.year_member(in_year int, as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, student_id bigint, state luban.enrollment_state, since date, code text,
  event smallint, counted text[])
language sql stable parallel safe as $$
  select m.workshop_id, m.cohort_id, m.student_id, m.state, m.since, m.code, m.event,
    array_remove(array['census_size', case when 'retained' = any (m.counted) then 'retained' end], null)
  from report.cohort_member(report.last_day(in_year, as_of), known_at) m
  join report.year_cohort(in_year, as_of, known_at) c on (c.workshop_id, c.cohort_id) = (m.workshop_id, m.cohort_id)
  where 'census_size' = any (m.counted)
  union all
  select m.workshop_id, m.cohort_id, m.student_id, m.state, m.since, m.code, m.event,
    array[case e.mode when 'degree_education' then 'graduates' when 'short_term_training' then 'trainings_completed' end]
  from report.cohort_member(as_of, known_at) m
  join luban.cohort c on (c.workshop_id, c.id) = (m.workshop_id, m.cohort_id)
  join report.known_program_edition(known_at) e on e.id = c.edition_id
  where m.state = 'completed' and m.since <@ report.year_until(in_year, as_of)
$$;
comment on function report.year_member is
  'Enrollments of the census of a year, as they stand at its end, and those that were completed in it.';
