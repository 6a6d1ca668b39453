-- The words of its rules.

insert into import_noun (noun, holds) values ('cities', 'Cities with their names in other languages, a line a city.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions, detail) values
  ('city_has_a_name', 'A city has a name, with letters as they were written.', 'If it was garbled, export the file again as UTF-8.', '{give(name)}', '[{letters}]'),
  ('city_is_once_in_its_country', 'A city stands once in its country.', 'Take the one that is there.', '{}', '{city}, {country}'),
  ('city_name_is_of_a_city', 'A name in another language is of a city that is known.', '', '{list(city)}', ''),
  ('city_name_is_not_blank', 'A name of a city has letters, as they were written.', 'If it was garbled, export the file again as UTF-8.', '{give(name)}', '[{letters}]'),
  ('city_name_is_of_one_city_of_its_country', 'A name is of one city of its country.', 'If the two are one, merge them.', '{city.merge}', '{name} is {other}, {country}'),
  ('cities_that_are_one_lie_in_one_country', 'Two cities that are one lie in one country.', '', '{list(city)}', '{city}; {other}'),
  ('city_with_a_tie_of_its_own_stays', 'Of two cities with a tie to Tianjin each none goes into the other.', '', '{list(city)}', '{city}');
