create view list.course with (security_invoker = true) as
select c.code, c.kind::text, main_title(c.titles) as title, c.titles, trim_scale(c.hours_theory) as theory,
  trim_scale(c.hours_practice) as practice, trim_scale(c.hours_theory + c.hours_practice) as hours,
  trim_scale(c.credits) as credits, c.language, c.framework, c.framework || ':' || c.level as level, c.theme,
  (select string_agg(o.code, ', ' order by o.code) from course_prerequisite p
    join course o on o.id = p.requires_id where p.course_id = c.id) as requires,
  (select string_agg(o.code, ', ' order by o.code) from course_support s
    join course o on o.id = s.supports_id where s.course_id = c.id) as supports,
  c.retired_on as retired, c.retire_reason, c.retired_on is not null as is_retired,
  array(select p.code from curriculum_item i join program_edition e on e.id = i.edition_id
    join program p on p.id = e.program_id where i.course_id = c.id) as programs
from course c;

create view list.language_level with (security_invoker = true) as
select l.framework || ':' || l.level as level, l.framework, f.name, f.year, f.language, l.rank, l.stage, l.vocabulary,
  l.pass_score as pass, l.max_score as of, array_to_string(l.exam_parts, '; ') as parts, l.cefr_claimed as cefr,
  l.cefr_per_fach as cefr_fach, l.confidence, l.source, l.note
from language_level l join language_framework f on f.code = l.framework;
