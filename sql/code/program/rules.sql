-- Courses and programs: no circles among prerequisites, frozen editions, retired courses.

create or replace function prerequisites_have_no_circle() returns trigger language plpgsql as $$
begin
  -- Two that are entered at the same time would not see each other, and close the circle together.
  perform pg_advisory_xact_lock(hashtext('luban.course_prerequisite'));
  if exists (
    with recursive needed (course_id) as (
      select new.requires_id
      union
      select p.requires_id from luban.course_prerequisite p join needed n on n.course_id = p.course_id)
    select from needed where course_id = new.course_id) then
    perform luban.break_rule('course_prerequisites_have_no_circle',
      (select jsonb_build_object('course', a.code, 'required', b.code) from luban.course a, luban.course b
       where a.id = new.course_id and b.id = new.requires_id), 'course_prerequisite');
  end if;
  return null;
end $$;
comment on function prerequisites_have_no_circle is 'Refuses a prerequisite that in the end requires the course itself.';
create or replace trigger prerequisites_have_no_circle after insert or update on course_prerequisite
  for each row execute function prerequisites_have_no_circle();

create or replace function modules_support_technical_courses() returns trigger language plpgsql as $$
begin
  -- Who makes another kind of them holds them, and looks for what they support.
  perform from luban.course where id in (new.course_id, new.supports_id) order by id for share;
  if (select kind from luban.course where id = new.course_id) not in ('language', 'culture')
     or (select kind from luban.course where id = new.supports_id) not in ('technical', 'placement') then
    perform luban.break_rule('modules_support_technical_courses',
      (select jsonb_build_object('course', a.code, 'supported', b.code) from luban.course a, luban.course b
       where a.id = new.course_id and b.id = new.supports_id), 'course_support');
  end if;
  return null;
end $$;
comment on function modules_support_technical_courses is
  'Refuses support by what is no module, or of what is no technical course.';
create or replace trigger modules_support_technical_courses after insert or update on course_support
  for each row execute function modules_support_technical_courses();

create or replace function module_level_is_of_its_language() returns trigger language plpgsql as $$
begin
  if (select language from luban.language_framework where code = new.framework)
     is distinct from split_part(new.language, '-', 1)
     and (select language from luban.language_framework where code = new.framework) is not null then
    perform luban.break_rule('module_level_is_of_its_language',
      jsonb_build_object('module', new.code, 'level', new.framework || ':' || new.level, 'language', new.language), 'course');
  end if;
  return null;
end $$;
comment on function module_level_is_of_its_language is 'Refuses a level of another language than the module teaches.';
create or replace trigger module_level_is_of_its_language after insert or update of language, framework on course
  for each row when (new.framework is not null) execute function module_level_is_of_its_language();

create or replace function main_title(titles jsonb) returns text
language sql stable parallel safe as $$
  select coalesce(titles ->> current_setting('luban.language', true), titles ->> 'en',
    (select value from jsonb_each_text(titles) order by key limit 1))
$$;
comment on function main_title is
  'The title in the language of who reads, which the setting luban.language says, else in English, else in the first by its tag.';

create or replace function module_title(in_language text, in_framework text, in_level text, in_theme text) returns text
language sql stable as $$
  select case when btrim(in_theme) <> '' then upper(left(in_theme, 1)) || substr(in_theme, 2)
    else coalesce(case split_part(in_language, '-', 1) when 'zh' then 'Chinese' when 'en' then 'English'
        when 'ru' then 'Russian' when 'fr' then 'French' when 'pt' then 'Portuguese' when 'es' then 'Spanish'
        when 'ar' then 'Arabic' else in_language end
      || coalesce((select ', ' || name || ' level ' || in_level
        from luban.language_framework where code = in_framework), ''),
      'Module') end
$$;
comment on function module_title is 'The English title of a module for which none was given: by its theme, or language and level.';

create or replace function module_keeps_its_kind() returns trigger language plpgsql as $$
begin
  if exists (select from luban.course_support where new.id in (course_id, supports_id)) then
    perform luban.break_rule('modules_support_technical_courses', jsonb_build_object('course', old.code), 'course');
  end if;
  return new;
end $$;
comment on function module_keeps_its_kind is 'Refuses another kind to a course that supports or is supported.';
create or replace trigger module_keeps_its_kind before update of kind on course
  for each row when (old.kind <> new.kind) execute function module_keeps_its_kind();

create or replace function edition_in_use(in_edition int) returns boolean
language sql stable as $$
  select exists (select from luban.cohort where edition_id = in_edition and status in ('open', 'running', 'finished'))
$$;
comment on function edition_in_use is 'Whether a cohort was ever opened on the edition, which freezes it.';

create or replace function edition_name(in_edition int) returns text
language sql stable parallel safe as $$
  select p.code || ' ' || e.edition from luban.program_edition e join luban.program p on p.id = e.program_id
  where e.id = in_edition
$$;
comment on function edition_name is 'An edition as people call it: LOG 2026.';

create or replace function is_amended(in_edition int) returns boolean
language sql stable as $$
  select exists (select from luban.program_amendment a where a.edition_id = in_edition and a.recorded_at = now())
$$;
comment on function is_amended is 'Whether this transaction has stated why it amends an edition.';

create or replace function amendable() returns text[]
language sql immutable parallel safe as $$
  select '{titles,title,partner_id}'::text[]
$$;
comment on function amendable is 'The columns of an edition and of its certificates that can be amended.';

create or replace function edition_in_use_is_frozen() returns trigger language plpgsql as $$
declare
  key text := tg_argv[0];
  frozen int;
begin
  -- Who opens a cohort of it at this moment is waited for.
  perform from luban.program_edition e
  where e.id in ((to_jsonb(old) ->> key)::int, (to_jsonb(new) ->> key)::int) order by e.id for no key update;
  -- Both, since a row may be moved from one edition to another.
  select e.id into frozen from luban.program_edition e
  where e.id in ((to_jsonb(old) ->> key)::int, (to_jsonb(new) ->> key)::int) and luban.edition_in_use(e.id);
  if found and not (tg_op = 'UPDATE' and luban.is_amended(frozen)
      and to_jsonb(new) - luban.amendable() = to_jsonb(old) - luban.amendable()) then
    perform luban.break_rule('edition_in_use_is_frozen',
      jsonb_build_object('edition', luban.edition_name(frozen)), tg_table_name);
  end if;
  return coalesce(new, old);
end $$;
comment on function edition_in_use_is_frozen is
  'Refuses to change an edition that a cohort was opened on; its titles, and titles and bodies of certificates, in a transaction that states why.';
create or replace trigger edition_in_use_is_frozen before update or delete on program_edition
  for each row when (pg_trigger_depth() = 0) execute function edition_in_use_is_frozen('id');
create or replace trigger curriculum_in_use_is_frozen before insert or update or delete on curriculum_item
  for each row execute function edition_in_use_is_frozen('edition_id');
create or replace trigger electives_in_use_are_frozen before insert or update or delete on elective_group
  for each row execute function edition_in_use_is_frozen('edition_id');
create or replace trigger stages_in_use_are_frozen before insert or update or delete on program_stage
  for each row execute function edition_in_use_is_frozen('edition_id');
create or replace trigger certificates_in_use_are_frozen before insert or update or delete on program_certificate
  for each row execute function edition_in_use_is_frozen('edition_id');

create or replace trigger amendments_stay before update or delete on program_amendment
  for each row when (pg_trigger_depth() = 0) execute function refuse_change('program_amendment_stays');

create or replace function taught_course_keeps_its_hours() returns trigger language plpgsql as $$
begin
  if (old.kind, old.hours_theory, old.hours_practice, old.credits, old.framework, old.level)
     is not distinct from (new.kind, new.hours_theory, new.hours_practice, new.credits, new.framework, new.level) then
    return new;
  end if;
  -- Who opens a cohort of an edition with it at this moment is waited for.
  perform from luban.program_edition e
  where e.id in (select i.edition_id from luban.curriculum_item i where i.course_id = old.id)
  order by e.id for no key update;
  if exists (select from luban.curriculum_item i where i.course_id = old.id and luban.edition_in_use(i.edition_id)) then
    perform luban.break_rule('taught_course_keeps_its_hours', jsonb_build_object('course', old.code), 'course');
  end if;
  return new;
end $$;
comment on function taught_course_keeps_its_hours is
  'A frozen edition stays as it was: its courses keep kind, hours, credits and level.';
create or replace trigger taught_course_keeps_its_hours before update on course
  for each row execute function taught_course_keeps_its_hours();

create or replace function course_is_retired_once() returns trigger language plpgsql as $$
begin
  perform luban.break_rule('course_is_retired_once',
    jsonb_build_object('course', old.code, 'day', old.retired_on, 'reason', old.retire_reason), 'course');
  return null;
end $$;
comment on function course_is_retired_once is 'Keeps day and reason of a retirement.';
create or replace trigger course_is_retired_once before update of retired_on, retire_reason on course
  for each row when ((old.retired_on, old.retire_reason) is distinct from (new.retired_on, new.retire_reason)
    and old.retired_on is not null and new.retired_on is not null)
  execute function course_is_retired_once();

create or replace function retired_course_enters_no_curriculum() returns trigger language plpgsql as $$
begin
  if exists (select from luban.course where id = new.course_id and retired_on is not null) then
    perform luban.break_rule('retired_course_enters_no_curriculum',
      (select jsonb_build_object('course', code) from luban.course where id = new.course_id), 'curriculum_item');
  end if;
  return new;
end $$;
comment on function retired_course_enters_no_curriculum is 'Refuses a retired course in a curriculum.';
create or replace trigger retired_course_enters_no_curriculum before insert or update of course_id
  on curriculum_item for each row execute function retired_course_enters_no_curriculum();

create or replace view curriculum_hours as
select e.id as edition_id,
  coalesce(sum(c.hours_theory) filter (where c.kind in ('technical', 'placement')), 0) as theory,
  coalesce(sum(c.hours_practice) filter (where c.kind in ('technical', 'placement')), 0) as practice,
  coalesce(sum(c.hours_theory + c.hours_practice) filter (where c.kind = 'language'), 0) as language,
  coalesce(sum(c.hours_theory + c.hours_practice) filter (where c.kind = 'culture'), 0) as culture,
  coalesce(sum(c.hours_theory + c.hours_practice), 0) as total
from program_edition e
left join curriculum_item i on i.edition_id = e.id and i.elective_group is null
left join course c on c.id = i.course_id
group by e.id;
comment on view curriculum_hours is
  'Hours of the required courses of each edition: theory and practice of the trade, and language and culture beside it.';
