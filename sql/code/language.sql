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
language sql immutable strict parallel safe as $$ select lower(split_part(in_part, ' ', 1)) $$;
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

create or replace function language_offence(in_rule text, in_level language_level, in_score numeric, in_parts jsonb)
returns text language sql stable parallel safe as $$
  select in_level.framework || ':' || in_level.level || case in_rule
    when 'language_test_with_a_rule_has_a_score' then format(', passed with %s of %s', in_level.pass_score, in_level.max_score)
    when 'language_score_is_within_its_level' then format(': %s of %s', trim_scale(in_score), in_level.max_score)
    when 'language_statement_agrees_with_the_score' then
      format(': %s of %s, passed with %s', trim_scale(in_score), in_level.max_score, in_level.pass_score)
    when 'language_parts_are_of_the_exam' then format(': %s, not %s', array_to_string(in_level.exam_parts, ', '),
      (select string_agg(key, ', ') from jsonb_object_keys(in_parts) key where key <> all (in_level.exam_parts)))
    when 'language_part_is_within_its_share' then format(': at most %s in each of %s',
      in_level.max_score / cardinality(in_level.exam_parts), array_to_string(in_level.exam_parts, ', '))
    when 'language_parts_add_up' then format(': %s is not %s', (select string_agg(value, ' + ' order by
        array_position(in_level.exam_parts, key), key) from jsonb_each_text(in_parts)), trim_scale(in_score))
    else '' end
$$;
comment on function language_offence is 'By what a test breaks a rule, for the message.';

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
    perform luban.break_rule(refusals[1], luban.language_offence(refusals[1], tested, new.score, new.parts),
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
      format('%s:%s on %s', old.framework, old.level, old.taken_on), 'language_certificate');
  end if;
  if new.note is null then
    perform luban.break_rule('language_correction_has_a_reason',
      format('%s:%s on %s', old.framework, old.level, old.taken_on), 'language_certificate');
  end if;
  return new;
end $$;
comment on function language_certificate_stays_with_its_student is
  'Lets a correction change what was tested and what came of it, not who was tested, and asks for a reason.';
create or replace trigger language_certificate_stays_with_its_student before update on language_certificate
  for each row when ((old.*) is distinct from (new.*))
  execute function language_certificate_stays_with_its_student();

create or replace function remove_language_certificate(in_workshop int, in_certificate bigint, in_reason text)
returns void language plpgsql as $$
begin
  if coalesce(btrim(in_reason), '') = '' then
    perform luban.break_rule('language_correction_has_a_reason', in_table => 'language_certificate');
  end if;
  -- The reason goes into what is kept of the row.
  update luban.language_certificate set note = btrim(in_reason) where workshop_id = in_workshop and id = in_certificate;
  delete from luban.language_certificate where workshop_id = in_workshop and id = in_certificate;
end $$;
comment on function remove_language_certificate is 'Removes the record of a test; how it was is kept, with the reason.';

-- What files say ------------------------------------------------------------------------------------------

create or replace function read_points(value text) returns numeric
language sql immutable strict parallel safe as $$
  select case when value ~ '^[0-9]{1,6}([.,][0-9]{1,3})?( */ *[0-9]{1,6})?$'
    then replace(btrim(split_part(value, '/', 1)), ',', '.')::numeric end
$$;
comment on function read_points is 'Points as lists write them: 214, 61,5, 214/300; null for anything else.';

create or replace function read_language_level(value text, in_framework text) returns language_level
language sql stable strict parallel safe as $$
  select l from luban.language_level l
  cross join lateral (
    select case when value ~ ':' then split_part(lower(value), ':', 1) else lower(in_framework) end as framework,
      -- HSK四级, HSK (Level 4), YCT4: without the name of the framework and the word for a level.
      case when value ~ ':' then split_part(lower(value), ':', 2) else translate(btrim(regexp_replace(
        regexp_replace(lower(value), '^' || regexp_replace(lower(in_framework), '[0-9-].*', '') || '(?![a-z])', ''),
        '级|level|уровень|[()（） .№-]', '', 'g')), '一二三四五六七八九', '123456789') end as level) said
  where l.framework = said.framework
    and lower(regexp_replace(l.level, '-', case when value ~ ':' then '-' else '' end)) = case said.level
      when '初' then 'primary' when '中' then 'intermediate' when '高' then 'advanced'
      when 'начальный' then 'primary' when 'средний' then 'intermediate' when 'высший' then 'advanced'
      else said.level end
  limit 1
$$;
comment on function read_language_level is
  'A level as lists write it: hsk2010:4, or within a framework 4, HSK四级, 初级; null for anything else.';

insert into import_noun (noun, holds) values ('language', 'Results of language tests, a line a test.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('language_certificate_is_of_a_student', 'A language test is of a student of the workshop, who is kept.', 'Find the student with luban student find.'),
  ('language_certificate_is_once', 'A student has one result of a test of a level on a day.', 'Correct the one that is there with luban language correct.'),
  ('language_certificate_level_is_of_its_framework', 'A test is of a level of its framework.', 'See the levels with luban module levels.'),
  ('language_certificate_is_valid_after_the_test', 'A certificate is valid from the day of the test on.', 'Check the two dates.'),
  ('language_certificate_stays_with_its_student', 'A correction changes what was tested and what came of it, not who was tested.', 'Remove it with luban language remove, and add it to the right student.'),
  ('language_correction_has_a_reason', 'Whoever corrects or removes a language test says why.', 'Give --reason.'),
  ('language_test_day_is_plausible', 'The day of a language test lies between 1984 and 2099.', 'Correct the date.'),
  ('language_test_is_after_birth', 'A language test is taken after birth.', 'Check the day, and the birth date of the student.'),
  ('language_test_with_a_rule_has_a_score', 'A test whose framework publishes a pass rule has a score, from which the pass follows.', 'Give --score, or all parts with --part, in a file their columns.'),
  ('language_test_without_a_rule_has_a_statement', 'Where no pass rule is published, the certificate itself says whether it was passed.', 'Give --stated pass or --stated fail, in a file the column result, as it is printed.'),
  ('language_statement_agrees_with_the_score', 'What is stated agrees with the score and the pass rule of the framework.', 'Check the score; leave out --stated, since the score decides.'),
  ('language_score_is_not_negative', 'A score is zero or more.', 'Correct the score.'),
  ('language_score_is_within_its_level', 'A score is at most what its level can give.', 'Check score and level; luban module levels shows both.'),
  ('language_parts_are_points', 'Parts of a score are points, zero or more, by part of the exam.', 'Write them as in --part Listening=80.'),
  ('language_parts_are_of_the_exam', 'Parts of a score are parts of the exam.', 'See the parts with luban module levels --columns level,parts.'),
  ('language_part_is_within_its_share', 'Each part of a score is at most its share of the points.', 'Check the parts; each has the same share of the most points.'),
  ('language_parts_add_up', 'The parts of a score add up to it; some of them to no more.', 'Check the parts and the total.'),
  ('language_note_is_not_blank', 'A note is said in words.', 'Write it, or leave it out.'),
  ('language_test_has_a_day', 'A test in a file has a day.', 'Fill the column taken_on, or give --on for all lines.'),
  ('language_level_names_its_framework', 'A level in a file is named with its framework, or one is named for the file.', 'Write it as in hsk2010:4, or give --framework or --level.'),
  ('language_points_are_a_number', 'Points in a file are a number; empty is not zero.', 'Correct the points; leave out who did not come, or give --skip-invalid.'),
  ('language_result_is_a_word', 'Whether a test was passed is said by pass or fail, in English, Chinese or Russian.', 'Write pass or fail, or leave the column out: the score decides where a rule is published.'),
  ('language_purpose_is_a_word', 'A test is external, internal, or a placement_test.', 'Write one of the words.'),
  ('certificate_number_is_not_blank', 'A certificate number is not blank.', 'Write it as printed, or leave it out.'),
  ('certificate_center_is_not_blank', 'A test center has a name.', 'Write it, or leave it out.');
