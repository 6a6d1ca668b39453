-- What the cohorts did until the last day of the demonstration, drawn by the functions that also write the files of
-- luban seed records. In batches of cohorts, so that a large demonstration takes no more memory than a small one.

create temp table demo_batch on commit drop as
select c.place, c.workshop_id, c.cohort_id, c.edition_id, c.last_on, request.seed,
  ((sum(n.learners) over (order by c.place) - 1) / 500)::int as batch
from demo_cohort c
cross join seed_request request
cross join lateral (select count(*) as learners from demo_life l where l.place = c.place) n
where c.status in ('running', 'finished');
analyze demo_batch;

create temp table demo_learner on commit drop as
select b.place, e.id as enrollment_id, e.student_id, shown_number(s.number) as student
from demo_batch b
join enrollment e on (e.workshop_id, e.cohort_id) = (b.workshop_id, b.cohort_id)
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id);
create index on demo_learner (place, student);
analyze demo_learner;

do $$
declare
  this int;
begin
  for this in select distinct batch from demo_batch order by 1 loop
    with drawn as materialized (
      select b.*, d.* from demo_batch b
      cross join lateral pg_temp.demo_attended(b.workshop_id, b.cohort_id, b.seed, '-infinity', b.last_on) d
      where b.batch = this)
    insert into attendance (workshop_id, status, session_id, enrollment_id, recorded_at)
    select r.workshop_id, r.status, r.session_id, r.enrollment_id, (s.held_on + s.ends_at) at time zone 'UTC'
    from drawn r
    join session s on (s.workshop_id, s.id) = (r.workshop_id, r.session_id)
    order by r.workshop_id, r.session_id, r.enrollment_id;

    with drawn as materialized (
      select b.*, d.* from demo_batch b
      cross join lateral pg_temp.demo_results(b.workshop_id, b.cohort_id, b.seed, '-infinity', b.last_on) d
      where b.batch = this)
    insert into result (workshop_id, enrollment_id, course_id, attempt, scale, mark, value, passed, graded_on, instructor_id,
      recorded_at)
    select r.workshop_id, l.enrollment_id, k.id,
      row_number() over (partition by l.enrollment_id, k.id order by r.graded_on), g.scale, m.mark, m.value, m.passes,
      r.graded_on::date, t.instructor_id, (r.graded_on::date + 3)::timestamp at time zone 'UTC'
    from drawn r
    join demo_learner l on (l.place, l.student) = (r.place, r.student)
    join course k on k.code = r.course
    join class t on (t.workshop_id, t.cohort_id, t.course_id) = (r.workshop_id, r.cohort_id, k.id)
    cross join lateral (select course_scale(r.edition_id, k.id) as scale offset 0) g
    cross join lateral read_mark(g.scale, r.mark) m
    order by r.workshop_id, l.enrollment_id, k.id, r.graded_on;

    with drawn as materialized (
      select b.*, d.* from demo_batch b
      cross join lateral pg_temp.demo_language(b.workshop_id, b.cohort_id, b.seed, '-infinity', b.last_on) d
      where b.batch = this)
    insert into language_certificate (workshop_id, student_id, framework, level, taken_on, purpose, score, parts, stated_pass,
      certificate_number, center, recorded_at)
    select r.workshop_id, l.student_id, v.framework, v.level, r.taken_on::date, meaning('purpose', r.purpose)::language_certificate_purpose, read_points(r.score),
      coalesce((select jsonb_object_agg(p.name, p.points::int) from (values ('Listening', r.listening), ('Reading', r.reading),
        ('Writing', r.writing), ('Speaking', r.speaking), ('Translation', r.translation)) p (name, points)
        where p.points is not null), '{}'), meaning('pass', r.result)::boolean, r.certificate_number, r.center,
      (r.taken_on::date + 14)::timestamp at time zone 'UTC'
    from drawn r
    join demo_learner l on (l.place, l.student) = (r.place, r.student)
    join language_level v on (v.framework, v.level) = (split_part(r.level, ':', 1), split_part(r.level, ':', 2))
    order by r.workshop_id, l.student_id, r.taken_on, r.level;

    with drawn as materialized (
      select b.*, d.* from demo_batch b
      cross join lateral pg_temp.demo_culture(b.workshop_id, b.cohort_id, b.seed, '-infinity', b.last_on) d
      where b.batch = this)
    insert into participation (workshop_id, event_id, enrollment_id, hours, recorded_at)
    select r.workshop_id, v.id, l.enrollment_id, coalesce(read_points(r.hours), v.hours),
      (v.ends_on + 3)::timestamp at time zone 'UTC'
    from drawn r
    join demo_learner l on (l.place, l.student) = (r.place, r.student)
    join culture_event v on (v.workshop_id, v.code) = (r.workshop_id, r.event)
    where v.ends_on <= r.last_on
    order by r.workshop_id, v.id, l.enrollment_id;

    with drawn as materialized (
      select b.*, d.* from demo_batch b
      cross join lateral pg_temp.demo_placements(b.workshop_id, b.cohort_id, b.seed, '-infinity', b.last_on) d
      where b.batch = this)
    -- Who has left since gave the place back.
    insert into placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on, ended_on, end_reason, recorded_at)
    select r.workshop_id, l.enrollment_id, o.id, r."from"::date, r."to"::date, case when e.is_over then e.state_on end,
      case when e.is_over then format('the enrollment is %s', e.state) end, (r."from"::date - 14)::timestamp at time zone 'UTC'
    from drawn r
    join demo_learner l on (l.place, l.student) = (r.place, r.student)
    cross join lateral (
      select state, state_on, state not in ('enrolled', 'suspended') and state_on < r."to"::date as is_over
      from enrollment where (workshop_id, id) = (r.workshop_id, l.enrollment_id)) e
    join placement_offer o on (o.workshop_id, o.code) = (r.workshop_id, r.offer)
    order by r.workshop_id, l.enrollment_id;
    analyze placement;

    with drawn as materialized (
      select b.*, d.* from demo_batch b
      cross join lateral pg_temp.demo_placement_hours(b.workshop_id, b.cohort_id, b.seed, '-infinity', b.last_on) d
      where b.batch = this)
    insert into placement_log (workshop_id, placement_id, worked_on, hours, task, recorded_at)
    select r.workshop_id, p.id, r.day::date, read_points(r.hours), r.task, (r.day::date + 1)::timestamp at time zone 'UTC'
    from drawn r
    join demo_learner l on (l.place, l.student) = (r.place, r.student)
    join placement p on (p.workshop_id, p.enrollment_id) = (r.workshop_id, l.enrollment_id)
    order by r.workshop_id, p.id, r.day;

    -- What was read as empty would be planned so for the next batch.
    analyze attendance, result, language_certificate, participation, placement_log;
  end loop;
end $$;
