create view list.culture_event with (security_invoker = true) as
select v.code as event, v.title, v.theme, v.begins_on, v.ends_on, trim_scale(v.hours) as hours, c.code as module,
  (select count(*) from participation p where p.workshop_id = v.workshop_id and p.event_id = v.id) as students,
  (select coalesce(trim_scale(sum(p.hours)), 0) from participation p where p.workshop_id = v.workshop_id and p.event_id = v.id)
    as student_hours,
  v.place, w.code as workshop, w.code || '/' || v.code as key
from culture_event v
join workshop w on w.id = v.workshop_id
left join course c on c.id = v.course_id;
comment on column list.culture_event.title is 'what it is';
comment on column list.culture_event.hours is 'hours it counts for those who took part in all of it';
comment on column list.culture_event.theme is 'its theme';
comment on column list.culture_event.place is 'where';
