-- What workshops of a file break: the order of their status, which ends by closing them.
insert into refused
select p.line, 'status:workshop_change_is_allowed', jsonb_build_object('workshop', case k.status when 'closed' then k.code end)
from part p join workshop k on k.id = p.known_id
where 'status' = any (string_to_array(p.differs, ',')) and (p.status = 'closed' or not workshop_change_is_known(k.status, p.status));

-- The names are read from files of the server: once for all lines.
insert into refused
select line, 'time_zone:workshop_time_zone_is_known', jsonb_build_object('workshop', code, 'time_zone', time_zone)
from part where time_zone is not null and time_zone not in (select name from pg_timezone_names);

-- Cities of the country that may be meant.
insert into told
select p.line, split_part(b.one, ':', 2), string_agg(near, ', ')
from part p
cross join lateral unnest(string_to_array(p.problems, ',')) b (one)
join stage s on s.line = p.line
cross join lateral cities_nearly_called(p.country, s.city) near
where b.one like 'city:%' group by p.line, b.one;
