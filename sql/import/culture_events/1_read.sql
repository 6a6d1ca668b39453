-- Whoever enters that somebody takes part in one of these events is waited for.
select from culture_event v
where (v.workshop_id, v.code::text) in (
  select w.workshop_id, luban.plain_code(s.event) from line_workshop w join stage s on s.line = w.line)
order by v.workshop_id, v.id for no key update;

-- What each line says, beside the event that is there, of which a blank cell says nothing.
create temp table part on commit drop as
with read as (
  select w.*, luban.plain_code(s.event) as code, luban.composed(s.theme) as theme, luban.composed(s.title) as title,
    luban.composed(s.place) as place, s."from" as from_text, s."to" as to_text, s.hours as hours_text, s.module,
    luban.read_day(s."from", run.dates)::date as from_on, luban.read_day(s."to", run.dates)::date as to_on,
    luban.read_hours(s.hours) as hours
  from run cross join stage s join line_workshop w on w.line = s.line
  offset 0
)
select r.line, r.workshop_id, r.code, v.id as known_id, r.from_text, r.to_text, r.hours_text, r.module, c.id as course_id,
  c.kind as course_kind, r.place, coalesce(r.theme, v.theme, c.theme) as theme, coalesce(r.title, v.title) as title,
  coalesce(r.from_on, v.begins_on) as begins_on, r.to_on,
  -- A first day alone moves an event of one day.
  coalesce(r.to_on, case when v.begins_on < v.ends_on then v.ends_on end, r.from_on, v.ends_on) as ends_on,
  case when r.hours_text is null then v.hours else r.hours end as hours,
  nullif(concat_ws(',', case when r.theme <> v.theme then 'theme' end, case when r.title <> v.title then 'title' end,
    case when r.from_on <> v.begins_on then 'from' end, case when r.to_on <> v.ends_on then 'to' end,
    case when r.hours <> v.hours then 'hours' end,
    case when v.id is not null and r.place is distinct from v.place and r.place is not null then 'place' end,
    case when v.id is not null and c.id is distinct from v.course_id and c.id is not null then 'module' end), '') as differs
from read r
left join culture_event v on (v.workshop_id, v.code::text) = (r.workshop_id, r.code)
left join course c on c.code = luban.plain_code(r.module);

analyze part;
