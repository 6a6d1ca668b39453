create view list.placement_offer with (security_invoker = true) as
select o.code as offer, i.code as partner, o.title, o.begins_on, o.ends_on, trim_scale(o.hours) as hours, o.places,
  o.places - o.places_taken as free, c.code as course, o.supervisor, w.code as workshop, w.code || '/' || o.code as key
from placement_offer o
join workshop w on w.id = o.workshop_id
join partner i on i.id = o.partner_id
left join course c on c.id = o.course_id;
comment on column list.placement_offer.title is 'the work';
comment on column list.placement_offer.course is 'placement course it is for';
comment on column list.placement_offer.key is 'workshop and offer';
comment on column list.placement_offer.hours is 'hours planned for each student';

create view list.placement with (security_invoker = true) as
select c.code as cohort, shown_number(s.number) as student, n.full_name as name, o.code as offer, i.code as partner,
  p.begins_on, coalesce(p.ended_on, p.ends_on) as ends_on, trim_scale(o.hours) as planned,
  coalesce((select trim_scale(sum(l.hours)) from placement_log l
    where l.workshop_id = p.workshop_id and l.placement_id = p.id), 0) as worked,
  (select v.mark from placement_evaluation v where (v.workshop_id, v.placement_id, v.side)
    = (p.workshop_id, p.id, 'enterprise')) as enterprise,
  (select v.mark from placement_evaluation v where (v.workshop_id, v.placement_id, v.side)
    = (p.workshop_id, p.id, 'school')) as school,
  p.end_reason, coalesce(p.supervisor, o.supervisor) as supervisor, w.code as workshop,
  c.code || '/' || shown_number(s.number) || '/' || p.begins_on as key, s.number, p.workshop_id, p.id, e.id as enrollment_id,
  e.cohort_id
from placement p
join workshop w on w.id = p.workshop_id
join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
join partner i on i.id = o.partner_id
join enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity');
comment on column list.placement.key is 'cohort, student and first day';
comment on column list.placement.end_reason is 'why it ended before its time';

create view list.placement_clash with (security_invoker = true) as
select p.cohort, p.student, p.offer, m.held_on as day, c.code as course, to_char(m.begins_at, 'HH24:MI') as begins,
  to_char(m.ends_at, 'HH24:MI') as ends, trim_scale(m.hours) as hours, trim_scale(l.hours) as logged, p.name, p.partner,
  p.workshop, concat_ws('/', p.cohort, p.student, m.held_on, m.begins_at, c.code) as key, p.number, p.begins_on, p.ends_on
from list.placement p
join class k on (k.workshop_id, k.cohort_id) = (p.workshop_id, p.cohort_id)
join course c on c.id = k.course_id
join session m on (m.workshop_id, m.class_id) = (k.workshop_id, k.id) and m.cancel_reason is null
  and m.held_on between p.begins_on and p.ends_on
left join placement_log l on (l.workshop_id, l.placement_id, l.worked_on) = (p.workshop_id, p.id, m.held_on)
where was_enrolled_between(p.workshop_id, p.enrollment_id, m.held_on, m.held_on);
comment on column list.placement_clash.course is 'course of the class';
comment on column list.placement_clash.key is 'cohort, student, day, time and course';
comment on column list.placement_clash.hours is 'hours of the session, which overlap';
comment on column list.placement_clash.begins is 'when the session begins';
