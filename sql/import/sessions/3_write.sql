delete from session s using left_out l, run
where (s.workshop_id, s.id) = (l.workshop_id, l.session_id) and run.may_replace;

insert into session (workshop_id, class_id, held_on, begins_at, ends_at, hours, room, instructor_id, batch_id)
select p.workshop_id, p.class_id, p.held_on, p.begins_at, p.ends_at,
  coalesce(p.hours, luban.hours_by_clock(p.begins_at, p.ends_at)), nullif(p.room, k.room), p.instructor_id,
  run.batch_id
from run cross join plan p join class k on (k.workshop_id, k.id) = (p.workshop_id, p.class_id)
where p.outcome = 'created' order by p.workshop_id, p.class_id, p.held_on, p.begins_at;

update session s set ends_at = p.ends_at,
  hours = coalesce(p.hours, case when p.ends_at = s.ends_at then s.hours
    else luban.hours_by_clock(p.begins_at, p.ends_at) end),
  room = coalesce(p.room, s.room), instructor_id = case when p.names_instructor then p.instructor_id else s.instructor_id end
from plan p where (s.workshop_id, s.id) = (p.workshop_id, p.session_id) and p.outcome = 'changed';
