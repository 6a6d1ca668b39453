-- What is done with students: numbers without gaps; a name begins, and ends.

create or replace function next_student_numbers(in_workshop int, in_count int) returns int
language sql as $$
  update luban.workshop_counter set last_student_number = last_student_number + in_count
  where workshop_id = in_workshop returning last_student_number - in_count + 1
$$;
comment on function next_student_numbers is 'Reserves so many numbers in a workshop and gives the first; held until the end of the transaction.';

create or replace function parts_as_before(old_full text, family text, given text, patronymic text, new_full text)
returns text[]
language sql immutable parallel safe as $$
  select case
    when concat_ws(' ', family, given, patronymic) = old_full and family !~ ' ' and given !~ ' ' and coalesce(patronymic, '') !~ ' '
      and cardinality(w.words) = 2 + (patronymic is not null)::int then w.words
    -- A Chinese name keeps the length of its family name.
    when family || given = old_full and new_full !~ ' ' and length(new_full) > length(family)
      then array[left(new_full, length(family)), substr(new_full, length(family) + 1)]
  end
  from (select string_to_array(new_full, ' ')) w (words)
$$;
comment on function parts_as_before is
  'Family name, given name and patronymic of a new whole name that is built as the old one was; nothing where it is built otherwise.';

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
  -- Of whom the parts are known, a name of as many words has them in the same order, whatever its script is sure of.
  if in_full is not null and coalesce(in_family, in_given, in_patronymic) is null and parts is null then
    parts := luban.parts_as_before(present.full_name, present.family_name, present.given_name, present.patronymic, in_full);
  end if;
  if in_full is null and present.full_name is not null and present.family_name is null and present.given_name is null
  then
    perform luban.break_rule('student_name_has_its_parts', jsonb_build_object('name', present.full_name), 'student_name');
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
    perform luban.break_rule('student_names_follow_each_other', jsonb_build_object('day', in_since), 'student_name');
  end if;
  update luban.student_name set valid_to = in_since
  where workshop_id = in_workshop and student_id = in_student and kind = in_kind and valid_to = 'infinity';
end $$;
comment on function end_student_name is
  'Ends the present name of a person on a day, and keeps it as a former one; without a day it was wrong, and is removed.';
