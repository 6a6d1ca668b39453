-- Every line once: whose result in which course it is, on which day, of what kind, and on which scale its mark stands.
-- A line of a mark sheet is of the sheet's class; evidence makes a recognition of it, a partner or agreement a transfer.
create temp table read on commit drop as
select s.line, coalesce(h.workshop_id, w.workshop_id) as workshop_id, w.student_id,
  case when h.id is null then w.enrollment_id else own.id end as enrollment_id,
  coalesce(k.id, h.course_id) as course_id, h.id as sheet_id, h.recorded_at as since, s.mark as raw_mark,
  luban.read_day(s.graded_on, run.dates)::date as given_on, (run.params ->> 'on')::date as default_on,
  case when n.from_partner is not null or n.agreement is not null then 'transferred'
    when n.evidence is not null then 'recognized' else 'graded' end::result_kind as kind,
  g.code as scale, n.evidence, p.id as partner_id, a.id as agreement_id, i.id as instructor_id,
  nullif(concat_ws(',',
    w.problem,
    case when s.sheet is not null and h.id is null then 'sheet:mark_sheet_is_known' end,
    case when s.cohort is not null and h.cohort_id <> w.cohort_id or h.course_id <> k.id then 'sheet:mark_sheet_is_of_the_class' end,
    case when w.problem is not null then null
      when h.id is null then w.enrollment_problem
      when own.id is null then 'student:line_names_one_enrollment' end,
    case when n.course is null and h.id is null then 'course:result_line_names_a_course'
      when n.course is not null and k.id is null then 'course:result_is_of_a_known_course' end,
    case when s.graded_on is not null and luban.read_day(s.graded_on, run.dates) is null
      then 'graded_on:' || luban.day_problem(s.graded_on, run.dates) end,
    case when luban.is_damaged(s.mark) then 'mark:value_is_not_damaged_by_excel' end,
    case when n.scale is not null and g.code is null then 'scale:result_scale_is_known' end,
    case when n.from_partner is not null and p.id is null then 'from_partner:result_comes_from_a_partner' end,
    case when n.agreement is not null and a.id is null then 'agreement:result_is_transferred_under_an_agreement' end,
    case when (n.from_partner is null) <> (n.agreement is null) then 'agreement:transfer_names_partner_and_agreement' end,
    case when s.graded_by is not null and i.id is null then 'graded_by:result_is_graded_by_a_known_instructor' end
  ), '') as problems
from run
cross join stage s
join who w on w.line = s.line
cross join lateral (
  select luban.plain_code(coalesce(s.course, run.params ->> 'course')) as course, luban.fold(coalesce(s.scale, run.params ->> 'scale')) as scale,
    luban.composed(coalesce(s.evidence, run.params ->> 'evidence')) as evidence,
    luban.plain_code(coalesce(s.from_partner, run.params ->> 'from')) as from_partner,
    luban.plain_code(coalesce(s.agreement, run.params ->> 'agreement')) as agreement) n
left join course k on k.code = n.course
left join (
  select h.workshop_id, h.id, h.code, h.recorded_at, c.cohort_id, c.course_id
  from sheet h join class c on (c.workshop_id, c.id) = (h.workshop_id, h.class_id)
  where h.kind = 'marks') h on h.code = luban.plain_code(s.sheet)
left join enrollment own on (own.workshop_id, own.student_id, own.cohort_id) = (h.workshop_id, w.student_id, h.cohort_id)
left join grading_scale g on g.code = n.scale
left join partner p on p.code = n.from_partner
left join agreement a on a.code = n.agreement
left join partner gi on gi.code = luban.plain_code(split_part(s.graded_by, '/', 1))
left join instructor i on (i.workshop_id, i.partner_id, i.staff_number)
  = (w.workshop_id, gi.id, luban.plain_code(split_part(s.graded_by, '/', 2)))
where s.fault is null;

analyze read;

-- In a statement of its own, and in the order of the keys: nobody else gives these students a result meanwhile.
select from enrollment
where (workshop_id, id) in (select workshop_id, enrollment_id from read where problems is null)
order by workshop_id, id for no key update;
