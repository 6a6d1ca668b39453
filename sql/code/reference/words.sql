-- The words of the rules that facts of reference must keep.

insert into rule (name, sentence, way_out, actions) values
  ('country_alpha2_is_two_letters', 'A country is named by the two capitals of ISO 3166-1.', 'Write it as in UZ.', '{}'),
  ('country_alpha3_is_unique', 'Each country has three letters of its own.', 'Take them from ISO 3166-1.', '{}'),
  ('country_sco_periods_are_in_order', 'A standing in the SCO begins before it ends.', 'Check the two dates.', '{}'),
  ('country_sco_is_one_at_a_time', 'A country has one standing in the SCO at a time.', 'End the former one on the day the new one begins.', '{}'),
  ('country_sco_is_of_a_known_country', 'A standing in the SCO is of a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.', '{}'),
  ('city_is_in_a_known_country', 'A city lies in a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.', '{}'),
  ('sister_city_is_a_known_city', 'A sister city is one of the cities known.', 'Add the city first.', '{}'),
  ('isced_field_code_has_two_to_four_digits', 'A field of ISCED-F has two, three or four digits.', 'Take it from ISCED-F 2013.', '{}'),
  ('isced_field_level_is_known', 'A field of ISCED-F is broad, narrow or detailed.', 'Write one of these.', '{}'),
  ('isced_field_is_below_a_known_one', 'A field of ISCED-F lies below one that is known.', 'Add the broader field first.', '{}'),
  ('language_framework_code_is_lower_case', 'The code of a framework is made of small letters, digits and dashes.', 'Write it as in hsk2010.', '{}'),
  ('language_level_is_of_a_known_framework', 'A language level is of a framework that is known.', 'Add the framework first.', '{}'),
  ('language_level_rank_is_once_in_its_framework', 'Each level has a rank of its own in its framework.', 'Count the levels from the lowest.', '{}'),
  ('language_level_pass_is_within_its_scale', 'The points to pass lie between 0 and the most there are.', 'Check the two figures.', '{}'),
  ('language_level_pass_needs_a_scale', 'The points to pass stand beside the most there are, or neither is known.', 'Give both, or none.', '{}');
