-- Partners as a line of a file has them.

create or replace view partner_sheet as
select p.id, p.code, p.kind, p.country, p.city_id, n.names ->> 'en' as name, n.names ->> 'zh' as name_zh,
  n.names ->> 'ru' as name_ru, written_titles(n.names) as other_names,
  p.status, (select min(e.effective_on) from partner_event e where e.partner_id = p.id and e.status = 'active') as active_since,
  s.effective_on as status_since, s.reason as status_reason,
  p.website, p.note, p.source
from partner p
cross join lateral (
  select jsonb_object_agg(language, name) as names from partner_name where partner_id = p.id and valid_to = 'infinity') n
left join lateral (
  select effective_on, reason from partner_event e
  where e.partner_id = p.id and p.status in ('suspended', 'ended') order by nth desc limit 1) s on true;
comment on view partner_sheet is 'Partners as files have them: what they are called now, and where the partnership stands.';
