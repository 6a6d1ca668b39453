-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values ('sessions', 'A timetable, a line a session of a class.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('session_hours_are_plausible', 'A session counts more than 0 and at most 24 hours.', 'Correct the hours.', '{}', ''),
  ('session_room_is_not_blank', 'A room has a name.', 'Name it, or leave it out.', '{}', ''),
  ('session_move_reason_is_not_blank', 'The reason of a move is not blank.', 'Say why, or leave it out.', '{give(reason)}', ''),
  ('session_cancellation_has_a_reason', 'Whoever cancels a session says why.', '', '{give(reason)}', ''),
  ('session_is_of_a_class', 'A session is of a class of the workshop.', '', '{list(class)}', ''),
  ('session_has_a_known_instructor', 'Who stands in is an instructor of the workshop.', '', '{list(instructor)}', ''),
  ('session_begins_once', 'A class has one session at a time.', 'Look at the sessions.', '{class.sessions}', ''),
  ('session_ends_after_it_begins', 'A session ends after it begins, on the same day.', 'Check the two times.', '{}', ''),
  ('session_lies_within_its_class', 'A session lies within the time of its class.', 'Check the days, or change those of the class.', '{edit(class)}', '{class}[ on {day}][; the class lasts from {from} to {to}][, the schedule from {schedule_from} to {schedule_to}]'),
  ('session_is_taught_by_who_is_there', 'Who stands in is at the workshop that day.', 'Change the days of the instructor, or name another one.', '{edit(instructor)}', '{class} on {day}: {instructor} is at the workshop from {since} to {until}'),
  ('session_that_was_held_stays', 'A session whose attendance was taken is neither moved, cancelled nor removed.', 'Correct the attendance first.', '{}', '{class} on {day} at {time}'),
  ('line_names_a_known_class', 'A line names a course that has a class in its cohort.', 'Add the class first.', '{class.plan,add(class)}', ''),
  ('line_names_a_known_instructor', 'An instructor is named by partner and staff number, and known to the workshop.', 'Write it as in UZ-TSTU/117.', '{list(instructor)}', ''),
  ('session_has_day_and_times', 'A session has a day, and times at which it begins and ends.', 'Fill date, begins and ends.', '{}', ''),
  ('time_is_a_time_of_day', 'A time is written as in 09:00, of 24 hours.', 'Correct the time.', '{}', '');
