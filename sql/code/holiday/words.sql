-- The words of its rules.

insert into rule (name, sentence, way_out, actions, detail) values
  ('holiday_is_of_a_known_country', 'A holiday is of a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.', '{}', ''),
  ('holiday_is_once_a_day', 'A country has one entry for a day that is a holiday.', 'Put both names into one.', '{}', ''),
  ('workshop_day_is_of_a_workshop', 'A day is one of a workshop that is known.', '', '{list(workshop)}', ''),
  ('workshop_day_has_a_name', 'A day on which a workshop is closed, or teaches all the same, has a name.', '', '{give(name)}', ''),
  ('workshop_day_is_one', 'A workshop says once of a day whether it is taught.', 'Remove the one that is there first.', '{remove(holiday)}', ''),
  ('workshop_time_zone_is_known', 'A time zone is named as in the tz database.', 'Write it as in Asia/Tashkent.', '{}', '{workshop}: {time_zone}');
