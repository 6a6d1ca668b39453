-- Their names. A name that differs was wrong, unless a day says since when it is another one.
select rename_partner(k.id, n.key, n.value, (run.params ->> 'renamed_on')::date)
from run
cross join plan p
join partner k on k.code = p.code
cross join lateral jsonb_each_text(luban.titles_of(p.name, p.name_zh, p.name_ru, p.other_names)) n
where p.outcome in ('created', 'changed');

-- What becomes of their standing by each line.
create temp table late_standing on commit drop as
select k.id as partner_id, e.status, e.effective_on, e.reason,
  (select count(*) from partner_event v where v.partner_id = k.id) + row_number() over (partition by k.id order by e.nth) as nth
from plan p
join standing s on s.line = p.line
join partner k on k.code = p.code
cross join lateral (values
  (1, 'active'::partner_status, s.active_on, null), (2, s.status, s.status_on, s.status_reason)) e (nth, status, effective_on, reason)
where p.outcome in ('created', 'changed') and e.effective_on is not null;

-- Who is active is so at once. Who is suspended or ended takes no part and signs nothing: that comes after all that relies on them.
with begun as (delete from late_standing where status = 'active' returning *)
insert into partner_event (partner_id, nth, status, effective_on, reason)
select partner_id, nth, status, effective_on, reason from begun order by partner_id, nth;
