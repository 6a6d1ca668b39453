-- What every later file leans on: the catalog of rules, shared types, and the keys of commands.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

create table action (
  name text collate "C" primary key,
  sentence text not null
);
comment on table action is 'What can be done about a refusal: a front has a button, a link or a command for each.';
comment on column action.name is 'Name by which rules speak of it.';
comment on column action.sentence is 'The action in plain English, true for every front, with {value} for what it is about.';

create table rule (
  name text collate "C" primary key,
  sentence text not null,
  way_out text not null,
  actions text[] not null default '{}',
  detail text not null default ''
);
comment on table rule is 'Every rule the database holds, in words: what must be so, and how to mend what breaks it.';
comment on column rule.name is 'Name of the constraint, or of the rule that a function raises.';
comment on column rule.sentence is 'The rule as a sentence a registrar understands.';
comment on column rule.way_out is 'What to do when it is broken, as is true for every front; empty where the actions say all.';
comment on column rule.detail is 'What broke it, with {value} for each value; what stands in brackets is left out where a value of it is missing.';
comment on column rule.actions is 'Actions that help, each as name or name(value).';

create type day_kind as enum ('fact', 'plan', 'copy');
comment on type day_kind is
  'Whether a day is of what has happened, of what is intended, or follows by a trigger from a day that stands elsewhere.';

create table day_rule (
  table_name text collate "C" not null,
  column_name text collate "C" not null,
  kind day_kind not null,
  constraint day_is_of_one_kind primary key (table_name, column_name)
);
comment on table day_rule is 'What every day in the database is: the triggers that refuse facts of days to come are made from it.';
comment on column day_rule.table_name is 'The table.';
comment on column day_rule.column_name is 'Its column of days.';
comment on column day_rule.kind is 'Fact, plan, or copy of either.';

create table command (
  key uuid primary key,
  name text not null,
  run_by text not null default session_user,
  run_at timestamptz not null default now(),
  result jsonb
);
comment on table command is
  'One row for every writing command, made first thing in its transaction: a retry that meets its own key was already done.';
comment on column command.key is 'Drawn by the client once for a command, kept through all its retries.';
comment on column command.name is 'The command, as in "enrollment withdraw".';
comment on column command.run_by is 'The role that was connected.';
comment on column command.run_at is 'Start of the transaction.';
comment on column command.result is 'What the command answered, for a retry whose first answer was lost.';

create function is_code(value text) returns boolean
language sql immutable parallel safe as $$
  select value ~ '^[A-Z0-9][A-Z0-9.-]*$' and length(value) <= 40
$$;
comment on function is_code is 'Whether a text can be a code: capitals, digits, dots and dashes, at most 40.';

create domain code as text collate "C" constraint code_is_short_and_upper_case check (is_code(value));
comment on domain code is 'A code people type: capitals, digits, dots and dashes.';

create domain language_tag as text collate "C"
  constraint language_tag_is_bcp47 check (value ~ '^[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*$' and length(value) <= 35);
comment on domain language_tag is 'A language by BCP 47: zh, ru, uz-Latn.';

create domain partial_date as text collate "C"
  constraint partial_date_is_iso check (
    value ~ '^[0-9][0-9][0-9][0-9](-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$')
  constraint partial_date_is_in_the_calendar check (
    case when length(value) = 10 then
      right(value, 2)::int <= extract(day from make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
        + interval '1 month' - interval '1 day')
    else true end);
comment on domain partial_date is 'A date known to the year, the month or the day: 2022, 2022-11, 2022-11-09.';

create function is_person_name(value text) returns boolean
language sql immutable parallel safe as $$
  select value is nfc normalized and value collate "C" !~ '^$|^ | $|[[:cntrl:]]' and length(value) <= 200
$$;
comment on function is_person_name is 'Whether a name is composed, without control characters and blank ends, 1 to 200 long.';

create function is_email(value text) returns boolean
language sql immutable parallel safe as $$
  select value ~ '^[^@\s]+@[^@\s]+$'
$$;
comment on function is_email is 'Whether an e-mail address has its at sign.';

create function is_phone(value text) returns boolean
language sql immutable parallel safe as $$
  select value ~ '^[+]?[0-9 ()-]+$' and length(value) <= 30
$$;
comment on function is_phone is 'Whether a telephone number is digits, blanks, dashes and parentheses, with a + in front or not.';

create function is_document_number(value text) returns boolean
language sql immutable parallel safe as $$
  -- The second is a birth certificate of the CIS, whose series is a Roman number and two Cyrillic letters.
  select (value ~ '^[0-9A-Z-]+$' or value ~ '^[IVXLC]+-?[А-ЯЁ]{2}[0-9]{6,7}$') and length(value) between 3 and 30
$$;
comment on function is_document_number is
  'Whether a document number is 3 to 30 capitals, digits and dashes, or as on a birth certificate of the CIS, II-МЮ654321.';

create function has_letters(value text) returns boolean
language sql immutable parallel safe as $$
  select value collate "C" ~ '[A-Za-z\u00c0-\u065f\u066e-\u06ef\u06fa-\u0965\u0970-\u1fff\u3041-\uabff\uac00-\ufdff\ufe70-\ufefc\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\U00020000-\U0003ffff]'
$$;
comment on function has_letters is 'Whether a text has a letter of any script: what is made of digits and signs has none.';

-- One letter of UTF-8 is two of a code page, the first of which is one of few: Ã¼ was ü, РљР°СЂ was Кар, ÐšÐ°Ñ€ too; a
-- character is three: æŽ, жќЋ. A word of a code page for Cyrillic or Chinese, read as Latin, is made of letters with marks, of
-- which no language has three in a row: Êàðèìîâà, ëÁÒÉÍÏ×Á, ÀîÃ÷. And what was UTF-8 and read as Chinese is UTF-8 again, written
-- as Chinese: 鏉庢槑 was 李明, 袣邪褉懈 was Кари. Few names are that by chance, as none begins with so rare a character.
create function is_garbled(value text) returns boolean
language sql immutable parallel safe as $$
  select octet_length(value) <> length(value) and (value collate "C" ~ (
      '[\u00c3-\u00c5\u00d0\u00d1\u00d8\u00d9][\u0080-\u00a9\u00ab-\u00b9\u00bb-\u00bf‚ƒ„…†‡ˆ‰‹Œ“”•–—˜™›œ€]'
        '|[\u00e4-\u00e9][\u0080-\u00bfŠŽšžŸ‚ƒ„…†‡ˆ‰‹Œ“”•–—˜™›œ€]{2}|[\u00c0-\u00ff]{3}'
        '|([РС][\u00a0-\u00bfЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґёєјЅѕї‚„…†‡€‰‹‘’“”•–—™›№]){3}'
        '|([д-й][\u00a0-\u00bfЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґёєјЅѕї‚„…†‡€‰‹‘’“”•–—™›№]{2}){2}|锟斤')
    or case when value collate "C" ~ '[\u4e00-\u9fa5]{3}' and value collate "C" ~ '^[ -~\u4e00-\u9fa5]*$'
      then encode(convert_to(value, 'GBK'), 'hex')
        ~ '^([2-7].)*(e[4-9][89ab].[89ab].([2-7].)*)+$|^(..)*(d[01][89ab].){4}' else false end)
$$;
comment on function is_garbled is
  'Whether a text was written in one encoding and read as another: MÃ¼ller, РљР°СЂРёРјРѕРІ, Êàðèìîâà, 鏉庢槑.';

create function is_latin_name(value text) returns boolean
language sql immutable parallel safe as $$
  select value collate "C" !~ '[\u0370-\u1dff\u3041-\ufdff\ufe70-\ufefc\U00020000-\U0003ffff]'
$$;
comment on function is_latin_name is 'Whether a name has no letter of another script than the Latin one.';

create function has_lost_letters(value text) returns boolean
language sql immutable parallel safe as $$
  select value collate "C" ~ '[?\ufffd]'
$$;
comment on function has_lost_letters is 'Whether a text has the signs that stand where letters were lost in another encoding.';

create function has_word_of_two_scripts(value text) returns boolean
language sql immutable parallel safe as $$
  select exists (
    select from regexp_split_to_table(value, '[^A-Za-z\u00c0-\u024f\u0370-\u052f]+') word
    where (word collate "C" ~ '[A-Za-z\u00c0-\u024f]')::int + (word collate "C" ~ '[\u0370-\u03ff]')::int
        + (word collate "C" ~ '[\u0400-\u052f]')::int > 1
      and (word collate "C" ~ '^[\u0400-\u052fABCEHIJKMOPSTXYaceijkopsxyΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ]+$'
        or word collate "C" ~ '^[A-Za-z\u00c0-\u024fАВЕЅІЈКМНОРСТУХҺаеѕіјкорсухһΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ]+$'))
$$;
comment on function has_word_of_two_scripts is
  'Whether a word is of one script and of letters of another that look like its own. ЯндексGo, of two on purpose, is not.';

-- A letter typed on the wrong keyboard looks right, and makes another word of it. Hardly any text is of two scripts: the words
-- of the rest are not looked at.
create function is_of_two_scripts(value text) returns boolean
language sql immutable parallel safe as $$
  select octet_length(value) <> length(value) and value collate "C" ~ '[\u0370-\u052f]'
    and value collate "C" ~ '[A-Za-z\u00c0-\u024f\u0370-\u03ff]' and luban.has_word_of_two_scripts(value)
$$;
comment on function is_of_two_scripts is 'Whether a text has letters of another script that look like those of the word they are in: Каримoва with a Latin o.';

create function is_written(value text) returns boolean
language sql immutable parallel safe as $$
  select luban.has_letters(value) and not luban.is_garbled(value) and not luban.is_of_two_scripts(value)
$$;
comment on function is_written is 'Whether what something is called has letters, as they were written.';

create function is_titles(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select jsonb_typeof(value) = 'object' and value <> '{}' and not exists (
    select from jsonb_each(value) t
    where t.key !~ '^[a-z][a-z][a-z]?(-[A-Za-z0-9]+)*$' or jsonb_typeof(t.value) <> 'string'
       or not luban.is_written(t.value #>> '{}'))
$$;
comment on function is_titles is 'Whether the value is an object from language tags to titles, at least one, each with letters, as they were written.';

create domain titles as jsonb
  constraint titles_are_by_language check (is_titles(value));
comment on domain titles is 'The same title in several languages: {"en": "Surveying", "zh": "测绘"}.';

create domain person_name as text
  constraint person_name_is_clean check (is_person_name(value))
  constraint person_name_has_letters check (value = '' or has_letters(value))
  constraint person_name_is_whole check (not has_lost_letters(value))
  constraint person_name_is_not_garbled check (not is_garbled(value))
  constraint person_name_is_of_one_script check (not is_of_two_scripts(value));
comment on domain person_name is
  'A name as its bearer writes it: letters, none lost or garbled or of another script; NFC, no control characters, no blank ends, at most 200 characters.';

-- The class Cf of Unicode and the selectors of variants, but for the signs of that class that are seen, as those before
-- Arabic numbers. Joiners are among them: what a script needs them for is how a name looks, not whose it is.
create function seen(value text) returns text
language sql immutable parallel safe as $$
  select regexp_replace(value collate "C", '[\u00ad\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f'
    '\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001-\U000e007f]', '', 'g')
$$;
comment on function seen is 'A text without what nobody sees: soft hyphens, joiners, marks of direction.';

-- Not strict, so that it is inlined; in collation C, whose regular expressions are the quickest; and without a search
-- for letters that are not there: the second case holds letters that decompose into none of those to be replaced. With a body
-- that PostgreSQL has read, so that what it calls comes back before it, and before the columns made by it, in a backup.
create function fold(value text) returns text
language sql immutable parallel safe
return case
    when octet_length(value) = length(value) then translate(lower(value collate "C"), '''`', '')
    -- Lists part Han names by a blank, so that they are as wide as others: 李 明.
    when value collate "C" >= U&'\3400' and value collate "C" ~ '[\u3400-\u9fff][ \u3000]+[\u3400-\u9fff]'
      then regexp_replace(lower(normalize(luban.seen(value), nfkd) collate "und-x-icu") collate "C",
      '([\u3400-\u9fff]) +(?=[\u3400-\u9fff])', '\1', 'g')
    when value ~ ('^[ -&(-_a-~\u00c0-\u00d7\u00d9-\u00f7\u00f9-\u010f\u0112-\u0130\u0132-\u0140\u0143-\u0148'
        '\u014a-\u017f\u0410-\u044f\u0401\u0451\u0621-\u0628\u062a-\u0648\u064a-\u065f\u3400-\u9fff]*$')
      then regexp_replace(lower(normalize(value, nfkd) collate "und-x-icu") collate "C",
      '[\u0300-\u036f\u0640\u064b-\u065f\u0670]', '', 'g')
    else btrim(translate(
      regexp_replace(lower(normalize(translate(luban.seen(value), '´', ''''), nfkd) collate "und-x-icu") collate "C",
        '[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]', '', 'g'),
      'қғҳҷәңөұүһіøđłıىیکةς•‧∙⋅・‐‒–—−''`ʻʼ‘’ʹʺʾʿ′‛ˈ', 'кгхчаноуухиodliييكهσ·····-----'))
    end;
comment on function fold is
  'A name as it is compared: no case, accents, vowel signs, apostrophes, nothing that is not seen; Central Asian letters as their Russian kin, Persian as Arabic.';
