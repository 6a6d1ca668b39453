-- Who teaches what, when: instructors, the classes of each cohort until the autumn of 2026, their sessions.

-- A team accompanies a cohort through its three years, then takes the next but two: nobody is in two places at once.
create temp table demo_team on commit drop as
select distinct c.workshop_id, c.program_id, c.edition_id, extract(year from c.intake_on)::int % 3 as turn, c.part
from demo_cohort c;

-- One of the host teaches the trade, one of the lead language and culture.
create temp table demo_instructor on commit drop as
select t.workshop_id, t.program_id, t.edition_id, t.turn, t.part, side.is_host, i.partner_id, i.country,
  nextval(pg_get_serial_sequence('luban.instructor', 'id')) as instructor_id,
  row_number() over (partition by t.workshop_id, side.is_host order by t.program_id, t.turn, t.part) as staff_number,
  row_number() over (partition by i.country order by t.workshop_id, t.program_id, t.turn, t.part) as nth
from demo_team t
cross join (values (true), (false)) side (is_host)
cross join lateral (
  select n.id as partner_id, n.country from workshop_role r join partner n on n.id = r.partner_id
  where r.workshop_id = t.workshop_id and r.role = case when side.is_host then 'host' else 'lead' end::workshop_role_kind
  order by n.code limit 1) i
order by t.workshop_id, side.is_host desc, t.program_id, t.turn, t.part;
analyze demo_instructor;

insert into instructor (workshop_id, id, partner_id, staff_number, full_name, latin_name, email, since, recorded_at)
overriding system value
select i.workshop_id, i.instructor_id, i.partner_id, 'D-' || lpad(i.staff_number::text, 3, '0'), p.name, p.latin_name,
  format('demo.teacher%s@example.org', i.instructor_id), '2021-01-01', '2021-01-01 09:00Z'
from demo_instructor i
join (
  select nationality, latin_name, composed_name(full_name, family_name, given_name, patronymic) as name,
    row_number() over (partition by nationality order by document_number) as nth
  from seed_request request cross join lateral pg_temp.demo_people(request.seed + 1000, 12000)) p
  on (p.nationality, p.nth) = (i.country, i.nth)
order by i.workshop_id, i.instructor_id;

insert into instructor_certification (workshop_id, instructor_id, course_id, since, recorded_at)
select i.workshop_id, i.instructor_id, k.id, '2021-01-01', '2021-01-01 09:00Z'
from demo_instructor i
join curriculum_item c on c.edition_id = i.edition_id
join course k on k.id = c.course_id and (k.kind = 'technical') = i.is_host and k.kind <> 'placement'
order by i.workshop_id, i.instructor_id, k.id;

insert into instructor_training (workshop_id, instructor_id, title, partner_id, place, begins_on, ends_on, hours, recorded_at)
select i.workshop_id, i.instructor_id, 'Engineering practice innovation project (EPIP)', lead.partner_id, 'Tianjin',
  '2021-05-10', '2021-05-21', 80, '2021-05-24 09:00Z'
from demo_instructor i
join demo_instructor lead using (workshop_id, program_id, turn, part)
where i.is_host and not lead.is_host
order by i.workshop_id, i.instructor_id;
analyze instructor;
analyze instructor_certification;

-- Two terms a year, of seventeen weeks; after the last there is time for a second exam.
create temp table demo_term on commit drop as
select c.*, n.term, b.begins_on, least(b.begins_on + 118, c.end_on - 22) as ends_on
from demo_cohort c
cross join generate_series(1, 6) n (term)
cross join lateral (select (c.intake_on + make_interval(months => 12 * ((n.term - 1) / 2) + 5 * ((n.term - 1) % 2)))::date
  as begins_on) b
where c.status <> 'planned' and b.begins_on <= '2026-09-30';

-- Every course that is required, and one of each group of electives. A half-day counts four hours.
create temp table demo_class on commit drop as
select t.place, t.workshop_id, t.cohort_id, t.edition_id, t.term, t.begins_on, t.ends_on, k.id as course_id, k.kind,
  k.hours_theory + k.hours_practice as hours, i.instructor_id, nextval(pg_get_serial_sequence('luban.class', 'id')) as class_id,
  ceil((k.hours_theory + k.hours_practice) / 4)::int as half_days,
  ceil((k.hours_theory + k.hours_practice) / 56)::int as half_days_a_week
from demo_term t
join (
  select c.place, i.edition_id, i.course_id, i.term, i.elective_group,
    row_number() over (partition by c.place, i.elective_group order by md5(c.program_id || ' ' || c.place || ' ' || k.code))
      as choice
  from demo_cohort c
  join curriculum_item i on i.edition_id = c.edition_id
  join course k on k.id = i.course_id
  where i.elective_group is null or not exists (
    select from course_prerequisite p
    join curriculum_item o on (o.edition_id, o.course_id) = (i.edition_id, p.requires_id)
    where p.course_id = i.course_id and o.elective_group is not null)
) c on (c.place, c.term) = (t.place, t.term) and (c.elective_group is null or c.choice = 1)
join course k on k.id = c.course_id
left join demo_instructor i on (i.workshop_id, i.program_id, i.turn, i.part, i.is_host)
  = (t.workshop_id, t.program_id, extract(year from t.intake_on)::int % 3, t.part, k.kind = 'technical') and k.kind <> 'placement'
order by t.place, t.term, k.code;
analyze demo_class;

insert into class (workshop_id, id, cohort_id, edition_id, course_id, term, begins_on, ends_on, instructor_id, room, recorded_at)
overriding system value
select workshop_id, class_id, cohort_id, edition_id, course_id, term, begins_on, ends_on, instructor_id,
  case when kind <> 'placement' then (100 + place)::text end, (begins_on - 30)::timestamp at time zone 'UTC'
from demo_class order by place, class_id;
analyze class;

-- The half-days of the week in turn, mornings first, so that no cohort is in two places at once. In Egypt, Friday and
-- Saturday are free.
insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours, recorded_at)
select s.workshop_id, s.class_id, s.held_on, s.begins_at, s.begins_at + 50 * l.hours * interval '1 minute', l.hours,
  (s.begins_on - 14)::timestamp at time zone 'UTC'
from (
  select k.*, p.held_on, p.begins_at, row_number() over (partition by k.class_id order by p.held_on, p.begins_at) as nth
  from (
    select *, sum(half_days_a_week) over (partition by place, term order by class_id) - half_days_a_week as first
    from demo_class where kind <> 'placement') k
  join workshop w on w.id = k.workshop_id
  cross join lateral (
    select array_agg((case w.country when 'EG' then '{7,1,2,3,4}' else '{1,2,3,4,5}' end::int[])[1 + n % 5] order by n) as weekdays,
      array_agg(('{08:30,13:00,17:00}'::time[])[1 + n / 5] order by n) as begins
    from generate_series(k.first::int, k.first::int + k.half_days_a_week - 1) n) week
  cross join lateral planned_sessions(k.workshop_id, k.class_id, week.weekdays, week.begins, week.begins, k.begins_on,
    k.ends_on) p
  where p.closed_for is null
) s
cross join lateral (select least(4, s.hours - 4 * (s.nth - 1)) as hours) l
where s.nth <= s.half_days
order by s.class_id, s.nth;
analyze session;
