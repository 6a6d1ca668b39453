-- What workshops of a file break: the order of their status, which ends by closing them.
insert into refused
select p.line, 'status:workshop_change_is_allowed', jsonb_build_object('workshop', case k.status when 'closed' then k.code end)
from part p join workshop k on k.id = p.known_id
where 'status' = any (string_to_array(p.differs, ',')) and (p.status = 'closed' or not workshop_change_is_known(k.status, p.status));

-- The names are read from files of the server: once for all lines.
insert into refused
select line, 'time_zone:workshop_time_zone_is_known', jsonb_build_object('workshop', code, 'time_zone', time_zone)
from part where time_zone is not null and time_zone not in (select name from pg_timezone_names);
