-- What a program edition asks of its students: grading scales, and the rule of completion as data.

create type scale_kind as enum ('numbers', 'words');
comment on type scale_kind is 'Whether marks of a scale are numbers within limits, or words of a list.';

create table grading_scale (
  code text collate "C" primary key
    constraint grading_scale_code_is_lower_case check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  name text not null,
  kind scale_kind not null,
  lowest numeric,
  highest numeric,
  step numeric,
  pass_from numeric,
  has_average boolean not null,
  source text not null,
  constraint grading_scale_of_numbers_has_limits check (
    (kind = 'numbers') = (lowest is not null and highest is not null and step is not null and pass_from is not null)),
  constraint grading_scale_limits_are_in_order check (lowest < highest and step > 0),
  constraint grading_scale_is_passed_within_its_limits check (pass_from > lowest and pass_from <= highest)
);
comment on table grading_scale is
  'Scales on which marks are given; marks of different scales are never mixed in one average.';
comment on column grading_scale.code is 'Code people type, as in percent or cis5.';
comment on column grading_scale.name is 'Name in English.';
comment on column grading_scale.kind is 'Numbers within limits, or words of a list.';
comment on column grading_scale.lowest is 'Lowest mark of a scale of numbers.';
comment on column grading_scale.highest is 'Highest mark of a scale of numbers.';
comment on column grading_scale.step is 'Marks are multiples of this above the lowest.';
comment on column grading_scale.pass_from is 'Lowest mark that passes.';
comment on column grading_scale.has_average is 'Whether a weighted average of its marks says something.';
comment on column grading_scale.source is 'Where the scale is described.';

create table grading_mark (
  scale text collate "C" not null constraint grading_mark_is_of_a_scale references grading_scale,
  mark text not null constraint grading_mark_is_not_blank check (btrim(mark) <> ''),
  value numeric not null,
  passes boolean not null,
  aliases text[] not null default '{}',
  primary key (scale, mark)
);
comment on table grading_mark is
  'Marks in words: all of a scale of words, and those that stand for a number of one of numbers.';
comment on column grading_mark.scale is 'The scale.';
comment on column grading_mark.mark is 'The mark as it is kept and printed.';
comment on column grading_mark.value is 'What it counts in an average, and its order among the marks.';
comment on column grading_mark.passes is 'Whether it passes.';
comment on column grading_mark.aliases is 'Other words for it, in any language.';

create type counted_attempt as enum ('best', 'latest');
comment on type counted_attempt is 'Which of several attempts at a course counts.';
create type excused_rule as enum ('left_out', 'attended', 'missed');
comment on type excused_rule is 'How excused absence counts in rates of attendance: not at all, as attended, or as missed.';

create table completion_rule (
  edition_id int primary key constraint completion_rule_is_of_an_edition references program_edition on delete cascade,
  scale text collate "C" constraint completion_rule_scale_is_known references grading_scale,
  counted_attempt counted_attempt not null default 'best',
  excused excused_rule not null default 'left_out',
  attendance_percent numeric
    constraint completion_attendance_is_a_percentage check (attendance_percent > 0 and attendance_percent <= 100),
  course_attendance_percent numeric
    constraint completion_course_attendance_is_a_percentage
    check (course_attendance_percent > 0 and course_attendance_percent <= 100),
  language_framework text collate "C",
  language_level text collate "C",
  culture_hours numeric
    constraint completion_culture_hours_are_plausible check (culture_hours > 0 and culture_hours <= 10000),
  placement_hours numeric
    constraint completion_placement_hours_are_plausible check (placement_hours > 0 and placement_hours <= 10000),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint completion_language_level_is_of_its_framework
    foreign key (language_framework, language_level) references language_level,
  constraint completion_language_level_is_whole check ((language_framework is null) = (language_level is null))
);
create index completion_rule_by_scale on completion_rule (scale);
create index completion_rule_by_level on completion_rule (language_framework, language_level);
comment on table completion_rule is
  'What a program edition asks of those who complete it, beside the required courses of its curriculum.';
comment on column completion_rule.edition_id is 'The edition.';
comment on column completion_rule.scale is 'Scale of marks where a course has none of its own.';
comment on column completion_rule.counted_attempt is 'Which attempt at a course counts.';
comment on column completion_rule.excused is 'How excused absence counts.';
comment on column completion_rule.attendance_percent is
  'Least attendance over all classes, in percent of the hours held while enrolled.';
comment on column completion_rule.course_attendance_percent is 'Least attendance in each class, in percent.';
comment on column completion_rule.language_framework is 'Framework of the language target.';
comment on column completion_rule.language_level is
  'Level to be reached, by certificate or by the result of a module that ends in it.';
comment on column completion_rule.culture_hours is 'Hours of culture, in classes and events.';
comment on column completion_rule.placement_hours is 'Hours of placement.';
comment on column completion_rule.recorded_at is 'When it was entered.';
comment on column completion_rule.recorded_by is 'Role that entered it.';

alter table curriculum_item add column scale text collate "C" constraint curriculum_scale_is_known references grading_scale;
comment on column curriculum_item.scale is 'Scale of its marks; that of the completion rule where empty.';
create index curriculum_item_by_scale on curriculum_item (scale) where scale is not null;
