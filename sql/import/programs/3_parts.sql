-- Stages, as the cell says, and certificates.
create temp table written on commit drop as
select e.id as edition_id, p.line, p.outcome, p.differs, p.host_certificate, p.host_body, p.chinese_certificate, p.chinese_body
from plan p join program_edition e on (e.program_id, e.edition) = (p.program_id, p.edition)
where p.outcome in ('created', 'changed');

delete from program_stage s using written w
where w.outcome = 'changed' and 'stages' = any (string_to_array(w.differs, ',')) and s.edition_id = w.edition_id;
insert into program_stage (edition_id, nth, place, months, partner_id)
select w.edition_id, s.nth, s.place, s.months, i.id
from written w join stage_line s on s.line = w.line left join partner i on i.code = s.partner
where w.outcome = 'created' or 'stages' = any (string_to_array(w.differs, ','))
order by w.edition_id, s.nth;

insert into program_certificate (edition_id, side, title, partner_id)
select w.edition_id, c.side::certificate_side, c.title, i.id
from written w
cross join lateral (values ('host', w.host_certificate, w.host_body), ('chinese', w.chinese_certificate, w.chinese_body))
  c (side, title, body)
left join partner i on i.code = c.body
where c.title is not null
  and (w.outcome = 'created' or string_to_array(w.differs, ',') && array[c.side || '_certificate', c.side || '_body'])
on conflict (edition_id, side) do update set title = excluded.title, partner_id = excluded.partner_id;
