-- Who signed them, what they cover, and what they renew.
insert into agreement_party (agreement_id, partner_id)
select a.id, y.partner_id
from plan p join agreement a on a.code = p.code join party_line y on y.line = p.line
where p.outcome = 'created' order by a.id, y.partner_id;

delete from agreement_scope s using plan p, agreement a
where p.outcome = 'changed' and 'covers' = any (string_to_array(p.differs, ',')) and a.code = p.code and s.agreement_id = a.id
  and not exists (
    select from scope_line n
    where n.line = p.line and n.workshop_id = s.workshop_id and n.program_id is not distinct from s.program_id);
insert into agreement_scope (workshop_id, agreement_id, program_id)
select n.workshop_id, a.id, n.program_id
from plan p join agreement a on a.code = p.code join scope_line n on n.line = p.line
where p.outcome = 'created' or p.outcome = 'changed' and 'covers' = any (string_to_array(p.differs, ','))
on conflict do nothing;

update agreement a set renews_id = o.id
from plan p join agreement o on o.code = p.renews
where a.code = p.code and p.outcome in ('created', 'changed') and a.renews_id is distinct from o.id;

-- A number that the same parties gave to another paper is told: most often it is the same one.
insert into note (line, note, value)
select p.line, phrase('the same parties have another agreement of this number'), a.number || ': ' || array_to_string(o.codes, ', ')
from plan p join agreement a on a.code = p.code cross join lateral agreements_of_number(a) o (codes)
where o.codes <> '{}' and (p.outcome = 'created' or p.outcome = 'changed' and 'number' = any (string_to_array(p.differs, ',')));
