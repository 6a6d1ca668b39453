-- Titles and names in several languages, and lists of codes, as the cells of a file have them.

create or replace function read_titles(value text) returns jsonb
language sql immutable parallel safe as $$
  select case when bool_and(one ~ '^[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*\s*=\s*\S') and count(*) = count(distinct split_part(one, '=', 1))
      and not bool_or(btrim(split_part(one, '=', 1)) in ('en', 'zh', 'ru'))
    then jsonb_object_agg(btrim(split_part(one, '=', 1)), luban.composed(btrim(substr(one, strpos(one, '=') + 1)))) end
  from regexp_split_to_table(value, '\s*;\s*(?=[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*\s*=|$)') one where one <> ''
$$;
comment on function read_titles is
  'Titles in other languages than English, Chinese and Russian, which have columns of their own: kk=…; uz=…. Nothing for what can''t be read.';

create or replace function written_titles(titles jsonb) returns text
language sql immutable parallel safe as $$
  select string_agg(key || '=' || value, '; ' order by key collate "C") from jsonb_each_text(titles)
  where key not in ('en', 'zh', 'ru')
$$;
comment on function written_titles is 'Titles in other languages than English, Chinese and Russian, as the cell of a file has them.';

create or replace function titles_of(en text, zh text, ru text, others text) returns jsonb
language sql immutable parallel safe as $$
  select nullif(jsonb_strip_nulls(jsonb_build_object('en', en, 'zh', zh, 'ru', ru)) || coalesce(luban.read_titles(others), '{}'), '{}')
$$;
comment on function titles_of is 'The titles of a line of a file, by language; nothing where it has none.';

create or replace function listed_codes(value text) returns setof text
language sql immutable parallel safe rows 5 as $$
  select distinct luban.plain_code(one) from regexp_split_to_table(value, '[;,；，、]') one where btrim(one) <> ''
$$;
comment on function listed_codes is 'The codes of a cell, which semicolons or commas part, each once.';

create or replace function read_codes(value text) returns text
language sql immutable parallel safe as $$
  select string_agg(one, '; ' order by one collate "C") from luban.listed_codes(value) one
$$;
comment on function read_codes is 'The codes of a cell in one form: in their order, each once.';
