-- What people read of a text and its values goes to Luban apart, which says the text in the reader's language: the signs SO
-- and SI stand around it, US before each value. The text has {0} and {1} where values belong, which format fills in:
--
--     format(luban.phrase('{0} of {1} hours'), 3, 4)

create or replace function phrase(template text) returns text
language sql immutable parallel safe as $$
  select chr(14) || replace(template, '%', '%%') || repeat(chr(31) || '%s', regexp_count(template, '\{[0-9]\}')) || chr(15)
$$;
comment on function phrase is
  'A format for a text that only people read, as within a refusal, which Luban says in the reader''s language.';

create or replace function wording(template text) returns text
language sql stable parallel safe as $$
  select case when current_setting('luban.language', true) > '' then luban.phrase(template)
    else replace(replace(replace(replace(replace(replace(replace(template, '%', '%%'),
      '{0}', '%1$s'), '{1}', '%2$s'), '{2}', '%3$s'), '{3}', '%4$s'), '{4}', '%5$s'), '{5}', '%6$s') end
$$;
comment on function wording is
  'A format for a text of a column, which programs get in English: a phrase only where the setting luban.language says who reads.';
