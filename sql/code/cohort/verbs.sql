-- What is done with cohorts: an edit is of the cohort and of its stretch.

create or replace function edit_cohort(
  in_workshop int, in_cohort bigint, in_since date, in_intake date, in_end date, in_capacity int, in_census int,
  in_window_opens date, in_window_closes date, in_languages text[])
returns void language plpgsql as $$
begin
  perform from luban.cohort where workshop_id = in_workshop and id = in_cohort for no key update;
  -- The newest stretch, and what has none, are written with the row, whose rules then look at the whole of it.
  update luban.cohort c
  set intake_on = coalesce(in_intake, c.intake_on), planned_end_on = coalesce(in_end, c.planned_end_on),
    capacity = coalesce(in_capacity, c.capacity), census_day = coalesce(in_census, c.census_day),
    window_opens_on = coalesce(in_window_opens, c.window_opens_on),
    window_closes_on = coalesce(in_window_closes, c.window_closes_on), languages = coalesce(in_languages, c.languages)
  where c.workshop_id = in_workshop and c.id = in_cohort and in_since is null;
  insert into luban.cohort_stretch (workshop_id, cohort_id, since, intake_on, planned_end_on, capacity, census_day)
  select in_workshop, in_cohort, in_since, coalesce(in_intake, s.intake_on), coalesce(in_end, s.planned_end_on),
    coalesce(in_capacity, s.capacity), coalesce(in_census, s.census_day)
  from luban.cohort_stretch_on(in_workshop, in_cohort, in_since) s
  where (coalesce(in_intake, s.intake_on), coalesce(in_end, s.planned_end_on), coalesce(in_capacity, s.capacity),
    coalesce(in_census, s.census_day)) is distinct from (s.intake_on, s.planned_end_on, s.capacity, s.census_day);
end $$;
comment on function edit_cohort is
  'Changes a cohort: from a day on, or, where none is given, over all days of the stretch that holds now.';
