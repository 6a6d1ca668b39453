-- What the editions ask of those who complete them, stated before anybody does.

insert into completion_rule (edition_id, scale, attendance_percent, course_attendance_percent, language_framework,
  language_level, culture_hours, placement_hours, recorded_at)
select e.id, s.scale, s.attendance::numeric, s.course_attendance::numeric, split_part(s.language, ':', 1),
  split_part(s.language, ':', 2), s.culture_hours::numeric, s.placement_hours::numeric, at
from seed_rules s join demo_edition e on e.program = s.program cross join demo_entry;
analyze completion_rule;
