-- A cohort as it was at the end of a day, as far as known at a time. Entered later, it counts for an earlier day only
-- if something happened to it by then.
create function report.known_cohort(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, code text, edition_id int, intake_on date, planned_end_on date,
  capacity int, census_on date)
language sql stable parallel safe as $$
  select c.workshop_id, c.id, coalesce(r.before ->> 'code', c.code),
    coalesce((r.before ->> 'edition_id')::int, c.edition_id),
    coalesce((r.before ->> 'intake_on')::date, c.intake_on),
    coalesce((r.before ->> 'planned_end_on')::date, c.planned_end_on),
    coalesce((r.before ->> 'capacity')::int, c.capacity),
    coalesce((r.before ->> 'intake_on')::date, c.intake_on) + coalesce((r.before ->> 'census_day')::int, c.census_day)
  from luban.cohort c
  left join report.first_revision('cohort', least(known_at, (as_of + 1)::timestamp at time zone 'UTC')) r
    on (r.workshop_id, r.row_id) = (c.workshop_id, c.id)
  where c.recorded_at <= known_at
    and (c.recorded_at < (as_of + 1)::timestamp at time zone 'UTC' or exists (
      select from luban.cohort_event v where v.workshop_id = c.workshop_id and v.cohort_id = c.id
        and v.effective_on <= as_of and v.recorded_at <= known_at))
$$;
comment on function report.known_cohort is 'Cohorts as they were at the end of a day, as far as known at a time.';
