-- Students: who is known already, names that change, revisions.

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
    perform luban.break_rule('person_is_one', jsonb_build_object('people', answer.told), 'student');
  elsif answer.problem ~ 'person_is_not_in_doubt' then
    perform luban.refuse_duplicate('person_is_not_in_doubt', jsonb_build_object('people', answer.told), 'student');
  elsif answer.problem ~ '^document_number:student_document_once|^birth_date:' or answer.student_id is not null and not answer.is_exact then
    perform luban.refuse_duplicate('student_document_once',
      jsonb_build_object('people', coalesce(answer.told, luban.person_told(in_workshop, answer.student_id))), 'student');
  elsif answer.problem is not null or answer.student_id is not null and not in_is_new then
    perform luban.refuse_duplicate('student_is_known_once',
      jsonb_build_object('people', coalesce(answer.told, luban.person_told(in_workshop, answer.student_id))), 'student');
  end if;
  return null;
end $$;
comment on function expect_newcomer is
  'Refuses a person without a name, known already, or in doubt; gives the one that the answer same_as names, whose name it keeps, and nobody for a newcomer.';

-- Revisions -------------------------------------------------------------------------------------------------

-- A name has no key of its own: it is kept under its student. What a list says of them before it is corrected still means
-- them afterward.
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
select ask_after('update, delete', 'student_name', 'student_name_keeps_revisions');

create or replace function student_is_born_before_what_is_recorded() returns trigger language plpgsql as $$
declare
  earliest date;
begin
  select least(
    (select min(e.applied_on) from luban.enrollment e where (e.workshop_id, e.student_id) = (new.workshop_id, new.id)
      and e.state <> 'annulled'),
    (select min(c.taken_on) from luban.language_certificate c where (c.workshop_id, c.student_id) = (new.workshop_id, new.id)))
  into earliest;
  -- Of a day to come another rule tells.
  if earliest <= new.birth_on and new.birth_on <= luban.today(new.workshop_id) then
    perform luban.break_rule('student_is_born_before_what_is_recorded', jsonb_build_object('birth', new.birth_on, 'day', earliest),
      'student');
  end if;
  return new;
end $$;
comment on function student_is_born_before_what_is_recorded is
  'Refuses a birth date that is behind an application or a language test of the student.';
create or replace trigger student_is_born_before_what_is_recorded before update of birth_on on student
  for each row when (new.birth_on > old.birth_on) execute function student_is_born_before_what_is_recorded();
