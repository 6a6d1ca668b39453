-- Evaluations of placements: what holds for them, whoever writes, and how one is kept.

-- The rules, once ---------------------------------------------------------------------------------------

create or replace function evaluation_refusals(is_on_its_scale boolean, in_day date, placement_from date) returns text[]
language sql immutable parallel safe as $$
  select array_remove(array[
    case when not is_on_its_scale then 'evaluation_mark_is_on_its_scale' end,
    case when in_day < placement_from then 'evaluation_not_before_its_placement' end], null)
$$;
comment on function evaluation_refusals is 'The rules of an evaluation, once: names of all that it breaks. Import and trigger ask here.';

create or replace function evaluation_keeps_its_rules() returns trigger language plpgsql as $$
declare
  begun date;
  broken text;
begin
  select p.begins_on into begun from luban.placement p where p.workshop_id = new.workshop_id and p.id = new.placement_id;
  broken := (luban.evaluation_refusals(exists (select from luban.read_mark(new.scale, new.mark) m
    where (m.mark, m.value, m.passes) = (new.mark, new.value, new.passed)), new.evaluated_on, begun))[1];
  if broken is not null then
    perform luban.break_rule(broken, case broken
      when 'evaluation_mark_is_on_its_scale' then format('%s on %s', new.mark, new.scale)
      else format('%s, where the placement begins on %s', new.evaluated_on, begun) end, 'placement_evaluation');
  end if;
  return new;
end $$;
comment on function evaluation_keeps_its_rules is 'Refuses a mark that is none of its scale, or given before the placement began.';
create or replace trigger evaluation_keeps_its_rules before insert or update on placement_evaluation
  for each row execute function evaluation_keeps_its_rules();

-- The verb -----------------------------------------------------------------------------------------------

create or replace function evaluate_placement(in_workshop int, in_placement bigint, in_side evaluation_side, in_scale text,
  in_mark text, in_day date, in_comment text, in_by text) returns void language plpgsql as $$
declare
  m record;
begin
  in_day := luban.fact_day(in_workshop, in_day, 'placement_evaluation');
  -- Whoever sends a file with the same placement is waited for.
  perform from luban.placement where workshop_id = in_workshop and id = in_placement for no key update;
  select * into m from luban.read_mark(in_scale, in_mark);
  if m.mark is null and exists (select from luban.grading_scale where code = in_scale) then
    perform luban.break_rule('evaluation_mark_is_on_its_scale', format('%s on %s', in_mark, in_scale), 'placement_evaluation');
  end if;
  insert into luban.placement_evaluation as e
    (workshop_id, placement_id, side, scale, mark, value, passed, comment, evaluated_on, evaluated_by)
  values (in_workshop, in_placement, in_side, in_scale, coalesce(m.mark, in_mark), coalesce(m.value, 0),
    coalesce(m.passes, false), in_comment, in_day, in_by)
  on conflict on constraint placement_is_evaluated_once_a_side do update
  set (scale, mark, value, passed, comment, evaluated_on, evaluated_by) = (excluded.scale, excluded.mark, excluded.value,
    excluded.passed, coalesce(excluded.comment, e.comment), excluded.evaluated_on, coalesce(excluded.evaluated_by, e.evaluated_by));
end $$;
comment on function evaluate_placement is 'Keeps how a side judged a placement; what it had said before stays among the revisions.';

insert into import_noun (noun, holds) values
  ('placement_evaluations', 'How enterprise and school judged placements, a line a student and side.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('evaluation_line_leads_to_one_placement', 'A line of evaluations leads to one placement of the student.', 'Name the offer in the column offer; of one offer taken twice, the first day in the column from.'),
  ('evaluation_side_is_a_word', 'A placement is evaluated by enterprise or school.', 'Write one of these, or give --side.'),
  ('evaluation_line_has_a_mark', 'A line of evaluations has a mark: empty is not zero.', 'Give the mark, or leave the line out.'),
  ('evaluation_scale_is_known', 'An evaluation is on a grading scale that is known, and which is kept.', 'See the scales with luban scale list.'),
  ('evaluation_is_of_a_placement', 'An evaluation is of a placement of the workshop, which is kept while there is one.', 'Find it with luban placement list.'),
  ('placement_is_evaluated_once_a_side', 'Enterprise and school each evaluate a placement once.', 'Evaluate it anew: luban placement evaluate replaces what was said.'),
  ('evaluation_mark_is_on_its_scale', 'The mark of an evaluation is one of its scale, and counts what the scale says.', 'See the marks with luban scale show.'),
  ('evaluation_not_before_its_placement', 'A placement is evaluated once it has begun.', 'Check the day.');
