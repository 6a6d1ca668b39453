-- A foreign key is looked up row by row, which is more than half of the time of an import of attendance. The triggers
-- on attendance, session and enrollment hold the same for all rows of a statement at once (sql/code/attendance.sql).

alter table attendance
  drop constraint attendance_is_of_a_session,
  drop constraint attendance_is_of_an_enrollment;
