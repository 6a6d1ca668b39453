-- Language tests: whether a level was passed, by the rule of its framework, and what a certificate must agree with.

create or replace function language_pass(in_level language_level, in_score numeric, in_stated boolean) returns boolean
language sql immutable parallel safe as $$
  select case when in_level.pass_score is not null then in_score >= in_level.pass_score else in_stated end
$$;
comment on function language_pass is
  'Whether a level was passed: by the points its framework asks for, else as the certificate states it.';

create or replace function exam_part(in_level language_level, in_name text) returns text
language sql stable parallel safe as $$
  select coalesce(
    (select part from unnest(in_level.exam_parts) part
     where starts_with(luban.fold(part), case luban.fold(btrim(in_name))
       when '听力' then 'listening' when '阅读' then 'reading' when '书写' then 'writing' when '写作' then 'writing'
       when '口语' then 'speaking' when '翻译' then 'translation'
       when 'аудирование' then 'listening' when 'чтение' then 'reading' when 'письмо' then 'writing'
       when 'говорение' then 'speaking' when 'перевод' then 'translation'
       else luban.fold(btrim(in_name)) end)
     limit 1),
    btrim(in_name))
$$;
comment on function exam_part is 'Part of an exam as its framework writes it, from what people call it; else what was given.';

create or replace function part_column(in_part text) returns text
language sql immutable parallel safe as $$ select lower(split_part(in_part, ' ', 1)) $$;
comment on function part_column is 'Column of an import that holds a part of an exam: speaking for Speaking (recorded).';

create or replace function exam_parts_of(in_level language_level, in_parts jsonb) returns jsonb
language sql stable parallel safe as $$
  select coalesce(jsonb_object_agg(luban.exam_part(in_level, key), value), '{}') from jsonb_each(in_parts)
$$;
comment on function exam_parts_of is 'Points by part of the exam, the parts named as the framework names them.';

create or replace function language_refusals(
  in_level language_level, in_score numeric, in_parts jsonb, in_stated boolean, in_taken date, in_birth date)
returns text[] language sql immutable parallel safe as $$
  select array_remove(array[
    case when in_level.pass_score is not null and in_score is null then 'language_test_with_a_rule_has_a_score' end,
    case when in_level.pass_score is null and in_stated is null then 'language_test_without_a_rule_has_a_statement' end,
    case when in_score > in_level.max_score then 'language_score_is_within_its_level' end,
    case when in_stated <> (in_score >= in_level.pass_score) then 'language_statement_agrees_with_the_score' end,
    case when cardinality(in_level.exam_parts) > 0 and not p.names <@ in_level.exam_parts
      then 'language_parts_are_of_the_exam' end,
    case when p.most > in_level.max_score::numeric / cardinality(in_level.exam_parts)
      then 'language_part_is_within_its_share' end,
    case when in_score < p.total or in_score > p.total and p.names @> in_level.exam_parts and p.names <> '{}'
        and cardinality(in_level.exam_parts) > 0 then 'language_parts_add_up' end,
    case when in_taken <= in_birth then 'language_test_is_after_birth' end], null)
  from (select coalesce(array_agg(key), '{}') as names, max(value::numeric) as most, sum(value::numeric) as total
    from jsonb_each_text(in_parts)) p
$$;
comment on function language_refusals is
  'The rules of a language test, once: names of all that it breaks. Trigger and import ask here.';

create or replace function language_offense(in_rule text, in_level language_level, in_score numeric, in_parts jsonb)
returns jsonb language sql stable parallel safe as $$
  select jsonb_strip_nulls(jsonb_build_object('level', in_level.framework || ':' || in_level.level,
      'score', trim_scale(in_score), 'most', in_level.max_score, 'pass_score', in_level.pass_score,
      'parts', array_to_string(nullif(in_level.exam_parts, '{}'), ', ')))
    || case in_rule
      when 'language_parts_are_of_the_exam' then jsonb_build_object('others',
        (select string_agg(key, ', ') from jsonb_object_keys(in_parts) key where key <> all (in_level.exam_parts)))
      when 'language_part_is_within_its_share' then
        jsonb_build_object('share', in_level.max_score / cardinality(in_level.exam_parts))
      when 'language_parts_add_up' then jsonb_build_object('sum', (select string_agg(value, ' + ' order by
        array_position(in_level.exam_parts, key), key) from jsonb_each_text(in_parts)))
      else '{}' end
$$;
comment on function language_offense is 'By what a test breaks a rule, for the message.';

create or replace function language_certificate_is_judged() returns trigger language plpgsql as $$
declare
  tested luban.language_level;
  refusals text[];
begin
  select * into tested from luban.language_level where (framework, level) = (new.framework, new.level);
  if not found or jsonb_typeof(new.parts) <> 'object' or jsonb_path_exists(new.parts, '$.* ? (@.type() != "number")') then
    -- Constraints say so better, and are asked after this.
    new.passed := coalesce(new.stated_pass, false);
    return new;
  end if;
  new.parts := luban.exam_parts_of(tested, new.parts);
  if new.score is null and tested.exam_parts <> '{}' and new.parts ?& tested.exam_parts then
    new.score := (select sum(value::numeric) from jsonb_each_text(new.parts));
  end if;
  refusals := luban.language_refusals(tested, new.score, new.parts, new.stated_pass, new.taken_on,
    (select birth_on from luban.student where (workshop_id, id) = (new.workshop_id, new.student_id)));
  if cardinality(refusals) > 0 then
    perform luban.break_rule(refusals[1], luban.language_offense(refusals[1], tested, new.score, new.parts),
      'language_certificate');
  end if;
  new.passed := luban.language_pass(tested, new.score, new.stated_pass);
  return new;
end $$;
comment on function language_certificate_is_judged is
  'Judges a test by the rule of its framework, whatever was said of it, and adds up its parts where no total is given.';
create or replace trigger language_certificate_is_judged before insert or update on language_certificate
  for each row execute function language_certificate_is_judged();

create or replace function language_certificate_stays_with_its_student() returns trigger language plpgsql as $$
begin
  if (old.workshop_id, old.id, old.student_id) is distinct from (new.workshop_id, new.id, new.student_id) then
    perform luban.break_rule('language_certificate_stays_with_its_student',
      jsonb_build_object('level', old.framework || ':' || old.level, 'day', old.taken_on), 'language_certificate');
  end if;
  if new.note is null then
    perform luban.break_rule('language_correction_has_a_reason',
      jsonb_build_object('level', old.framework || ':' || old.level, 'day', old.taken_on), 'language_certificate');
  end if;
  return new;
end $$;
comment on function language_certificate_stays_with_its_student is
  'Lets a correction change what was tested and what came of it, not who was tested, and asks for a reason.';
create or replace trigger language_certificate_stays_with_its_student before update on language_certificate
  for each row when ((old.*) is distinct from (new.*))
  execute function language_certificate_stays_with_its_student();

-- What files say ------------------------------------------------------------------------------------------
