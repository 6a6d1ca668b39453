create view list.enrollment with (security_invoker = true) as
select c.code as cohort, shown_number(s.number) as student, n.full_name as name, e.state::text, e.state_on as since,
  (select count(*) from enrollment o where o.workshop_id = e.workshop_id and o.cohort_id = e.cohort_id and o.waitlist_place <= e.waitlist_place
    having e.waitlist_place is not null) as waitlist_place,
  e.applied_on, e.override, w.code as workshop, c.code || '/' || shown_number(s.number) as key, e.state as stands
from enrollment e
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join workshop w on w.id = e.workshop_id
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity');
select list.derive('list.enrollment', 'known_at');
comment on column list.enrollment.state is 'where the enrollment stands';
comment on column list.enrollment.waitlist_place is 'turn on the waitlist, 1 the next; empty as known at a time';

create view list.reason with (security_invoker = true) as select code, meaning from reason;
comment on column list.reason.code is 'code of the reason';
