-- How many of each nationality applied, stay, left in each cohort until a day, as far as known at a time: what the
-- cohort report is made of, added up from the tally.
--
-- In each state are those who came into it less those who left it. Each enrollment comes from nothing once, so the
-- states add up to the applications. At the census those are counted who have commenced, but for no-shows, who left before
-- it, and for those who had gone to another cohort by then. Of what happens after it, retained and completed are those who
-- were counted: nobody comes into the numerator who is not in the denominator. Of those who changed cohorts or came back the
-- tally tells each enrollment by itself; what their chain makes of it is added, and what it was alone taken away.
create function report.cohort_count(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, nationality text, applications bigint, transferred_in bigint,
  returned_in bigint, applied bigint, waitlisted bigint, admitted bigint, enrolled bigint, suspended bigint,
  completed bigint, withdrawn bigint, dismissed bigint, no_shows bigint, transferred_out bigint, refused bigint,
  census_size bigint, women bigint, gender_unknown bigint, retained bigint, completed_of_census bigint,
  completed_on_time bigint, completed_here bigint, census_transferred bigint, census_left bigint)
language sql stable parallel safe as $$
  with booked as (
    select workshop_id, cohort_id, nationality,
      sum(events) filter (where from_state is null) as applications,
      sum(events) filter (where from_state is null and link_kind = 'transfer') as transferred_in,
      sum(events) filter (where from_state is null and link_kind = 'return') as returned_in,
      sum(case when to_state = 'applied' then events when from_state = 'applied' then -events end) as applied,
      sum(case when to_state = 'waitlisted' then events when from_state = 'waitlisted' then -events end) as waitlisted,
      sum(case when to_state = 'admitted' then events when from_state = 'admitted' then -events end) as admitted,
      sum(case when to_state = 'enrolled' then events when from_state = 'enrolled' then -events end) as enrolled,
      sum(case when to_state = 'suspended' then events when from_state = 'suspended' then -events end) as suspended,
      sum(events) filter (where to_state = 'completed') as completed,
      sum(case when is_no_show then 0 when to_state = 'withdrawn' then events when from_state = 'withdrawn' then -events end)
        as withdrawn,
      sum(case when is_no_show then 0 when to_state = 'dismissed' then events when from_state = 'dismissed' then -events end)
        as dismissed,
      sum(case when not is_no_show then 0 when to_state in ('withdrawn', 'dismissed') then events else -events end) as no_shows,
      sum(case when to_state = 'transferred' then events when from_state = 'transferred' then -events end) as transferred_out,
      sum(case when to_state in ('rejected', 'declined') then events when from_state in ('rejected', 'declined') then -events end) as refused,
      sum(of_census) as census_size, sum(of_census) filter (where gender = 'female') as women,
      sum(of_census) filter (where gender is null) as gender_unknown,
      sum(case when not is_counted then 0
        when to_state in ('enrolled', 'suspended', 'completed') and from_state in ('enrolled', 'suspended') then 0
        when to_state in ('enrolled', 'suspended', 'completed') then events
        when from_state in ('enrolled', 'suspended') then -events end) as retained,
      sum(events) filter (where to_state = 'completed' and is_counted) as completed_of_census,
      sum(events) filter (where to_state = 'completed' and is_counted and is_on_time) as completed_on_time,
      sum(case when not is_counted or is_by_census then 0
        when to_state = 'transferred' then events when from_state = 'transferred' then -events end) as census_transferred
    from (
      select t.workshop_id, t.cohort_id, t.from_state, t.to_state, t.link_kind, t.gender, t.nationality, t.events,
        no_show.is_no_show, t.effective_on <= c.planned_end_on as is_on_time, t.effective_on <= c.census_on as is_by_census,
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
  ), member as materialized (
    select * from report.chain_member(as_of, known_at)
  ), chained as (
    select workshop_id, cohort_id, nationality,
      sum(sign) as census_size, sum(sign) filter (where gender = 'female') as women,
      sum(sign) filter (where gender is null) as gender_unknown, sum(sign) filter (where is_there) as retained,
      sum(sign) filter (where is_completed) as completed_of_census, sum(sign) filter (where is_on_time) as completed_on_time,
      sum(sign) filter (where state = 'completed') as completed_here,
      sum(sign) filter (where state = 'transferred') as census_transferred, sum(sign) filter (where has_left) as census_left
    from (
      select workshop_id, cohort_id, nationality, gender, state, -1 as sign, state in ('enrolled', 'suspended', 'completed')
          as is_there, state = 'completed' as is_completed, is_on_time, false as has_left
      from member where is_of_own_census
      union all
      select workshop_id, cohort_id, nationality, gender, state, 1, chain_is_there, chain_is_completed, chain_is_on_time,
        chain_left_program or chain_died
      from member where is_of_census
    ) one
    group by workshop_id, cohort_id, nationality
  )
  select b.workshop_id, b.cohort_id, b.nationality, b.applications, b.transferred_in, b.returned_in, b.applied, b.waitlisted,
    b.admitted, b.enrolled, b.suspended, b.completed, b.withdrawn, b.dismissed, b.no_shows, b.transferred_out, b.refused,
    b.census_size + coalesce(c.census_size, 0), coalesce(b.women, 0) + coalesce(c.women, 0),
    coalesce(b.gender_unknown, 0) + coalesce(c.gender_unknown, 0), coalesce(b.retained, 0) + coalesce(c.retained, 0),
    coalesce(b.completed_of_census, 0) + coalesce(c.completed_of_census, 0),
    coalesce(b.completed_on_time, 0) + coalesce(c.completed_on_time, 0),
    coalesce(b.completed_of_census, 0) + coalesce(c.completed_here, 0),
    coalesce(b.census_transferred, 0) + coalesce(c.census_transferred, 0), coalesce(c.census_left, 0)
  from booked b
  left join chained c on (c.workshop_id, c.cohort_id, c.nationality) = (b.workshop_id, b.cohort_id, b.nationality)
$$;
comment on function report.cohort_count is 'Figures of each cohort by nationality.';
