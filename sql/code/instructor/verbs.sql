-- What is done with instructors: certified for a course, until it ends.

create or replace function certify_instructor(
  in_workshop int, in_instructor bigint, in_courses int[], in_since date, in_until date, in_certificate text)
returns void language sql as $$
  insert into luban.instructor_certification (workshop_id, instructor_id, course_id, since, until, certificate)
  select in_workshop, in_instructor, course_id, in_since, coalesce(in_until, 'infinity'), in_certificate
  from unnest(in_courses) course_id
$$;
comment on function certify_instructor is 'Certifies an instructor for courses from a day on.';

create or replace function end_certification(
  in_workshop int, in_instructor bigint, in_courses int[], in_day date) returns table (course_id int)
language sql as $$
  with entered_by_mistake as (
    -- What ends before it begins never held.
    delete from luban.instructor_certification c
    where c.workshop_id = in_workshop and c.instructor_id = in_instructor and c.course_id = any (in_courses)
      and c.since >= in_day
    returning c.course_id
  ), ended as (
    update luban.instructor_certification c set until = in_day
    where c.workshop_id = in_workshop and c.instructor_id = in_instructor and c.course_id = any (in_courses)
      and c.since < in_day and c.until > in_day
    returning c.course_id
  )
  select course_id from entered_by_mistake union select course_id from ended
$$;
comment on function end_certification is
  'Ends certifications on a day, and takes back those that would begin later; the courses for which there was one.';
