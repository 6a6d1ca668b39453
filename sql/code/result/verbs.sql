-- What is done with results: adding, correcting, removing one; mark sheets that go out.

create or replace function record_result(in_workshop int, in_enrollment bigint, in_course int, in_mark text, in_day date,
  in_kind result_kind default 'graded', in_scale text default null, in_attempt int default null,
  in_instructor bigint default null, in_partner int default null, in_agreement int default null,
  in_evidence text default null) returns bigint language plpgsql as $$
declare
  c record;
  m record;
  chosen text;
  refused text[];
  made bigint;
begin
  in_day := luban.fact_day(in_workshop, in_day, 'result');
  -- Two that grade the same student at once would take the same attempt.
  perform from luban.enrollment where workshop_id = in_workshop and id = in_enrollment for no key update;
  select * into c from luban.result_circumstance
  where workshop_id = in_workshop and enrollment_id = in_enrollment and course_id = in_course;
  chosen := case when in_kind = 'graded' then c.scale else coalesce(in_scale, c.scale) end;
  if in_kind = 'graded' and in_scale <> c.scale then
    perform luban.break_rule('result_scale_is_that_of_its_course', luban.result_offense(
      'result_scale_is_that_of_its_course', in_workshop, in_enrollment, in_course, in_scale, in_mark, in_day), 'result');
  end if;
  select * into m from luban.read_mark(chosen, in_mark);
  refused := luban.result_refusals(in_kind, c.is_of_edition, chosen, m.mark, c.class_begins_on,
    luban.was_enrolled_on(in_workshop, in_enrollment, in_day), c.applied_on, c.ended_on, in_day);
  if cardinality(refused) > 0 then
    perform luban.break_rule(refused[1], luban.result_offense(refused[1], in_workshop, in_enrollment, in_course,
      chosen, in_mark, in_day), 'result');
  end if;
  if exists (select from luban.result where workshop_id = in_workshop and enrollment_id = in_enrollment
             and course_id = in_course and graded_on = in_day) then
    perform luban.refuse_duplicate('result_is_one_a_day', luban.result_offense('result_is_one_a_day', in_workshop,
      in_enrollment, in_course, chosen, in_mark, in_day), 'result');
  end if;
  insert into luban.result (workshop_id, enrollment_id, course_id, attempt, kind, scale, mark, value, passed, graded_on,
    instructor_id, partner_id, agreement_id, evidence)
  values (in_workshop, in_enrollment, in_course, coalesce(in_attempt, (select coalesce(max(attempt), 0) + 1
      from luban.result where workshop_id = in_workshop and enrollment_id = in_enrollment and course_id = in_course)),
    in_kind, chosen, m.mark, m.value, m.passes, in_day, in_instructor, in_partner, in_agreement, in_evidence)
  returning id into made;
  return made;
end $$;
comment on function record_result is 'Records an attempt at a course: reads the mark by its scale, numbers the attempt; says what is wrong.';

create or replace function correct_result(in_workshop int, in_result bigint, in_mark text, in_day date,
  in_instructor bigint, in_reason text) returns void language plpgsql as $$
declare
  r luban.result;
  m record;
begin
  perform luban.fact_day(in_workshop, in_day, 'result');
  select * into r from luban.result where workshop_id = in_workshop and id = in_result for no key update;
  select * into m from luban.read_mark(r.scale, coalesce(in_mark, r.mark));
  if m.mark is null then
    perform luban.break_rule('result_mark_is_on_its_scale', luban.result_offense('result_mark_is_on_its_scale',
      in_workshop, r.enrollment_id, r.course_id, r.scale, in_mark, r.graded_on), 'result');
  end if;
  update luban.result
  set mark = m.mark, value = m.value, passed = m.passes, graded_on = coalesce(in_day, graded_on),
    instructor_id = coalesce(in_instructor, instructor_id), note = in_reason
  where workshop_id = in_workshop and id = in_result
    and (mark, graded_on, instructor_id) is distinct from
      (m.mark, coalesce(in_day, graded_on), coalesce(in_instructor, instructor_id));
end $$;
comment on function correct_result is 'Corrects mark, day or who graded; what had been recorded stays among the revisions.';

create or replace function remove_result(in_workshop int, in_result bigint, in_reason text) returns void
language sql as $$
  update luban.result set note = in_reason where workshop_id = in_workshop and id = in_result;
  delete from luban.result where workshop_id = in_workshop and id = in_result;
$$;
comment on function remove_result is 'Removes a result that never was, and keeps why with what had been recorded.';

create or replace function make_mark_sheet(in_workshop int, in_class bigint) returns text language plpgsql as $$
declare
  made bigint;
begin
  -- The code says where the sheet belongs and is drawn from its key, so that it is known wherever it comes back.
  made := nextval(pg_get_serial_sequence('luban.sheet', 'id'));
  insert into luban.sheet (workshop_id, id, code, kind, class_id) overriding system value
  values (in_workshop, made, format('M-%s-%s', (select code from luban.workshop where id = in_workshop), made),
    'marks', in_class);
  return (select code from luban.sheet where workshop_id = in_workshop and id = made);
end $$;
comment on function make_mark_sheet is 'Enters a mark sheet that goes out, and draws its code.';
