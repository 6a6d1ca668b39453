create view list.program with (security_invoker = true) as
select p.code, e.edition, (select count(*) from program_edition o where o.program_id = p.id) as editions,
  main_title(e.titles) as title, e.titles, e.mode::text, e.isced_field as field, e.isced_level as level, e.months,
  (select count(*) from curriculum_item i where i.edition_id = e.id) as courses,
  trim_scale(h.theory) as theory, trim_scale(h.practice) as practice, trim_scale(h.language) as language,
  trim_scale(h.culture) as culture, trim_scale(h.total) as hours,
  (select count(*) from cohort c where c.program_id = p.id) as cohorts, e.minimum_age, e.minimum_schooling,
  e.entry_framework || ':' || e.entry_level as entry_level, r.code as required_program, p.industry,
  array(select o.code from cohort c join workshop o on o.id = c.workshop_id where c.program_id = p.id) as workshops,
  array(select t.value from jsonb_each_text(e.titles) t) as all_names
from program p
join program_edition e on e.program_id = p.id
  and not exists (select from program_edition o where o.program_id = p.id and o.edition > e.edition)
join curriculum_hours h on h.edition_id = e.id
left join program r on r.id = e.requires_program_id;
comment on column list.program.title is 'title in English, or in the first language there is';
comment on column list.program.code is 'code of the program';
comment on column list.program.hours is 'all hours of the required courses';
comment on column list.program.edition is 'its latest edition';
comment on column list.program.months is 'nominal duration in months';
comment on column list.program.theory is 'hours of theory of the required technical courses';
comment on column list.program.practice is 'hours of practice of these';
comment on column list.program.language is 'hours of language modules among them';
comment on column list.program.level is 'level, ISCED 2011';

create view list.isced_field with (security_invoker = true) as
select f.code as field, f.level, f.title_en as title, p.title_en as within
from isced_field f left join isced_field p on p.code = f.parent_code;
comment on column list.isced_field.field is 'code of ISCED-F 2013, which a program names';
comment on column list.isced_field.level is 'broad, narrow or detailed';
comment on column list.isced_field.title is 'title in English, as UNESCO has it';
comment on column list.isced_field.within is 'the field above it';
