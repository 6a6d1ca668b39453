-- Who may be meant: those alike enough to be asked about.

create or replace function person_told(in_workshop int, in_student bigint) returns text
language sql stable parallel safe as $$
  select format(luban.phrase('{0}/{1} {2}, born {3}'), w.code, luban.shown_number(s.number), k.full_name, s.birth_on)
    || coalesce(', ' || luban.phrase(replace(s.document_kind::text, '_', ' ')) || ' ' || s.document_country || ' ' || s.document_number, '')
  from luban.student s
  join luban.workshop w on w.id = s.workshop_id
  left join luban.student_name k on (k.workshop_id, k.student_id, k.kind, k.valid_to)
    = (s.workshop_id, s.id, 'native', 'infinity')
  where (s.workshop_id, s.id) = (in_workshop, in_student)
$$;
comment on function person_told is 'A person as a refusal names them: number, name, birth date, document.';

create or replace function candidates_told(in_workshop int, in_students bigint[]) returns text
language sql stable parallel safe as $$
  select string_agg(case when nth > 5 then '…' else luban.person_told(in_workshop, student_id) || coalesce(', ' || (
      select string_agg(c.code, ', ' order by c.code)
      from luban.enrollment e join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
      where (e.workshop_id, e.student_id) = (in_workshop, one.student_id) and e.state <> 'annulled'), '') end, '; ' order by nth)
  from unnest(in_students) with ordinality one (student_id, nth) where nth <= 6
$$;
comment on function candidates_told is 'Whom a line may mean, as a refusal names them: five at most, each with the cohorts that tell them apart.';

create or replace function told_apart(in_workshop int, in_students bigint[], in_by_birth bool, in_by_document bool, in_by_cohort bool)
returns text language sql stable parallel safe as $$
  select case
    when in_by_birth and s.births = s.people then luban.phrase('the birth date tells them apart')
    when in_by_document and s.documents = s.people then luban.phrase('the identity document tells them apart')
    when in_by_cohort and e.students = s.people and e.cohorts = e.enrollments then luban.phrase('the cohort tells them apart') end
  from (
    select count(*) as people, count(distinct birth_on) as births,
      count(distinct (document_kind, document_country, document_number)) filter (where document_number is not null) as documents
    from luban.student where workshop_id = in_workshop and id = any (in_students)) s
  cross join (
    select count(*) as enrollments, count(distinct cohort_id) as cohorts, count(distinct student_id) as students
    from luban.enrollment
    where workshop_id = in_workshop and student_id = any (in_students) and state <> 'annulled') e
$$;
comment on function told_apart is
  'What tells people apart whom a line may mean, of what it does not say: birth date, else document, else cohort.';

create or replace function likeness_told(likeness text, said text, known text) returns text
language sql immutable parallel safe as $$
  select case likeness when 'letters' then coalesce(luban.strange_letters(said), replace(luban.phrase('{0}, as it is known'), '%s', luban.strange_letters(known)),
      luban.phrase('letters of two scripts look alike'))
    when 'order' then luban.phrase('the same words in another order') when 'spelling' then luban.phrase('the same name in other letters')
    when 'part' then luban.phrase('the one name begins with the other') when 'letter' then luban.phrase('one letter differs') end
$$;
comment on function likeness_told is 'In what two names are alike, in words.';

create or replace function find_likenesses(in_records boolean) returns void language plpgsql as $$
begin
  -- Of a record whose name nobody has, what may be why.
  if in_records then
    update meant m set told = luban.strange_letters(a.full_name)
    from asked a
    where a.id = m.id and m.student_id is null and m.told is null and luban.strange_letters(a.full_name) is not null;
  end if;
  -- Of those who found nobody: who resembles somebody born on that day. What names are paired by are columns, of which the
  -- planner knows how many values there are: else it would sort by them.
  create temp table unknown on commit drop as
  select *, left(plain, 4) as head, right(plain, 4) as tail, left(split_part(plain, ' ', 2), 4) as second, length(plain) as size
  from (
    select a.id, a.workshop_id, a.birth_on, n.folded, a.latin, a.document_number, a.document_kind, a.document_country,
      luban.unmixed(n.folded) as plain, luban.script(n.folded) as script
    from asked a join meant m using (id)
    cross join lateral (select luban.with_initials_behind(a.folded)) n (folded)
    where m.student_id is null and m.problem is null and a.number is null and not a.is_new
      and a.folded is not null and a.birth_on is not null
    offset 0) one;
  if not exists (select from unknown) then
    drop table unknown;
    return;
  end if;
  analyze unknown (id, workshop_id, birth_on, script, head, tail, second, size);

  create temp table neighbor on commit drop as
  select *, left(plain, 4) as head, right(plain, 4) as tail, left(split_part(plain, ' ', 2), 4) as second, length(plain) as size
  from (
    select row_number() over () as nth, n.workshop_id, n.student_id, s.birth_on, n.folded, luban.unmixed(n.folded) as plain,
      luban.script(n.folded) as script, s.document_number, s.document_kind, s.document_country
    from luban.student s join luban.known_name n on (n.workshop_id, n.student_id) = (s.workshop_id, s.id)
    where (s.workshop_id, s.birth_on) in (select workshop_id, birth_on from unknown)
    offset 0) one;
  analyze neighbor (nth, workshop_id, student_id, birth_on, script, head, tail, second, size);

  -- Who is known in one of two scripts alone, where somebody unknown is written in the other. How names sound is asked of
  -- these only: it costs more than all the rest.
  create temp table foreigner on commit drop as
  select k.nth, k.workshop_id, k.birth_on, k.script, s.sounded
  from neighbor k
  cross join lateral luban.soundings(k.plain) s (sounded)
  where k.script in ('Latin', 'Cyrillic')
    and exists (select from unknown u where (u.workshop_id, u.birth_on) = (k.workshop_id, k.birth_on)
      and u.script = case k.script when 'Latin' then 'Cyrillic' else 'Latin' end)
    and not exists (select from neighbor o where (o.workshop_id, o.student_id) = (k.workshop_id, k.student_id)
      and o.script = case k.script when 'Latin' then 'Cyrillic' else 'Latin' end);
  analyze foreigner (workshop_id, birth_on, script);

  create temp table heard on commit drop as
  select u.id, u.workshop_id, u.birth_on, u.script, u.latin, s.sounded
  from unknown u
  cross join lateral luban.soundings(u.plain) s (sounded)
  where u.script in ('Latin', 'Cyrillic') and (
    exists (select from foreigner f where (f.workshop_id, f.birth_on) = (u.workshop_id, u.birth_on)
      and f.script = case u.script when 'Latin' then 'Cyrillic' else 'Latin' end)
    or not in_records and exists (select from unknown e where (e.workshop_id, e.birth_on) = (u.workshop_id, u.birth_on)
      and e.script = case u.script when 'Latin' then 'Cyrillic' else 'Latin' end));
  analyze heard (workshop_id, birth_on, script);

  -- A closer look is taken at those whose names begin or end alike, or have the second word first; and at those that are
  -- written in two scripts and share none.
  create temp table likeness on commit drop as
  with pair as materialized (
    select u.id, k.student_id, null::bigint as earlier_id, u.folded as said, k.folded,
      k.document_number <> u.document_number and k.document_kind = coalesce(u.document_kind, k.document_kind)
        and k.document_country = coalesce(u.document_country, k.document_country) as other_document
    from (
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, k.head)
        = (u.workshop_id, u.birth_on, u.head) and luban.is_near(u.plain, k.plain)
      union
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, k.tail)
        = (u.workshop_id, u.birth_on, u.tail) and luban.is_near(u.plain, k.plain)
      union
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, k.head)
        = (u.workshop_id, u.birth_on, u.second) and (k.size = u.size or luban.is_turned_part(u.plain, k.plain))
      union
      select u.id, k.nth from unknown u join neighbor k on (k.workshop_id, k.birth_on, k.second)
        = (u.workshop_id, u.birth_on, u.head) and (k.size = u.size or luban.is_turned_part(u.plain, k.plain))
      union
      select u.id, k.nth from heard u join foreigner k on (k.workshop_id, k.birth_on, k.sounded)
        = (u.workshop_id, u.birth_on, u.sounded) and k.script <> u.script) near
    join unknown u using (id)
    join neighbor k using (nth)
    union all
    select u.id, null, e.id, u.folded, e.folded,
      e.document_number <> u.document_number and (e.document_kind, e.document_country) = (u.document_kind, u.document_country)
    from (
      select u.id, e.id as earlier_id from unknown u join unknown e on (e.workshop_id, e.birth_on, e.head)
        = (u.workshop_id, u.birth_on, u.head) and e.id < u.id and luban.is_near(u.plain, e.plain)
      where not in_records
      union
      select u.id, e.id from unknown u join unknown e on (e.workshop_id, e.birth_on, e.tail)
        = (u.workshop_id, u.birth_on, u.tail) and e.id < u.id and luban.is_near(u.plain, e.plain)
      where not in_records
      union
      select greatest(u.id, e.id), least(u.id, e.id) from unknown u join unknown e on (e.workshop_id, e.birth_on, e.head)
        = (u.workshop_id, u.birth_on, u.second) and e.id <> u.id and (e.size = u.size or luban.is_turned_part(u.plain, e.plain))
      where not in_records
      union
      select greatest(u.id, e.id), least(u.id, e.id) from heard u join heard e on (e.workshop_id, e.birth_on, e.sounded)
        = (u.workshop_id, u.birth_on, u.sounded)
      where not in_records and u.script = 'Latin' and e.script = 'Cyrillic' and e.latin is null) near
    join unknown u using (id)
    join unknown e on e.id = near.earlier_id
  ), compared as materialized (
    -- How they are alike is asked once of two names, however many have them: it is dear.
    select said, folded, luban.likeness(said, folded) as alike from (select distinct said, folded from pair) names offset 0
  )
  select p.id, p.student_id, p.earlier_id, p.folded, c.alike
  from pair p join compared c using (said, folded)
  where c.alike <> 'same' and not (c.alike = 'letter' and coalesce(p.other_document, false));
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
