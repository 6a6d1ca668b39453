-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('grading_scale_code_is_lower_case', 'The code of a grading scale is lower case letters, digits and dashes.', 'Choose another code.', '{}', ''),
  ('grading_scale_of_numbers_has_limits', 'A scale of numbers, and no other, has limits, a step and a mark that passes.', 'Give all four, or none for a scale of words.', '{}', ''),
  ('grading_scale_limits_are_in_order', 'The lowest mark of a scale is below the highest, and its step above zero.', 'Correct the limits.', '{}', ''),
  ('grading_scale_is_passed_within_its_limits', 'The mark that passes lies within its scale.', 'Correct the mark that passes.', '{}', ''),
  ('grading_mark_is_of_a_scale', 'A mark is of a scale that is known.', '', '{list(scale)}', ''),
  ('grading_mark_is_not_blank', 'A mark is not blank.', 'Give the mark as the scale writes it.', '{}', ''),
  ('curriculum_scale_is_known', 'A course is graded on a scale that is known.', '', '{list(scale)}', ''),
  ('scale_in_use_is_kept', 'A scale on which marks were given keeps what they count.', 'Make another scale.', '{}', '{scale}[: {mark}]');
