-- Outcomes: where graduates are at 6, 12 and 36 months, and who was asked.

create or replace function outcome_is_due_on(in_completed_on date, in_months smallint) returns date
language sql immutable strict parallel safe as $$
  select (in_completed_on + make_interval(months => in_months - 1))::date
$$;
comment on function outcome_is_due_on is
  'First day on which an answer counts for a survey point: a month before it, since surveys are sent and answered early.';

create or replace function outcome_is_of_a_graduate() returns trigger language plpgsql as $$
declare
  offence record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who takes a completion back at this moment is waited for.
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows)
  order by e.workshop_id, e.id for share;
  select case when e.state <> 'completed' then 'outcome_is_of_a_completed_enrollment' else 'outcome_is_not_before_its_point' end
      as rule,
    format('%s in %s: %s since %s, %s months on %s', luban.shown_number(s.number), c.code, e.state, e.state_on, n.months,
      n.answered_on) as what into offence
  from new_rows n
  join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  where e.state <> 'completed' or n.answered_on < luban.outcome_is_due_on(e.state_on, n.months)
  limit 1;
  if found then
    perform luban.break_rule(offence.rule, offence.what, 'outcome');
  end if;
  return null;
end $$;
comment on function outcome_is_of_a_graduate is 'Refuses an outcome of who has not completed, or too early for its survey point.';
create or replace trigger outcome_is_of_a_graduate after insert on outcome
  referencing new table as new_rows for each statement execute function outcome_is_of_a_graduate();
create or replace trigger outcome_is_still_of_a_graduate after update on outcome
  referencing new table as new_rows for each statement execute function outcome_is_of_a_graduate();

create or replace function outcome_stays_with_its_graduate() returns trigger language plpgsql as $$
begin
  if (old.workshop_id, old.id, old.enrollment_id, old.months) is distinct from (new.workshop_id, new.id, new.enrollment_id, new.months) then
    perform luban.break_rule('outcome_stays_with_its_graduate', format('%s months', old.months), 'outcome');
  end if;
  if new.note is null then
    perform luban.break_rule('outcome_correction_has_a_reason', format('%s months', old.months), 'outcome');
  end if;
  return new;
end $$;
comment on function outcome_stays_with_its_graduate is
  'Lets a correction change what was answered, not whose answer it was, and asks for a reason.';
create or replace trigger outcome_stays_with_its_graduate before update on outcome
  for each row when ((old.*) is distinct from (new.*)) execute function outcome_stays_with_its_graduate();

create or replace function graduate_with_outcome_stays_one() returns trigger language plpgsql as $$
begin
  if exists (select from luban.outcome o where (o.workshop_id, o.enrollment_id) = (new.workshop_id, new.id)
    and (new.state <> 'completed' or o.answered_on < luban.outcome_is_due_on(new.state_on, o.months))) then
    perform luban.break_rule('graduate_with_outcome_stays_one', (select luban.shown_number(number) from luban.student
      where (workshop_id, id) = (new.workshop_id, new.student_id)), 'enrollment');
  end if;
  return null;
end $$;
comment on function graduate_with_outcome_stays_one is 'Refuses to take a completion from under an outcome.';
create or replace trigger graduate_with_outcome_stays_one after update of state, state_on on enrollment
  for each row when (old.state = 'completed' and (old.state, old.state_on) is distinct from (new.state, new.state_on))
  execute function graduate_with_outcome_stays_one();

create or replace function survey_asks_graduates_of_its_cohort() returns trigger language plpgsql as $$
declare
  who text;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  select luban.shown_number(s.number) into who
  from new_rows n
  join luban.survey v on (v.workshop_id, v.id) = (n.workshop_id, n.survey_id)
  join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  where e.cohort_id <> v.cohort_id or e.state <> 'completed' limit 1;
  if found then
    perform luban.break_rule('survey_asks_graduates_of_its_cohort', who, 'survey_contact');
  end if;
  return null;
end $$;
comment on function survey_asks_graduates_of_its_cohort is 'Refuses a contact who did not complete in the cohort of the survey.';
create or replace trigger survey_asks_graduates_of_its_cohort after insert on survey_contact
  referencing new table as new_rows for each statement execute function survey_asks_graduates_of_its_cohort();
create or replace trigger survey_still_asks_graduates_of_its_cohort after update on survey_contact
  referencing new table as new_rows for each statement execute function survey_asks_graduates_of_its_cohort();

create or replace function ask_graduates(in_workshop int, in_cohort bigint, in_months smallint, in_day date) returns bigint
language plpgsql as $$
declare
  asked bigint;
begin
  in_day := luban.fact_day(in_workshop, in_day, 'survey');
  insert into luban.survey (workshop_id, cohort_id, months, sent_on) values (in_workshop, in_cohort, in_months, in_day)
  on conflict on constraint survey_is_once_a_point do nothing;
  select id into asked from luban.survey where (workshop_id, cohort_id, months) = (in_workshop, in_cohort, in_months);
  -- Who could not be reached when asked first is counted so, whatever becomes known later.
  insert into luban.survey_contact (workshop_id, survey_id, enrollment_id, is_reachable, asked_on)
  select e.workshop_id, asked, e.id, coalesce(s.consent_on <= in_day, false) and coalesce(s.email, s.phone) is not null, in_day
  from luban.enrollment e
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  where e.workshop_id = in_workshop and e.cohort_id = in_cohort and e.state = 'completed'
    and luban.outcome_is_due_on(e.state_on, in_months) <= in_day
  on conflict on constraint survey_asks_once do nothing;
  if not exists (select from luban.survey_contact where (workshop_id, survey_id) = (in_workshop, asked)) then
    perform luban.break_rule('survey_asks_somebody', format('%s months on %s', in_months, in_day), 'survey');
  end if;
  return asked;
end $$;
comment on function ask_graduates is
  'Notes the survey of a cohort at a point and whom it asks: who completed and is due by the day. Asked again it adds who is due since.';

create or replace function remove_outcome(in_workshop int, in_outcome bigint, in_reason text) returns void language plpgsql as $$
begin
  if coalesce(btrim(in_reason), '') = '' then
    perform luban.break_rule('outcome_correction_has_a_reason', in_table => 'outcome');
  end if;
  -- The reason goes into what is kept of the row.
  update luban.outcome set note = btrim(in_reason) where workshop_id = in_workshop and id = in_outcome;
  delete from luban.outcome where workshop_id = in_workshop and id = in_outcome;
end $$;
comment on function remove_outcome is 'Removes an outcome; how it was is kept, with the reason.';

-- What files say ------------------------------------------------------------------------------------------

insert into import_noun (noun, holds) values ('outcomes', 'Outcomes of graduates, a line an answer.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('survey_is_after_6_12_or_36_months', 'Graduates are asked 6, 12 and 36 months after completion.', 'Give --months 6, 12 or 36.'),
  ('survey_is_of_a_cohort', 'A survey is of a cohort of the workshop, which is kept.', 'Find the cohort with luban cohort list.'),
  ('survey_is_once_a_point', 'A cohort has one survey a point.', 'Write its mailing list again with luban outcome survey.'),
  ('survey_asks_somebody', 'A survey asks somebody: who completed, and whose point has come.', 'Check months and day; luban enrollment list --state completed shows who completed, and when.'),
  ('survey_asks_once', 'A survey asks a graduate once.', 'It asks that graduate already.'),
  ('survey_contact_is_of_a_survey', 'Who is asked is asked by a survey that is known.', 'Make the survey with luban outcome survey.'),
  ('survey_contact_is_of_an_enrollment', 'Who is asked has an enrollment, which is kept.', 'Find it with luban enrollment list.'),
  ('survey_asks_graduates_of_its_cohort', 'A survey asks those who completed in its cohort.', 'Leave the contacts to luban outcome survey.'),
  ('outcome_is_after_6_12_or_36_months', 'Outcomes are those at 6, 12 and 36 months after completion.', 'Give --months 6, 12 or 36.'),
  ('outcome_is_of_an_enrollment', 'An outcome is of an enrollment of the workshop, which is kept.', 'Find it with luban enrollment list.'),
  ('outcome_is_of_a_completed_enrollment', 'An outcome is of an enrollment that was completed.', 'Complete it first with luban enrollment complete.'),
  ('outcome_is_not_before_its_point', 'An answer counts for a point from a month before it on.', 'Check the day of the answer and the months.'),
  ('outcome_is_once_a_point', 'A graduate has one outcome a point.', 'Correct the one that is there with luban outcome correct.'),
  ('outcome_stays_with_its_graduate', 'A correction changes what was answered, not whose answer it was nor at which point.', 'Remove it with luban outcome remove, and add the right one.'),
  ('outcome_correction_has_a_reason', 'Whoever corrects or removes an outcome says why.', 'Give --reason.'),
  ('graduate_with_outcome_stays_one', 'A completion on which an outcome rests stays.', 'Remove the outcome first with luban outcome remove.'),
  ('outcome_field_is_of_those_who_work', 'Field, employer and occupation are those of graduates who work.', 'Leave them out, or correct the status.'),
  ('outcome_occupation_is_isco', 'An occupation is a code of ISCO-08, one to four digits.', 'Write it as in 4321.'),
  ('outcome_satisfaction_is_from_1_to_5', 'Satisfaction goes from 1 to 5, 5 very satisfied.', 'Correct the number.'),
  ('outcome_job_began_before_the_answer', 'A job that is told of began by the day of the answer.', 'Check the two dates.'),
  ('outcome_employer_is_not_blank', 'An employer has a name.', 'Write it, or leave it out.'),
  ('outcome_has_a_day', 'An answer in a file has a day.', 'Fill the column answered_on, or give --on for all lines.'),
  ('outcome_status_is_a_word', 'What a graduate does is employed, self_employed, further_study, seeking, other or unknown.', 'Write one of the words, in English, Chinese or Russian.'),
  ('answer_is_yes_or_no', 'An answer to such a question is yes or no; empty where it is not known.', 'Write yes or no, in English, Chinese or Russian.'),
  ('outcome_note_is_not_blank', 'A note is said in words.', 'Write it, or leave it out.');
