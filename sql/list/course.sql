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
    join program p on p.id = e.program_id where i.course_id = c.id) as programs,
  array(select t.value from jsonb_each_text(c.titles) t) as all_names
from course c;
comment on column list.course.title is 'title in English, or in the first language there is';
comment on column list.course.code is 'code of the course';
comment on column list.course.theory is 'hours of theory';
comment on column list.course.practice is 'hours of practice';
comment on column list.course.language is 'language that a language module teaches';
comment on column list.course.level is 'level that a language module leads to';
comment on column list.course.theme is 'theme of a culture module';

create view list.language_level with (security_invoker = true) as
select l.framework || ':' || l.level as level, l.framework, f.name, f.year, f.language, l.rank, l.stage, l.vocabulary,
  l.pass_score as pass, l.max_score, array_to_string(l.exam_parts, '; ') as parts, l.cefr_claimed as cefr,
  l.cefr_per_fach as cefr_fach, l.confidence, l.source, l.note
from language_level l join language_framework f on f.code = l.framework;
comment on column list.language_level.name is 'name of the framework with its version';
comment on column list.language_level.note is 'what should be known beside it';
comment on column list.language_level.source is 'where it is said';
comment on column list.language_level.language is 'language it teaches';
comment on column list.language_level.level is 'level it leads to, with its framework';
comment on column list.language_level.max_score is 'most points';
comment on column list.language_level.parts is 'parts of the exam';
