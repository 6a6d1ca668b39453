-- Students found by what somebody remembers of them.

create or replace function romanized(folded text) returns text
language sql immutable parallel safe as $$
  select translate(
    replace(replace(replace(replace(replace(replace(replace(replace(folded,
      'kh', 'h'), 'zh', 'j'), 'ю', 'yu'), 'я', 'ya'), 'ш', 'sh'), 'щ', 'sh'), 'ч', 'ch'), 'ц', 'ts'),
    'абвгдежзийклмнопрстуфхыэ' || 'ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ' || 'xqwy-' || 'ъь',
    'abvgdejziiklmnoprstufhie' || 'abttjhhddrzsssdtzagfkklmnhvipcjg' || 'hkvi ')
$$;
comment on function romanized is
  'A folded name in rough Latin: only to tell how alike two names are, whatever their script. Юсупов and Yusupov are the same.';

create or replace function find_students(in_text text, in_workshop int, in_limit int)
returns table (workshop_id int, student_id bigint, nearness smallint, likeness real)
language plpgsql stable as $$
#variable_conflict use_column
declare
  scope int[] := case when in_workshop is null then array(select id from luban.workshop) else array[in_workshop] end;
  reference text[] := regexp_match(upper(in_text collate "C"), '^\s*(?:([A-Z0-9.-]+)/)?(?:S-)?0*([0-9]{1,9})\s*$');
  phrase text := btrim(regexp_replace(luban.fold(in_text), '[\s,;،·]+', ' ', 'g'));
  words text[] := string_to_array(phrase, ' ');
  romans text[] := string_to_array(luban.romanized(translate(phrase, '-', '')), ' ');
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

  -- One look at every name: each word begins one of the name's, in rough Latin where they are of two scripts; Han, written
  -- without blanks, may stand anywhere.
  return query
  select n.workshop_id, n.student_id, 4::smallint, 1::real
  from luban.student_name n
  where n.workshop_id = any (scope)
    and (select bool_and(case when u.word ~ '[\u3400-\u9fff\U00020000-\U0003ffff]'
        then strpos(n.folded, u.word) > 0
        when (octet_length(u.word) = length(u.word)) <> (octet_length(n.folded) = length(n.folded))
        then strpos(' ' || luban.romanized(n.folded), ' ' || u.roman) > 0
        else strpos(' ' || translate(n.folded, '-', ' '), ' ' || u.word) > 0 end)
      from unnest(words, romans) u (word, roman))
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
