create view list.credential with (security_invoker = true) as
select k.serial, shown_number(s.number) as student, k.record #>> '{student,name}' as name, c.code as cohort, k.side::text, k.title,
  i.code as awarded_by, k.issued_on,
  case when k.revoked_on is null then 'valid' when r.id is null then 'revoked' else 'replaced' end as status,
  k.revoked_on, k.revoke_reason, r.serial as replaced_by, k.uid::text, w.code as workshop, s.number
from credential k
join enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join workshop w on w.id = k.workshop_id
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
left join partner i on i.id = k.partner_id
left join credential r on (r.workshop_id, r.replaces_id) = (k.workshop_id, k.id);
comment on column list.credential.name is 'name as it was on the day of issue';
comment on column list.credential.title is 'title of the certificate';
comment on column list.credential.status is 'valid, revoked, or replaced by another';
