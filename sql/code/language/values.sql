-- How points and levels are read.

create or replace function read_points(value text) returns numeric
language sql immutable parallel safe as $$
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
