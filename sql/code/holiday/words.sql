-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values ('holidays', 'Holidays and breaks of a workshop, a line a day or a break.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('holiday_is_of_a_known_country', 'A holiday is of a country of ISO 3166-1.', 'Give the two-letter code, as in UZ.', '{}', ''),
  ('holiday_is_once_a_day', 'A country has one entry for a day that is a holiday.', 'Put both names into one.', '{}', ''),
  ('workshop_day_is_of_a_workshop', 'A day is one of a workshop that is known.', '', '{list(workshop)}', ''),
  ('workshop_day_has_a_first_day', 'A day on which a workshop is closed, or teaches all the same, is named; of a break the first.', 'Fill from.', '{}', ''),
  ('workshop_day_has_a_name', 'A day on which a workshop is closed, or teaches all the same, has a name, with letters as they were written.', 'If it was garbled, export the file again as UTF-8.', '{give(name)}', '[{letters}]'),
  ('workshop_day_begins_once', 'A workshop says once of a day whether it is taught.', 'Remove the one that is there first.', '{remove(holiday)}', ''),
  ('workshop_days_are_of_a_year_at_most', 'A break ends on its first day or later, and lasts a year at most.', 'Check the two days.', '{}', ''),
  ('workshop_day_is_one', 'A workshop says once of a day whether it is taught.', 'Remove the one that is there first.', '{remove(holiday)}', '[{from} to {to}: {name}]'),
  ('workshop_time_zone_is_known', 'A time zone is named as in the tz database.', 'Write it as in Asia/Tashkent.', '{}', '{workshop}: {time_zone}');
