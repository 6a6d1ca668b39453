-- Subselects rather than joins: what a page does not want is then not computed.
create view list.student with (security_invoker = true) as
select w.code || '/' || shown_number(s.number) as student,
  (select k.full_name from student_name k where (k.workshop_id, k.student_id, k.kind, k.valid_to)
    = (s.workshop_id, s.id, 'native', 'infinity')) as name,
  (select k.full_name from student_name k where (k.workshop_id, k.student_id, k.kind, k.valid_to)
    = (s.workshop_id, s.id, 'latin', 'infinity')) as latin_name,
  (select k.full_name from student_name k where (k.workshop_id, k.student_id, k.kind, k.valid_to)
    = (s.workshop_id, s.id, 'chinese', 'infinity')) as chinese_name,
  s.gender::text, s.birth_on as birth_date, s.nationality, s.schooling,
  (select l.framework || ':' || l.level from language_level l where (l.framework, l.rank) = (s.entry_framework, s.entry_rank))
    as language_level,
  (select string_agg(c.code || ' ' || wording(e.state::text), ', ' order by e.applied_on desc, c.code)
    from enrollment e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    where (e.workshop_id, e.student_id) = (s.workshop_id, s.id)
      and e.state in ('applied', 'waitlisted', 'admitted', 'enrolled', 'suspended')) as enrollments,
  w.code as workshop, s.recorded_at::date as entered, s.number as nth, s.workshop_id, s.id
from student s
join workshop w on w.id = s.workshop_id;
comment on column list.student.student is 'workshop and number';

create view list.student_export with (security_invoker = true) as
select shown_number(s.number) as number, n.full_name, n.family_name, n.given_name, n.patronymic, l.latin_name, l.chinese_name,
  l.birth_date, l.gender, l.nationality, s.document_kind::text, s.document_country, s.document_number, s.email, s.phone, l.schooling,
  l.language_level, s.consent_on as consent_date, l.workshop, l.nth, l.student as reference, l.workshop_id, l.id
from list.student l
join student s on (s.workshop_id, s.id) = (l.workshop_id, l.id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity');
