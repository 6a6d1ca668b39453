-- Whoever takes a place of these offers is waited for.
select from placement_offer o
where (o.workshop_id, o.code::text) in (
  select w.workshop_id, luban.plain_code(s.offer) from line_workshop w join stage s on s.line = w.line)
order by o.workshop_id, o.id for no key update;

-- What each line says, beside the offer that is there, of which a blank cell says nothing.
create temp table part on commit drop as
with read as (
  select w.*, luban.plain_code(s.offer) as code, s.partner, luban.composed(s.title) as title, s.places as places_text,
    s."from" as from_text, s."to" as to_text, s.hours as hours_text, s.course, luban.composed(s.supervisor) as supervisor,
    case when s.places ~ '^[0-9]{1,9}$' then s.places::int end as places,
    luban.read_day(s."from", run.dates)::date as from_on, luban.read_day(s."to", run.dates)::date as to_on,
    luban.read_hours(s.hours) as hours
  from run cross join stage s join line_workshop w on w.line = s.line
  offset 0
)
select r.line, r.workshop_id, r.code, o.id as known_id, r.partner, i.id as partner_id, i.kind as partner_kind,
  o.partner_id as known_partner_id, r.places_text, r.from_text, r.to_text, r.hours_text, r.course, c.id as course_id,
  c.kind as course_kind, r.supervisor, o.places_taken, coalesce(r.title, o.title) as title,
  case when r.places_text is null then o.places else r.places end as places,
  coalesce(r.from_on, o.begins_on) as begins_on, coalesce(r.to_on, o.ends_on) as ends_on,
  case when r.hours_text is null then o.hours else r.hours end as hours,
  nullif(concat_ws(',', case when r.title <> o.title then 'title' end, case when r.places <> o.places then 'places' end,
    case when r.from_on <> o.begins_on then 'from' end, case when r.to_on <> o.ends_on then 'to' end,
    case when r.hours <> o.hours then 'hours' end,
    case when o.id is not null and c.id is distinct from o.course_id and c.id is not null then 'course' end,
    case when o.id is not null and r.supervisor is distinct from o.supervisor and r.supervisor is not null
      then 'supervisor' end), '') as differs
from read r
left join placement_offer o on (o.workshop_id, o.code::text) = (r.workshop_id, r.code)
left join partner i on i.code = luban.plain_code(r.partner)
left join course c on c.code = luban.plain_code(r.course);

analyze part;
