-- How many of each nationality applied, stay, left in each cohort until a day, as far as known at a time: what the
-- cohort report is made of, added up from the tally.
--
-- In each state are those who came into it less those who left it. Each enrollment comes from nothing once, so the
-- states add up to the applications. Who commenced after the census is in training, but not of the cohort that rates
-- are for; nor is a no-show, who left before it.
create function report.cohort_count(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, nationality text, applications bigint, transferred_in bigint,
  applied bigint, waitlisted bigint, admitted bigint, enrolled bigint, suspended bigint, completed bigint,
  withdrawn bigint, dismissed bigint, no_shows bigint, transferred_out bigint, refused bigint, census_size bigint,
  women bigint, gender_unknown bigint, completed_of_census bigint, retained bigint)
language sql stable parallel safe as $$
  select workshop_id, cohort_id, nationality,
    sum(events) filter (where from_state is null),
    sum(events) filter (where from_state is null and is_continued),
    sum(case when to_state = 'applied' then events when from_state = 'applied' then -events end),
    sum(case when to_state = 'waitlisted' then events when from_state = 'waitlisted' then -events end),
    sum(case when to_state = 'admitted' then events when from_state = 'admitted' then -events end),
    sum(case when to_state = 'enrolled' then events when from_state = 'enrolled' then -events end),
    sum(case when to_state = 'suspended' then events when from_state = 'suspended' then -events end),
    sum(events) filter (where to_state = 'completed'),
    sum(events) filter (where to_state = 'withdrawn' and not is_no_show),
    sum(events) filter (where to_state = 'dismissed' and not is_no_show),
    sum(events) filter (where is_no_show),
    sum(events) filter (where to_state = 'transferred'),
    sum(events) filter (where to_state in ('rejected', 'declined')),
    sum(of_census), sum(of_census) filter (where gender = 'female'), sum(of_census) filter (where gender is null),
    sum(events) filter (where to_state = 'completed' and not is_late),
    sum(case when is_late then 0
      when to_state in ('enrolled', 'suspended', 'completed') and from_state in ('enrolled', 'suspended') then 0
      when to_state in ('enrolled', 'suspended', 'completed') then events
      when from_state in ('enrolled', 'suspended') then -events end)
  from (
    select t.workshop_id, t.cohort_id, t.from_state, t.to_state, t.is_continued, t.gender, t.nationality, t.events,
      no_show.is_no_show, late.is_late,
      case when late.is_late then 0 when luban.commences(t.from_state, t.to_state) then t.events
        when no_show.is_no_show and t.from_state in ('enrolled', 'suspended') then -t.events else 0 end as of_census
    from luban.cohort_tally t
    join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (t.workshop_id, t.cohort_id)
    cross join lateral (select t.is_no_show and t.effective_on <= c.census_on as is_no_show) no_show
    cross join lateral (select t.commenced_on > c.census_on is true as is_late) late
    where t.effective_on <= as_of and t.recorded_at <= known_at
  ) booking
  group by workshop_id, cohort_id, nationality
$$;
comment on function report.cohort_count is 'Figures of each cohort by nationality.';
