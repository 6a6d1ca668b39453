-- Cohorts in the order of their keys, so that imports do not wait for each other in a circle; in a statement of its own, so
-- that what follows sees what those before left. The counters of the workshops are held since before the matching.
select from cohort
where (workshop_id, id) in (select workshop_id, cohort_id from draft where cohort_id is not null)
order by workshop_id, id for no key update;
