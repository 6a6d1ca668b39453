-- Who is likely known under two numbers, each pair once, of the student who was entered later. Names are compared as where
-- people are entered (luban.find_likenesses): of those born on one day, where names begin or end alike, have the second word
-- first, or sound alike in two scripts. So nobody is compared with everybody.
create function report.likely_double(known_at timestamptz)
returns table (workshop_id int, student_id bigint, other_id bigint, finding text, likeness text)
language sql stable parallel safe as $$
  with person as materialized (
    select s.workshop_id, s.id, s.birth_on, s.document_kind, s.document_country, s.document_number
    from report.known_student(known_at) s
  ), name as materialized (
    select p.workshop_id, p.id, p.birth_on, n.folded, u.plain, luban.script(n.folded) as script, left(u.plain, 4) as head,
      right(u.plain, 4) as tail, left(split_part(u.plain, ' ', 2), 4) as second, length(u.plain) as size
    from person p
    join report.known_names(known_at) n on (n.workshop_id, n.student_id) = (p.workshop_id, p.id)
    cross join lateral (select luban.unmixed(n.folded)) u (plain)
    -- What has digits is no name.
    where n.folded !~ '[0-9]'
  ), lone as materialized (
    -- Who is known in one of two scripts alone is compared by sound with who is known in the other alone.
    select l.workshop_id, l.id, l.birth_on, l.folded, l.plain, l.script
    from (
      select n.*, bool_or(n.script = 'Latin') over person as has_latin, bool_or(n.script = 'Cyrillic') over person as has_cyrillic
      from name n window person as (partition by n.workshop_id, n.id)) l
    where l.script in ('Latin', 'Cyrillic') and l.has_latin <> l.has_cyrillic
  ), heard as materialized (
    select l.workshop_id, l.id, l.birth_on, l.folded, l.script, s.sounded
    from lone l
    cross join lateral luban.soundings(l.plain) s (sounded)
    where exists (select from lone o where (o.workshop_id, o.birth_on) = (l.workshop_id, l.birth_on) and o.script <> l.script)
  ), pair as materialized (
    select a.workshop_id, a.id, b.id as other_id, a.folded as one, b.folded as other
    from name a join name b on (b.workshop_id, b.birth_on, b.head) = (a.workshop_id, a.birth_on, a.head)
    where b.id < a.id and luban.is_near(a.plain, b.plain)
    union
    select a.workshop_id, a.id, b.id, a.folded, b.folded
    from name a join name b on (b.workshop_id, b.birth_on, b.tail) = (a.workshop_id, a.birth_on, a.tail)
    where b.id < a.id and luban.is_near(a.plain, b.plain)
    union
    select a.workshop_id, greatest(a.id, b.id), least(a.id, b.id), a.folded, b.folded
    from name a join name b on (b.workshop_id, b.birth_on, b.head) = (a.workshop_id, a.birth_on, a.second)
    where b.id <> a.id and (b.size = a.size or luban.is_turned_part(a.plain, b.plain))
    union
    select a.workshop_id, greatest(a.id, b.id), least(a.id, b.id), a.folded, b.folded
    from heard a join heard b on (b.workshop_id, b.birth_on, b.sounded) = (a.workshop_id, a.birth_on, a.sounded)
    where a.script = 'Latin' and b.script = 'Cyrillic'
  ), compared as materialized (
    -- How they are alike is asked once of two names, however many have them: it is dear.
    select n.one, n.other, luban.likeness(n.one, n.other) as alike from (select distinct one, other from pair) n offset 0
  ), dated as materialized (
    -- Where one digit differs, two of year, month and day are the same. Short names are of many people.
    select n.workshop_id, n.id, n.folded, to_char(n.birth_on, 'YYYY-MM-DD') as birth, d.part
    from name n
    cross join lateral (values (to_char(n.birth_on, 'YYYY-MM-')), (to_char(n.birth_on, 'YYYY--DD')), (to_char(n.birth_on, '-MM-DD')))
      d (part)
    where length(translate(n.folded, ' -.', '')) >= 8
  ), turned as materialized (
    select n.workshop_id, n.id, n.folded, to_char(n.birth_on, 'YYYY-MM-DD') as birth, to_char(n.birth_on, 'YYYY-DD-MM') as turned
    from name n where length(translate(n.folded, ' -.', '')) >= 8
  ), found as (
    select p.workshop_id, p.id, p.other_id, 'known_twice' as finding, c.alike
    from pair p join compared c using (one, other) where c.alike is not null
    union all
    select a.workshop_id, a.id, b.id, 'document_twice', 'document'
    from person a join person b on (b.workshop_id, b.document_number) = (a.workshop_id, a.document_number)
    where b.id < a.id
    union all
    select a.workshop_id, a.id, b.id, 'birth_date_alike', 'birth'
    from dated a join dated b on (b.workshop_id, b.folded, b.part) = (a.workshop_id, a.folded, a.part)
    where b.id < a.id and levenshtein_less_equal(a.birth, b.birth, 1) = 1
    union all
    select a.workshop_id, a.id, b.id, 'birth_date_alike', 'birth'
    from turned a join turned b on (b.workshop_id, b.folded, b.turned) = (a.workshop_id, a.folded, a.birth)
    where b.id < a.id and b.birth <> a.birth
  )
  select distinct on (f.workshop_id, f.id, f.other_id) f.workshop_id, f.id, f.other_id, f.finding, f.alike
  from found f
  join person a on (a.workshop_id, a.id) = (f.workshop_id, f.id)
  join person b on (b.workshop_id, b.id) = (f.workshop_id, f.other_id)
  -- Two documents of a kind and country tell apart whose names are not the same on the same day.
  where (f.alike in ('letter', 'birth') and a.document_number <> b.document_number
      and (a.document_kind, a.document_country) = (b.document_kind, b.document_country)) is not true
    -- Somebody has answered that it is another person.
    and not exists (
      select from luban.student_alias l
      where l.workshop_id = f.workshop_id and l.student_id in (f.id, f.other_id) and l.source = 'new' and l.recorded_at <= known_at)
  order by f.workshop_id, f.id, f.other_id,
    array_position('{same,document,letters,order,spelling,part,letter,birth}'::text[], f.alike)
$$;
comment on function report.likely_double is 'Pairs of students of a workshop who are likely one person, and in what they are alike, as known at a time.';

create function report.likeness_in_words(alike text) returns text
language sql stable parallel safe as $$
  select case alike when 'same' then luban.wording('the same name') when 'letters' then luban.wording('letters of two scripts look alike')
    when 'order' then luban.wording('the same words in another order') when 'spelling' then luban.wording('the same name in other letters')
    when 'part' then luban.wording('the one name begins with the other') when 'letter' then luban.wording('one letter differs')
    when 'document' then luban.wording('the same number of a document') else luban.wording('the same name, birth dates alike') end
$$;
comment on function report.likeness_in_words is 'In what two students are alike, in words.';
