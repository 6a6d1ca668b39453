-- What can be done about a refusal, as data: a front has a button, a link or a command for each, and words of its own. The
-- sentences are for psql, and for a front that has none. A rule names its actions as name or name(value).

delete from action;
insert into action (name, sentence) values
  ('add', 'Add one first: {value}.'),
  ('agreement.end', 'End the agreement.'),
  ('agreement.renew', 'Renew the agreement.'),
  ('attendance.import', 'Import the file as attendance.'),
  ('attendance.undo', 'Undo the attendance of the session.'),
  ('city.merge', 'Merge the two cities.'),
  ('city.new', 'Say that it is a city that is not listed yet.'),
  ('class.cancel', 'Cancel sessions of the class.'),
  ('class.plan', 'Plan the classes of the cohort.'),
  ('class.sessions', 'Look at the sessions of the class.'),
  ('clear', 'Clear the {value}.'),
  ('cohort.open', 'Open the cohort.'),
  ('cohort.roster', 'Look at the roster of the cohort.'),
  ('columns', 'Look at all columns that there are.'),
  ('correct', 'Correct it: {value}.'),
  ('course.retire', 'Retire the course.'),
  ('credential.reissue', 'Issue the credential anew.'),
  ('credential.revoke', 'Revoke the credential.'),
  ('credential.template', 'Write the template that comes with Luban.'),
  ('curriculum.show', 'Look at the curriculum.'),
  ('database.destroy', 'Remove the whole database.'),
  ('database.migrate', 'Bring the schema of the database up to date.'),
  ('database.other', 'Use another database.'),
  ('doctor', 'Have derived state looked at, and counted again.'),
  ('edit', 'Edit it: {value}.'),
  ('enroll', 'Enroll the student.'),
  ('enrollment.back_to_waitlist', 'Say that who moved up waits again.'),
  ('enrollment.complete', 'Complete the enrollment.'),
  ('enrollment.resume', 'Resume the enrollment.'),
  ('enrollment.return', 'Take the student back by a return.'),
  ('enrollment.transfer', 'Transfer the student.'),
  ('enrollment.void', 'Take the last event of the enrollment back.'),
  ('fill', 'Fill the column {value} of the file.'),
  ('give', 'Give the {value}.'),
  ('import.dates', 'Say in which order the file writes day and month.'),
  ('import.encoding', 'Name the encoding of the file.'),
  ('import.header', 'Say on which line the header stands.'),
  ('import.map', 'Say what the header means: {value}.'),
  ('import.skip_invalid', 'Take the other lines without this one.'),
  ('import.template', 'Start from the template of such a file.'),
  ('import.update', 'Say that the file changes what is known.'),
  ('instructor.certify', 'Certify the instructor.'),
  ('leave_out', 'Leave out: {value}.'),
  ('list', 'Look for it in the list: {value}.'),
  ('module.levels', 'Look at the frameworks and their levels.'),
  ('outcome.survey', 'Make the survey.'),
  ('override', 'Set the rule aside, with the {value}.'),
  ('partner.activate', 'Activate the partner.'),
  ('partner.end', 'End the partnership.'),
  ('partner.reactivate', 'Reactivate the partner.'),
  ('placement.evaluate', 'Evaluate the placement.'),
  ('placement.offer', 'Add the offer of a place.'),
  ('placement.offers', 'Look at the places that are offered.'),
  ('program.amend', 'State why it is amended, and amend it.'),
  ('program.curriculum', 'Add courses to the curriculum.'),
  ('program.new_edition', 'Make a new edition of the program.'),
  ('program.rule', 'State the rule of completion.'),
  ('progress', 'Look at the progress of the student, part by part.'),
  ('reasons', 'Look at the list of coded reasons.'),
  ('remove', 'Remove it: {value}.'),
  ('result.import', 'Import the file as results.'),
  ('result.recognize', 'Recognize what was learned elsewhere.'),
  ('show', 'Look at it: {value}.'),
  ('student.find', 'Find the student.'),
  ('student.new', 'Say that it is another person, and new.'),
  ('take_back', 'Take the hours back: {value}.'),
  ('workshop.close', 'Close the workshop.');

create or replace function advice(in_way_out text, in_actions text[]) returns text
language sql stable as $$
  select concat_ws(' ', nullif(in_way_out, ''), (
    select string_agg(replace(a.sentence, '{value}', translate(coalesce(substring(n.action, '\((.*)\)$'), ''), '_', ' ')), ' '
      order by n.nth)
    from unnest(in_actions) with ordinality n (action, nth)
    join luban.action a on a.name = split_part(n.action, '(', 1)))
$$;
comment on function advice is 'A way out and actions in plain English, for whoever has no words of their own.';
