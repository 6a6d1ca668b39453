-- What is done with classes: a term of a cohort is planned at once.

create or replace function plan_classes(
  in_workshop int, in_cohort bigint, in_term smallint, in_from date, in_to date, in_without int[])
returns table (course_id int, begins_on date, ends_on date, is_new boolean)
language sql as $$
  with recursive term as (
    select i.edition_id, i.course_id from luban.cohort c
    join luban.curriculum_item i on i.edition_id = c.edition_id and i.term = in_term
    where c.workshop_id = in_workshop and c.id = in_cohort and i.course_id <> all (in_without)
  ), chain (course_id, first_id, nth) as (
    select t.course_id, t.course_id, 1 from term t
    union all
    select t.course_id, c.first_id, c.nth + 1 from chain c
    join luban.course_prerequisite p on p.requires_id = c.course_id join term t on t.course_id = p.course_id
  ), place as (
    -- Its place in the longest chain that leads to it, and how many follow behind.
    select t.course_id, (select max(c.nth) from chain c where c.course_id = t.course_id) as nth,
      (select max(c.nth) from chain c where c.first_id = t.course_id) as rest
    from term t
  ), dated as (
    select p.course_id,
      in_from + ((in_to - in_from + 1) * (p.nth - 1)) / (p.nth + p.rest - 1) as begins_on,
      in_from + ((in_to - in_from + 1) * p.nth) / (p.nth + p.rest - 1) - 1 as ends_on
    from place p
  ), made as (
    insert into luban.class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
    select c.workshop_id, c.id, c.edition_id, d.course_id, in_term, d.begins_on, d.ends_on
    from dated d join luban.cohort c on c.workshop_id = in_workshop and c.id = in_cohort
    where not exists (select from luban.class k
      where k.workshop_id = in_workshop and k.cohort_id = in_cohort and k.course_id = d.course_id)
    order by d.course_id
    returning course_id, begins_on, ends_on
  )
  select course_id, begins_on, ends_on, true from made
  union all
  select k.course_id, k.begins_on, k.ends_on, false from luban.class k join term t on t.course_id = k.course_id
  where k.workshop_id = in_workshop and k.cohort_id = in_cohort
$$;
comment on function plan_classes is
  'Makes the classes of a term that are not there yet; what builds on a course of the same term follows it within the term.';
