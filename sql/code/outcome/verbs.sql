-- What is done with outcomes: graduates are asked, an answer is removed.

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
    perform luban.break_rule('survey_asks_somebody', jsonb_build_object('months', in_months, 'day', in_day), 'survey');
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
