-- What will become of each line. A line of a plain file is of the attempt of its day. A line of a sheet says what the
-- last attempt came to: what differs from the sheet as it went out was filled in; where Luban has changed since, to
-- something else, it is a conflict.
create temp table judged on commit drop as
select n.*, b.mark as base_mark, b.graded_on as base_on, last.id as last_id, last.mark as last_mark,
  last.graded_on as last_on, last.passed as last_passed, last.previous_on, last.kind as last_kind, same.id as same_id,
  same.mark as same_mark, same.kind as same_kind, same.instructor_id as same_instructor_id, d.day,
  same.scale as same_scale, same.evidence as same_evidence, same.partner_id as same_partner_id,
  same.agreement_id as same_agreement_id,
  -- What was learned elsewhere and has no mark has passed, unless a mark of it is known.
  case when n.kind = 'graded' then c.scale when n.raw_mark is null then coalesce(same.scale, 'pass-fail')
    else coalesce(n.scale, c.scale) end as mark_scale,
  case when n.kind <> 'graded' then coalesce(n.raw_mark, same.mark, 'pass') else n.raw_mark end as mark_text,
  n.sheet_id is not null and (b.attempt, b.mark, b.graded_on) is distinct from (last.attempt, last.mark, last.graded_on)
    as is_moved,
  c.is_of_edition, c.scale as course_scale, c.class_begins_on, c.applied_on, c.ended_on
from read n
left join base b on b.line = n.line
left join attempt last on last.is_last
  and (last.workshop_id, last.enrollment_id, last.course_id) = (n.workshop_id, n.enrollment_id, n.course_id)
cross join lateral (select coalesce(n.given_on, case when n.raw_mark is not null then coalesce(b.graded_on, n.default_on)
  else n.default_on end) as day) d
left join attempt that_day on (that_day.workshop_id, that_day.enrollment_id, that_day.course_id, that_day.graded_on)
  = (n.workshop_id, n.enrollment_id, n.course_id, d.day)
left join lateral (
  select f.id from former_day f join attempt a on (a.workshop_id, a.id) = (f.workshop_id, f.id)
  where (f.workshop_id, f.graded_on) = (n.workshop_id, d.day)
    and (a.enrollment_id, a.course_id) = (n.enrollment_id, n.course_id) limit 1) corrected on that_day.id is null
left join attempt same on (same.workshop_id, same.id) = (n.workshop_id, coalesce(that_day.id, corrected.id))
left join luban.result_circumstance c on n.problems is null
  and (c.workshop_id, c.enrollment_id, c.course_id) = (n.workshop_id, n.enrollment_id, n.course_id);

analyze judged;

create temp table plan on commit drop as
with mark as (
  select t.mark_scale, t.mark_text, m.* from (select distinct mark_scale, mark_text from judged) t
  cross join lateral luban.read_mark(t.mark_scale, t.mark_text) m
), compared as (
  -- What a plain line says otherwise than it is known; what it leaves out it does not say.
  select j.*, m.mark, m.value, m.passes, case when j.sheet_id is null and j.same_id is not null then nullif(concat_ws(',',
    case when m.mark is distinct from j.same_mark then 'mark' end, case when j.mark_scale <> j.same_scale then 'scale' end,
    case when j.instructor_id is distinct from j.same_instructor_id and j.instructor_id is not null then 'graded_by' end,
    case when j.evidence is distinct from j.same_evidence and j.evidence is not null then 'evidence' end,
    case when j.partner_id <> j.same_partner_id then 'from_partner' end,
    case when j.agreement_id <> j.same_agreement_id then 'agreement' end), '') end as different
  from judged j
  left join mark m on (m.mark_scale, m.mark_text) = (j.mark_scale, j.mark_text)
), meant as (
  -- Which attempt is meant: a new one, one that is corrected, or none that is touched.
  select j.*,
    case when j.problems is not null then null
      when j.sheet_id is null then case when j.same_id is null then 'new' when j.different is null then 'same' else 'other' end
      when j.raw_mark is null or (j.mark, j.day) is not distinct from (j.base_mark, j.base_on) then 'same'
      when j.is_moved then case when (j.mark, j.day) is not distinct from (j.last_mark, j.last_on) then 'same' else 'conflict' end
      when j.base_mark is null or j.day > j.base_on and not (j.last_passed and j.mark = j.base_mark) then 'new'
      else 'other' end as touch,
    case when j.sheet_id is null then j.same_id else j.last_id end as result_id,
    case when j.sheet_id is null then j.same_kind else j.last_kind end <> j.kind as is_of_another_kind,
    row_number() over (partition by j.problems is null, j.workshop_id, j.enrollment_id, j.course_id, j.day
      order by j.line) as nth
  from compared j
), absent as (
  select n.* from luban.no_shows_of(array(select workshop_id from judged order by line),
    array(select enrollment_id from judged order by line)) n
), refused as (
  select m.*, a.departure, nullif(concat_ws(',', m.problems,
    case when m.touch = 'same' then null
      when m.mark_text is null and m.sheet_id is null then 'mark:result_line_has_a_mark' end,
    case when m.touch in ('new', 'other', 'conflict') and m.day is null then 'graded_on:result_line_names_a_day' end,
    case when m.touch = 'conflict' then 'mark:mark_is_as_the_sheet_knew_it' end,
    case when m.touch in ('new', 'other') and m.day is not null then (
      select string_agg(case rule when 'result_mark_is_on_its_scale' then 'mark:' when 'graded_course_has_a_scale' then 'course:'
          when 'result_course_is_of_the_edition' then 'course:' else 'graded_on:' end || rule, ',')
      from unnest(luban.result_refusals(m.kind, m.is_of_edition,
        case when m.kind = 'graded' then m.course_scale else m.mark_scale end, coalesce(m.mark,
          case when m.mark_text is null then '' end), m.class_begins_on,
        luban.was_enrolled_on(m.workshop_id, m.enrollment_id, m.day), m.applied_on, m.ended_on, m.day)) rule)
      end,
    case when m.kind = 'graded' and m.touch in ('new', 'other') and m.day <= a.left_on
      then 'student:record_is_of_one_who_attended' end,
    case when m.kind = 'graded' and m.scale <> m.course_scale then 'scale:result_scale_is_that_of_its_course' end,
    case when m.agreement_id is not null and m.partner_id is not null and m.touch in ('new', 'other') and not exists (
      select from agreement a where a.id = m.agreement_id and luban.agreement_covers_transfer(a, m.partner_id, m.day))
      then 'agreement:transfer_is_under_an_agreement_for_it' end,
    case when m.nth > 1 and m.day is not null and m.touch in ('new', 'other')
      or m.is_of_another_kind and (m.touch = 'other' and m.day = m.last_on or m.touch is not null and m.sheet_id is null)
      then 'graded_on:result_is_one_a_day' end,
    case when m.touch = 'new' and m.day <= m.last_on
      or m.touch = 'other' and m.sheet_id is not null and (m.day <= m.previous_on or m.is_of_another_kind and m.day <> m.last_on)
      then 'graded_on:result_attempts_follow_each_other' end), '') as all_problems
  from meant m
  left join absent a on (a.workshop_id, a.enrollment_id) = (m.workshop_id, m.enrollment_id)
)
select r.line, r.workshop_id, r.all_problems as problems,
  case when r.all_problems is not null then null when r.touch = 'new' then 'created'
    when r.touch = 'other' and (run.may_update or r.sheet_id is not null) then 'changed' else 'unchanged' end as outcome,
  r.student_id, k.code::text as subject,
  case when r.sheet_id is null then r.different when r.touch = 'other' then nullif(concat_ws(',',
    case when r.mark is distinct from r.last_mark then 'mark' end, case when r.day <> r.last_on then 'graded_on' end,
    case when r.instructor_id is distinct from r.same_instructor_id and r.instructor_id is not null then 'graded_by' end), '') end
    as differs,
  jsonb_strip_nulls(jsonb_build_object(
    'record_is_of_one_who_attended', r.departure,
    'result_mark_is_on_its_scale', r.mark_scale || ': ' || luban.marks_of(r.mark_scale),
    'mark_is_as_the_sheet_knew_it', case when r.touch = 'conflict' then format(phrase('Luban has {0} since {1}, the sheet went out with {2}'),
      case when r.last_mark is null then phrase('none') else format(phrase('{0} dated {1}'), r.last_mark, r.last_on) end,
      (select to_char(greatest(max(v.replaced_at), (select max(t.recorded_at) from attempt t where t.id = r.last_id
          and t.workshop_id = r.workshop_id)) at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
        from revision v where (v.workshop_id, v.table_name, v.row_id) = (r.workshop_id, 'result', r.last_id)),
      case when r.base_mark is null then phrase('none') else format(phrase('{0} dated {1}'), r.base_mark, r.base_on) end) end)) as details,
  r.enrollment_id, r.course_id, r.kind, r.mark_scale as scale, r.mark, r.value, r.passes, r.day, r.instructor_id,
  r.partner_id, r.agreement_id, r.evidence, r.result_id
from refused r
cross join run
left join course k on k.id = r.course_id;

select luban.refuse_days_to_come('graded_on', 'day');

analyze plan;
