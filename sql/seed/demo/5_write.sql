-- Cohorts, people, enrollments in the state they ended in, and the events that led there: parents first, each with
-- fresh statistics before its children. The triggers look at all of it as at anybody's.

create temp table run on commit drop as select nextval('import_batch_key') as batch_id,
  gen_random_uuid() as command;
analyze run;

with made as (
  insert into cohort (workshop_id, code, edition_id, program_id, intake_on, planned_end_on, window_opens_on,
    window_closes_on, capacity, languages, recorded_at)
  select c.workshop_id, c.code, c.edition_id, c.program_id, c.intake_on, c.end_on, c.opens_on,
    c.intake_on - 1, s.capacity, '{en,zh}', (c.opens_on - 30)::timestamp at time zone 'UTC'
  from demo_cohort c join demo_size s using (place)
  order by c.place
  returning workshop_id, id, code)
update demo_cohort c set cohort_id = made.id
from made where (made.workshop_id, made.code) = (c.workshop_id, c.code);

insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on, recorded_at)
select workshop_id, cohort_id, 1, 'open', opens_on, opens_on::timestamp at time zone 'UTC'
from demo_cohort where status <> 'planned' order by place;
analyze cohort;
analyze program_edition;

create temp table demo_student on commit drop as
select h.workshop_id, nextval('student_id_seq') as student_id, p.i,
  (row_number() over (partition by h.workshop_id order by p.applied_on, p.i))::int as number
from demo_person p join demo_cohort h using (place)
order by h.workshop_id, p.applied_on, p.i;
analyze demo_student;

update demo_student s set number = s.number + n.first - 1
from (select workshop_id, next_student_numbers(workshop_id, count(*)::int) as first from demo_student
      group by workshop_id) n
where n.workshop_id = s.workshop_id and n.first > 1;

insert into student (workshop_id, id, number, birth_on, gender, nationality, document_country, document_kind,
  document_number, email, phone, schooling, entry_framework, entry_rank, consent_on, batch_id, recorded_at)
overriding system value
select s.workshop_id, s.student_id, s.number, p.birth_on, meaning('gender', p.gender)::gender, p.nationality, p.document_country,
  p.document_kind::document_kind, p.document_number, p.email, p.phone, p.schooling::smallint, l.framework, l.rank,
  p.applied_on, run.batch_id, p.applied_on::timestamp at time zone 'UTC'
from demo_student s
join demo_person p using (i)
cross join run
left join language_level l on (l.framework, l.level)
  = (split_part(p.language_level, ':', 1), split_part(p.language_level, ':', 2))
order by s.workshop_id, s.number;

analyze student (workshop_id, id);

insert into student_name (workshop_id, student_id, kind, full_name, family_name, given_name, patronymic, recorded_at)
select s.workshop_id, s.student_id, n.kind, n.name, n.family, n.given, n.patronymic,
  p.applied_on::timestamp at time zone 'UTC'
from demo_student s
join demo_person p using (i)
cross join lateral (values
  ('native'::name_kind, p.full_name, p.family_name, p.given_name, p.patronymic),
  ('latin', p.latin_name, null, null, null),
  ('chinese', p.chinese_name, null, null, null)) n (kind, name, family, given, patronymic)
where n.name is not null
order by s.workshop_id, s.number;

insert into enrollment (workshop_id, id, student_id, cohort_id, applied_on, state, state_on, waitlist_place, override)
overriding system value
select h.workshop_id, l.enrollment_id, s.student_id, h.cohort_id, l.applied_on, v.to_state, v.effective_on, l.waits_at,
  case l.fate when 'continued' then 'transferred' end
from demo_life l
join demo_cohort h using (place)
join demo_student s using (i)
join demo_event v on v.enrollment_id = l.enrollment_id and v.is_last
order by h.workshop_id, l.enrollment_id;

analyze enrollment (workshop_id, id);

insert into enrollment_link (workshop_id, kind, from_id, to_id)
select h.workshop_id, 'transfer', l.continues_id, l.enrollment_id
from demo_life l join demo_cohort h using (place)
where l.continues_id is not null order by h.workshop_id, l.enrollment_id;
analyze enrollment_link;

insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, recorded_at,
  reason_code, reason, voids, link_id, batch_id)
select h.workshop_id, v.enrollment_id, v.nth, v.from_state, v.to_state, v.effective_on, v.recorded_at, v.reason_code,
  v.reason, null, coalesce(gone.id, come.id), run.batch_id
from demo_event v
join demo_life l using (enrollment_id)
join demo_cohort h using (place)
left join enrollment_link gone
  on v.to_state = 'transferred' and (gone.workshop_id, gone.from_id) = (h.workshop_id, v.enrollment_id)
left join enrollment_link come on v.nth = 1 and (come.workshop_id, come.to_id) = (h.workshop_id, v.enrollment_id)
cross join run
where not v.corrects
order by h.workshop_id, v.enrollment_id, v.nth;

-- Apart, since what a correction takes back had been known before.
insert into enrollment_event (workshop_id, enrollment_id, nth, from_state, to_state, effective_on, recorded_at,
  reason_code, reason, voids, batch_id)
select h.workshop_id, v.enrollment_id, v.nth, v.from_state, v.to_state, v.effective_on, v.recorded_at, v.reason_code,
  v.reason, v.nth - 1, run.batch_id
from demo_event v
join demo_life l using (enrollment_id)
join demo_cohort h using (place)
cross join run
where v.corrects
order by h.workshop_id, v.enrollment_id, v.nth;

insert into cohort_event (workshop_id, cohort_id, nth, status, effective_on, recorded_at)
select workshop_id, cohort_id, 2, 'running', intake_on, intake_on::timestamp at time zone 'UTC'
from demo_cohort where status in ('running', 'finished') order by place;

-- Where it came from: a row for each workshop, as for a file.
insert into import_batch (workshop_id, id, number, command, noun, file_name, file_bytes, options, lines, people_created,
  people_changed, enrollments_created, unchanged, refused)
select p.workshop_id, run.batch_id, n.number, run.command, 'people_with_enrollments', 'luban seed demo', 0, request.options,
  p.people, p.people, 0, p.people, 0, 0
from (select h.workshop_id, count(*) as people from demo_person join demo_cohort h using (place) group by h.workshop_id) p
join number_imports((select array_agg(distinct workshop_id) from demo_cohort)) n using (workshop_id)
cross join run cross join seed_request request;

-- What is asked first should not be planned as for empty tables.
analyze student;
analyze student_name;
analyze enrollment;
analyze enrollment_event;
analyze cohort_tally;
