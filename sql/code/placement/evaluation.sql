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
      when 'evaluation_mark_is_on_its_scale' then jsonb_build_object('mark', new.mark, 'scale', new.scale)
      else jsonb_build_object('day', new.evaluated_on, 'from', begun) end, 'placement_evaluation');
  end if;
  return new;
end $$;
comment on function evaluation_keeps_its_rules is 'Refuses a mark that is none of its scale, or given before the placement began.';
create or replace trigger evaluation_keeps_its_rules before insert or update on placement_evaluation
  for each row execute function evaluation_keeps_its_rules();

-- The verb -----------------------------------------------------------------------------------------------
