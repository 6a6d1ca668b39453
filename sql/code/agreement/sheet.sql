-- Agreements as a line of a file has them.

create or replace view agreement_sheet with (security_invoker = true) as
select a.id, a.code, a.number, a.kind,
  (select string_agg(i.code, '; ' order by i.code) from agreement_party p join partner i on i.id = p.partner_id
   where p.agreement_id = a.id) as parties,
  (select string_agg(scope, '; ' order by scope collate "C") from unnest(agreement_scopes(a.id)) scope) as covers,
  a.signed_on, a.effective_on, a.expires_on, a.ended_on, a.end_reason, r.code as renews, a.note
from agreement a
left join agreement r on r.id = a.renews_id;
comment on view agreement_sheet is 'Agreements as files have them, with parties, scope and what they renew.';
