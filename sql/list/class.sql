create view list.class with (security_invoker = true) as
select c.code || '/' || o.code as class, w.code as workshop, c.code as cohort, o.code as course,
  main_title(o.titles) as title, o.kind::text, k.term, k.begins_on as from, k.ends_on as to,
  i.code || '/' || n.staff_number as instructor, n.full_name as instructor_name, k.room,
  (select count(*) from session s where (s.workshop_id, s.class_id) = (k.workshop_id, k.id) and s.cancel_reason is null)
    as sessions,
  (select count(s.cancel_reason) from session s where (s.workshop_id, s.class_id) = (k.workshop_id, k.id)) as cancelled,
  (select coalesce(trim_scale(sum(s.hours)), 0) from session s
    where (s.workshop_id, s.class_id) = (k.workshop_id, k.id) and s.cancel_reason is null) as hours,
  trim_scale(o.hours_theory + o.hours_practice) as course_hours
from class k
join workshop w on w.id = k.workshop_id
join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
join course o on o.id = k.course_id
left join instructor n on (n.workshop_id, n.id) = (k.workshop_id, k.instructor_id)
left join partner i on i.id = n.partner_id;
comment on column list.class."from" is 'first day';
comment on column list.class.hours is 'hours of the sessions that take place';
comment on column list.class.room is 'where it meets';
comment on column list.class.instructor is 'partner and staff number of who teaches it';

create view list.session with (security_invoker = true) as
select c.code || '/' || o.code as class, s.held_on as date, to_char(s.held_on, 'Dy') as weekday,
  left(s.begins_at::text, 5) as begins, left(s.ends_at::text, 5) as ends, trim_scale(s.hours) as hours,
  coalesce(s.room, k.room) as room, i.code || '/' || n.staff_number as instructor,
  case when s.cancel_reason is null then 'scheduled' else 'cancelled' end as status, coalesce(s.cancel_reason, s.move_reason) as reason,
  to_char(s.moved_from, 'YYYY-MM-DD HH24:MI') as moved_from, main_title(o.titles) as title, w.code as workshop,
  w.code || '/' || s.id as session, c.code as cohort, o.code as course
from session s
join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
join workshop w on w.id = s.workshop_id
join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
join course o on o.id = k.course_id
left join instructor n on (n.workshop_id, n.id) = (s.workshop_id, coalesce(s.instructor_id, k.instructor_id))
left join partner i on i.id = n.partner_id;
comment on column list.session.title is 'title of the course';
comment on column list.session.reason is 'why it does not take place, or was moved';
comment on column list.session.status is 'scheduled, or cancelled';
comment on column list.session.date is 'the day';
comment on column list.session.begins is 'when it begins, local time';
comment on column list.session.room is 'where';
comment on column list.session.instructor is 'partner and staff number of who teaches it, or stands in';
