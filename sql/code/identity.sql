-- Who is meant: how names and numbers are compared, in one place, for commands and files alike.

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
  select string_agg(distinct letter[1], ', ') || ' in ' || value || ' are Cyrillic'
  from regexp_matches(value, '[Ѐ-ӿ]', 'g') letter
$$;
comment on function cyrillic_letters is 'The letters of a number that are Cyrillic, in words; nothing where there are none.';

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

create or replace function is_near(one text, other text) returns boolean
language sql immutable parallel safe as $$
  select case when abs(length(one) - length(other)) > 3 then starts_with(one, other || ' ') or starts_with(other, one || ' ')
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
  select string_agg(distinct format('%s in %s is the %s %s', l.letter, w.word,
    case when w.is_latin then 'Cyrillic' else 'Latin' end, l.letter), ', ')
  from (
    select word, word ~* '[dfglnqruvwz]' and word !~* '[бгджзйлпфцчшщэюяы]' as is_latin
    from regexp_split_to_table(name, '[\s,]+') word where word ~* '[a-z]' and word ~* '[а-яё]') w
  cross join lateral regexp_split_to_table(w.word, '') l (letter)
  where l.letter ~* case when w.is_latin then '[а-яё]' else '[a-z]' end
$$;
comment on function strange_letters is 'The letters of another script within the words of a name, as in: o in Дилнoза is the Latin o.';

create or replace function is_part_of(shorter text, whole text) returns boolean
language sql immutable parallel safe as $$
  select cardinality(s) between 2 and cardinality(w) and s[1] = w[1]
    and (select bool_and(starts_with(w[n], s[n])) from generate_subscripts(s, 1) n)
  from (select array_remove(string_to_array(translate(shorter, '.', ' '), ' '), '') as s,
    string_to_array(whole, ' ') as w) a
$$;
comment on function is_part_of is 'Whether a folded name is the beginning of another, without its patronymic or with initials: Каримова Д. of Каримова Дилноза.';

create or replace function likeness(one text, other text) returns text
language sql immutable parallel safe as $$
  select case
    when one = other then 'same'
    when luban.skeleton(one) = luban.skeleton(other) then 'letters'
    when luban.sorted_words(one) = luban.sorted_words(other) then 'order'
    when one || other ~ '[0-9]' then null
    when luban.script(one) <> luban.script(other) then
      case when luban.sounded_anywhere(one) = luban.sounded_anywhere(other) then 'spelling' end
    when luban.script(one) in ('Chinese', 'Japanese') then null
    when luban.sorted_words(luban.sounded(one)) = luban.sorted_words(luban.sounded(other)) then 'spelling'
    when starts_with(one, other || ' ') and other ~ ' ' or starts_with(other, one || ' ') and one ~ ' ' then 'part'
    when luban.one_letter_apart(one, other) then 'letter' end
$$;
comment on function likeness is
  'How two folded names are alike: same; letters that look alike; order of words; spelling in other letters; part; one letter; or not.';

-- Who is meant ----------------------------------------------------------------------------------------------

create or replace function person_told(in_workshop int, in_student bigint) returns text
language sql stable parallel safe as $$
  select format('%s/%s %s, born %s%s', w.code, luban.shown_number(s.number), k.full_name, s.birth_on,
    ', ' || s.document_kind || ' ' || s.document_country || ' ' || s.document_number)
  from luban.student s
  join luban.workshop w on w.id = s.workshop_id
  left join luban.student_name k on (k.workshop_id, k.student_id, k.kind, k.valid_to)
    = (s.workshop_id, s.id, 'native', 'infinity')
  where (s.workshop_id, s.id) = (in_workshop, in_student)
$$;
comment on function person_told is 'A person as a refusal names them: number, name, birth date, document.';

create or replace function likeness_told(likeness text, said text, known text) returns text
language sql immutable parallel safe as $$
  select case likeness when 'letters' then coalesce(luban.strange_letters(said), luban.strange_letters(known) || ', as it is known',
      'letters of two scripts look alike')
    when 'order' then 'the same words in another order' when 'spelling' then 'the same name in other letters'
    when 'part' then 'the one name begins with the other' when 'letter' then 'one letter differs' end
$$;
comment on function likeness_told is 'In what two names are alike, in words.';

create or replace function was_born(in_workshop int, in_student bigint, in_day date) returns boolean
language sql stable parallel safe as $$
  select exists (select from luban.revision r where (r.workshop_id, r.table_name, r.row_id) = (in_workshop, 'student', in_student)
    and (r.before ->> 'birth_on')::date = in_day)
$$;
comment on function was_born is 'Whether a birth date of a person was corrected that was this one before, as it may still stand in a list.';

create or replace view known_name with (security_invoker = true) as
  select workshop_id, student_id, folded from student_name
  union all
  select workshop_id, student_id, folded from student_alias;
comment on view known_name is 'Every name by which a person is known: present, former, and those of lists.';

create or replace function identify(in_records boolean, in_may_update boolean) returns void language plpgsql as $$
begin
  -- By key: a number, or a document (one of another kind or country may have the same number).
  create temp table keyed on commit drop as
  select k.id, coalesce(k.by_number, case when k.documents = 1 then k.by_document end) as student_id, k.by_number, k.by_document,
    k.documents
  from (
    select id, min(student_id) filter (where way = 1) as by_number, count(*) filter (where way = 2) as documents,
      coalesce(min(student_id) filter (where way = 2 and student_id = numbered), min(student_id) filter (where way = 2)) as by_document
    from (select *, min(student_id) filter (where way = 1) over (partition by id) as numbered from (
      select a.id, 1 as way, s.id as student_id
      from asked a join luban.student s on (s.workshop_id, s.number) = (a.workshop_id, a.number)
      union all
      select a.id, 2, s.id
      from asked a join luban.student s on (s.workshop_id, s.document_number) = (a.workshop_id, a.document_number)
      where s.document_kind = coalesce(a.document_kind, s.document_kind)
        and s.document_country = coalesce(a.document_country, s.document_country)) found) found
    group by id) k;
  analyze keyed (id);

  -- What each says beside its key: whether that is a name of theirs, whether they have one in its script, whether the
  -- birth date is theirs. A name agrees in any order and spelling, and without a patronymic.
  create temp table checked (id bigint, birth_fits boolean, says_name boolean, name_fits boolean, is_comparable boolean, script text)
    on commit drop;
  if exists (select from keyed) then
    insert into checked
    select k.id, s.birth_on = a.birth_on or luban.was_born(s.workshop_id, s.id, a.birth_on) as birth_fits, a.said is not null as says_name,
      x.id is not null or coalesce(n.fits, false) as name_fits, x.id is not null or coalesce(n.is_comparable, false)
        -- What is another's name is none of theirs.
        or exists (select from luban.known_name o where (o.workshop_id, o.folded) = (a.workshop_id, a.said)) as is_comparable,
      luban.script(a.said) as script
    from keyed k
    join (select *, luban.unmixed(coalesce(folded, latin, chinese)) as said from asked) a using (id)
    join luban.student s on (s.workshop_id, s.id) = (a.workshop_id, k.student_id)
    left join (
      select distinct k.id from keyed k join asked a using (id)
      join luban.student_name n on (n.workshop_id, n.student_id, n.folded) = (a.workshop_id, k.student_id, a.folded)) x on x.id = k.id
    left join lateral (
      select bool_or(n.folded in (a.said, a.turned) or luban.likeness(n.folded, a.said) in ('letters', 'order', 'spelling', 'part')
          or luban.is_part_of(a.said, n.folded)) as fits,
        bool_or(luban.script(n.folded) = luban.script(a.said)) as is_comparable
      from (
        select n.folded from luban.student_name n where (n.workshop_id, n.student_id) = (a.workshop_id, k.student_id)
        union all
        select n.folded from luban.student_alias n where (n.workshop_id, n.student_id) = (a.workshop_id, k.student_id)) n) n
      on x.id is null and a.said is not null;
  end if;

  -- By name, whichever of theirs it is, with the birth date. A passport or Chinese name leads to nobody whose own name
  -- is another in the script in which the line has it.
  create temp table named on commit drop as
  select f.id, s.id as student_id,
    s.document_number <> a.document_number and s.document_kind = coalesce(a.document_kind, s.document_kind)
      and s.document_country = coalesce(a.document_country, s.document_country) as other_document,
    exists (select from luban.student_alias l
      where (l.workshop_id, l.student_id, l.folded, l.source) = (s.workshop_id, s.id, a.folded, 'new')) as was_new
  from (
    select id, student_id, bool_or(is_own) as is_own
    from (
      select id, workshop_id, name, is_own
      from asked
      cross join lateral (values (folded, true), (turned, true), (latin, folded is null), (chinese, folded is null)) n (name, is_own)
      where name is not null) a
    join luban.known_name k on (k.workshop_id, k.folded) = (a.workshop_id, a.name)
    group by id, student_id) f
  join asked a using (id)
  join luban.student s on (s.workshop_id, s.id) = (a.workshop_id, f.student_id)
    and (s.birth_on = a.birth_on or in_records and a.birth_on is null or luban.was_born(s.workshop_id, s.id, a.birth_on))
  where a.number is null and not exists (select from keyed k where k.id = f.id)
    and (f.is_own or not exists (select from luban.student_name n
      where (n.workshop_id, n.student_id) = (s.workshop_id, s.id) and luban.script(n.folded) = luban.script(a.folded)));
  analyze named (id);

  -- Those answered to be new are the ones who were new by such an answer before, in their order; nobody else is.
  create temp table newcomer on commit drop as
  select a.id, n.student_id
  from (
    select id, row_number() over (partition by workshop_id, folded, birth_on order by id) as nth
    from asked where is_new) a
  join (
    select id, student_id, row_number() over (partition by id order by student_id) as nth
    from named where was_new and not coalesce(other_document, false)) n on (n.id, n.nth) = (a.id, a.nth);

  delete from named n using asked a
  where a.id = n.id and (a.is_new or n.student_id in (select student_id from newcomer));

  create temp table meant on commit drop as
  with sole as (
    select n.id, count(*) filter (where f.is_first) as fits, min(n.student_id) filter (where f.is_first) as student_id,
      bool_or(n.other_document) filter (where f.is_first) as other_document, min(n.student_id) as any_id,
      array_agg(n.student_id order by n.student_id) filter (where f.is_first) as all_ids
    from (
      -- In files of records those of the cohort come first; where people are entered, those without another document.
      select n.*, case when not in_records then not coalesce(n.other_document, false) else rank() over (partition by n.id
        order by (not exists (select from luban.enrollment e
          where (e.workshop_id, e.student_id, e.cohort_id) = (a.workshop_id, n.student_id, a.cohort_id)))) = 1 end as is_first
      from named n join asked a using (id)) n
    cross join lateral (select n.is_first) f
    group by n.id
  )
  select a.id, a.workshop_id, a.cohort_id,
    coalesce(k.student_id, w.student_id, case when s.fits = 1 then s.student_id end) as student_id,
    p.problem, null::bigint as earlier_id, case when p.problem ~ 'person_is_not_in_doubt' then (
        select string_agg(luban.person_told(a.workshop_id, one), '; ') from unnest(s.all_ids) one)
      when p.problem is not null then luban.person_told(a.workshop_id, coalesce(k.student_id, s.any_id)) end as told,
    case when p.problem is null and c.says_name and not c.is_comparable and (in_records or c.birth_fits is null)
      then format('name not compared: no %s name is known', c.script) end as note
  from asked a
  left join keyed k using (id)
  left join checked c using (id)
  left join newcomer w using (id)
  left join sole s using (id)
  cross join lateral (
    select case
      when a.number is not null and k.by_number is null then case when in_records then 'student:line_names_a_known_student'
        when a.is_answer then 'same_as:person_is_known_to_the_workshop' else 'number:person_is_known_to_the_workshop' end
      when k.by_number <> k.by_document then case when in_records then 'document_number' when a.is_answer then 'same_as'
        else 'number' end || ':person_is_one'
      when k.documents > 1 and k.by_number is null then 'document_number:line_names_one_student'
      when k.id is not null and a.is_new then case when k.by_number is null then 'document_number:student_document_once'
        else 'same_as:person_is_one' end
      when k.id is not null and in_records then nullif(concat_ws(',',
        case when c.says_name and c.is_comparable and not c.name_fits then 'full_name:person_is_one' end,
        case when not c.birth_fits then 'birth_date:person_is_one' end), '')
      when k.id is not null and c.says_name and not c.name_fits and (not c.birth_fits
          or c.birth_fits is null and c.is_comparable and not a.is_answer) then
        case when a.is_answer then 'same_as:person_is_one' when k.by_number is not null then 'number:person_is_one'
          else 'document_number:student_document_once' end
      when k.id is not null then case when not c.birth_fits and not in_may_update and (k.by_number is null or not c.says_name)
        then 'birth_date:person_is_one' end
      when s.id is null then null
      when in_records then case when s.fits > 1 then 'full_name:line_names_one_student'
        when s.other_document then 'document_number:person_is_one' end
      when s.fits > 1 then 'full_name:person_is_not_in_doubt'
      when s.fits = 0 then 'document_number:person_is_not_known_otherwise' end as problem) p;
  analyze meant (id, student_id, problem);

  perform luban.find_likenesses(in_records);
  drop table keyed, checked, newcomer;
end $$;
comment on function identify is
  'Says of every row of the temporary table asked whom it means, in the table meant: this person, nobody known, or in doubt, and why.';

create or replace function find_likenesses(in_records boolean) returns void language plpgsql as $$
begin
  -- Of those who found nobody: who resembles somebody born on that day.
  create temp table unknown on commit drop as
  select a.id, a.workshop_id, a.birth_on, a.folded, a.latin, a.document_number, a.document_kind, a.document_country, a.turned,
    luban.unmixed(a.folded) as plain, luban.script(a.folded) as script
  from asked a join meant m using (id)
  where m.student_id is null and m.problem is null and a.number is null and not a.is_new
    and a.folded is not null and a.birth_on is not null;
  if not exists (select from unknown) then
    drop table unknown;
    return;
  end if;
  analyze unknown (workshop_id, birth_on, script);

  create temp table neighbor on commit drop as
  select row_number() over () as nth, n.workshop_id, n.student_id, s.birth_on, n.folded, luban.unmixed(n.folded) as plain,
    luban.script(n.folded) as script, s.document_number, s.document_kind, s.document_country
  from luban.student s join luban.known_name n on (n.workshop_id, n.student_id) = (s.workshop_id, s.id)
  where (s.workshop_id, s.birth_on) in (select workshop_id, birth_on from unknown);
  analyze neighbor (nth, workshop_id, student_id, birth_on, script);

  -- Who is known in one of two scripts alone, where somebody unknown is written in the other. How names sound is asked of
  -- these only: it costs more than all the rest.
  create temp table foreigner on commit drop as
  select k.nth, k.workshop_id, k.birth_on, k.script, luban.sounded_anywhere(k.plain) as sounded
  from neighbor k
  where k.script in ('Latin', 'Cyrillic')
    and exists (select from unknown u where (u.workshop_id, u.birth_on) = (k.workshop_id, k.birth_on)
      and u.script = case k.script when 'Latin' then 'Cyrillic' else 'Latin' end)
    and not exists (select from neighbor o where (o.workshop_id, o.student_id) = (k.workshop_id, k.student_id)
      and o.script = case k.script when 'Latin' then 'Cyrillic' else 'Latin' end);
  analyze foreigner (workshop_id, birth_on, script);

  create temp table heard on commit drop as
  select u.id, u.workshop_id, u.birth_on, u.script, u.latin, luban.sounded_anywhere(u.plain) as sounded
  from unknown u
  where u.script in ('Latin', 'Cyrillic') and (
    exists (select from foreigner f where (f.workshop_id, f.birth_on) = (u.workshop_id, u.birth_on) and f.script <> u.script)
    or not in_records and exists (select from unknown e where (e.workshop_id, e.birth_on) = (u.workshop_id, u.birth_on)
      and e.script = case u.script when 'Latin' then 'Cyrillic' else 'Latin' end));
  analyze heard (workshop_id, birth_on, script);

  -- A closer look is taken at those whose names begin or end alike, or have the second word first; and at those that are
  -- written in two scripts and share none.
  create temp table likeness on commit drop as
  select id, student_id, earlier_id, folded, alike
  from (
    select u.id, k.student_id, null::bigint as earlier_id, k.folded, luban.likeness(u.folded, k.folded) as alike,
      k.document_number <> u.document_number and k.document_kind = coalesce(u.document_kind, k.document_kind)
        and k.document_country = coalesce(u.document_country, k.document_country) as other_document
    from (
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, left(k.plain, 4))
        = (u.workshop_id, u.birth_on, left(u.plain, 4)) and luban.is_near(u.plain, k.plain)
      union
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, right(k.plain, 4))
        = (u.workshop_id, u.birth_on, right(u.plain, 4)) and luban.is_near(u.plain, k.plain)
      union
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, left(k.plain, 4), length(k.plain))
        = (u.workshop_id, u.birth_on, left(split_part(u.plain, ' ', 2), 4), length(u.plain))
      union
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, left(split_part(k.plain, ' ', 2), 4),
        length(k.plain)) = (u.workshop_id, u.birth_on, left(u.plain, 4), length(u.plain))
      union
      select u.id, k.nth from heard u join foreigner k on (k.workshop_id, k.birth_on, k.sounded)
        = (u.workshop_id, u.birth_on, u.sounded) and k.script <> u.script) near
    join unknown u using (id)
    join neighbor k using (nth)
    union all
    select u.id, null, e.id, e.folded, luban.likeness(u.folded, e.folded),
      e.document_number <> u.document_number and (e.document_kind, e.document_country) = (u.document_kind, u.document_country)
    from (
      select u.id, e.id as earlier_id from unknown u join unknown e on (e.workshop_id, e.birth_on, left(e.plain, 4))
        = (u.workshop_id, u.birth_on, left(u.plain, 4)) and e.id < u.id and luban.is_near(u.plain, e.plain)
      where not in_records
      union
      select u.id, e.id from unknown u join unknown e on (e.workshop_id, e.birth_on, right(e.plain, 4))
        = (u.workshop_id, u.birth_on, right(u.plain, 4)) and e.id < u.id and luban.is_near(u.plain, e.plain)
      where not in_records
      union
      select greatest(u.id, e.id), least(u.id, e.id) from unknown u join unknown e on (e.workshop_id, e.birth_on,
        left(e.plain, 4), length(e.plain)) = (u.workshop_id, u.birth_on, left(split_part(u.plain, ' ', 2), 4), length(u.plain))
        and e.id <> u.id
      where not in_records
      union
      select greatest(u.id, e.id), least(u.id, e.id) from heard u join heard e on (e.workshop_id, e.birth_on, e.sounded)
        = (u.workshop_id, u.birth_on, u.sounded)
      where not in_records and u.script = 'Latin' and e.script = 'Cyrillic' and e.latin is null) near
    join unknown u using (id)
    join unknown e on e.id = near.earlier_id) pair
  where alike <> 'same' and not (alike = 'letter' and coalesce(other_document, false));
  analyze likeness (id);

  -- Words in another order are the same name where the parts of one of the two say which is the family name.
  update meant m set student_id = l.student_id
  from likeness l
  join unknown u using (id)
  where m.id = l.id and l.alike = 'order' and l.student_id is not null and not in_records and exists (
    select from luban.student_name n where (n.workshop_id, n.student_id) = (u.workshop_id, l.student_id)
      and u.folded in (luban.fold(concat_ws(' ', n.given_name, n.family_name)),
        luban.fold(concat_ws(' ', n.given_name, n.patronymic, n.family_name)),
        luban.fold(concat_ws(' ', n.given_name, n.family_name, n.patronymic))))
    and not exists (select from likeness o where o.id = l.id and o.student_id <> l.student_id);

  update meant m set
    problem = case when in_records then m.problem when l.student_id is null then 'full_name:line_is_not_in_doubt'
      else 'full_name:person_is_not_in_doubt' end,
    told = l.told, earlier_id = l.earlier_id
  from (
    select distinct on (l.id) l.id, l.student_id, l.earlier_id,
      concat_ws(': ', luban.person_told(u.workshop_id, l.student_id), luban.likeness_told(l.alike, a.full_name, coalesce(n.full_name, l.folded)))
        as told
    from likeness l
    join unknown u using (id)
    join asked a using (id)
    left join luban.student_name n on (n.workshop_id, n.student_id, n.folded) = (u.workshop_id, l.student_id, l.folded)
    order by l.id, l.student_id nulls last, array_position('{letters,order,spelling,part,letter}'::text[], l.alike), l.earlier_id) l
  where m.id = l.id and m.student_id is null;
  drop table unknown, neighbor, foreigner, heard, likeness;
end $$;
comment on function find_likenesses is
  'Puts in doubt those of the table meant who found nobody and resemble somebody known, or an earlier line, born on the same day.';

create or replace function says_another_name(in_workshop int, in_student bigint, in_name text, in_folded text, in_present text)
returns boolean language sql stable parallel safe as $$
  select case when in_name is null then false when in_present is null then true
    when in_name = in_present or luban.seen(in_name) = luban.seen(in_present) then false
    when in_folded = luban.fold(in_present) then true
    else not exists (select from luban.known_name k
      where (k.workshop_id, k.student_id, k.folded) = (in_workshop, in_student, in_folded)) end
$$;
comment on function says_another_name is
  'Whether a list says another name of somebody than the present one, and none they are known by: a former one changes nothing.';

insert into rule (name, sentence, way_out) values
  ('number_is_a_student_number', 'A student number is written S-00012, or UZ-TAS/S-00012.', 'Leave it empty for new people.'),
  ('number_is_not_a_count', 'Bare digits are no student number, which is written S-00012.', 'If the column counts the lines, leave it out or head it №; luban student find shows numbers.'),
  ('student_number_is_of_the_workshop', 'A student number is of the workshop of its line.', 'Correct the workshop or the number: each workshop counts its own.'),
  ('answer_is_a_number_or_new', 'The answer to a doubt is the number of the same person, as in S-00012, or new.', 'Write one of the two, or leave it empty where nothing is asked.'),
  ('person_is_not_in_doubt', 'Who may be somebody known is asked about, not entered twice.', 'Say who it is by same_as, a column of the file or an option: the number if it is the same person, new (--new) if another.'),
  ('line_is_not_in_doubt', 'Who may be the person of an earlier line is asked about.', 'Write new in the column same_as if it is another person; else remove the line.'),
  ('person_is_not_known_otherwise', 'A new person does not have name and birth date of one who is known with another document.', 'Write in the column same_as the number if it is the same person, new if it is another.'),
  ('person_is_one', 'Number, document, name and birth date lead to one and the same person.', 'Correct the one that is wrong; luban student find shows who has it.'),
  ('line_repeats_nobody', 'A person stands in a file once.', 'Remove the second line, or write new in its column same_as if it is another person.'),
  ('student_alias_is_folded', 'A name by which a person is known in lists is kept as it is compared.', 'Leave these names to Luban.'),
  ('student_alias_is_kept_once', 'A name by which a person is known in lists is kept once.', 'Leave these names to Luban.'),
  ('student_alias_is_of_a_student', 'A name by which a person is known in lists is of a student of the workshop.', 'Add the student first.');
