-- Grading scales, how a mark is read, and which scale a course has.

create or replace function read_mark(in_scale text, in_text text)
returns table (mark text, value numeric, passes boolean)
language sql stable parallel safe as $$
  select m.mark, m.value, m.passes from luban.grading_mark m
  where m.scale = in_scale
    and luban.fold(btrim(in_text)) = any (select luban.fold(word) from unnest(m.mark || m.aliases) word)
  union all
  select trim_scale(n)::text, n, n >= s.pass_from
  from luban.grading_scale s
  cross join lateral (select case when btrim(in_text) ~ '^[0-9]{1,9}([.,][0-9]{1,9})?$'
    then replace(btrim(in_text), ',', '.')::numeric end) number (n)
  where s.code = in_scale and s.kind = 'numbers' and n between s.lowest and s.highest and (n - s.lowest) % s.step = 0
  limit 1
$$;
comment on function read_mark is
  'A mark as its scale writes it, what it counts and whether it passes; no row for what is not on the scale. Comma or dot.';

create or replace function marks_of(in_scale text) returns text
language sql stable parallel safe as $$
  select case s.kind
    when 'numbers' then format('%s to %s', trim_scale(s.lowest), trim_scale(s.highest))
      || case when s.step <> 1 then format(' in steps of %s', trim_scale(s.step)) else '' end
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
      coalesce(to_jsonb(old) ->> 'scale', to_jsonb(old) ->> 'code'), tg_table_name);
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
    perform luban.break_rule('scale_in_use_is_kept', format('%s: %s', old.scale, old.mark), 'grading_mark');
  end if;
  return old;
end $$;
comment on function mark_in_use_is_not_deleted is 'Keeps the marks that were given.';
create or replace trigger mark_in_use_is_not_deleted before delete on grading_mark
  for each row execute function mark_in_use_is_not_deleted();

insert into rule (name, sentence, way_out) values
  ('grading_scale_code_is_lower_case', 'The code of a grading scale is lower case letters, digits and dashes.', 'Choose another code.'),
  ('grading_scale_of_numbers_has_limits', 'A scale of numbers, and no other, has limits, a step and a mark that passes.', 'Give all four, or none for a scale of words.'),
  ('grading_scale_limits_are_in_order', 'The lowest mark of a scale is below the highest, and its step above zero.', 'Correct the limits.'),
  ('grading_scale_is_passed_within_its_limits', 'The mark that passes lies within its scale.', 'Correct the mark that passes.'),
  ('grading_mark_is_of_a_scale', 'A mark is of a scale that is known.', 'See the scales with luban scale list.'),
  ('grading_mark_is_not_blank', 'A mark is not blank.', 'Give the mark as it is printed.'),
  ('curriculum_scale_is_known', 'A course is graded on a scale that is known.', 'See the scales with luban scale list.'),
  ('scale_in_use_is_kept', 'A scale on which marks were given keeps what they count.', 'Make another scale.');
