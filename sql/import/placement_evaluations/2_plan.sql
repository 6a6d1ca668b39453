-- What will become of each line. A day that no line names is that of the evaluation as it is known, unless the mark differs.
create temp table plan on commit drop as
with mark as (
  select t.scale, t.mark_text, m.* from (select distinct scale, mark_text from part) t
  cross join lateral luban.read_mark(t.scale, t.mark_text) m
), met as (
  select p.*, m.mark, m.value, m.passes, k.id as known_id,
    coalesce(p.given_on, case when (m.mark, p.scale) = (k.mark, k.scale) then k.evaluated_on end, p.default_on) as day,
    nullif(concat_ws(',',
      case when m.mark <> k.mark then 'mark' end, case when p.scale <> k.scale then 'scale' end,
      case when p.given_on <> k.evaluated_on then 'evaluated_on' end,
      case when k.id is not null and p.evaluated_by is distinct from k.evaluated_by and p.evaluated_by is not null
        then 'evaluated_by' end,
      case when k.id is not null and p.comment is distinct from k.comment and p.comment is not null then 'comment' end), '')
      as different
  from part p
  left join mark m on (m.scale, m.mark_text) = (p.scale, p.mark_text)
  left join placement_evaluation k on p.problems is null
    and (k.workshop_id, k.placement_id, k.side) = (p.workshop_id, p.placement_id, p.side)
), judged as (
  select m.*, nullif(concat_ws(',', m.problems, (
    select string_agg(case rule when 'evaluation_mark_is_on_its_scale' then 'mark:' else 'evaluated_on:' end || rule, ',')
    from unnest(luban.evaluation_refusals(
      m.mark is not null or m.scale is null or m.mark_text is null or luban.is_damaged(m.mark_text), m.day, m.begins_on)) rule)),
    '') as own_problems
  from met m
), repeated as (
  -- Of lines that are right in themselves the second of a placement and side repeats the first.
  select j.*, coalesce(j.own_problems, case when row_number() over (
    partition by j.workshop_id, j.placement_id, j.side, j.own_problems is null order by j.line) > 1
    then 'side:placement_is_evaluated_once_a_side' end) as all_problems
  from judged j
)
select j.line, j.workshop_id, j.student_id, j.offer || ' ' || j.side as subject, j.all_problems as problems,
  case when j.all_problems is not null then null when j.known_id is null then 'created'
    when j.different is null or not run.may_update then 'unchanged' else 'changed' end as outcome,
  j.different as differs,
  case when j.all_problems is not null then jsonb_strip_nulls(jsonb_build_object(
    'evaluation_mark_is_on_its_scale', j.scale || ': ' || luban.marks_of(j.scale),
    'evaluation_not_before_its_placement', format(phrase('it begins on {0}'), j.begins_on))) end as details,
  j.placement_id, j.side, j.scale, j.mark, j.value, j.passes, j.day, j.evaluated_by, j.comment, j.known_id
from repeated j, run;

select luban.refuse_days_to_come('evaluated_on', 'day');

analyze plan;
