-- Instructors: who may teach what, and the teacher training they had.

create or replace function is_certified(in_workshop int, in_instructor bigint, in_course int, in_day date) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from luban.instructor_certification c
    where c.workshop_id = in_workshop and c.instructor_id = in_instructor and c.course_id = in_course
      and c.since <= in_day and in_day < c.until)
$$;
comment on function is_certified is 'Whether an instructor may teach a course on a day.';

create or replace function shown_instructor(in_workshop int, in_instructor bigint) returns text
language sql stable parallel safe as $$
  select i.code || '/' || n.staff_number from luban.instructor n join luban.institution i on i.id = n.institution_id
  where n.workshop_id = in_workshop and n.id = in_instructor
$$;
comment on function shown_instructor is 'An instructor as people name them: partner and staff number.';

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

-- What classes rest on ---------------------------------------------------------------------------------

create or replace function classes_keep_their_instructors(in_workshop int, in_instructors bigint[], in_table text)
returns void language plpgsql as $$
declare
  offence record;
begin
  -- Who gives such a class to one of them holds the instructor for share until it is there.
  perform from luban.instructor i where i.workshop_id = in_workshop and i.id = any (in_instructors)
  order by i.id for no key update;
  select rule, what into offence from (
    select 'class_is_taught_by_who_is_there' as rule, format('%s teaches %s from %s',
      luban.shown_instructor(k.workshop_id, i.id), luban.shown_class(k.workshop_id, k.id), k.begins_on) as what
    from luban.instructor i join luban.class k on (k.workshop_id, k.instructor_id) = (i.workshop_id, i.id)
    where i.workshop_id = in_workshop and i.id = any (in_instructors)
      and not (i.since <= k.begins_on and k.begins_on < i.until)
    union all
    select 'session_is_taught_by_who_is_there', format('%s stands in for %s on %s',
      luban.shown_instructor(s.workshop_id, i.id), luban.shown_class(s.workshop_id, s.class_id), s.held_on)
    from luban.instructor i join luban.session s on (s.workshop_id, s.instructor_id) = (i.workshop_id, i.id)
    where i.workshop_id = in_workshop and i.id = any (in_instructors)
      and not (i.since <= s.held_on and s.held_on < i.until)
    union all
    select 'class_is_taught_by_who_is_certified', format('%s teaches %s from %s',
      luban.shown_instructor(k.workshop_id, k.instructor_id), luban.shown_class(k.workshop_id, k.id), k.begins_on)
    from luban.class k
    where k.workshop_id = in_workshop and k.instructor_id = any (in_instructors)
      and not luban.is_certified(k.workshop_id, k.instructor_id, k.course_id, k.begins_on)
  ) broken limit 1;
  if found then
    perform luban.break_rule(offence.rule, offence.what, in_table);
  end if;
end $$;
comment on function classes_keep_their_instructors is
  'Refuses what leaves a class or a session of these instructors to somebody who is not there, or not certified.';

create or replace function instructor_stays_for_classes() returns trigger language plpgsql as $$
begin
  perform luban.classes_keep_their_instructors(n.workshop_id, array_agg(n.id), 'instructor')
  from new_rows n join old_rows o using (workshop_id, id)
  where (n.since, n.until) is distinct from (o.since, o.until) group by n.workshop_id;
  return null;
end $$;
comment on function instructor_stays_for_classes is 'Refuses to move the days of an instructor away from their classes.';
create or replace trigger instructor_stays_for_classes after update on instructor
  referencing old table as old_rows new table as new_rows
  for each statement execute function instructor_stays_for_classes();

create or replace function certification_outlives_classes() returns trigger language plpgsql as $$
begin
  perform luban.classes_keep_their_instructors(o.workshop_id, array_agg(distinct o.instructor_id), tg_table_name)
  from old_rows o group by o.workshop_id;
  return null;
end $$;
comment on function certification_outlives_classes is 'Refuses to take a certification from under a class.';
create or replace trigger certification_outlives_classes after update on instructor_certification
  referencing old table as old_rows for each statement execute function certification_outlives_classes();
create or replace trigger certification_is_kept_for_classes after delete on instructor_certification
  referencing old table as old_rows for each statement execute function certification_outlives_classes();

insert into import_noun (noun, holds) values
  ('instructors', 'Instructors, a line an instructor.'),
  ('certifications', 'Courses that instructors are certified for, a line an instructor and course.'),
  ('trainings', 'Teacher training, a line an instructor and training.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out) values
  ('instructor_is_of_a_workshop', 'An instructor teaches at a workshop that is known.', 'Find the workshop with luban workshop list.'),
  ('instructor_is_of_a_partner', 'An instructor is of the staff of a partner that is known.', 'Add the partner first with luban partner add.'),
  ('instructor_number_is_letters_and_digits', 'A staff number is made of capitals, digits, dots and dashes, at most 30.', 'Write it as in 117 or T-0042.'),
  ('instructor_number_is_unique', 'A workshop knows a member of a partner''s staff once.', 'Edit the instructor that is there, or give another number.'),
  ('instructor_email_has_an_at_sign', 'An e-mail address has an at sign.', 'Correct the address.'),
  ('instructor_phone_is_a_number', 'A telephone number is made of digits, blanks, dashes and a plus sign.', 'Correct the number.'),
  ('instructor_stay_is_in_order', 'An instructor comes before they leave.', 'Check the two dates.'),
  ('certification_is_for_a_known_course', 'A certification is for a course that is known.', 'Add the course first.'),
  ('certification_is_of_an_instructor', 'A certification is of an instructor of the workshop.', 'Find the instructor with luban instructor list.'),
  ('certification_is_in_order', 'A certification begins before it ends.', 'Check the two dates.'),
  ('certification_is_once_at_a_time', 'An instructor is certified for a course once at a time.', 'It is there already: luban instructor show. In a file, --update ends it on another day.'),
  ('training_has_a_title', 'A training says what it was.', 'Give --title; in a file, fill the column title.'),
  ('training_has_a_first_day', 'A training has a first day.', 'Fill the column from.'),
  ('training_is_given_by_a_partner', 'A training is given by a partner that is known.', 'Add the partner first with luban partner add.'),
  ('training_hours_are_plausible', 'A training has more than 0 and at most 10,000 hours.', 'Correct the hours.'),
  ('training_is_of_an_instructor', 'A training is of an instructor of the workshop.', 'Find the instructor with luban instructor list.'),
  ('training_is_in_order', 'A training does not end before it begins.', 'Check the two dates.'),
  ('training_is_once', 'A training of the same title and first day is entered once for an instructor.', 'Give --correct to change it, or --remove; in a file, remove the second line.'),
  ('instructor_has_a_name', 'A new instructor has a name.', 'Fill the column full_name.');
