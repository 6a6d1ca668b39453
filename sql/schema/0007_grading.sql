-- Scales on which marks are given.

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
