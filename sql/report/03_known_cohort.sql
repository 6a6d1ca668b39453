-- Cohorts with the dates, seats and census that held on a day, as far as known at a time: every figure reads them here.
-- An edition is kept for good; a code may be mended, and was what was known of it then.
create function report.known_cohort(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, code text, edition_id int, intake_on date, planned_end_on date,
  capacity int, census_on date, is_told boolean)
language sql stable parallel safe as $$
  select c.workshop_id, c.id, coalesce(r.before ->> 'code', c.code), c.edition_id, s.intake_on, s.planned_end_on,
    s.capacity, s.intake_on + s.census_day,
    c.recorded_at < (as_of + 1)::timestamp at time zone 'UTC' or exists (
      select from luban.cohort_event v where v.workshop_id = c.workshop_id and v.cohort_id = c.id
        and v.effective_on <= as_of and v.recorded_at <= known_at)
  from luban.cohort c
  cross join lateral (
    select s.intake_on, s.planned_end_on, s.capacity, s.census_day from luban.cohort_stretch s
    where s.workshop_id = c.workshop_id and s.cohort_id = c.id and s.since <= as_of and s.recorded_at <= known_at
    order by s.since desc, s.id desc limit 1) s
  left join report.first_revision('cohort', known_at) r on (r.workshop_id, r.row_id) = (c.workshop_id, c.id)
  where c.recorded_at <= known_at
$$;
comment on function report.known_cohort is
  'Cohorts as they were on a day, as far as known at a time; told of in a report are those entered by then, or begun.';
