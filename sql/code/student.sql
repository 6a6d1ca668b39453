-- Students: numbers without gaps, who is known already, names that change, search, revisions.

create or replace function next_student_numbers(in_workshop int, in_count int) returns int
language sql as $$
  update luban.workshop_counter set last_student_number = last_student_number + in_count
  where workshop_id = in_workshop returning last_student_number - in_count + 1
$$;
comment on function next_student_numbers is 'Reserves so many numbers in a workshop and gives the first; held until the end of the transaction.';

create or replace function shown_number(number int) returns text
language sql immutable parallel safe as $$
  select ('S-' || lpad(number::text, greatest(5, length(number::text)), '0')) collate "C"
$$;
comment on function shown_number is 'A student number as people see it: S-00012, and S-100000 with as many digits as it takes.';

-- Entering and changing one person --------------------------------------------------------------------------

create or replace function expect_newcomer(
  in_workshop int, in_full text, in_turned text, in_latin text, in_chinese text, in_birth date,
  in_document_kind document_kind, in_document_country text, in_document_number text, in_same_as int, in_is_new boolean)
returns bigint language plpgsql as $$
declare
  answer record;
begin
  if in_full is null then
    perform luban.break_rule('student_has_a_name', in_table => 'student_name');
  end if;
  -- Whoever enters people holds the counter of the workshop: nobody can enter the same person beside this one.
  perform from luban.workshop_counter where workshop_id = in_workshop for no key update;
  create temp table asked on commit drop as
  select 1::bigint as id, in_workshop as workshop_id, null::bigint as cohort_id, in_same_as as number, in_same_as is not null as is_answer,
    in_is_new as is_new, in_document_kind as document_kind, in_document_country collate "C" as document_country,
    in_document_number collate "C" as document_number, in_birth as birth_on, in_full as full_name, luban.fold(in_full) as folded,
    luban.fold(in_latin) as latin, luban.fold(in_chinese) as chinese, luban.fold(in_turned) as turned;
  perform luban.identify(false, false);
  select m.*, w.student_id is not null as is_exact into answer from meant m left join named w on w.student_id = m.student_id;
  drop table asked, meant, named;
  if in_same_as is not null and answer.problem is null then
    insert into luban.student_alias (workshop_id, student_id, folded, source)
    select in_workshop, answer.student_id, luban.fold(in_full), 'same'
    where not exists (select from luban.known_name k
      where (k.workshop_id, k.student_id, k.folded) = (in_workshop, answer.student_id, luban.fold(in_full)));
    return answer.student_id;
  end if;
  if in_same_as is not null then
    perform luban.break_rule('person_is_one', answer.told, 'student');
  elsif answer.problem ~ 'person_is_not_in_doubt' then
    perform luban.refuse_duplicate('person_is_not_in_doubt', answer.told, 'student');
  elsif answer.problem ~ '^document_number:student_document_once|^birth_date:' or answer.student_id is not null and not answer.is_exact then
    perform luban.refuse_duplicate('student_document_once',
      coalesce(answer.told, luban.person_told(in_workshop, answer.student_id)), 'student');
  elsif answer.problem is not null or answer.student_id is not null and not in_is_new then
    perform luban.refuse_duplicate('student_is_known_once',
      coalesce(answer.told, luban.person_told(in_workshop, answer.student_id)), 'student');
  end if;
  return null;
end $$;
comment on function expect_newcomer is
  'Refuses a person without a name, known already, or in doubt; gives the one that the answer --same-as names, whose name it keeps, and nobody for a newcomer.';

create or replace function rename_student(
  in_workshop int, in_student bigint, in_kind name_kind, in_full text, in_family text, in_given text,
  in_patronymic text, in_since date)
returns void language plpgsql as $$
declare
  present luban.student_name;
  wanted luban.student_name;
  parts text[] := case when in_kind = 'native' and coalesce(in_family, in_given, in_patronymic) is null
    then luban.name_parts(luban.composed(in_full)) end;
begin
  perform luban.fact_day(in_workshop, in_since, 'student_name');
  select * into present from luban.student_name
  where workshop_id = in_workshop and student_id = in_student and kind = in_kind and valid_to = 'infinity'
  for no key update;
  in_full := luban.composed(in_full);
  if in_full is null and present.full_name is not null and present.family_name is null and present.given_name is null
  then
    perform luban.break_rule('student_name_has_its_parts', present.full_name, 'student_name');
  end if;
  wanted := present;
  wanted.family_name := case when in_full is null then coalesce(luban.composed(in_family), present.family_name)
    else coalesce(luban.composed(in_family), parts[1]) end;
  wanted.given_name := case when in_full is null then coalesce(luban.composed(in_given), present.given_name)
    else coalesce(luban.composed(in_given), parts[2]) end;
  wanted.patronymic := case when in_full is null then coalesce(luban.composed(in_patronymic), present.patronymic)
    else coalesce(luban.composed(in_patronymic), parts[3]) end;
  wanted.full_name := luban.composed_name(in_full, wanted.family_name, wanted.given_name, wanted.patronymic);
  if present.full_name <> wanted.full_name and in_since is not null then
    perform luban.end_student_name(in_workshop, in_student, in_kind, in_since);
    present := null;
  end if;
  if present.full_name is null then
    insert into luban.student_name (workshop_id, student_id, kind, full_name, family_name, given_name, patronymic)
    values (in_workshop, in_student, in_kind, wanted.full_name, wanted.family_name, wanted.given_name, wanted.patronymic);
  elsif present is distinct from wanted then
    update luban.student_name set full_name = wanted.full_name, family_name = wanted.family_name,
      given_name = wanted.given_name, patronymic = wanted.patronymic
    where workshop_id = in_workshop and student_id = in_student and kind = in_kind and valid_to = 'infinity';
  end if;
end $$;
comment on function rename_student is
  'Gives a person a name from a day on and keeps the former one; without a day the name was wrong, and is corrected.';

create or replace function end_student_name(in_workshop int, in_student bigint, in_kind name_kind, in_since date)
returns void language plpgsql as $$
begin
  perform luban.fact_day(in_workshop, in_since, 'student_name');
  if in_since is null then
    delete from luban.student_name
    where workshop_id = in_workshop and student_id = in_student and kind = in_kind and valid_to = 'infinity';
    return;
  end if;
  if in_since <= (select birth_on from luban.student where workshop_id = in_workshop and id = in_student)
    or exists (select from luban.student_name where workshop_id = in_workshop and student_id = in_student
      and kind = in_kind and valid_to >= in_since and valid_to <> 'infinity') then
    perform luban.break_rule('student_names_follow_each_other', in_since::text, 'student_name');
  end if;
  update luban.student_name set valid_to = in_since
  where workshop_id = in_workshop and student_id = in_student and kind = in_kind and valid_to = 'infinity';
end $$;
comment on function end_student_name is
  'Ends the present name of a person on a day, and keeps it as a former one; without a day it was wrong, and is removed.';

-- Search ----------------------------------------------------------------------------------------------------

create or replace function romanized(folded text) returns text
language sql immutable strict parallel safe as $$
  select translate(folded,
    'абвгдежзиклмнопрстуфхцчшщыэюя' || 'ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ' || 'xqw-' || 'ъь',
    'abvgdejziklmnoprstufhccssyeua' || 'abttjhhddrzsssdtzagfkklmnhvipcjg' || 'hkv ')
$$;
comment on function romanized is
  'A folded name in rough Latin, letter by letter: only to tell how alike two names are, whatever their script.';

create or replace function find_students(in_text text, in_workshop int, in_limit int)
returns table (workshop_id int, student_id bigint, nearness smallint, likeness real)
language plpgsql stable as $$
#variable_conflict use_column
declare
  scope int[] := case when in_workshop is null then array(select id from luban.workshop) else array[in_workshop] end;
  reference text[] := regexp_match(upper(in_text collate "C"), '^\s*(?:([A-Z0-9.-]+)/)?(?:S-)?0*([0-9]{1,9})\s*$');
  phrase text := btrim(regexp_replace(luban.fold(in_text), '[\s,;،·]+', ' ', 'g'));
  words text[] := string_to_array(phrase, ' ');
  phrases text[];
begin
  return query
  select s.workshop_id, s.id, 1::smallint, 1::real
  from luban.workshop w join luban.student s on s.workshop_id = w.id
  where w.id = any (scope) and s.number = reference[2]::int and w.code = coalesce(reference[1], w.code)
  union
  select s.workshop_id, s.id, 1::smallint, 1::real from luban.student s
  where s.workshop_id = any (scope) and s.document_number = luban.plain_document(in_text);
  if found or phrase = '' then
    return;
  end if;

  -- By index: the words in every order, as a whole name or the beginning of one; Han names also without the blank.
  with recursive orders (said, used) as (
    select u.word, array[u.n] from unnest(words) with ordinality u (word, n) where cardinality(words) <= 4
    union all
    select o.said || ' ' || u.word, o.used || u.n
    from orders o join unnest(words) with ordinality u (word, n) on u.n <> all (o.used)
  )
  select array_agg(distinct p.said) into phrases
  from (select said from orders where cardinality(used) = cardinality(words)
    union all select phrase
    union all select replace(phrase, ' ', '') where phrase ~ '[\u3400-\u9fff\U00020000-\U0003ffff]') p (said);
  return query
  select k.workshop_id, k.student_id, (case when k.folded = p.said then 2 else 3 end)::smallint, 1::real
  from unnest(phrases) p (said)
  cross join lateral (
    select n.workshop_id, n.student_id, n.folded from luban.student_name n
    where n.workshop_id = any (scope) and n.folded >= p.said and n.folded < p.said || U&'\+10FFFF'
    order by n.folded limit in_limit) k;
  if found and cardinality(words) > 1 then
    return;
  end if;

  -- One look at every name: each word begins one of the name's; Han, written without blanks, may stand anywhere.
  return query
  select n.workshop_id, n.student_id, 4::smallint, 1::real
  from luban.student_name n
  where n.workshop_id = any (scope)
    and (select bool_and(case when u.word ~ '[\u3400-\u9fff\U00020000-\U0003ffff]'
        then strpos(n.folded, u.word) > 0 else strpos(' ' || translate(n.folded, '-', ' '), ' ' || u.word) > 0 end)
      from unnest(words) u (word))
  limit in_limit;
  if found then
    return;
  end if;

  -- Another: each word is like one of the name's. Rough Latin also makes up for databases whose LC_CTYPE is C,
  -- to which pg_trgm sees no letter in any other script.
  return query
  select a.workshop_id, a.student_id, 5::smallint, a.likeness
  from (
    select n.workshop_id, n.student_id,
      (select avg(word_similarity(luban.romanized(u.word), luban.romanized(n.folded)))
       from unnest(words) u (word))::real as likeness
    from luban.student_name n where n.workshop_id = any (scope)) a
  where a.likeness >= 0.4
  order by a.likeness desc limit least(in_limit, 20);
end $$;
comment on function find_students is
  'Students by number, document or any name, present or former: exact, by index, by words, and at last by likeness; one row for each way found.';

-- Revisions -------------------------------------------------------------------------------------------------

-- A name has no key of its own: it is kept under its student. What a list says of them before it is corrected still means
-- them afterwards.
create or replace function student_name_keeps_revisions() returns trigger language plpgsql as $$
begin
  if not exists (select from old_rows) then
    return null;
  end if;
  insert into luban.revision (workshop_id, table_name, row_id, before, batch_id)
  select o.workshop_id, 'student_name', o.student_id, to_jsonb(o), nullif(current_setting('luban.batch', true), '')::bigint
  from old_rows o;
  insert into luban.student_alias (workshop_id, student_id, folded, source)
  select distinct o.workshop_id, o.student_id, o.folded, 'corrected'::luban.alias_source
  from old_rows o
  join luban.student s on (s.workshop_id, s.id) = (o.workshop_id, o.student_id)
  where not exists (select from luban.known_name k
    where (k.workshop_id, k.student_id, k.folded) = (o.workshop_id, o.student_id, o.folded));
  return null;
end $$;
comment on function student_name_keeps_revisions is
  'Keeps names as they were before an update or a removal, and what is a name no more as one by which the person is known.';
create or replace trigger student_name_keeps_revisions after update on student_name
  referencing old table as old_rows
  for each statement execute function student_name_keeps_revisions();
create or replace trigger student_name_keeps_what_is_removed after delete on student_name
  referencing old table as old_rows
  for each statement execute function student_name_keeps_revisions();

insert into rule (name, sentence, way_out) values
  ('student_has_a_name', 'A person has a name as they write it.', 'Give --full, or its parts.'),
  ('student_is_known_once', 'A person is entered once in a workshop.', 'Take the one who is there, or give --new for another person of that name and birth date.'),
  ('student_name_has_its_parts', 'A part of a name changes where the name is kept in parts.', 'Give the whole name with --full, and its parts beside it.'),
  ('student_names_follow_each_other', 'A name ends after the birth, and after the one before it ended.', 'Give another day with --since, or --correction if the name was wrong.'),
  ('student_number_counts_from_one', 'Student numbers count from one.', 'Leave the number to Luban.'),
  ('student_number_is_unique', 'Each student of a workshop has a number of their own.', 'Leave the number to Luban.'),
  ('student_is_of_a_workshop', 'A student is of a workshop that is known.', 'Find the workshop with luban workshop list.'),
  ('student_birth_is_plausible', 'A birth date lies between 1900 and 2099.', 'Correct the date.'),
  ('student_nationality_is_known', 'A nationality is a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.'),
  ('student_document_number_is_letters_and_digits', 'A document number is 3 to 30 Latin capitals, digits and dashes, or as on a birth certificate, II-МЮ 654321.', 'Write it as printed, in the letters that are printed.'),
  ('student_document_is_whole', 'An identity document has a kind, a country and a number.', 'Give all three, or none.'),
  ('student_document_once', 'An identity document belongs to one person of a workshop.', 'Correct the number where it is wrong: here, or of the one who has it (luban student find).'),
  ('student_email_has_an_at_sign', 'An e-mail address looks like name@example.org.', 'Correct the address.'),
  ('student_phone_is_a_number', 'A telephone number is digits, blanks, dashes, parentheses, with a + in front or not.', 'Correct the number.'),
  ('student_schooling_is_isced', 'Schooling is a level of ISCED 2011.', 'Give a number from 0 to 8.'),
  ('student_entry_level_is_known', 'A language level is one of its framework.', 'Write it as in hsk2010:2.'),
  ('student_language_level_is_whole', 'A language level is named with its framework.', 'Write it as in hsk2010:2.'),
  ('student_consented_after_birth', 'Consent is given after birth.', 'Check the two dates.'),
  ('student_name_is_of_a_student', 'A name belongs to a student of the workshop.', 'Add the student first.'),
  ('student_name_of_a_kind_ends_once_a_day', 'Of the names of a person in one script no two end on the same day.', 'Give another day with --since, or --correction if the name was wrong.'),
  ('person_name_has_letters', 'A name has letters.', 'Write the name, not a number, a day or a sign; leave out the line if it is of nobody.'),
  ('person_name_is_whole', 'A name has its letters, where a question mark stands for one that was lost.', 'Export the list again, as UTF-8 or as a workbook: what was lost is not in this file.'),
  ('person_name_is_not_garbled', 'A name is in the letters it was written in.', 'The file was read in a wrong encoding before: go back to the one it came from, and export it as UTF-8.'),
  ('person_name_is_clean', 'A name is 1 to 200 characters, composed (NFC), without control characters or blank ends.', 'Correct the name.');
