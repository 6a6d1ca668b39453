-- The words of its rules, and of its files.

insert into rule (name, sentence, way_out, actions, detail) values
  ('attendance_status_is_known', 'Attendance is present, late, excused or absent.', 'Write one of these words; behind it the hours, where a student was not there all the time: late 1.5.', '{}', ''),
  ('attendance_is_one_a_session', 'A student''s attendance at a session is noted once.', 'Change what is there.', '{correct(attendance)}', ''),
  ('attendance_is_of_a_session', 'Attendance is of a session of the workshop, which is kept.', 'Find the session. One with attendance is not deleted, but cancelled.', '{show(attendance)}', ''),
  ('attendance_is_of_an_enrollment', 'Attendance is of an enrollment of the workshop.', 'Find the student.', '{cohort.roster}', ''),
  ('attendance_is_of_those_enrolled', 'Attendance is noted of those who were enrolled on the day of the session.', 'Leave the student out on that day: in a sheet, empty the cell.', '{show(enrollment)}', '{student} on {day} in {class}'),
  ('attendance_is_of_the_cohort_of_the_class', 'Attendance is noted of students of the cohort that the class is for.', 'Name a student of the cohort.', '{}', '{student} on {day} in {class}'),
  ('attendance_is_of_a_session_that_takes_place', 'A cancelled session has no attendance.', 'Take the attendance back, or name another session.', '{attendance.undo}', '[{student} on {day} in {class}][{session} on {day}]'),
  ('attendance_is_taken_once', 'Attendance of a session is taken once.', 'Change what is there, one student at a time, or with a sheet.', '{correct(attendance)}', '{session} on {day}'),
  ('attendance_hours_are_more_than_none', 'Who was there was so for more than no hours.', 'Note who was not there as absent.', '{}', ''),
  ('attendance_hours_are_of_who_was_there', 'Hours are noted of who was there, late or not.', 'Leave the hours out for who was absent or excused.', '{}', ''),
  ('attendance_lies_within_its_session', 'A student is at a session for as many hours as it has, or fewer.', 'Give the hours that the student was there.', '{}', '{student} in {class} on {day}: {hours} of {session}'),
  ('attendance_stays_with_its_session', 'What was noted stays with its student and session.', 'Take it back, and note it where it belongs.', '{attendance.undo}', ''),
  ('attendance_past_is_kept', 'What had been noted before a correction is kept.', 'Leave it to Luban.', '{}', ''),
  ('attendance_past_is_of_a_session', 'What was noted before a correction is of a session, which is kept.', 'Cancel the session instead.', '{}', ''),
  ('attendance_past_is_of_an_enrollment', 'What was noted before a correction is of an enrollment, which is kept.', 'Withdraw the enrollment instead.', '{}', ''),
  ('enrollment_covers_days_attended', 'An enrollment lasts at least to the last day on which the student was there.', 'Check the date, or correct the attendance of that day first.', '{}', '{student} attended {class} on {day}'),
  ('sheet_code_is_letters_and_digits', 'The code of a sheet is capitals, digits and dashes.', 'Leave the codes to Luban.', '{}', ''),
  ('sheet_code_is_unique', 'Each sheet has a code of its own.', 'Write the sheet again.', '{}', ''),
  ('sheet_is_of_a_class', 'A sheet is of a class of the workshop.', '', '{list(class)}', ''),
  ('attendance_sheet_has_its_days', 'A sheet of attendance is for the days from one to another; no other sheet is.', 'Name the first and the last day, in their order.', '{"give(from, to)"}', ''),
  ('line_names_a_class', 'A line of attendance names a class that is known.', 'Give cohort and course, or the class as in UZ-TAS-LOG-2026A/LOG-210.', '{}', ''),
  ('line_names_one_session', 'A line of attendance names one session of the class.', 'Check the day; where there are several that day, give the time.', '{}', ''),
  ('time_is_hours_and_minutes', 'A time is written HH:MM.', 'Write it as in 09:00.', '{}', ''),
  ('line_repeats_no_attendance', 'A file says once how a student was at a session.', 'Remove the second line.', '{}', ''),
  ('sheet_is_known', 'The code of a sheet is that of one that Luban has written.', 'Restore the code as in the sheet that went out, or write a new sheet.', '{}', ''),
  ('sheet_is_of_attendance', 'A sheet of attendance is taken in as attendance, one of marks as marks.', 'Import it as what it holds.', '{attendance.import,result.import}', ''),
  ('header_is_a_session_of_the_sheet', 'A column of a sheet is headed by the day of one of its sessions.', 'Restore the header as in the sheet that went out, or remove the column.', '{}', ''),
  ('attendance_was_not_changed_meanwhile', 'What was changed in Luban since the sheet was written is never overwritten.', 'Empty the cell to keep what Luban has, or change it there.', '{correct(attendance)}', '');

insert into import_noun (noun, holds) values
  ('attendance', 'Attendance, a line a student and session, or a sheet with the sessions side by side.')
on conflict (noun) do update set holds = excluded.holds;
