create view list.agreement with (security_invoker = true) as
select a.code, a.number, a.kind::text, agreement_state(a, today()) as state,
  (select string_agg(i.code, ', ' order by i.code) from agreement_party p
    join partner i on i.id = p.partner_id where p.agreement_id = a.id) as parties,
  array_to_string(agreement_scopes(a.id), ', ') as covers, a.signed_on as signed, a.effective_on as effective,
  nullif(agreement_until(a), 'infinity') as until, a.expires_on as expires, a.ended_on as ended, a.end_reason,
  f.code as renews, n.code as renewed_by, a.note,
  array(select i.code from agreement_party p join partner i on i.id = p.partner_id where p.agreement_id = a.id)
    as partners,
  array(select w.code from agreement_scope s join workshop w on w.id = s.workshop_id where s.agreement_id = a.id) as workshops,
  least(agreement_until(a), today() + 100000) - today() as days_left
from agreement a
left join agreement f on f.id = a.renews_id
left join agreement n on n.renews_id = a.id;
select list.derive('list.agreement', 'as_of');
comment on column list.agreement.kind is 'memorandum, joint_training, credit_recognition or equipment';
comment on column list.agreement.note is 'free remark';
comment on column list.agreement.code is 'code of the agreement';
comment on column list.agreement.number is 'number on the paper';
comment on column list.agreement.end_reason is 'why it was ended';
comment on column list.agreement.state is 'pending, in_force, expired or ended';
