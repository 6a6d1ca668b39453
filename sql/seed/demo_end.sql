-- Cohorts finish when nobody holds a seat in them any more.

insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on, recorded_at)
select workshop_id, cohort_id, 3, 'finished', end_on, end_on::timestamp at time zone 'UTC'
from demo_cohort where status = 'finished' order by place;
