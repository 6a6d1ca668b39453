create view list.language_certificate with (security_invoker = true) as
select w.code || '/' || shown_number(s.number) as student, n.full_name as name, c.framework || ':' || c.level as level,
  c.taken_on, trim_scale(c.score) as score, l.max_score, l.pass_score as pass,
  case when c.passed then 'passed' else 'failed' end || case when l.pass_score is null then ' (stated)' else '' end as result,
  (select string_agg(key || ' ' || value, ', ' order by array_position(l.exam_parts, key), key)
    from jsonb_each_text(c.parts)) as parts,
  c.purpose::text, c.certificate_number as number, c.center, c.valid_until, c.note, to_char(c.recorded_at, 'YYYY-MM-DD HH24:MI"Z"') as recorded_at, c.recorded_by, w.code as workshop,
  w.code || '/' || shown_number(s.number) || ' ' || c.framework || ':' || c.level || ' ' || c.taken_on as key,
  c.framework, c.passed as is_passed, c.workshop_id, c.student_id, s.number as student_number
from language_certificate c
join language_level l on (l.framework, l.level) = (c.framework, c.level)
join workshop w on w.id = c.workshop_id
join student s on (s.workshop_id, s.id) = (c.workshop_id, c.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity');
comment on column list.language_certificate.student is 'workshop and number';
comment on column list.language_certificate.note is 'reason of the latest correction, or a remark';
comment on column list.language_certificate.recorded_at is 'when it was entered, UTC';
comment on column list.language_certificate.recorded_by is 'role that entered it';
comment on column list.language_certificate.key is 'student, level and day';
comment on column list.language_certificate.level is 'level that was tested, with its framework';
comment on column list.language_certificate.max_score is 'most points; empty where no scale is published';
comment on column list.language_certificate.parts is 'points by part of the exam';
comment on column list.language_certificate.number is 'number of the certificate';
