-- Of lines that name a city which there is not: cities of the country that may be meant.
insert into told
select p.line, split_part(b.one, ':', 2), string_agg(near, ', ')
from part p
cross join lateral unnest(string_to_array(p.problems, ',')) b (one)
join stage s on s.line = p.line
cross join lateral cities_nearly_called(p.country, s.city) near
where b.one like 'city:%' group by p.line, b.one;
