-- The cohort report: one row a cohort, every figure with what it is made of. Formulas: docs/reference/indicators.md.
create function report.cohort(as_of date, known_at timestamptz)
returns table (
  cohort text, workshop text, workshop_name text, country text, country_name text, hosts text, leads text,
  program text, edition text, program_name text, mode text, intake date, planned_end date, status text, capacity int,
  applications bigint, applied bigint, waitlisted bigint, admitted bigint, enrolled bigint, suspended bigint,
  completed bigint, withdrawn bigint, no_shows bigint, dismissed bigint, transferred_out bigint, refused bigint,
  transferred_in bigint, returned_in bigint, census_on date, census_size bigint, retained bigint, retention numeric, completed_of_census bigint,
  completion numeric, women bigint, gender_known bigint, nationalities bigint, nationality_list text,
  hours_theory numeric, hours_practice numeric, hours_language numeric, hours_culture numeric, practice_share numeric,
  completed_on_time bigint, on_time numeric, attended_hours numeric, held_hours numeric, attendance numeric,
  courses_judged bigint, courses_passed bigint, course_pass numeric, language_target text, language_students bigint,
  language_entry_known bigint, language_entry_list text, language_now_list text, language_reached bigint,
  language_attainment numeric, language_tested bigint, language_tested_reached bigint, language_attainment_tested numeric,
  language_tests bigint, language_tests_passed bigint, language_test_pass numeric, language_gained bigint, language_gain numeric, culture_hours numeric,
  placement_hours numeric)
language sql stable parallel safe as $$
  with person as materialized (
    select * from report.cohort_count(as_of, known_at)
  ), figure as (
    select workshop_id, cohort_id,
      sum(applications)::bigint as applications, sum(transferred_in)::bigint as transferred_in,
      sum(returned_in)::bigint as returned_in, sum(applied)::bigint as applied,
      sum(waitlisted)::bigint as waitlisted, sum(admitted)::bigint as admitted, sum(enrolled)::bigint as enrolled,
      sum(suspended)::bigint as suspended, sum(completed)::bigint as completed, sum(withdrawn)::bigint as withdrawn,
      sum(dismissed)::bigint as dismissed, sum(no_shows)::bigint as no_shows, sum(transferred_out)::bigint as transferred_out,
      sum(refused)::bigint as refused, sum(census_size)::bigint as census_size, sum(women)::bigint as women,
      sum(completed_of_census)::bigint as completed_of_census, sum(completed_on_time)::bigint as completed_on_time, sum(retained)::bigint as retained,
      sum(census_size - coalesce(gender_unknown, 0))::bigint as gender_known,
      count(*) filter (where census_size > 0) as nationalities
    from person group by workshop_id, cohort_id
  ), nation as (
    select workshop_id, cohort_id, string_agg(nationality || ' ' || n, '; ' order by n desc, nationality) as list
    from (select workshop_id, cohort_id, nationality, census_size as n from person where census_size > 0) one
    group by workshop_id, cohort_id
  )
  select c.code, w.code, w.titles ->> 'en', w.country, country.name_en,
    part.hosts, part.leads,
    p.code, ed.edition, ed.titles ->> 'en', ed.mode::text, c.intake_on, c.planned_end_on,
    coalesce((select v.status::text from luban.cohort_event v
      where v.workshop_id = c.workshop_id and v.cohort_id = c.cohort_id and v.effective_on <= as_of
        and v.recorded_at <= known_at order by v.effective_on desc, v.nth desc limit 1), 'planned'),
    c.capacity, coalesce(f.applications, 0), coalesce(f.applied, 0), coalesce(f.waitlisted, 0),
    coalesce(f.admitted, 0), coalesce(f.enrolled, 0), coalesce(f.suspended, 0), coalesce(f.completed, 0),
    coalesce(f.withdrawn, 0), coalesce(f.no_shows, 0), coalesce(f.dismissed, 0), coalesce(f.transferred_out, 0),
    coalesce(f.refused, 0), coalesce(f.transferred_in, 0),
    coalesce(f.returned_in, 0), c.census_on,
    case when as_of >= c.census_on then coalesce(f.census_size, 0) end,
    case when as_of >= c.census_on then coalesce(f.retained, 0) end,
    case when as_of >= c.census_on and f.census_size >= 10 then round(100.0 * coalesce(f.retained, 0) / f.census_size, 1) end,
    case when as_of >= c.census_on then coalesce(f.completed_of_census, 0) end,
    case when as_of >= c.census_on and f.census_size >= 10
      then round(100.0 * coalesce(f.completed_of_census, 0) / f.census_size, 1) end,
    coalesce(f.women, 0), coalesce(f.gender_known, 0), coalesce(f.nationalities, 0), nation.list,
    coalesce(h.theory, 0), coalesce(h.practice, 0), coalesce(h.language, 0), coalesce(h.culture, 0),
    case when h.theory + h.practice > 0 then round(100.0 * h.practice / (h.theory + h.practice), 1) end,
    -- On time can be said only of a cohort whose time is over.
    case when as_of >= c.census_on and as_of >= c.planned_end_on then coalesce(f.completed_on_time, 0) end,
    case when as_of >= c.census_on and as_of >= c.planned_end_on and f.census_size >= 10
      then round(100.0 * coalesce(f.completed_on_time, 0) / f.census_size, 1) end,
    trim_scale(a.attended), trim_scale(a.held), case when a.held > 0 then round(100 * a.attended / a.held, 1) end,
    r.judged, r.passed, case when r.judged >= 10 then round(100.0 * r.passed / r.judged, 1) end,
    t.language_framework || ':' || t.language_level, l.students, l.entry_known, l.entry_list, l.now_list,
    case when as_of >= c.census_on then l.reached end,
    case when as_of >= c.census_on and f.census_size >= 10 then round(100.0 * l.reached / f.census_size, 1) end,
    l.tested, l.tested_reached, case when l.tested >= 10 then round(100.0 * l.tested_reached / l.tested, 1) end,
    l.tests, l.tests_passed, case when l.tests >= 10 then round(100.0 * l.tests_passed / l.tests, 1) end, l.gained,
    case when l.entry_known >= 10 then round(100.0 * l.gained / l.entry_known, 1) end, trim_scale(k.hours),
    trim_scale(p2.hours)
  from report.known_cohort(as_of, known_at) c
  join report.known_workshop(known_at) w on w.id = c.workshop_id
  join luban.country on country.alpha2 = w.country
  join report.known_program_edition(known_at) ed on ed.id = c.edition_id
  join report.known_program(known_at) p on p.id = ed.program_id
  left join figure f on (f.workshop_id, f.cohort_id) = (c.workshop_id, c.cohort_id)
  left join nation on (nation.workshop_id, nation.cohort_id) = (c.workshop_id, c.cohort_id)
  left join report.known_completion_rule(known_at) t on t.edition_id = c.edition_id
  -- Each of these is left out by the planner where none of its columns is asked for.
  left join report.role_names(as_of, known_at) part on part.workshop_id = w.id
  left join report.curriculum_hours(known_at) h on h.edition_id = ed.id
  left join (
    select workshop_id, cohort_id, sum(attended_hours) as attended, sum(held_hours) as held
    from report.attendance_rate(as_of, known_at) group by workshop_id, cohort_id) a
    on (a.workshop_id, a.cohort_id) = (c.workshop_id, c.cohort_id)
  left join (
    select workshop_id, cohort_id, sum(passed + failed + withdrawn)::bigint as judged, sum(passed)::bigint as passed
    from report.course_result(as_of, known_at) group by workshop_id, cohort_id) r
    on (r.workshop_id, r.cohort_id) = (c.workshop_id, c.cohort_id)
  left join report.cohort_language(as_of, known_at) l on (l.workshop_id, l.cohort_id) = (c.workshop_id, c.cohort_id)
  left join (
    select workshop_id, cohort_id, sum(hours) as hours from report.culture_hours(as_of, known_at)
    group by workshop_id, cohort_id) k on (k.workshop_id, k.cohort_id) = (c.workshop_id, c.cohort_id)
  left join (
    select workshop_id, cohort_id, sum(hours) as hours from report.placement_hours(as_of, known_at)
    group by workshop_id, cohort_id) p2 on (p2.workshop_id, p2.cohort_id) = (c.workshop_id, c.cohort_id)
  where c.is_told
$$;
comment on function report.cohort is 'One row a cohort, with every figure as of a day and as known at a time.';
