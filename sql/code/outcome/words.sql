-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values ('outcomes', 'Outcomes of graduates, a line an answer.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('survey_is_after_6_12_or_36_months', 'Graduates are asked 6, 12 and 36 months after completion.', 'The months are 6, 12 or 36.', '{give(months)}', ''),
  ('survey_is_of_a_cohort', 'A survey is of a cohort of the workshop, which is kept.', '', '{list(cohort)}', ''),
  ('survey_is_once_a_point', 'A cohort has one survey a point.', 'Write its mailing list again.', '{outcome.survey}', ''),
  ('survey_asks_somebody', 'A survey asks those who completed and whose point has come; there is somebody to ask.', 'Check months and day, and who completed when.', '{list(enrollment)}', '{months} months on {day}'),
  ('survey_asks_once', 'A survey asks a graduate once.', 'It asks that graduate already.', '{}', ''),
  ('survey_contact_is_of_a_survey', 'Graduates are asked by a survey that is known.', 'Make the survey first.', '{outcome.survey}', ''),
  ('survey_contact_is_of_an_enrollment', 'Who is asked has an enrollment, which is kept.', '', '{list(enrollment)}', ''),
  ('survey_asks_graduates_of_its_cohort', 'A survey asks those who completed in its cohort.', 'Make the survey, which finds whom to ask.', '{outcome.survey}', '{student}'),
  ('outcome_is_after_6_12_or_36_months', 'Outcomes are those at 6, 12 and 36 months after completion.', 'The months are 6, 12 or 36.', '{give(months)}', ''),
  ('outcome_is_of_an_enrollment', 'An outcome is of an enrollment of the workshop, which is kept.', '', '{list(enrollment)}', ''),
  ('outcome_is_of_a_completed_enrollment', 'An outcome is of an enrollment that was completed.', 'Complete it first.', '{enrollment.complete}', '{student} in {cohort}: {state} since {since}, {months} months on {day}'),
  ('outcome_is_not_before_its_point', 'An answer counts for a point from a month before it on.', 'Check the day of the answer and the months.', '{}', '{student} in {cohort}: {state} since {since}, {months} months on {day}'),
  ('outcome_is_once_a_point', 'A graduate has one outcome a point.', 'Correct the one that is there.', '{correct(outcome)}', ''),
  ('outcome_stays_with_its_graduate', 'A correction changes what was answered, not whose answer it was nor at which point.', 'Remove it, and add the right one.', '{remove(outcome)}', '{months} months'),
  ('outcome_correction_has_a_reason', 'Whoever corrects or removes an outcome says why.', '', '{give(reason)}', '[{months} months]'),
  ('graduate_with_outcome_stays_one', 'A completion on which an outcome rests stays.', 'Remove the outcome first.', '{remove(outcome)}', '{student}'),
  ('outcome_field_is_of_those_who_work', 'Field, employer, its funds and occupation are told of graduates who work.', 'Leave them out, or correct the status.', '{}', ''),
  ('outcome_occupation_is_isco', 'An occupation is a code of ISCO-08, one to four digits.', 'Write it as in 4321.', '{}', ''),
  ('outcome_satisfaction_is_from_1_to_5', 'Satisfaction goes from 1 to 5, 5 very satisfied.', 'Correct the number.', '{}', ''),
  ('outcome_job_began_before_the_answer', 'A job that is told of began by the day of the answer.', 'Check the two dates.', '{}', ''),
  ('outcome_employer_is_not_blank', 'An employer has a name.', 'Write it, or leave it out.', '{}', ''),
  ('outcome_has_a_day', 'An answer in a file has a day.', 'Fill the column `answered_on`, or name one day for all lines.', '{give(on)}', ''),
  ('outcome_status_is_a_word', 'What a graduate does is employed, self_employed, further_study, seeking, other or unknown.', 'Write one of the words, in English, Chinese or Russian.', '{}', ''),
  ('answer_is_yes_or_no', 'An answer to such a question is yes or no; empty where it is not known.', 'Write yes or no, in English, Chinese or Russian.', '{}', ''),
  ('outcome_note_is_not_blank', 'A note is said in words.', 'Write it, or leave it out.', '{}', '');
