-- The ground of the yardsticks of the learning record: cohorts of a thousand students in a program that asks for
-- everything, with classes, sessions, marks, certificates, culture and placement; attendance is left to a file.
-- psql -v cohorts=N
set search_path = luban, pg_temp;
-- The rules have tests of their own; here they would only cost time.
set session_replication_role = replica;

insert into course (code, kind, titles, hours_theory, hours_practice, credits, language, framework, level, theme)
select 'B-' || lpad(n::text, 2, '0'), kind, '{"en": "A course"}', 4, 6, 2, case kind when 'language' then 'zh' end,
  case kind when 'language' then 'hsk2010' end, case kind when 'language' then '1' end,
  case kind when 'culture' then 'tea' end
from generate_series(1, 10) n
cross join lateral (select (case n when 9 then 'language' when 10 then 'culture' else 'technical' end)::course_kind) k (kind);

with added as (insert into program (code) values ('BENCH') returning id)
insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
select id, '2025', '{"en": "A program"}', 'short_term_training', '0413', 4, 12 from added;
insert into curriculum_item (edition_id, course_id, term)
select e.id, c.id, 1 from program_edition e join program p on p.id = e.program_id, course c
where p.code = 'BENCH' and c.code like 'B-%';
insert into program_certificate (edition_id, side, title, partner_id)
select e.id, 'host', 'A certificate', (select min(id) from partner) from program_edition e join program p on p.id = e.program_id where p.code = 'BENCH';
insert into completion_rule (edition_id, scale, attendance_percent, course_attendance_percent, language_framework,
  language_level, culture_hours, placement_hours)
select e.id, 'percent', 60, 40, 'hsk2010', '1', 8, 8
from program_edition e join program p on p.id = e.program_id where p.code = 'BENCH';

insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on, window_closes_on,
  capacity, seats_held, status, agreement_override)
select w.id, format('%s-RECORD-%s', w.code, lpad(n::text, 4, '0')), e.id, e.program_id, '2025-09-01', '2026-07-01',
  '2025-01-01', '2025-10-01', 1000, 1000, 'running', 'a benchmark'
from generate_series(1, :cohorts) n
join (select id, code, row_number() over (order by code) - 1 as place, count(*) over () as workshops from workshop) w
  on w.place = n % w.workshops
cross join (select e.id, e.program_id from program_edition e join program p on p.id = e.program_id where p.code = 'BENCH') e;
insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on)
select workshop_id, id, step.nth, step.status::cohort_status, '2025-05-01'
from cohort, (values (1, 'open'), (2, 'running')) step (nth, status) where code like '%-RECORD-%';

create temp table learner as
select c.workshop_id, c.id as cohort_id, row_number() over (partition by c.workshop_id order by c.id, n)::int as number,
  n as nth
from cohort c, generate_series(1, 1000) n where c.code like '%-RECORD-%';
insert into student (workshop_id, number, birth_on, nationality, gender)
select workshop_id, number, '2005-01-01', 'UZ', case when number % 2 = 0 then 'female' else 'male' end::gender
from learner order by workshop_id, cohort_id, nth;
insert into student_name (workshop_id, student_id, kind, full_name)
select workshop_id, id, 'native', 'Student ' || number from student;
insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on)
select l.workshop_id, s.id, l.cohort_id, '2025-06-01', 'enrolled', '2025-06-01'
from learner l join student s on (s.workshop_id, s.number) = (l.workshop_id, l.number)
order by l.workshop_id, l.cohort_id, l.nth;
insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
select workshop_id, id, 1, 'enrolled', '2025-06-01' from enrollment;
update workshop_counter n set last_student_number = (select coalesce(max(number), 0) from student s where s.workshop_id = n.workshop_id);

insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on)
select c.workshop_id, c.id, c.edition_id, i.course_id, 1, '2025-09-01', '2025-12-20'
from cohort c join curriculum_item i on i.edition_id = c.edition_id where c.code like '%-RECORD-%';
insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
select workshop_id, id, date '2025-09-01' + 7 * w, '09:00', '10:00', 1 from class, generate_series(0, 9) w;

insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on)
select e.workshop_id, e.id, i.course_id, 1, 'percent', mark::text, mark, mark >= 60, '2025-12-10'
from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join curriculum_item i on i.edition_id = c.edition_id join course k on k.id = i.course_id and k.kind <> 'culture'
cross join lateral (select case when e.id % 10 = 0 then 50 else 60 + (e.id * 7 + k.id * 13) % 40 end) m (mark);
insert into language_certificate (workshop_id, student_id, framework, level, taken_on, score, passed)
select workshop_id, id, 'hsk2010', '1', '2025-12-05', 130, true from student;
insert into culture_event (workshop_id, code, theme, title, begins_on, ends_on, hours)
select id, 'TEA', 'tea', 'Tea', '2025-10-10', '2025-10-10', 8 from workshop;
insert into participation (workshop_id, event_id, enrollment_id, hours)
select e.workshop_id, v.id, e.id, 8 from enrollment e join culture_event v on v.workshop_id = e.workshop_id;
insert into partner (code, kind, country, status) values ('BENCH-WORKS', 'enterprise', 'UZ', 'active');
insert into placement_offer (workshop_id, code, partner_id, title, places, places_taken, begins_on, ends_on, hours)
select w.id, 'WORKS', i.id, 'Work', 10000, 0, '2025-11-01', '2025-11-30', 8 from workshop w, partner i
where i.code = 'BENCH-WORKS';
insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on)
select e.workshop_id, e.id, o.id, '2025-11-01', '2025-11-30'
from enrollment e join placement_offer o on o.workshop_id = e.workshop_id;
insert into placement_log (workshop_id, placement_id, worked_on, hours)
select workshop_id, id, '2025-11-03', 8 from placement;

set session_replication_role = origin;
vacuum analyze;
checkpoint;
