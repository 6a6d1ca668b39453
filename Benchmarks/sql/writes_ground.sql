-- The ground of the yardsticks of single writes: of the first workshop, cohort WRITES with 300 who are enrolled and 300
-- who are not, and cohort THIRTY with 30; each has a class with sessions on 100 days. The same write is made by a
-- command, from psql and in a loop.
set search_path = luban, pg_temp;
create schema bench;
create function bench.w() returns int language sql stable as $$ select min(id) from luban.workshop $$;
create function bench.code(text) returns text language sql stable as $$
  select code || '-' || $1 from luban.workshop where id = bench.w() $$;
create function bench.c(text) returns bigint language sql stable as $$
  select id from luban.cohort where code = bench.code($1) $$;
create function bench.s(int) returns bigint language sql stable as $$
  select id from luban.student where workshop_id = bench.w() and number = $1 $$;
create function bench.e(int) returns bigint language sql stable as $$
  select id from luban.enrollment where workshop_id = bench.w() and student_id = bench.s($1) and cohort_id = bench.c('WRITES') $$;
create function bench.k() returns int language sql stable as $$ select id from luban.course where code = 'WRITES-1' $$;
create function bench.day(int) returns date language sql immutable as $$ select '2024-09-01'::date + $1 $$;

insert into course (code, kind, titles, hours_theory, hours_practice, credits)
values ('WRITES-1', 'technical', '{"en": "A course"}', 20, 20, 2);
with added as (insert into program (code) values ('WRITES') returning id)
insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
select id, '2024', '{"en": "A program"}', 'short_term_training', '0413', 4, 12 from added;
insert into curriculum_item (edition_id, course_id, term)
select e.id, bench.k(), 1 from program_edition e join program p on p.id = e.program_id where p.code = 'WRITES';
insert into completion_rule (edition_id, scale, attendance_percent)
select e.id, 'percent', 60 from program_edition e join program p on p.id = e.program_id where p.code = 'WRITES';

insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on, window_closes_on,
  capacity, agreement_override)
select bench.w(), bench.code(c), e.id, e.program_id, '2024-09-01', '2025-07-01', '2024-01-01', '2024-12-01', 1000, 'a benchmark'
from unnest('{WRITES,THIRTY}'::text[]) c, program_edition e join program p on p.id = e.program_id where p.code = 'WRITES';
insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
select workshop_id, id, 1, 'open', '2024-05-01' from cohort where code in (bench.code('WRITES'), bench.code('THIRTY'));

with made as (
  insert into student (workshop_id, number, birth_on, nationality, gender)
  select bench.w(), n, '2005-01-01', 'UZ', 'female'
  from next_student_numbers(bench.w(), 630) first, generate_series(first, first + 629) n returning workshop_id, id, number)
insert into student_name (workshop_id, student_id, kind, full_name)
select workshop_id, id, 'native', 'Student ' || number from made;
select count(*) from enroll(bench.w(), bench.c('WRITES'), array(select bench.s(n) from generate_series(1, 300) n), 'enrolled',
  '2024-06-01', '2024-06-01');
select count(*) from enroll(bench.w(), bench.c('THIRTY'), array(select bench.s(n) from generate_series(601, 630) n), 'enrolled',
  '2024-06-01', '2024-06-01');
insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
select workshop_id, id, edition_id, bench.k(), 1, '2024-09-01', '2024-12-31'
from cohort where id in (bench.c('WRITES'), bench.c('THIRTY'));
insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
select k.workshop_id, k.id, bench.day(n), '09:00', '10:00', 1 from class k, generate_series(1, 100) n
where k.cohort_id in (bench.c('WRITES'), bench.c('THIRTY'));

-- What a write needs, looked up once: what is left is the write.
create table bench.person (n int primary key, student_id bigint, enrollment_id bigint, newcomer_id bigint, session_id bigint);
insert into bench.person
select n, bench.s(n), bench.e(n), bench.s(300 + n), (
  select s.id from luban.class k join luban.session s on (s.workshop_id, s.class_id) = (k.workshop_id, k.id)
  where k.workshop_id = bench.w() and k.cohort_id = bench.c('THIRTY') and s.held_on = bench.day(n))
from generate_series(1, 100) n;
create table bench.key as
select bench.w() as workshop_id, bench.c('WRITES') as cohort_id, bench.code('THIRTY') as thirty, bench.c('THIRTY') as thirty_id,
  bench.k() as course_id;

-- The four writes, by the function that the command calls, and by the bare statements that it comes to.
create function bench.enroll(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  perform luban.enroll(k.workshop_id, k.cohort_id, array[p.newcomer_id], 'enrolled', '2024-06-01', '2024-06-01');
end $$;
create function bench.suspend(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  perform luban.change_enrollments(k.workshop_id, array[p.enrollment_id], 'suspended', '2024-12-20');
end $$;
create function bench.session(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
begin
  select * into k from bench.key;
  perform luban.take_attendance(k.thirty, 'WRITES-1', bench.day(in_n), null, '{603,607}', '{609}', '{}');
end $$;
create function bench.mark(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  perform luban.record_result(k.workshop_id, p.enrollment_id, k.course_id, '70', '2024-12-15');
end $$;
create function bench.bare_enroll(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
  made bigint;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  insert into luban.enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on)
  values (k.workshop_id, p.newcomer_id, k.cohort_id, '2024-06-01', 'enrolled', '2024-06-01') returning id into made;
  insert into luban.enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
  values (k.workshop_id, made, 1, 'enrolled', '2024-06-01');
  update luban.cohort set seats_held = seats_held + 1 where workshop_id = k.workshop_id and id = k.cohort_id;
end $$;
create function bench.bare_suspend(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  insert into luban.enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on)
  values (k.workshop_id, p.enrollment_id, 2, 'enrolled', 'suspended', '2024-12-20');
  update luban.enrollment set state = 'suspended', state_on = '2024-12-20'
  where workshop_id = k.workshop_id and id = p.enrollment_id;
end $$;
create function bench.bare_session(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  insert into luban.attendance (workshop_id, session_id, enrollment_id, status)
  select k.workshop_id, p.session_id, e.id, 'present'
  from luban.enrollment e where e.workshop_id = k.workshop_id and e.cohort_id = k.thirty_id;
end $$;
create function bench.bare_mark(in_n int) returns void language plpgsql as $$
declare
  k bench.key;
  p bench.person;
begin
  select * into k from bench.key;
  select * into p from bench.person where n = in_n;
  insert into luban.result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
  values (k.workshop_id, p.enrollment_id, k.course_id, 1, 'percent', '70', 70, true, '2024-12-15');
end $$;
analyze;
