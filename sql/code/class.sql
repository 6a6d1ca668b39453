-- Classes: a course taught to a cohort.

create or replace function shown_class(in_workshop int, in_class bigint) returns text
language sql stable parallel safe as $$
  select h.code || '/' || k.code from luban.class c
  join luban.cohort h on (h.workshop_id, h.id) = (c.workshop_id, c.cohort_id)
  join luban.course k on k.id = c.course_id
  where c.workshop_id = in_workshop and c.id = in_class
$$;
comment on function shown_class is 'A class as people name it, by cohort and course.';
