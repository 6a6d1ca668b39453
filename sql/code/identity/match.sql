-- Who is meant: the student of a record, by number, document, and name with birth date.

create or replace view former_birth with (security_invoker = true) as
  select workshop_id, row_id as student_id, (before ->> 'birth_on')::date as birth_on from revision where table_name = 'student';
comment on view former_birth is 'The birth date of a person before each change, as it may still stand in a list.';

create or replace function was_born(in_workshop int, in_student bigint, in_day date) returns boolean
language sql stable parallel safe as $$
  select exists (select from luban.former_birth b where (b.workshop_id, b.student_id, b.birth_on) = (in_workshop, in_student, in_day))
$$;
comment on function was_born is 'Whether a birth date of a person was corrected that was this one before, as it may still stand in a list.';

create or replace view former_document with (security_invoker = true) as
  select r.workshop_id, r.row_id as student_id, (r.before ->> 'document_kind')::document_kind as document_kind,
    r.before ->> 'document_country' as document_country, r.before ->> 'document_number' as document_number
  from revision r join student s on (s.workshop_id, s.id) = (r.workshop_id, r.row_id)
  where r.table_name = 'student' and r.before ->> 'document_number' is not null
    and (r.before ->> 'document_kind', r.before ->> 'document_country', r.before ->> 'document_number')
      is distinct from (s.document_kind::text, s.document_country, s.document_number);
comment on view former_document is 'The documents of a person before the present one, as they may still stand in a list.';

create or replace function had_document(in_workshop int, in_student bigint, in_kind document_kind, in_country text, in_number text)
returns boolean language sql stable parallel safe as $$
  select exists (select from luban.former_document f
    where (f.workshop_id, f.document_number, f.student_id) = (in_workshop, in_number, in_student)
      and (f.document_kind, f.document_country) = (in_kind, in_country))
$$;
comment on function had_document is 'Whether a document of a person was renewed or corrected that was this one before.';

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
    k.documents, k.document_ids
  from (
    select id, min(student_id) filter (where way = 1) as by_number, count(*) filter (where way = 2) as documents,
      array_agg(student_id order by student_id) filter (where way = 2) as document_ids,
      coalesce(min(student_id) filter (where way = 2 and student_id = numbered), min(student_id) filter (where way = 2)) as by_document
    from (select *, min(student_id) filter (where way = 1) over (partition by id) as numbered from (
      select a.id, 1 as way, s.id as student_id
      from asked a join luban.student s on (s.workshop_id, s.number) = (a.workshop_id, a.number)
      union all
      select a.id, 2, s.id
      from asked a join luban.student s on (s.workshop_id, s.document_number) = (a.workshop_id, a.document_number)
      where s.document_kind = coalesce(a.document_kind, s.document_kind)
        and s.document_country = coalesce(a.document_country, s.document_country)
      union all
      select distinct a.id, 2, f.student_id
      from asked a
      join luban.former_document f on (f.workshop_id, f.document_number) = (a.workshop_id, a.document_number)
      where f.document_kind = coalesce(a.document_kind, f.document_kind)
        and f.document_country = coalesce(a.document_country, f.document_country)
        -- It is of who has it now.
        and not exists (select from luban.student s
          where (s.workshop_id, s.document_number) = (a.workshop_id, a.document_number)
            and (s.document_kind, s.document_country) = (f.document_kind, f.document_country))) found) found
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
        select n.folded from luban.student_alias n where (n.workshop_id, n.student_id) = (a.workshop_id, k.student_id)) n
      -- Here, not where it is joined: there all would be compared before they are left out.
      where x.id is null and a.said is not null) n on true;
  end if;

  -- By name, whichever of theirs it is, with the birth date. A passport or Chinese name leads to nobody whose own name
  -- is another in the script in which the line has it. Many have one name: it is never asked for without the birth date
  -- where there is one, so that a million lines do not meet all their namesakes first.
  create temp table named on commit drop as
  with sought as (
    select a.id, a.workshop_id, a.birth_on, n.name, n.is_own
    from asked a
    cross join lateral (values (folded, true), (turned, true), (latin, folded is null), (chinese, folded is null)) n (name, is_own)
    where n.name is not null and a.number is null and not exists (select from keyed k where k.id = a.id)
  ), found as (
    select id, student_id, bool_or(is_own) as is_own
    from (
      select a.id, k.student_id, a.is_own
      from sought a
      join luban.known_name k on (k.workshop_id, k.folded) = (a.workshop_id, a.name)
      join luban.student s on (s.workshop_id, s.id, s.birth_on) = (k.workshop_id, k.student_id, a.birth_on)
      union all
      select a.id, k.student_id, a.is_own
      from sought a
      join luban.known_name k on (k.workshop_id, k.folded) = (a.workshop_id, a.name)
      join luban.former_birth b on (b.workshop_id, b.student_id, b.birth_on) = (k.workshop_id, k.student_id, a.birth_on)
      union all
      select a.id, k.student_id, a.is_own
      from sought a
      join luban.known_name k on (k.workshop_id, k.folded) = (a.workshop_id, a.name)
      where in_records and a.birth_on is null) f
    group by id, student_id
  )
  select f.id, s.id as student_id,
    s.document_number <> a.document_number and s.document_kind = coalesce(a.document_kind, s.document_kind)
      and s.document_country = coalesce(a.document_country, s.document_country) as other_document,
    exists (select from luban.student_alias l
      where (l.workshop_id, l.student_id, l.folded, l.source) = (s.workshop_id, s.id, a.folded, 'new')) as was_new
  from found f
  join asked a using (id)
  join luban.student s on (s.workshop_id, s.id) = (a.workshop_id, f.student_id)
  where f.is_own or not exists (select from luban.student_name n
    where (n.workshop_id, n.student_id) = (s.workshop_id, s.id) and luban.script(n.folded) = luban.script(a.folded));
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
      -- In files of records those who were ever enrolled in the cohort come first, before those who only applied to it;
      -- where people are entered, those without another document.
      select n.*, case when not in_records then not coalesce(n.other_document, false) else rank() over (partition by n.id
        order by coalesce((
          select min(case when exists (select from luban.enrollment_event v
            where (v.workshop_id, v.enrollment_id, v.to_state) = (e.workshop_id, e.id, 'enrolled')) then 1 else 2 end)
          from luban.enrollment e
          where (e.workshop_id, e.student_id, e.cohort_id) = (a.workshop_id, n.student_id, a.cohort_id)
            and e.state <> 'annulled'), 3)) = 1 end as is_first
      from named n join asked a using (id)) n
    cross join lateral (select n.is_first) f
    group by n.id
  )
  select a.id, a.workshop_id, a.cohort_id,
    coalesce(k.student_id, w.student_id, case when s.fits = 1 then s.student_id end) as student_id,
    p.problem, null::bigint as earlier_id, case when p.problem ~ 'person_is_not_in_doubt' or p.problem ~ 'line_names_one_student'
        then luban.candidates_told(a.workshop_id, o.ids) || coalesce('; ' || case when in_records
          then luban.told_apart(a.workshop_id, o.ids, a.birth_on is null, a.document_number is null, a.cohort_id is null) end, '')
      when p.problem is not null then luban.person_told(a.workshop_id, coalesce(k.student_id, s.any_id)) end as told,
    case when p.problem is null and c.says_name and not c.is_comparable and (in_records or c.birth_fits is null)
      then format(luban.phrase('name not compared: no {0} name is known'), c.script) end as note
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
      when s.fits = 0 then 'document_number:person_is_not_known_otherwise' end as problem) p
  cross join lateral (select case when p.problem ~ 'document_number' then k.document_ids else s.all_ids end as ids) o;
  analyze meant (id, student_id, problem);

  perform luban.find_likenesses(in_records);
  drop table keyed, checked, newcomer;
end $$;
comment on function identify is
  'Says of every row of the temporary table asked whom it means, in the table meant: this person, nobody known, or in doubt, and why.';
