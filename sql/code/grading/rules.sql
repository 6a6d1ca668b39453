-- Grading scales, how a mark is read, and which scale a course has.

create or replace function marks_of(in_scale text) returns text
language sql stable parallel safe as $$
  select case s.kind
    when 'numbers' then case s.step when 1 then format(luban.wording('{0} to {1}'), trim_scale(s.lowest), trim_scale(s.highest))
        else format(luban.wording('{0} to {1} in steps of {2}'), trim_scale(s.lowest), trim_scale(s.highest), trim_scale(s.step)) end
    else (select string_agg(m.mark, ', ' order by m.value desc) from luban.grading_mark m where m.scale = s.code) end
  from luban.grading_scale s where s.code = in_scale
$$;
comment on function marks_of is 'The marks of a scale as people are told them.';

create or replace function course_scale(in_edition int, in_course int) returns text
language sql stable parallel safe as $$
  select coalesce(i.scale, r.scale) from luban.curriculum_item i
  left join luban.completion_rule r on r.edition_id = i.edition_id
  where i.edition_id = in_edition and i.course_id = in_course
$$;
comment on function course_scale is
  'Scale on which a course of an edition is graded: its own, else that of the completion rule; nothing where neither is set.';

create or replace function scale_in_use_is_kept() returns trigger language plpgsql as $$
begin
  -- Who gives a mark on it holds it for share until that is there.
  perform from luban.grading_scale where code = coalesce(to_jsonb(old) ->> 'scale', to_jsonb(old) ->> 'code')
  for no key update;
  if exists (select from luban.result r where r.scale = case tg_table_name when 'grading_scale'
      then to_jsonb(old) ->> 'code' else to_jsonb(old) ->> 'scale' end
    and (tg_table_name = 'grading_scale' or r.mark = to_jsonb(old) ->> 'mark')) then
    perform luban.break_rule('scale_in_use_is_kept',
      jsonb_build_object('scale', coalesce(to_jsonb(old) ->> 'scale', to_jsonb(old) ->> 'code')), tg_table_name);
  end if;
  return new;
end $$;
comment on function scale_in_use_is_kept is 'Refuses to change what marks count that were given.';
create or replace trigger scale_in_use_is_kept before update on grading_scale
  for each row when ((old.kind, old.lowest, old.highest, old.step, old.pass_from)
    is distinct from (new.kind, new.lowest, new.highest, new.step, new.pass_from))
  execute function scale_in_use_is_kept();
create or replace trigger mark_in_use_is_kept before update on grading_mark
  for each row when ((old.scale, old.mark, old.value, old.passes)
    is distinct from (new.scale, new.mark, new.value, new.passes))
  execute function scale_in_use_is_kept();

create or replace function mark_in_use_is_not_deleted() returns trigger language plpgsql as $$
begin
  perform from luban.grading_scale where code = old.scale for no key update;
  if exists (select from luban.result where (scale, mark) = (old.scale, old.mark)) then
    perform luban.break_rule('scale_in_use_is_kept', jsonb_build_object('scale', old.scale, 'mark', old.mark), 'grading_mark');
  end if;
  return old;
end $$;
comment on function mark_in_use_is_not_deleted is 'Keeps the marks that were given.';
create or replace trigger mark_in_use_is_not_deleted before delete on grading_mark
  for each row execute function mark_in_use_is_not_deleted();
