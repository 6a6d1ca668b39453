-- The ground of the yardsticks of timetables: terms of a thousand classes of sixteen weeks, a hundred cohorts with ten courses
-- each in 25 rooms. No two are in one place, but for one in a hundred, which are moved on those of the next cohort.
-- psql -v terms=N
set search_path = luban, pg_temp;
set session_replication_role = replica;

insert into course (code, kind, titles, hours_theory, hours_practice)
select 'T-' || lpad(n::text, 2, '0'), 'technical', '{"en": "A course"}', 24, 0 from generate_series(1, 10) n;
with added as (insert into program (code) values ('TERM') returning id)
insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months)
select id, '2025', '{"en": "A program"}', 'short_term_training', '0413', 4, 12 from added;
insert into curriculum_item (edition_id, course_id, term)
select e.id, c.id, 1 from program_edition e join program p on p.id = e.program_id, course c
where p.code = 'TERM' and c.code like 'T-__';

insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on, window_closes_on,
  capacity, status, agreement_override)
select w.id, format('UZ-TAS-TERM-%s-%s', t, lpad(n::text, 3, '0')), e.id, e.program_id, d.starts, d.starts + 200,
  d.starts - 200, d.starts, 30, 'running', 'a benchmark'
from workshop w, program_edition e join program p on p.id = e.program_id, generate_series(1, :terms) t
cross join lateral (select date '2015-09-07' + 182 * t as starts) d
cross join generate_series(0, 99) n
where w.code = 'UZ-TAS' and p.code = 'TERM';
insert into instructor (workshop_id, partner_id, staff_number, full_name, since)
select w.id, (select min(id) from partner), 'T-' || n, 'Teacher ' || n, '2015-01-01'
from workshop w, generate_series(0, 24) n where w.code = 'UZ-TAS';

create temp table plan as
select c.workshop_id, c.id as cohort_id, c.edition_id, k.id as course_id, c.intake_on, j - 1 as j,
  right(c.code, 3)::int as cohort
from cohort c join curriculum_item i on i.edition_id = c.edition_id join course k on k.id = i.course_id
cross join lateral (select right(k.code, 2)::int as j) n
where c.code like 'UZ-TAS-TERM-%';
insert into class (workshop_id, cohort_id, edition_id, course_id, term, begins_on, ends_on, instructor_id, room)
select p.workshop_id, p.cohort_id, p.edition_id, p.course_id, 1, p.intake_on, p.intake_on + 111, t.id, 'R' || p.cohort / 4
from plan p join instructor t on t.workshop_id = p.workshop_id and t.staff_number = 'T-' || p.cohort / 4
order by p.cohort_id, p.course_id;
insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours)
select l.workshop_id, l.id, p.intake_on + 7 * week + p.j % 5, time '08:00' + interval '1 hour 40 minutes' * slot,
  time '09:30' + interval '1 hour 40 minutes' * slot, 1.5
from plan p join class l on (l.workshop_id, l.cohort_id, l.course_id) = (p.workshop_id, p.cohort_id, p.course_id)
cross join lateral (select p.j / 5 + 2 * (case when p.cohort % 100 = 1 and p.j = 0 then 0 else p.cohort % 4 end) as slot) s
cross join generate_series(0, 15) week;

set session_replication_role = origin;
vacuum analyze;
checkpoint;
