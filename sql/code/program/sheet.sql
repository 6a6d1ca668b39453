-- Courses, programs and curricula as a line of a file has them.

create or replace view course_sheet as
select c.id, c.code, c.kind, c.titles ->> 'en' as title, c.titles ->> 'zh' as title_zh, c.titles ->> 'ru' as title_ru,
  written_titles(c.titles) as other_titles, c.hours_theory, c.hours_practice, c.credits, c.language,
  c.framework || ':' || c.level as leads_to, c.theme,
  (select string_agg(o.code, '; ' order by o.code) from course_prerequisite p join course o on o.id = p.requires_id
   where p.course_id = c.id) as requires,
  (select string_agg(o.code, '; ' order by o.code) from course_support s join course o on o.id = s.supports_id
   where s.course_id = c.id) as supports,
  c.retired_on, c.retire_reason, c.source
from course c;
comment on view course_sheet is 'Courses as files have them, with those they require and support.';

create or replace function read_stages(value text) returns table (nth int, place text, months int, partner text)
language sql immutable parallel safe as $$
  select s.nth::int, luban.composed(btrim(m.parts[1])), m.parts[2]::int, luban.plain_code(m.parts[3])
  from regexp_split_to_table(value, ';') with ordinality s (one, nth)
  left join lateral regexp_match(s.one, '^(.+)=\s*([0-9]{1,4})\s*(?:@(.+))?$') m (parts) on true
  where btrim(s.one) <> ''
$$;
comment on function read_stages is
  'The stages of a cell, place=months@partner, with semicolons between them; without a place where one can''t be read.';

create or replace view program_sheet as
select e.id, p.code as program, e.edition, e.titles ->> 'en' as title, e.titles ->> 'zh' as title_zh,
  e.titles ->> 'ru' as title_ru, written_titles(e.titles) as other_titles, e.mode, e.isced_field, e.isced_level, e.months,
  e.minimum_age, e.minimum_schooling, e.entry_framework || ':' || e.entry_level as entry, r.code as requires, p.industry,
  (select string_agg(s.place || '=' || s.months || coalesce('@' || i.code, ''), '; ' order by s.nth)
   from program_stage s left join partner i on i.id = s.partner_id where s.edition_id = e.id) as stages,
  host.title as host_certificate, host.body as host_body, chinese.title as chinese_certificate, chinese.body as chinese_body
from program_edition e
join program p on p.id = e.program_id
left join program r on r.id = e.requires_program_id
left join lateral (
  select c.title, i.code as body from program_certificate c left join partner i on i.id = c.partner_id
  where (c.edition_id, c.side) = (e.id, 'host')) host on true
left join lateral (
  select c.title, i.code as body from program_certificate c left join partner i on i.id = c.partner_id
  where (c.edition_id, c.side) = (e.id, 'chinese')) chinese on true;
comment on view program_sheet is 'Editions of programs as files have them, with stages and certificates.';

create or replace view curriculum_sheet as
select i.id, i.edition_id, i.course_id, i.term, i.elective_group, g.minimum_credits as group_credits, i.weight, i.scale
from curriculum_item i
left join elective_group g on (g.edition_id, g.code) = (i.edition_id, i.elective_group);
comment on view curriculum_sheet is 'Curricula as files have them, with the credits that their groups of electives ask for.';
