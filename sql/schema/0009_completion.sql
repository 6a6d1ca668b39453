-- What a program edition asks of those who complete it: the rule of completion as data.

create type counted_attempt as enum ('best', 'latest');
comment on type counted_attempt is 'Which of several attempts at a course counts.';
create type excused_rule as enum ('left_out', 'attended', 'missed');
comment on type excused_rule is 'How excused absence counts in rates of attendance: not at all, as attended, or as missed.';
create type language_rule as enum ('valid', 'once');
comment on type language_rule is 'Whether a language level counts while what shows it is valid, or from when it was reached once.';

create table completion_rule (
  id int generated always as identity,
  edition_id int primary key constraint completion_rule_is_of_an_edition references program_edition on delete cascade,
  scale text collate "C" constraint completion_rule_scale_is_known references grading_scale,
  counted_attempt counted_attempt not null default 'best',
  excused excused_rule not null default 'left_out',
  attendance_percent numeric,
  course_attendance_percent numeric,
  language_framework text collate "C",
  language_level text collate "C",
  language_counted language_rule not null default 'valid',
  culture_hours numeric,
  placement_hours numeric,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint completion_attendance_is_a_percentage check (
    attendance_percent > 0 and attendance_percent <= 100
    and course_attendance_percent > 0 and course_attendance_percent <= 100),
  constraint completion_hours_are_plausible check (
    culture_hours > 0 and culture_hours <= 10000 and placement_hours > 0 and placement_hours <= 10000),
  constraint completion_language_level_is_of_its_framework
    foreign key (language_framework, language_level) references language_level,
  constraint completion_language_level_is_whole check ((language_framework is null) = (language_level is null))
);
create index completion_rule_by_scale on completion_rule (scale);
create index completion_rule_by_level on completion_rule (language_framework, language_level);
comment on table completion_rule is
  'What a program edition asks of those who complete it, beside the required courses of its curriculum.';
comment on column completion_rule.id is 'Key of its revisions; stays when the row changes.';
comment on column completion_rule.scale is 'Scale of marks where a course has none of its own.';
comment on column completion_rule.counted_attempt is 'Which attempt at a course counts.';
comment on column completion_rule.excused is 'How excused absence counts.';
comment on column completion_rule.attendance_percent is
  'Least attendance over all classes, in percent of the hours held while enrolled.';
comment on column completion_rule.course_attendance_percent is 'Least attendance in each class, in percent.';
comment on column completion_rule.language_framework is 'Framework of the language target.';
comment on column completion_rule.language_level is
  'Level to be reached, by certificate or by the result of a module that ends in it.';
comment on column completion_rule.language_counted is 'Whether the level must be valid on the day, or have been reached once.';
comment on column completion_rule.culture_hours is 'Hours of culture, in classes and events.';
comment on column completion_rule.placement_hours is 'Hours of placement.';
