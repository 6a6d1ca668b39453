-- The cohort report: one row a cohort, every figure with what it is made of. Formulas: docs/reference/indicators.md.
create view list.cohort_report with (security_invoker = true) as
with person as materialized (
  select * from report.cohort_count(today(), 'infinity'::timestamptz)
), figure as (
  select workshop_id, cohort_id,
    sum(applications)::bigint as applications, sum(transferred_in)::bigint as transferred_in,
    sum(returned_in)::bigint as returned_in, sum(applied)::bigint as applied,
    sum(waitlisted)::bigint as waitlisted, sum(admitted)::bigint as admitted, sum(enrolled)::bigint as enrolled,
    sum(suspended)::bigint as suspended, sum(completed)::bigint as completed, sum(withdrawn)::bigint as withdrawn,
    sum(dismissed)::bigint as dismissed, sum(no_shows)::bigint as no_shows, sum(transferred_out)::bigint as transferred_out,
    sum(refused)::bigint as refused, sum(census_size)::bigint as census_size, sum(women)::bigint as women,
    sum(census_size - gender_unknown)::bigint as gender_known, sum(retained)::bigint as retained,
    sum(completed_of_census)::bigint as completed_of_census, sum(completed_on_time)::bigint as completed_on_time,
    sum(completed_here)::bigint as completed_here, sum(census_transferred)::bigint as census_transferred,
    sum(census_left)::bigint as census_left, count(*) filter (where census_size > 0) as nationalities
  from person group by workshop_id, cohort_id
), nation as (
  select workshop_id, cohort_id, string_agg(nationality || ' ' || n, '; ' order by n desc, nationality) as list
  from (select workshop_id, cohort_id, nationality, census_size as n from person where census_size > 0) one
  group by workshop_id, cohort_id
)
select
  c.code as cohort, w.code as workshop, main_title(w.titles) as workshop_name, w.country, case current_setting('luban.language', true) when 'zh' then country.name_zh
    when 'ru' then country.name_ru else country.name_en end as country_name,
  (select o.status::text from country_sco o
    where o.country = w.country and o.since <= today() and (o.until is null or today() < o.until)) as sco,
  (select tie.relation from sister_city tie where tie.city_id = w.city_id) as sister_city,
  part.hosts, part.leads, p.code as program, ed.edition, main_title(ed.titles) as program_name, ed.mode::text as mode,
  c.intake_on as intake, c.planned_end_on as planned_end,
  coalesce((select v.status::text from luban.cohort_event v
      where v.workshop_id = c.workshop_id and v.cohort_id = c.cohort_id and v.effective_on <= today()
        and v.recorded_at <= 'infinity'::timestamptz order by v.effective_on desc, v.nth desc limit 1), 'planned') as status,
  c.capacity, coalesce(f.applications, 0) as applications, coalesce(f.applied, 0) as applied,
  coalesce(f.waitlisted, 0) as waitlisted, coalesce(f.admitted, 0) as admitted,
  coalesce(f.enrolled, 0) + coalesce(f.suspended, 0) + coalesce(f.completed, 0) as students, coalesce(f.enrolled, 0) as enrolled,
  coalesce(f.suspended, 0) as suspended, coalesce(f.completed, 0) as completed, coalesce(f.withdrawn, 0) as withdrawn,
  coalesce(f.no_shows, 0) as no_shows, coalesce(f.dismissed, 0) as dismissed,
  coalesce(f.transferred_out, 0) as transferred_out, coalesce(f.refused, 0) as refused,
  coalesce(f.transferred_in, 0) as transferred_in, coalesce(f.returned_in, 0) as returned_in, c.census_on,
  n.census_size, n.retained, report.percent(n.retained, n.census_size) as retention, n.completed_of_census,
  report.percent(n.completed_of_census, n.census_size) as completion, n.census_here, n.completed_here,
  report.percent(n.completed_here, n.census_here) as completion_here, n.census_adjusted,
  report.percent(n.completed_of_census, n.census_adjusted) as completion_adjusted, n.women, n.gender_known,
  case when n.census_size is not null then coalesce(f.nationalities, 0) end as nationalities,
  case when n.census_size is not null then nation.list end as nationality_list, coalesce(h.theory, 0) as hours_theory,
  coalesce(h.practice, 0) as hours_practice, coalesce(h.language, 0) as hours_language,
  coalesce(h.culture, 0) as hours_culture,
  case when h.theory + h.practice > 0 then round(100.0 * h.practice / (h.theory + h.practice), 1) end as practice_share,
  -- On time can be said only of a cohort whose time is over.
  case when today() >= c.planned_end_on then n.census_size end as census_due,
  case when today() >= c.planned_end_on then n.completed_on_time end as completed_on_time,
  case when today() >= c.planned_end_on then report.percent(n.completed_on_time, n.census_size) end as on_time,
  trim_scale(a.attended) as attended_hours, trim_scale(a.held) as held_hours,
  report.attendance_percent(a.attended, a.held) as attendance, r.judged as courses_judged,
  r.passed as courses_passed, report.percent(r.passed, r.judged) as course_pass,
  t.language_framework || ':' || t.language_level as language_target, l.students as language_students,
  l.entry_list as language_entry_list, l.now_list as language_now_list,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[1], 0) end as language_entry_none,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[2], 0) end as language_entry_1,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[3], 0) end as language_entry_2,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[4], 0) end as language_entry_3,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[5], 0) end as language_entry_4,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[6], 0) end as language_entry_5,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[7], 0) end as language_entry_6,
  case when l.students is not null and n.census_size is not null then coalesce(l.entry_counts[8], 0) end as language_entry_7,
  case when l.students is not null then coalesce(l.now_counts[1], 0) end as language_now_none,
  case when l.students is not null then coalesce(l.now_counts[2], 0) end as language_now_1,
  case when l.students is not null then coalesce(l.now_counts[3], 0) end as language_now_2,
  case when l.students is not null then coalesce(l.now_counts[4], 0) end as language_now_3,
  case when l.students is not null then coalesce(l.now_counts[5], 0) end as language_now_4,
  case when l.students is not null then coalesce(l.now_counts[6], 0) end as language_now_5,
  case when l.students is not null then coalesce(l.now_counts[7], 0) end as language_now_6,
  case when l.students is not null then coalesce(l.now_counts[8], 0) end as language_now_7,
  case when l.students is not null then n.census_size end as language_census,
  case when n.census_size is not null then l.reached end as language_reached,
  case when n.census_size is not null then report.percent(l.reached, n.census_size) end as language_attainment,
  case when n.census_size is not null then l.tested end as language_tested,
  case when n.census_size is not null then l.tested_reached end as language_tested_reached,
  case when n.census_size is not null then report.percent(l.tested_reached, l.tested) end as language_attainment_tested,
  case when n.census_size is not null then l.tests end as language_tests,
  case when n.census_size is not null then l.tests_passed end as language_tests_passed,
  case when n.census_size is not null then report.percent(l.tests_passed, l.tests) end as language_test_pass,
  case when n.census_size is not null then l.entry_known end as language_entry_known,
  case when n.census_size is not null then l.gained end as language_gained,
  case when n.census_size is not null then report.percent(l.gained, l.entry_known) end as language_gain,
  trim_scale(case when a.culture is not null or k.hours is not null then coalesce(a.culture, 0) + coalesce(k.hours, 0) end) as culture_hours,
  trim_scale(p2.hours) as placement_hours, c.workshop_id, c.cohort_id
from report.known_cohort(today(), 'infinity'::timestamptz) c
join report.known_workshop('infinity'::timestamptz) w on w.id = c.workshop_id
join luban.country on country.alpha2 = w.country
join report.known_program_edition('infinity'::timestamptz) ed on ed.id = c.edition_id
join report.known_program('infinity'::timestamptz) p on p.id = ed.program_id
left join figure f on (f.workshop_id, f.cohort_id) = (c.workshop_id, c.cohort_id)
-- Until the census no cohort is fixed, and nothing is told of it.
left join lateral (
  select coalesce(f.census_size, 0) as census_size, coalesce(f.retained, 0) as retained,
    coalesce(f.completed_of_census, 0) as completed_of_census, coalesce(f.completed_on_time, 0) as completed_on_time,
    coalesce(f.census_size - f.census_transferred, 0) as census_here, coalesce(f.completed_here, 0) as completed_here,
    coalesce(f.census_size - f.census_left, 0) as census_adjusted, coalesce(f.women, 0) as women,
    coalesce(f.gender_known, 0) as gender_known
  where today() >= c.census_on) n on true
left join nation on (nation.workshop_id, nation.cohort_id) = (c.workshop_id, c.cohort_id)
left join report.known_completion_rule('infinity'::timestamptz) t on t.edition_id = c.edition_id
-- Each of these is left out by the planner where none of its columns is asked for.
left join report.role_names(today(), 'infinity'::timestamptz) part on part.workshop_id = w.id
left join report.curriculum_hours('infinity'::timestamptz) h on h.edition_id = ed.id
left join (
  select workshop_id, cohort_id, sum(attended_hours) as attended, sum(held_hours) as held, sum(attended_hours)
      filter (where course_id = any (array(select id from report.known_course('infinity'::timestamptz) where kind = 'culture')))
      as culture
  from report.attendance_rate(today(), 'infinity'::timestamptz) group by workshop_id, cohort_id) a
  on (a.workshop_id, a.cohort_id) = (c.workshop_id, c.cohort_id)
left join (
  select workshop_id, cohort_id, sum(passed + failed + withdrawn)::bigint as judged, sum(passed)::bigint as passed
  from report.course_result(today(), 'infinity'::timestamptz) group by workshop_id, cohort_id) r
  on (r.workshop_id, r.cohort_id) = (c.workshop_id, c.cohort_id) and today() >= c.census_on
left join report.cohort_language(today(), 'infinity'::timestamptz) l on (l.workshop_id, l.cohort_id) = (c.workshop_id, c.cohort_id)
left join (
  select workshop_id, cohort_id, sum(own_hours) as hours from report.culture_event_hours(today(), 'infinity'::timestamptz)
  group by workshop_id, cohort_id) k on (k.workshop_id, k.cohort_id) = (c.workshop_id, c.cohort_id)
left join (
  select workshop_id, cohort_id, sum(own_hours) as hours from report.placement_hours(today(), 'infinity'::timestamptz)
  group by workshop_id, cohort_id) p2 on (p2.workshop_id, p2.cohort_id) = (c.workshop_id, c.cohort_id)
where c.is_told;
select list.derive('list.cohort_report', 'as_of', 'known_at');

comment on column list.cohort_report.workshop_id is 'key of the workshop: what other reports find the cohort by';
comment on column list.cohort_report.cohort_id is 'key of the cohort';
comment on column list.cohort_report.cohort is 'code of the cohort';
comment on column list.cohort_report.workshop is 'code of the workshop';
comment on column list.cohort_report.workshop_name is 'name of the workshop';
comment on column list.cohort_report.country is 'host country, ISO 3166-1';
comment on column list.cohort_report.country_name is 'name of the country';
comment on column list.cohort_report.sco is 'standing of the country in the Shanghai Cooperation Organization on that day';
comment on column list.cohort_report.sister_city is 'tie of the city to Tianjin: sister city, friendship city';
comment on column list.cohort_report.hosts is 'hosts on that day';
comment on column list.cohort_report.leads is 'Chinese leads on that day';
comment on column list.cohort_report.program is 'code of the program';
comment on column list.cohort_report.edition is 'edition of the program';
comment on column list.cohort_report.program_name is 'name of the program';
comment on column list.cohort_report.mode is 'degree education, short-term training or teacher training';
comment on column list.cohort_report.intake is 'first day of teaching';
comment on column list.cohort_report.planned_end is 'planned last day';
comment on column list.cohort_report.status is 'status of the cohort on that day';
-- What a figure counts is said once, among the indicators.
do $$
declare
  one text;
begin
  for one in
    select format('comment on column list.cohort_report.%I is %L', id,
      coalesce(numerator || ' / ' || denominator || ', ', part_of || ': ', '') || counts)
    from report.indicator where report = 'cohort'
  loop
    execute one;
  end loop;
end $$;
