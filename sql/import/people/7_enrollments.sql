-- Enrollments with the state they end in, then the event that led there.
insert into enrollment (workshop_id, id, student_id, cohort_id, applied_on, state, state_on, waitlist_place, override)
overriding system value
select p.workshop_id, enrollment_id, student_id, cohort_id, p.applied_on, state, p.effective_on, waitlist_place, run.override
from plan p, run where new_enrollment;

analyze enrollment (workshop_id, id);

insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on, reason, batch_id)
select p.workshop_id, enrollment_id, 1, state, p.effective_on, run.override, run.batch_id
from plan p, run where new_enrollment;

-- For whatever is asked for next.
analyze enrollment_event (workshop_id);
analyze cohort_tally (workshop_id, cohort_id, effective_on, recorded_at);
