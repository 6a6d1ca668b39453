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

create view list.enrollment_event with (security_invoker = true) as
select to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI:SS"Z"') as recorded_at, v.recorded_by, c.code as cohort,
  shown_number(s.number) as student, n.full_name as name, v.effective_on as day, v.from_state::text, v.to_state::text,
  v.reason_code as code, own_reason(v.reason) as reason, v.voids as corrects, v.nth as event, shown_batch(w.code, b.number) as batch, w.code as workshop,
  to_char(v.recorded_at, 'YYYY-MM-DD HH24:MI:SS.US ') || c.code || '/' || shown_number(s.number) || '/' || v.nth as key,
  s.number, v.recorded_at as recorded
from enrollment_event v
join enrollment e on (e.workshop_id, e.id) = (v.workshop_id, v.enrollment_id)
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join workshop w on w.id = v.workshop_id
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
left join student_name n on (n.workshop_id, n.student_id, n.kind, n.valid_to) = (s.workshop_id, s.id, 'native', 'infinity')
left join import_batch b on (b.workshop_id, b.id) = (v.workshop_id, v.batch_id);
comment on column list.enrollment_event.recorded_at is 'when it was entered, UTC';
comment on column list.enrollment_event.recorded_by is 'role that entered it';
comment on column list.enrollment_event.day is 'day from which it holds';
comment on column list.enrollment_event.from_state is 'state before';
comment on column list.enrollment_event.to_state is 'state after; empty where it only takes another event back';
comment on column list.enrollment_event.code is 'coded reason';
comment on column list.enrollment_event.reason is 'reason in words';
comment on column list.enrollment_event.corrects is 'number of the event that it takes back';
comment on column list.enrollment_event.event is 'number of the event in the enrollment';
comment on column list.enrollment_event.batch is 'import that brought it';
comment on column list.enrollment_event.key is 'time, cohort, student and event';

create view list.reason with (security_invoker = true) as select code, meaning from reason;
comment on column list.reason.code is 'code of the reason';
