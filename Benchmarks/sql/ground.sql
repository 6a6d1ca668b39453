-- The ground of the yardsticks: 1,000 open cohorts over all workshops, one in five of them a little too small.
-- psql -v people=N
set search_path = luban, pg_temp;

insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on,
  window_opens_on, window_closes_on, capacity, agreement_override)
select w.id, format('%s-BENCH-%s', w.code, lpad(n::text, 4, '0')), e.id, e.program_id, '2026-09-01', '2028-07-01',
  '2026-01-01', '2026-10-01', greatest(case when n % 5 = 0 then :people / 1100 else :people / 800 end, 2), 'a benchmark'
from generate_series(0, 999) n
join (select id, code, row_number() over (order by code) - 1 as place, count(*) over () as workshops from workshop) w
  on w.place = n % w.workshops
cross join (select id, program_id from program_edition order by id limit 1) e;

insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
select workshop_id, id, 1, 'open', '2026-05-01' from cohort;

analyze;
