-- The floor of an import of attendance: what a careful engineer writes in psql for one file of it. A staging table, the
-- look-ups once, the same checks as plain set queries, one INSERT … SELECT in the order of the keys, into Luban's own
-- table with its keys, checks, foreign keys and indexes, but without its triggers.
-- psql -f attendance_floor.sql < FILE
\set ON_ERROR_STOP on
\o /dev/null
set search_path = luban, pg_temp;
set work_mem = '128MB';
set jit = off;
set client_min_messages = warning;

begin;

create temp table stage (
  line int generated always as identity, cohort text collate "C", student text collate "C", course text collate "C",
  date text collate "C", status text collate "C"
) on commit drop;
\copy stage (cohort, student, course, date, status) from pstdin csv header
analyze stage;

-- What lines break by themselves: a query a rule, each one scan.
create temp table problem (line int not null, rule text not null) on commit drop;
insert into problem select line, 'attendance_status_is_known' from stage
where status not in ('present', 'late', 'excused', 'absent');
insert into problem select line, 'date_is_in_the_calendar' from stage where is_day(date) is not true;
insert into problem select line, 'number_is_a_student_number' from stage where (student ~ '^S-[0-9]{1,9}$') is not true;
select exists (select from problem) as is_refused \gset
\if :is_refused
  \o
  select line, rule from problem order by line;
  rollback;
  \quit 3
\endif

create temp table found on commit drop as
select s.line, c.workshop_id, c.id as cohort_id, l.id as class_id, v.id as session_id, v.held_on, v.cancel_reason,
  p.id as student_id, e.id as enrollment_id,
  s.status::attendance_status as status
from stage s
left join cohort c on c.code = s.cohort
left join student p on (p.workshop_id, p.number) = (c.workshop_id, substr(s.student, 3)::int)
left join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (p.workshop_id, p.id, c.id)
left join course k on k.code = s.course
left join class l on (l.workshop_id, l.cohort_id, l.course_id) = (c.workshop_id, c.id, k.id)
left join session v on (v.workshop_id, v.class_id, v.held_on) = (l.workshop_id, l.id, s.date::date);
analyze found;

-- What they name, and when.
insert into problem select line, 'line_names_a_cohort' from found where cohort_id is null;
insert into problem select line, 'line_names_a_known_student' from found where student_id is null;
insert into problem select line, 'line_names_one_enrollment' from found where enrollment_id is null;
insert into problem select line, 'line_names_a_class' from found where class_id is null;
insert into problem select line, 'line_names_one_session' from found where session_id is null;
insert into problem select line, 'line_names_one_session' from found group by line having count(*) > 1;
insert into problem select line, 'attendance_is_of_a_session_that_takes_place' from found where cancel_reason is not null;
insert into problem select line, 'attendance_is_not_of_the_future' from found where held_on > current_date;
insert into problem
select f.line, 'attendance_is_of_those_enrolled' from found f
left join enrolled_period p on (p.workshop_id, p.enrollment_id) = (f.workshop_id, f.enrollment_id)
  and f.held_on between p.begins_on and p.ends_on
where p.enrollment_id is null;

-- Twice in the file, known already.
insert into problem
select min(line), 'line_repeats_no_attendance' from found group by workshop_id, session_id, enrollment_id having count(*) > 1;
insert into problem
select f.line, 'attendance_is_one_a_session' from found f
join attendance a on (a.workshop_id, a.session_id, a.enrollment_id) = (f.workshop_id, f.session_id, f.enrollment_id);
select exists (select from problem) as is_refused \gset
\if :is_refused
  \o
  select line, rule from problem order by line;
  rollback;
  \quit 3
\endif

select from enrollment where (workshop_id, id) in (select workshop_id, enrollment_id from found)
order by workshop_id, id for share;
insert into attendance (workshop_id, status, session_id, enrollment_id)
select workshop_id, status, session_id, enrollment_id from found order by workshop_id, session_id, enrollment_id;

commit;
