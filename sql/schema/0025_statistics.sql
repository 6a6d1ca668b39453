-- The workshop leads every key, and the planner takes the two columns of a key for independent of each other: of a cohort
-- of a thousand in thirty workshops it expects thirty students, and chooses loops that are read a thousand times. A cohort
-- has one workshop; these statistics say so, for those who have many rows below them.

create statistics cohort_of_an_enrollment (ndistinct, dependencies) on workshop_id, cohort_id from enrollment;
create statistics cohort_of_a_class (ndistinct, dependencies) on workshop_id, cohort_id from class;
create statistics cohort_of_a_tally (ndistinct, dependencies) on workshop_id, cohort_id from cohort_tally;
create statistics class_of_a_session (ndistinct, dependencies) on workshop_id, class_id from session;
create statistics session_of_attendance (ndistinct, dependencies) on workshop_id, session_id from attendance;
create statistics enrollment_of_attendance (ndistinct, dependencies) on workshop_id, enrollment_id from attendance;
create statistics enrollment_of_a_result (ndistinct, dependencies) on workshop_id, enrollment_id from result;
create statistics event_of_participation (ndistinct, dependencies) on workshop_id, event_id from participation;
create statistics enrollment_of_participation (ndistinct, dependencies) on workshop_id, enrollment_id from participation;
create statistics offer_of_a_placement (ndistinct, dependencies) on workshop_id, offer_id from placement;
create statistics placement_of_a_log (ndistinct, dependencies) on workshop_id, placement_id from placement_log;
