-- The ground of the yardsticks: a thousand people a cohort, forty cohorts at least, over all workshops; one cohort in
-- five is a little too small.
-- psql -v people=N
set search_path = luban, pg_temp;
select greatest(:people / 1000, 40) as cohorts \gset

insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on,
  window_opens_on, window_closes_on, capacity, agreement_override)
select w.id, format('%s-BENCH-%s', w.code, lpad(n::text, 4, '0')), e.id, e.program_id, '2025-09-01', '2027-07-01',
  '2025-01-01', '2025-10-01',
  greatest(:people / :cohorts * case when n % 5 = 0 then 9 else 13 end / 10, 2), 'a benchmark'
from generate_series(0, :cohorts - 1) n
join (select id, code, row_number() over (order by code) - 1 as place, count(*) over () as workshops from workshop) w
  on w.place = n % w.workshops
cross join (select id, program_id from program_edition order by id limit 1) e;

insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
select workshop_id, id, 1, 'open', '2025-05-01' from cohort;

analyze;
