-- Outcomes: where graduates are at 6, 12 and 36 months, and who was asked.

create or replace function outcome_is_due_on(in_completed_on date, in_months smallint) returns date
language sql immutable parallel safe as $$
  select (in_completed_on + make_interval(months => in_months - 1))::date
$$;
comment on function outcome_is_due_on is
  'First day on which an answer counts for a survey point: a month before it, since surveys are sent and answered early.';

create or replace function outcome_refusals(in_state enrollment_state, in_state_on date, in_months smallint, in_day date)
returns text[] language sql immutable parallel safe as $$
  select case when in_state <> 'completed' then array['outcome_is_of_a_completed_enrollment']
    when in_day < luban.outcome_is_due_on(in_state_on, in_months) then array['outcome_is_not_before_its_point'] else '{}' end
$$;
comment on function outcome_refusals is
  'The rules of an outcome beside its enrollment, once: names of all that it breaks. Import, triggers and doctor ask here.';

create or replace function outcome_is_of_a_graduate() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who takes a completion back at this moment is waited for.
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows)
  order by e.workshop_id, e.id for share;
  select r.refusals[1] as rule, jsonb_build_object('student', luban.shown_number(s.number), 'cohort', c.code,
    'state', luban.phrase(e.state::text), 'since', e.state_on, 'months', n.months, 'day', n.answered_on) as what into offense
  from new_rows n
  join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  cross join lateral luban.outcome_refusals(e.state, e.state_on, n.months, n.answered_on) r (refusals)
  where cardinality(r.refusals) > 0
  limit 1;
  if found then
    perform luban.break_rule(offense.rule, offense.what, 'outcome');
  end if;
  return null;
end $$;
comment on function outcome_is_of_a_graduate is 'Refuses an outcome of who has not completed, or too early for its survey point.';
select ask_after('insert, update', 'outcome', 'outcome_is_of_a_graduate');

create or replace function outcome_stays_with_its_graduate() returns trigger language plpgsql as $$
begin
  if (old.workshop_id, old.id, old.enrollment_id, old.months) is distinct from (new.workshop_id, new.id, new.enrollment_id, new.months) then
    perform luban.break_rule('outcome_stays_with_its_graduate', jsonb_build_object('months', old.months), 'outcome');
  end if;
  if new.note is null then
    perform luban.break_rule('outcome_correction_has_a_reason', jsonb_build_object('months', old.months), 'outcome');
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
    and cardinality(luban.outcome_refusals(new.state, new.state_on, o.months, o.answered_on)) > 0) then
    perform luban.break_rule('graduate_with_outcome_stays_one', (
      select jsonb_build_object('student', luban.shown_number(number)) from luban.student
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
    perform luban.break_rule('survey_asks_graduates_of_its_cohort', jsonb_build_object('student', who), 'survey_contact');
  end if;
  return null;
end $$;
comment on function survey_asks_graduates_of_its_cohort is 'Refuses a contact who did not complete in the cohort of the survey.';
select ask_after('insert, update', 'survey_contact', 'survey_asks_graduates_of_its_cohort');

-- What files say ------------------------------------------------------------------------------------------
