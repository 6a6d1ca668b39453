-- How names and numbers are compared, in one place, for commands and files alike.

-- Numbers ---------------------------------------------------------------------------------------------------

create or replace function plain_code(value text) returns text
language sql immutable parallel safe as $$
  select case when value ~ '^[A-Z0-9/-]*$' then value
    else translate(upper(luban.seen(btrim(normalize(value, nfkc))) collate "C"), '‐‑‒–—−﹣', '-------') end
$$;
comment on function plain_code is
  'A code as it is read: capitals, without invisible characters and blank ends, full width and other dashes made plain.';

create or replace function plain_number(value text) returns text
language sql immutable parallel safe as $$
  select case when value ~ '^[A-Z0-9/-]*$' then value else regexp_replace(luban.plain_code(value), '\s', '', 'g') end
$$;
comment on function plain_number is 'A number as it is read: as a code, and without blanks, which only part its digits.';

create or replace function plain_document(value text) returns text
language sql immutable parallel safe as $$
  select case when value ~ '^[A-Z0-9-]*$' then value
    else upper(luban.plain_number(replace(value, '№', '')) collate "und-x-icu") collate "C" end
$$;
comment on function plain_document is 'The number of an identity document as it is read: as a number, Cyrillic letters in capitals too.';

create or replace function cyrillic_letters(value text) returns text
language sql immutable parallel safe as $$
  select case when count(*) > 0 then format(luban.phrase('{0} in {1} are Cyrillic'), string_agg(distinct letter[1], ', '), value) end
  from regexp_matches(value, '[Ѐ-ӿ]', 'g') letter
$$;
comment on function cyrillic_letters is 'The letters of a number that are Cyrillic, in words; nothing where there are none.';

create or replace function refuse_cyrillic_document(in_number text) returns void language plpgsql as $$
begin
  -- On a screen they look as Latin ones do: that it is they is said, where else a check would only refuse the number.
  if in_number is not null and not luban.is_document_number(in_number) and luban.cyrillic_letters(in_number) is not null then
    perform luban.break_rule('student_document_number_is_letters_and_digits',
      jsonb_build_object('letters', luban.cyrillic_letters(in_number)), 'student');
  end if;
end $$;
comment on function refuse_cyrillic_document is 'Refuses a document number with Cyrillic letters in place of Latin ones, and names them.';

create or replace function read_student_number(value text) returns int
language sql immutable parallel safe as $$
  select substring(luban.plain_number(value) collate "C" from '^(?:.*/)?S-0*([0-9]{1,9})$')::int
$$;
comment on function read_student_number is 'The number in S-00012 or UZ-TAS/S-00012, or nothing: bare digits in a file count its lines.';

create or replace function number_workshop(value text) returns text
language sql immutable parallel safe as $$
  select nullif(split_part(luban.plain_number(value), '/', -2), '')
$$;
comment on function number_workshop is 'The workshop that a student number is written with, as in UZ-TAS/S-00012.';

create or replace function is_count(document text) returns boolean
language sql immutable parallel safe as $$
  select document ~ '^[1-9][0-9]{0,4}$'
$$;
comment on function is_count is 'Whether what stands in a column of documents is a number by which a list counts its lines: no passport is so short.';

create or replace function number_problem(value text) returns text
language sql immutable parallel safe as $$
  select case when value is null or luban.read_student_number(value) is not null then null
    when luban.plain_number(value) ~ '^(№|NO[.:]?|[#(])?[0-9٠-٩۰-۹]+([.,][0-9]*)?[.):]?$' then 'number_is_not_a_count'
    else 'number_is_a_student_number' end
$$;
comment on function number_problem is 'The rule that a text breaks which is no student number.';

-- Names -----------------------------------------------------------------------------------------------------

-- In plpgsql, where an SQL function that looks into its text once would not be inlined, and cost ten times as much.
create or replace function script(folded text) returns text
language plpgsql immutable parallel safe as $$
declare
  c text collate "C";
begin
  if octet_length(folded) = length(folded) then
    return 'Latin';
  end if;
  c := left(ltrim(folded, ' -.,·0123456789()"'), 1);
  return case when c between U&'\3400' and U&'\9fff' or c >= U&'\+020000' then 'Chinese' when c < U&'\0370' then 'Latin'
    when c < U&'\0400' then 'Greek' when c < U&'\0530' then 'Cyrillic' when c < U&'\0590' then 'Armenian'
    when c < U&'\0600' then 'Hebrew' when c < U&'\0780' or c between U&'\fb50' and U&'\fefe' then 'Arabic'
    when c between U&'\0900' and U&'\097f' then 'Devanagari' when c between U&'\0e00' and U&'\0e7f' then 'Thai'
    when c between U&'\0e80' and U&'\0eff' then 'Lao' when c between U&'\1000' and U&'\109f' then 'Burmese'
    when c between U&'\10a0' and U&'\10ff' then 'Georgian' when c between U&'\1200' and U&'\139f' then 'Ethiopic'
    when c between U&'\1780' and U&'\17ff' then 'Khmer' when c between U&'\1800' and U&'\18af' then 'Mongolian'
    when c between U&'\3040' and U&'\30ff' then 'Japanese'
    when c between U&'\1100' and U&'\11ff' or c between U&'\ac00' and U&'\d7a3' then 'Korean' else 'such' end;
end $$;
comment on function script is 'The script of a folded name, told by its first letter.';

create or replace function skeleton(folded text) returns text
language sql immutable parallel safe as $$
  select translate(folded, 'abcehikmoptxyjsαβεηικμορτυχ', 'авсеникмортхујѕавениkмортух')
$$;
comment on function skeleton is 'A folded name in which Latin and Greek letters are the Cyrillic ones that look like them.';

create or replace function sorted_words(folded text) returns text
language sql immutable parallel safe as $$
  select string_agg(word, ' ' order by word collate "C") from unnest(string_to_array(translate(folded, '-,.', '   '), ' ')) word
  where word <> ''
$$;
comment on function sorted_words is 'The words of a folded name in the order of their letters, whichever is the family name.';

create or replace function sounded(folded text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(regexp_replace(translate(
      regexp_replace(regexp_replace(replace(replace(replace(replace(replace(replace(folded,
        'kh', 'h'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'ph', 'f'), 'ß', 's'),
        '(\w)x|\mx([aoe])', '\1h\2', 'g'), 'c(?!h)', 'k', 'g'),
      'qwyйыэьъ', 'kviиие'), '([iи])[iи]+', '\1', 'g'), '(.)\1', '\1', 'g')
$$;
comment on function sounded is
  'A folded name as it sounds beside another of its script: Müller and Mueller, Rakhimov and Rahimov, -iya and -ia are the same, no two syllables of pinyin.';

create or replace function sounded_anywhere(folded text) returns text
language sql immutable parallel safe as $$
  select luban.sorted_words(regexp_replace(regexp_replace(regexp_replace(translate(
      regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        translate(folded, 'абвгдежзийклмнопрстуфхцчшщыэюяєґəœæъь', 'abvgdeJziiklmnoprstufhsCSSieuaegaoa'),
        'shch|sch|sh', 'S', 'g'), 'tch|ch', 'C', 'g'), 'd?zh|d[jJ]', 'J', 'g'), 'kh|ks|x', 'h', 'g'), 't[sz]', 's', 'g'),
      'qwyjJcußf', 'kviiikosf'), 'i+(?=[aeo])|(?<=i)i', '', 'g'), '([ao])e', '\1', 'g'), '(.)\1', '\1', 'g'))
$$;
comment on function sounded_anywhere is
  'A folded name in rough Latin as it sounds, its words sorted, beside one of another script: Сон Виктория and SON VIKTORIIA are the same.';

create or replace function one_letter_apart(one text, other text) returns boolean
language sql immutable parallel safe as $$
  select least(length(translate(one, ' -.', '')), length(translate(other, ' -.', ''))) >= 8
    and greatest(length(one), length(other)) <= 200 and levenshtein_less_equal(one, other, 1) = 1
$$;
comment on function one_letter_apart is 'Whether two folded names of eight letters or more differ in one letter, put, left out or exchanged.';

create or replace function is_part_of(shorter text, whole text) returns boolean
language sql immutable parallel safe as $$
  select cardinality(s) between 2 and cardinality(w) and s[1] = w[1]
    and (select bool_and(starts_with(w[n], s[n])) from generate_subscripts(s, 1) n)
  from (select array_remove(string_to_array(translate(shorter, '.', ' '), ' '), '') as s,
    string_to_array(whole, ' ') as w) a
$$;
comment on function is_part_of is 'Whether a folded name is the beginning of another, without its patronymic or with initials: Каримова Д. of Каримова Дилноза.';

create or replace function is_near(one text, other text) returns boolean
language sql immutable parallel safe as $$
  select case when abs(length(one) - length(other)) > 3 then luban.is_part_of(one, other) or luban.is_part_of(other, one)
    when greatest(length(one), length(other)) > 200 then false
    else levenshtein_less_equal(one, other, 3) <= 3 or starts_with(one, other || ' ') or starts_with(other, one || ' ') end
$$;
comment on function is_near is 'Whether a closer look at two folded names of one script is worth its while.';

create or replace function unmixed(folded text) returns text
language sql immutable parallel safe as $$
  select case when octet_length(folded) = length(folded) or folded collate "C" !~ '[a-z]' or folded collate "C" !~ '[а-я]' then folded
    when folded collate "C" ~ '[бгджзйлпфцчшщэюяы]' or folded collate "C" !~ '[dfglnqruvwz]' then luban.skeleton(folded)
    else translate(folded, 'авсеникмортхуіѕ', 'abcehikmoptxyis') end
$$;
comment on function unmixed is 'A folded name with Latin and Cyrillic letters, each of the wrong script as the one of the right that looks like it.';

create or replace function strange_letters(name text) returns text
language sql immutable parallel safe as $$
  -- In C no letter but those of ASCII has another case: both stand in the classes.
  select string_agg(distinct format(case when l.letter collate "C" ~ '[\u0400-\u052f]' then luban.phrase('{0} in {1} is the Cyrillic {2}')
      when l.letter collate "C" ~ '[\u0370-\u03ff]' then luban.phrase('{0} in {1} is the Greek {2}')
      else luban.phrase('{0} in {1} is the Latin {2}') end, l.letter, w.word, l.letter), ', ')
  from (
    -- The script of a word is that of the letters which no other script has a likeness of.
    select word, case when word collate "C" ~ '[dfglnqruvwzDFGLQRUVWZ\u00c0-\u024f]' then '[A-Za-z\u00c0-\u024f]'
        when word collate "C" ~ '[бвгджзийклмнпртфцчшщъыьэюяБГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯ]' then '[\u0400-\u052f]'
        when word collate "C" ~ '[a-z]' then '[A-Za-z\u00c0-\u024f]' else '[\u0400-\u052f]' end as own
    from regexp_split_to_table(name, '[^A-Za-z\u00c0-\u024f\u0370-\u052fʻʼ''’]+') word
    where (word collate "C" ~ '[A-Za-z\u00c0-\u024f]')::int + (word collate "C" ~ '[\u0400-\u052f]')::int
      + (word collate "C" ~ '[\u0370-\u03ff]')::int > 1) w
  cross join lateral regexp_split_to_table(w.word, '') l (letter)
  where l.letter collate "C" ~ '[A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u052f]' and l.letter collate "C" !~ w.own
$$;
comment on function strange_letters is 'The letters of another script within the words of a name, as in: o in Дилнoза is the Latin o.';

create or replace function with_initials_behind(folded text) returns text
language sql immutable parallel safe as $$
  select case when strpos(folded, '.') > 0 then regexp_replace(folded, '^((?:[^ .]{1,2}\. ?)+)([^ .]+)$', '\2 \1') else folded end
$$;
comment on function with_initials_behind is 'A folded name whose initials stand first with them behind the family name: д.р. каримова.';

create or replace function two_words(folded text) returns text
language sql immutable parallel safe as $$
  select coalesce(substring(folded from '^[^ ]+ [^ ]+'), folded)
$$;
comment on function two_words is 'The first two words of a folded name, which are family name and given name where a patronymic follows.';

create or replace function sounds(folded text) returns text[]
language sql immutable parallel safe as $$
  select case when folded collate "C" ~ '[iy]o|j'
    then array(select luban.sounded_anywhere(one)
      from unnest(array[folded, regexp_replace(folded, '[ijy]o', 'e', 'g'), replace(folded, 'j', 'ch')]) one)
    else array[luban.sounded_anywhere(folded)] end
$$;
comment on function sounds is
  'How a folded name may sound: yo stands for йо, and for ё, which is compared as е, j for дж, and for ҷ, which is as ч: Бахтиёр is Baxtiyor, Ҷӯраев Juraev.';

create or replace function soundings(folded text) returns setof text
language sql immutable parallel safe as $$
  select unnest(luban.sounds(folded))
  union all
  select unnest(luban.sounds(luban.two_words(folded))) where luban.two_words(folded) <> folded
$$;
comment on function soundings is 'How a folded name sounds, with its patronymic and without.';

create or replace function is_turned_part(one text, other text) returns boolean
language sql immutable parallel safe as $$
  select one ~ ' ' and other ~ ' ' and (luban.two_words(one) = one or luban.two_words(other) = other)
    and luban.sorted_words(luban.two_words(one)) = luban.sorted_words(luban.two_words(other))
$$;
comment on function is_turned_part is
  'Whether two folded names are the same, in any order, but for a patronymic that one of them lacks.';

create or replace function likeness(one text, other text) returns text
language sql immutable parallel safe as $$
  select case
    when one = other then 'same'
    when luban.skeleton(one) = luban.skeleton(other) then 'letters'
    when luban.sorted_words(one) = luban.sorted_words(other) then 'order'
    when one || other ~ '[0-9]' then null
    when luban.script(one) <> luban.script(other) then
      case when luban.sounds(one) && luban.sounds(other)
        or luban.two_words(one) = one and luban.sounds(one) && luban.sounds(luban.two_words(other))
        or luban.two_words(other) = other and luban.sounds(other) && luban.sounds(luban.two_words(one))
        then 'spelling' end
    when luban.script(one) in ('Chinese', 'Japanese') then null
    when luban.sorted_words(luban.sounded(one)) = luban.sorted_words(luban.sounded(other)) then 'spelling'
    when luban.is_part_of(one, other) or luban.is_part_of(other, one) or luban.is_turned_part(one, other) then 'part'
    when luban.one_letter_apart(one, other) then 'letter' end
$$;
comment on function likeness is
  'How two folded names are alike: same; letters that look alike; order of words; spelling in other letters; part; one letter; or not.';

-- Who is meant ----------------------------------------------------------------------------------------------
