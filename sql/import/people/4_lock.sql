-- Cohorts and number counters in the order of their keys, so that imports do not wait for each other in a circle;
-- in statements of their own, so that what follows sees what those before them left.
select from cohort
where (workshop_id, id) in (select workshop_id, cohort_id from draft where cohort_id is not null)
order by workshop_id, id for no key update;

select from workshop_counter
where workshop_id in (select workshop_id from draft)
order by workshop_id for no key update;
