-- Classes: within their cohort, taught by who may, after what they build on.

create or replace function shown_class(in_workshop int, in_class bigint) returns text
language sql stable parallel safe as $$
  select c.code || '/' || o.code from luban.class k
  join luban.cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id) join luban.course o on o.id = k.course_id
  where k.workshop_id = in_workshop and k.id = in_class
$$;
comment on function shown_class is 'A class as people name it: cohort and course.';

create or replace view class_too_early with (security_invoker = true) as
select k.workshop_id, k.cohort_id, k.edition_id, k.course_id, p.requires_id, k.begins_on, q.ends_on,
  jsonb_strip_nulls(jsonb_build_object('class', luban.shown_class(k.workshop_id, k.id), 'day', k.begins_on, 'required', r.code,
    'required_to', q.ends_on)) as what
from luban.class k
join luban.course_prerequisite p on p.course_id = k.course_id
join luban.curriculum_item i on (i.edition_id, i.course_id) = (k.edition_id, p.requires_id)
join luban.course r on r.id = p.requires_id
left join luban.class q on (q.workshop_id, q.cohort_id, q.course_id) = (k.workshop_id, k.cohort_id, p.requires_id)
where q.id is null or q.ends_on >= k.begins_on;
comment on view class_too_early is
  'Classes that begin before a prerequisite in the same curriculum has had its class in the cohort; there are none.';

create or replace function class_keeps_its_rules() returns trigger language plpgsql as $$
declare
  offense record;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  -- Classes of a cohort are written one after another; whoever moves its dates waits, and is waited for.
  perform from luban.cohort c
  where (c.workshop_id, c.id) in (select n.workshop_id, n.cohort_id from new_rows n)
  order by c.workshop_id, c.id for no key update;
  perform from luban.instructor i
  where (i.workshop_id, i.id) in (select n.workshop_id, n.instructor_id from new_rows n)
  order by i.workshop_id, i.id for share;
  select rule, what into offense from (
    select 'class_is_of_a_living_cohort' as rule, jsonb_build_object('cohort', c.code) as what
    from new_rows n join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
    where tg_op = 'INSERT' and c.status = 'cancelled'
    union all
    select 'class_lies_within_its_cohort', jsonb_build_object('class', luban.shown_class(n.workshop_id, n.id),
      'from', n.begins_on, 'to', n.ends_on, 'cohort_from', c.intake_on, 'cohort_to', c.planned_end_on)
    from new_rows n join luban.cohort c on (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id)
    where n.begins_on < c.intake_on or n.ends_on > c.planned_end_on
    union all
    select 'class_is_taught_by_who_is_there', jsonb_build_object('class', luban.shown_class(n.workshop_id, n.id),
      'instructor', luban.shown_instructor(n.workshop_id, i.id), 'since', i.since, 'until', i.until, 'day', n.begins_on)
    from new_rows n join luban.instructor i on (i.workshop_id, i.id) = (n.workshop_id, n.instructor_id)
    where not (i.since <= n.begins_on and n.begins_on < i.until)
    union all
    select 'class_is_taught_by_who_is_certified', jsonb_build_object('class', luban.shown_class(n.workshop_id, n.id),
      'instructor', luban.shown_instructor(n.workshop_id, n.instructor_id), 'day', n.begins_on)
    from new_rows n
    where n.instructor_id is not null
      and not luban.is_certified(n.workshop_id, n.instructor_id, n.course_id, n.begins_on)
  ) broken limit 1;
  if found then
    perform luban.break_rule(offense.rule, offense.what, 'class');
  end if;
  return null;
end $$;
comment on function class_keeps_its_rules is
  'Holds classes to a cohort that lives, within its time, and to instructors who are there and certified on the first day.';
select ask_after('insert, update', 'class', 'class_keeps_its_rules');

create or replace function class_prerequisites_come_first() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  if tg_op = 'DELETE' then
    if not exists (select from old_rows) then
      return null;
    end if;
  elsif not exists (select from new_rows) then
    return null;
  end if;
  -- Who adds or removes a class of the cohort, asks something more of the course or puts one into the curriculum waits.
  if tg_op <> 'DELETE' then
    perform from luban.cohort c where (c.workshop_id, c.id) in (select n.workshop_id, n.cohort_id from new_rows n)
    order by c.workshop_id, c.id for no key update;
    perform from luban.course k where k.id in (select n.course_id from new_rows n) order by k.id for share;
    perform from luban.program_edition p where p.id in (select n.edition_id from new_rows n) order by p.id for share;
  end if;
  if tg_op = 'INSERT' then
    select (array_agg(e.what order by e.what))[1] into offense from luban.class_too_early e
    where (e.workshop_id, e.cohort_id) in (select n.workshop_id, n.cohort_id from new_rows n);
  elsif tg_op = 'UPDATE' then
    select (array_agg(e.what order by e.what))[1] into offense from luban.class_too_early e
    where (e.workshop_id, e.cohort_id) in (
      select b.workshop_id, b.cohort_id from old_rows o join new_rows n using (workshop_id, id)
      cross join lateral (values (o.workshop_id, o.cohort_id), (n.workshop_id, n.cohort_id)) b (workshop_id, cohort_id)
      where (o.cohort_id, o.edition_id, o.course_id, o.begins_on, o.ends_on)
        is distinct from (n.cohort_id, n.edition_id, n.course_id, n.begins_on, n.ends_on));
  else
    -- Who enters one that builds on these holds the cohort until it is there.
    perform from luban.cohort c where (c.workshop_id, c.id) in (select o.workshop_id, o.cohort_id from old_rows o)
    order by c.workshop_id, c.id for no key update;
    select (array_agg(e.what order by e.what))[1] into offense from luban.class_too_early e
    where (e.workshop_id, e.cohort_id, e.requires_id) in (
      select o.workshop_id, o.cohort_id, o.course_id from old_rows o);
  end if;
  if offense is not null then
    perform luban.break_rule('class_follows_its_prerequisites', offense, 'class');
  end if;
  return null;
end $$;
comment on function class_prerequisites_come_first is
  'Refuses a class before the classes of its prerequisites are over, and to move or remove these.';
select ask_after('insert, update, delete', 'class', 'class_prerequisites_come_first');

create or replace function new_prerequisites_suit_classes() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  if not exists (select from new_rows) then
    return null;
  end if;
  if tg_table_name = 'course_prerequisite' then
    perform from luban.course k where k.id in (select n.course_id from new_rows n) order by k.id for no key update;
    -- Cohorts that are over were taught by what was asked then.
    select (array_agg(e.what order by e.what))[1] into offense from luban.class_too_early e
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where (e.course_id, e.requires_id) in (select n.course_id, n.requires_id from new_rows n)
      and c.status in ('planned', 'open', 'running');
  else
    perform from luban.program_edition p where p.id in (select n.edition_id from new_rows n)
    order by p.id for no key update;
    select (array_agg(e.what order by e.what))[1] into offense from luban.class_too_early e
    where (e.edition_id, e.requires_id) in (select n.edition_id, n.course_id from new_rows n);
  end if;
  if offense is not null then
    perform luban.break_rule('class_follows_its_prerequisites', offense, tg_table_name);
  end if;
  return null;
end $$;
comment on function new_prerequisites_suit_classes is
  'The same rule when a prerequisite is added, or a course to a curriculum, whose classes are planned already.';
select ask_after('insert', 'course_prerequisite', 'new_prerequisites_suit_classes');
select ask_after('insert', 'curriculum_item', 'new_prerequisites_suit_classes');

create or replace function cohort_dates_hold_classes() returns trigger language plpgsql as $$
declare
  offense jsonb;
begin
  select jsonb_build_object('class', luban.shown_class(k.workshop_id, k.id), 'from', k.begins_on, 'to', k.ends_on) into offense
  from luban.class k where k.workshop_id = new.workshop_id and k.cohort_id = new.id
    and (k.begins_on < new.intake_on or k.ends_on > new.planned_end_on)
  order by k.id limit 1;
  if offense is not null then
    perform luban.break_rule('class_lies_within_its_cohort', offense, 'cohort');
  end if;
  return null;
end $$;
comment on function cohort_dates_hold_classes is 'The same rule when the dates of a cohort move.';
create or replace trigger cohort_dates_hold_classes after update of intake_on, planned_end_on on cohort
  for each row when ((old.intake_on, old.planned_end_on) is distinct from (new.intake_on, new.planned_end_on))
  execute function cohort_dates_hold_classes();

create or replace function class_that_was_taught_is_kept() returns trigger language plpgsql as $$
begin
  if exists (
    select from luban.session s join luban.attendance a on (a.workshop_id, a.session_id) = (s.workshop_id, s.id)
    where s.workshop_id = old.workshop_id and s.class_id = old.id)
    or exists (
      select from luban.enrollment e join luban.result r on (r.workshop_id, r.enrollment_id) = (e.workshop_id, e.id)
      where e.workshop_id = old.workshop_id and e.cohort_id = old.cohort_id and r.course_id = old.course_id
        and r.kind = 'graded') then
    perform luban.break_rule('class_that_was_taught_is_kept',
      jsonb_build_object('class', luban.shown_class(old.workshop_id, old.id)), 'class');
  end if;
  return coalesce(new, old);
end $$;
comment on function class_that_was_taught_is_kept is
  'Refuses to remove a class with attendance or results, or to make it one of another cohort or course.';
create or replace trigger class_that_was_taught_is_kept before delete on class
  for each row execute function class_that_was_taught_is_kept();
create or replace trigger class_that_was_taught_stays_itself before update of cohort_id, course_id on class
  for each row when ((old.cohort_id, old.course_id) is distinct from (new.cohort_id, new.course_id))
  execute function class_that_was_taught_is_kept();

-- A whole term at once -----------------------------------------------------------------------------------
