-- The floor's attendance refers to its session and enrollment by foreign keys, as everybody writes them; Luban's does so
-- by a trigger for all rows of a statement.
set search_path = luban;
alter table attendance
  add constraint attendance_is_of_a_session foreign key (workshop_id, session_id) references session,
  add constraint attendance_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment;
