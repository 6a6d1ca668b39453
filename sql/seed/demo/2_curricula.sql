-- Plausible curricula, for an edition of its own of each program: from seed/demo, read into the tables seed_*.

insert into course (code, kind, titles, hours_theory, hours_practice, credits, language, framework, level, theme, source)
select code, kind::course_kind, jsonb_build_object('en', title_en, 'zh', title_zh, 'ru', title_ru), theory::numeric,
  practice::numeric, credits::numeric, case kind when 'language' then 'zh' end, framework, level, theme,
  'luban seed demo: plausible, not taken from a real curriculum'
from seed_courses;

insert into course_prerequisite (course_id, requires_id)
select c.id, r.id
from seed_courses s
cross join lateral string_to_table(s.requires, ';') required (code)
join course c on c.code = s.code
join course r on r.code = required.code;

insert into course_support (course_id, supports_id)
select c.id, t.id
from seed_courses s
cross join lateral string_to_table(s.supports, ';') supported (code)
join course c on c.code = s.code
join course t on t.code = supported.code;

create temp table demo_edition on commit drop as
with made as (
  insert into program_edition (program_id, edition, titles, mode, isced_field, isced_level, months, minimum_age,
    minimum_schooling)
  select distinct on (p.id) p.id, e.edition || '-DEMO', e.titles, e.mode, e.isced_field, e.isced_level, e.months, 16, 3
  from program p join program_edition e on e.program_id = p.id
  where p.code in (select program from seed_curricula)
  order by p.id, e.edition desc
  returning id, program_id)
select made.id, program_id, p.code as program from made join program p on p.id = made.program_id;

insert into elective_group (edition_id, code, minimum_credits)
select distinct e.id, s.elective_group, 2
from seed_curricula s join demo_edition e on e.program = s.program
where s.elective_group is not null;

insert into curriculum_item (edition_id, course_id, term, elective_group)
select e.id, c.id, s.term::smallint, s.elective_group
from seed_curricula s
join demo_edition e on e.program = s.program
join course c on c.code = s.course;

insert into program_certificate (edition_id, side, title, institution_id)
select e.id, c.side, c.title, body.institution_id
from seed_rules s
join demo_edition e on e.program = s.program
cross join lateral (values ('host'::certificate_side, s.host_certificate), ('chinese', s.chinese_certificate)) c (side, title)
-- Who awards it, where that is one institution.
cross join lateral (
  select case when count(distinct r.institution_id) = 1 then min(r.institution_id) end as institution_id
  from seed_cohorts h
  join workshop w on w.code = h.workshop
  join workshop_role r on r.workshop_id = w.id and r.role = case c.side when 'host' then 'host' else 'lead' end::workshop_role_kind
  where h.program = s.program) body;

-- First those that others renew.
insert into agreement (number, kind, signed_on, effective_on, expires_on, note)
select s.number, 'joint_training', s.signed::date, s.effective::date, s.expires::date,
  'luban seed demo: no such paper was signed'
from seed_agreements s
where s.renews is null;

insert into agreement (number, kind, signed_on, effective_on, expires_on, renews_id, note)
select s.number, 'joint_training', s.signed::date, s.effective::date, s.expires::date, a.id,
  'luban seed demo: no such paper was signed'
from seed_agreements s join agreement a on a.number = s.renews;

insert into agreement_party (agreement_id, institution_id)
select distinct a.id, r.institution_id
from seed_agreements s
join agreement a on a.number = s.number
join workshop w on w.code = s.workshop
join workshop_role r on r.workshop_id = w.id and r.role in ('host', 'lead');

insert into agreement_scope (workshop_id, agreement_id, program_id)
select distinct w.id, a.id, e.program_id
from seed_agreements s
join agreement a on a.number = s.number
join workshop w on w.code = s.workshop
join seed_cohorts c on c.workshop = s.workshop
join demo_edition e on e.program = c.program;
