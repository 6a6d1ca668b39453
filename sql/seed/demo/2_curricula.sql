-- What is told of at a past time had been entered by then: what comes with Luban, and the curricula of the demonstration.
-- Nothing else was changed, so nothing of it is kept.
create temp table demo_entry on commit drop as select timestamptz '2020-01-06 00:00:00+00' as at;
update workshop set recorded_at = least(recorded_at, at) from demo_entry;
update workshop_role set recorded_at = least(recorded_at, at) from demo_entry;
update partner set recorded_at = least(recorded_at, at) from demo_entry;
update partner_name set recorded_at = least(recorded_at, at) from demo_entry;
update program set recorded_at = least(recorded_at, at) from demo_entry;
delete from revision where replaced_at = now();
delete from shared_revision where replaced_at = now();

-- Plausible curricula, for an edition of its own of each program: from seed/demo, read into the tables seed_*.

insert into course (code, kind, titles, hours_theory, hours_practice, credits, language, framework, level, theme, source,
  recorded_at)
select code, kind::course_kind, jsonb_build_object('en', title_en, 'zh', title_zh, 'ru', title_ru), theory::numeric,
  practice::numeric, credits::numeric, case kind when 'language' then 'zh' end, framework, level, theme,
  'luban seed demo: plausible, not taken from a real curriculum', at
from seed_courses, demo_entry;

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
    minimum_schooling, recorded_at)
  select distinct on (p.id) p.id, e.edition || '-DEMO', e.titles, e.mode, e.isced_field, e.isced_level, e.months, 16, 3, at
  from program p join program_edition e on e.program_id = p.id cross join demo_entry
  where p.code in (select program from seed_curricula)
  order by p.id, e.edition desc
  returning id, program_id)
select made.id, program_id, p.code as program from made join program p on p.id = made.program_id;

insert into elective_group (edition_id, code, minimum_credits, recorded_at)
select distinct e.id, s.elective_group, 2, at
from seed_curricula s join demo_edition e on e.program = s.program cross join demo_entry
where s.elective_group is not null;

insert into curriculum_item (edition_id, course_id, term, elective_group, recorded_at)
select e.id, c.id, s.term::smallint, s.elective_group, at
from seed_curricula s
join demo_edition e on e.program = s.program
join course c on c.code = s.course
cross join demo_entry;

insert into program_certificate (edition_id, side, title, partner_id)
select e.id, c.side, c.title, body.partner_id
from seed_rules s
join demo_edition e on e.program = s.program
cross join lateral (values ('host'::certificate_side, s.host_certificate), ('chinese', s.chinese_certificate)) c (side, title)
-- Who awards it: of several leads of a workshop the first; of a program of several workshops each has its own.
cross join lateral (
  select case when count(distinct w.id) = 1 then (array_agg(i.id order by i.code))[1] end as partner_id
  from seed_cohorts h
  join workshop w on w.code = h.workshop
  join workshop_role r on r.workshop_id = w.id and r.role = case c.side when 'host' then 'host' else 'lead' end::workshop_role_kind
  join partner i on i.id = r.partner_id
  where h.program = s.program) body;

-- First those that others renew.
insert into agreement (code, kind, signed_on, effective_on, expires_on, note, recorded_at)
select s.number, 'joint_training', s.signed::date, s.effective::date, s.expires::date,
  'luban seed demo: no such paper was signed', at
from seed_agreements s, demo_entry
where s.renews is null;

insert into agreement (code, kind, signed_on, effective_on, expires_on, renews_id, note, recorded_at)
select s.number, 'joint_training', s.signed::date, s.effective::date, s.expires::date, a.id,
  'luban seed demo: no such paper was signed', at
from seed_agreements s join agreement a on a.code = s.renews cross join demo_entry;

insert into agreement_party (agreement_id, partner_id)
select distinct a.id, r.partner_id
from seed_agreements s
join agreement a on a.code = s.number
join workshop w on w.code = s.workshop
join workshop_role r on r.workshop_id = w.id and r.role in ('host', 'lead');

insert into agreement_scope (workshop_id, agreement_id, program_id)
select distinct w.id, a.id, e.program_id
from seed_agreements s
join agreement a on a.code = s.number
join workshop w on w.code = s.workshop
join seed_cohorts c on c.workshop = s.workshop
join demo_edition e on e.program = c.program;
