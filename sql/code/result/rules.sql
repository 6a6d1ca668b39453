-- Results: what holds for an attempt at a course, whoever writes it.

-- The rules, once ---------------------------------------------------------------------------------------

create or replace view result_circumstance with (security_invoker = true) as
select e.workshop_id, e.id as enrollment_id, k.id as course_id, e.cohort_id, i.course_id is not null as is_of_edition,
  coalesce(i.scale, r.scale) as scale, t.begins_on as class_begins_on, e.applied_on,
  case when luban.is_over(e.state) then e.state_on end as ended_on
from luban.enrollment e
join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
cross join luban.course k
left join luban.curriculum_item i on (i.edition_id, i.course_id) = (c.edition_id, k.id)
left join luban.completion_rule r on r.edition_id = c.edition_id
left join luban.class t on (t.workshop_id, t.cohort_id, t.course_id) = (e.workshop_id, e.cohort_id, k.id);
comment on view result_circumstance is
  'What the rules of results ask about, for each enrollment and course; asked for the few that are named.';

create or replace function result_refusals(in_kind result_kind, is_of_edition boolean, in_scale text, in_mark text,
  class_begins_on date, is_enrolled boolean, applied_on date, ended_on date, in_day date) returns text[]
language sql immutable parallel safe as $$
  select array_remove(array[
    case when in_kind = 'graded' and not is_of_edition then 'result_course_is_of_the_edition'
      when in_scale is null then 'graded_course_has_a_scale'
      when in_mark is null then 'result_mark_is_on_its_scale' end,
    case when in_kind = 'graded' and is_of_edition and coalesce(class_begins_on, 'infinity') > in_day
      then 'result_not_before_its_class' end,
    case when in_kind = 'graded' and not is_enrolled
      or in_kind <> 'graded' and (in_day < applied_on or in_day > ended_on) then 'result_is_within_enrollment' end], null)
$$;
comment on function result_refusals is
  'The rules of a result, once: names of all that it breaks. Adding, import and trigger ask here.';

create or replace function result_offense(in_rule text, in_workshop int, in_enrollment bigint, in_course int,
  in_scale text, in_mark text, in_day date) returns jsonb
language sql stable as $$
  select jsonb_build_object('student', luban.shown_number(s.number), 'cohort', c.code, 'course', k.code, 'day', in_day)
    || case
      when in_rule = 'result_mark_is_on_its_scale' then jsonb_build_object(
        'mark', coalesce(nullif(btrim(in_mark), ''), '(empty)'), 'marks', luban.marks_of(in_scale), 'scale', in_scale)
      when in_rule in ('graded_course_has_a_scale', 'result_course_is_of_the_edition') then
        jsonb_build_object('edition', luban.edition_name(c.edition_id))
      when in_rule = 'result_not_before_its_class' then coalesce((
        select jsonb_build_object('class_from', class.begins_on) from luban.class
        where (workshop_id, cohort_id, course_id) = (in_workshop, c.id, in_course)),
        jsonb_build_object('lack', luban.phrase('the cohort has no class of this course')))
      when in_rule = 'result_is_within_enrollment' then jsonb_build_object('state', luban.phrase(e.state::text), 'since', e.state_on)
      else '{}' end
  from luban.enrollment e
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join luban.course k on k.id = in_course
  where e.workshop_id = in_workshop and e.id = in_enrollment
$$;
comment on function result_offense is 'Whose result breaks a rule, and by what.';

-- What holds whoever writes: triggers --------------------------------------------------------------------

create or replace function result_keeps_its_rules() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Who ends the enrollment, moves the class or changes the scale at this moment is waited for, and waits for this.
  perform from luban.enrollment e
  where (e.workshop_id, e.id) in (select workshop_id, enrollment_id from new_rows)
  order by e.workshop_id, e.id for no key update;
  perform from luban.class c
  where (c.workshop_id, c.cohort_id, c.course_id) in (
    select e.workshop_id, e.cohort_id, n.course_id
    from new_rows n join luban.enrollment e on (e.workshop_id, e.id) = (n.workshop_id, n.enrollment_id))
  order by c.workshop_id, c.id for share;
  perform from luban.grading_scale s where s.code in (select scale from new_rows) order by s.code for share;
  -- A mark is judged by its scale once, however many have it.
  select n.scale, n.mark, n.value, n.passed into offense
  from (select distinct scale, mark, value, passed from new_rows) n
  left join lateral luban.read_mark(n.scale, n.mark) m on true
  where (m.mark, m.value, m.passes) is distinct from (n.mark, n.value, n.passed)
  limit 1;
  if found then
    perform luban.break_rule('result_mark_is_on_its_scale', jsonb_build_object('mark', offense.mark, 'scale', offense.scale,
      'marks', luban.marks_of(offense.scale), 'value', offense.value, 'passed', offense.passed), 'result');
  end if;
  select o.rule, luban.result_offense(o.rule, o.workshop_id, o.enrollment_id, o.course_id, o.scale, o.mark, o.graded_on)
    as what into offense
  from (
    select n.*, coalesce(r.refusals[1],
      case when n.kind = 'graded' and n.scale <> c.scale then 'result_scale_is_that_of_its_course' end) as rule
    from new_rows n
    join luban.result_circumstance c on (c.workshop_id, c.enrollment_id, c.course_id)
      = (n.workshop_id, n.enrollment_id, n.course_id)
    cross join lateral luban.result_refusals(n.kind, c.is_of_edition,
      case when n.kind = 'graded' then c.scale else n.scale end, n.mark, c.class_begins_on,
      luban.was_enrolled_on(n.workshop_id, n.enrollment_id, n.graded_on), c.applied_on, c.ended_on,
      n.graded_on) r (refusals)) o
  where o.rule is not null
  limit 1;
  if found then
    perform luban.break_rule(offense.rule, offense.what, 'result');
  end if;
  if not exists (select from new_rows where agreement_id is not null) then
    return null;
  end if;
  perform from luban.agreement a where a.id in (select agreement_id from new_rows) order by a.id for share;
  select a.code, i.code as partner, n.graded_on into offense
  from new_rows n
  join luban.agreement a on a.id = n.agreement_id
  join luban.partner i on i.id = n.partner_id
  where not luban.agreement_covers_transfer(a, i.id, n.graded_on)
  limit 1;
  if found then
    perform luban.break_rule('transfer_is_under_an_agreement_for_it',
      jsonb_build_object('agreement', offense.code, 'partner', offense.partner, 'day', offense.graded_on), 'result');
  end if;
  return null;
end $$;
comment on function result_keeps_its_rules is 'Refuses results against their rules, a statement at a time.';
select ask_after('insert, update', 'result', 'result_keeps_its_rules');

create or replace function result_attempts_follow_each_other() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from touched_rows) then
    return null;
  end if;
  select o.* into offense
  from (
    select r.workshop_id, r.enrollment_id, r.course_id, r.attempt, r.graded_on,
      row_number() over (partition by r.workshop_id, r.enrollment_id, r.course_id order by r.graded_on) as due
    from (select distinct workshop_id, enrollment_id, course_id from touched_rows) t
    join luban.result r on (r.workshop_id, r.enrollment_id, r.course_id) = (t.workshop_id, t.enrollment_id, t.course_id)
  ) o
  where o.attempt <> o.due
  limit 1;
  if found then
    perform luban.break_rule('result_attempts_follow_each_other', luban.result_offense('', offense.workshop_id,
      offense.enrollment_id, offense.course_id, null, null, offense.graded_on)
      || jsonb_build_object('due', offense.due, 'attempt', offense.attempt), 'result');
  end if;
  return null;
end $$;
comment on function result_attempts_follow_each_other is
  'Refuses attempts at a course that are not numbered from one, without gaps, in the order of their days.';
create or replace trigger result_attempts_follow_each_other after insert on result
  referencing new table as touched_rows for each statement execute function result_attempts_follow_each_other();
create or replace trigger result_attempts_still_follow_each_other after update on result
  referencing new table as touched_rows for each statement execute function result_attempts_follow_each_other();
create or replace trigger result_attempts_leave_no_gap after delete on result
  referencing old table as touched_rows for each statement execute function result_attempts_follow_each_other();

create or replace function result_stays_with_its_attempt() returns trigger language plpgsql as $$
begin
  if (old.workshop_id, old.id, old.enrollment_id, old.course_id, old.attempt, old.kind)
     is distinct from (new.workshop_id, new.id, new.enrollment_id, new.course_id, new.attempt, new.kind) then
    perform luban.break_rule('result_stays_with_its_attempt', luban.result_offense('', old.workshop_id,
      old.enrollment_id, old.course_id, null, null, old.graded_on), 'result');
  end if;
  if coalesce(btrim(new.note), '') = '' then
    perform luban.break_rule('result_correction_has_a_reason', luban.result_offense('', old.workshop_id,
      old.enrollment_id, old.course_id, null, null, old.graded_on), 'result');
  end if;
  return new;
end $$;
comment on function result_stays_with_its_attempt is
  'Lets a correction change what came of an attempt, not whose it was, and asks for a reason.';
create or replace trigger result_stays_with_its_attempt before update on result
  for each row when ((old.*) is distinct from (new.*)) execute function result_stays_with_its_attempt();
