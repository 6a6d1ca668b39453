create view list.outcome with (security_invoker = true) as
select c.code as cohort, shown_number(s.number) as student, n.full_name as name, o.months, o.status::text, o.answered_on,
  case when o.is_in_field then 'yes' when not o.is_in_field then 'no' end as in_field, o.employer,
  case when o.is_chinese_funded then 'yes' when not o.is_chinese_funded then 'no' end as chinese_funded,
  o.occupation, o.job_from_on as job_from, o.satisfaction, o.note,
  c.code || '/' || shown_number(s.number) || ' ' || lpad(o.months::text, 2, '0') as key, w.code as workshop
from outcome o
join enrollment e on (e.workshop_id, e.id) = (o.workshop_id, o.enrollment_id)
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join workshop w on w.id = c.workshop_id
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity');
comment on column list.outcome.student is 'number of the graduate';
comment on column list.outcome.name is 'name as the graduate writes it';
comment on column list.outcome.status is 'employed, self_employed, further_study, seeking, other or unknown';
comment on column list.outcome.key is 'cohort, student and point';
comment on column list.outcome.months is 'survey point, in months after completion';
