-- What the bulk import reads values with.

create or replace function shown_batch(workshop text, number bigint) returns text
language sql immutable parallel safe as $$
  select workshop || '/B-' || lpad(number::text, greatest(4, length(number::text)), '0')
$$;
comment on function shown_batch is 'The number of an import as people see it: UZ-TAS/B-0017.';

create or replace function number_imports(in_workshops int[]) returns table (workshop_id int, number bigint)
language sql as $$
  insert into luban.import_counter as c (workshop_id, last_number)
  select distinct one, 1 from unnest(in_workshops) one where one is not null order by one
  on conflict (workshop_id) do update set last_number = c.last_number + 1
  returning c.workshop_id, c.last_number
$$;
comment on function number_imports is
  'Counts an import at each of these workshops; until the commit other imports of theirs, and of no other workshop, wait.';

create or replace function is_damaged(value text) returns boolean
language sql immutable parallel safe as $$
  -- All of it begins with # or a digit, which sort before any letter: most values need no closer look.
  select value collate "C" < ':' and (value ~ '^#([^#0-9[:space:]][^#[:space:]]*|#+)$'
    or value ~ '^[0-9]+([.,][0-9]+)?[eE][+-][0-9]+$')
$$;
comment on function is_damaged is 'Whether a text is what Excel leaves of a value, in any language: #N/A, #ЗНАЧ!, ####, 1.23E+11.';

create or replace function fold_word(value text) returns text
language sql immutable parallel safe as $$
  select luban.skeleton(btrim(regexp_replace(luban.fold(normalize(value, nfkc)), '(?<=[^\s_-])[\s_-]+(?=[^\s_-])', ' ', 'g'),
    ' .,:;!?()"«»“”。，：；'))
$$;
comment on function fold_word is
  'A word of a list as it is compared: no case, width, accents, punctuation; letters that look alike are one.';

create or replace function meaning(in_kind text, value text) returns text
language sql stable parallel safe as $$
  select means from luban.word where (kind, word) = (in_kind, luban.fold_word(value))
$$;
comment on function meaning is 'What a word of a kind means, or nothing. A file asks once for each word it holds: see the table said.';

create or replace function read_country(value text) returns text
language sql stable parallel safe as $$
  select coalesce(luban.meaning('country', value), upper(value))
$$;
comment on function read_country is 'The two letters of a country that is named by two or three letters or by a name; else what stands there, in capitals.';

create or replace function narrow(value text) returns text
language sql immutable parallel safe as $$
  select case when octet_length(value) = length(value) then value else normalize(value, nfkc) end
$$;
comment on function narrow is 'A text with the digits and signs that keyboards of China type twice as wide as ASCII has them: ９：００ is 9:00.';

create or replace function read_time(value text) returns time
language sql immutable parallel safe as $$
  select case when luban.narrow(value) ~ '^([01]?[0-9]|2[0-3])[:.-][0-5][0-9]([:.]00)?$'
    then translate(luban.narrow(value), '.-', '::')::time end
$$;
comment on function read_time is 'The time of day a text stands for, as in 9:00, 09.00 or 09:00:00, or nothing.';

create or replace function read_hours(value text) returns numeric
language sql immutable parallel safe as $$
  select case when luban.narrow(value) ~ '^[0-9]{1,6}([.,][0-9]{1,4})?$' then replace(luban.narrow(value), ',', '.')::numeric end
$$;
comment on function read_hours is 'Hours as people write them, with a comma or a dot; nothing for what is no number.';
