-- How many of each nationality applied, stay, left in each cohort until a day, as far as known at a time: what the
-- cohort report is made of, added up from the tally.
--
-- In each state are those who came into it less those who left it. Each enrollment comes from nothing once, so the
-- states add up to the applications. At the census those are counted who have commenced, but for no-shows, who left before
-- it, and for those who had gone to another cohort by then. Of what happens after it, retained and completed are those who
-- were counted: nobody comes into the numerator who is not in the denominator.
create function report.cohort_count(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, nationality text, applications bigint, transferred_in bigint,
  returned_in bigint, applied bigint, waitlisted bigint, admitted bigint, enrolled bigint, suspended bigint,
  completed bigint, withdrawn bigint, dismissed bigint, no_shows bigint, transferred_out bigint, refused bigint,
  census_size bigint, women bigint, gender_unknown bigint, completed_of_census bigint, completed_on_time bigint,
  retained bigint)
language sql stable parallel safe as $$
  select workshop_id, cohort_id, nationality,
    sum(events) filter (where from_state is null),
    sum(events) filter (where from_state is null and link_kind = 'transfer'),
    sum(events) filter (where from_state is null and link_kind = 'return'),
    sum(case when to_state = 'applied' then events when from_state = 'applied' then -events end),
    sum(case when to_state = 'waitlisted' then events when from_state = 'waitlisted' then -events end),
    sum(case when to_state = 'admitted' then events when from_state = 'admitted' then -events end),
    sum(case when to_state = 'enrolled' then events when from_state = 'enrolled' then -events end),
    sum(case when to_state = 'suspended' then events when from_state = 'suspended' then -events end),
    sum(events) filter (where to_state = 'completed'),
    sum(case when is_no_show then 0 when to_state = 'withdrawn' then events when from_state = 'withdrawn' then -events end),
    sum(case when is_no_show then 0 when to_state = 'dismissed' then events when from_state = 'dismissed' then -events end),
    sum(case when not is_no_show then 0 when to_state in ('withdrawn', 'dismissed') then events else -events end),
    sum(case when to_state = 'transferred' then events when from_state = 'transferred' then -events end),
    sum(case when to_state in ('rejected', 'declined') then events when from_state = 'declined' then -events end),
    sum(of_census), sum(of_census) filter (where gender = 'female'), sum(of_census) filter (where gender is null),
    sum(events) filter (where to_state = 'completed' and is_counted),
    sum(events) filter (where to_state = 'completed' and is_counted and is_on_time),
    sum(case when not is_counted then 0
      when to_state in ('enrolled', 'suspended', 'completed') and from_state in ('enrolled', 'suspended') then 0
      when to_state in ('enrolled', 'suspended', 'completed') then events
      when from_state in ('enrolled', 'suspended') then -events end)
  from (
    select t.workshop_id, t.cohort_id, t.from_state, t.to_state, t.link_kind, t.gender, t.nationality, t.events,
      no_show.is_no_show, t.effective_on <= c.planned_end_on as is_on_time,
      t.effective_on <= c.census_on or coalesce(c.census_on <@ t.counted, false) as is_counted,
      case when t.effective_on > c.census_on then 0
        when luban.commences(t.from_state, t.to_state) then t.events
        when t.to_state = 'transferred' and t.from_state in ('enrolled', 'suspended')
          or no_show.is_no_show and t.from_state in ('enrolled', 'suspended') then -t.events
        when t.from_state = 'transferred' and t.to_state in ('enrolled', 'suspended')
          or no_show.is_no_show and t.to_state in ('enrolled', 'suspended') then t.events
        else 0 end as of_census
    from luban.cohort_tally t
    join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (t.workshop_id, t.cohort_id)
    cross join lateral (select coalesce(t.no_show_on <= c.census_on, false) as is_no_show) no_show
    where t.effective_on <= as_of and t.recorded_at <= known_at
  ) booking
  group by workshop_id, cohort_id, nationality
$$;
comment on function report.cohort_count is 'Figures of each cohort by nationality.';
