-- What taking part breaks over several tables; that nobody does for no hours is a check.
insert into refused
select p.line, case r.rule when 'participation_is_of_one_enrolled' then 'event:' else 'hours:' end || r.rule,
  case r.rule when 'participation_fits_its_event' then to_jsonb(format(phrase('{0} has {1} hours'), p.event, trim_scale(v.hours)))
    else jsonb_build_object('event', p.event, 'from', v.begins_on, 'to', v.ends_on) end
from part p
join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id) and p.hours is not null
cross join lateral unnest(luban.participation_refusals(p.hours, v.hours,
  p.enrollment_id is null or luban.was_enrolled_between(p.workshop_id, p.enrollment_id, v.begins_on, v.ends_on))) r (rule)
where r.rule <> 'participation_has_hours';

insert into refused
select p.line, 'student:record_is_of_one_who_attended', to_jsonb(a.departure)
from no_shows_of(array(select workshop_id from part order by line), array(select enrollment_id from part order by line)) a
join part p on (p.workshop_id, p.enrollment_id) = (a.workshop_id, a.enrollment_id)
join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id) and v.begins_on <= a.left_on;

insert into refused
select p.line, 'event:fact_is_of_today_or_earlier', luban.still_to_come(p.workshop_id, v.begins_on::text)
from part p
join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id) and v.begins_on >= (now() at time zone 'UTC')::date
join luban.workshop_today t on t.workshop_id = p.workshop_id and t.day < v.begins_on;
