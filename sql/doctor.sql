-- Does what is derived agree with what it comes from? One row a check: how many are wrong, one of them, the way out, the actions that help.
select d.*, coalesce(h.actions, '{}') as actions
from (
select 'states follow events' as check, count(*) as wrong, min(format('enrollment %s of workshop %s', e.id, e.workshop_id)) as example,
  'The triggers were switched off. Void and repeat the last event of each.' as way_out
from enrollment e
left join enrollment_chain l on (l.workshop_id, l.enrollment_id) = (e.workshop_id, e.id) and l.is_last
where (e.state, e.state_on) is distinct from (l.to_state, l.effective_on) and (e.state <> 'annulled' or l.nth is not null)
union all
select 'transfers have two ends', count(*), min(format('%s of workshop %s', shown_enrollment(k.workshop_id, k.to_id), k.workshop_id)),
  'The triggers were switched off. Correct the end that stands alone.'
from enrollment_link k
join enrollment f on (f.workshop_id, f.id) = (k.workshop_id, k.from_id)
join enrollment t on (t.workshop_id, t.id) = (k.workshop_id, k.to_id)
where f.student_id <> t.student_id or not link_is_whole(k)
union all
select 'the annulled hold nothing', count(*), min(format('%s of workshop %s: %s', shown_enrollment(e.workshop_id, e.id),
    e.workshop_id, noted_in(e.workshop_id, e.id))),
  'The triggers were switched off. Take back what was noted, or enroll the student again.'
from enrollment e where e.state = 'annulled' and noted_in(e.workshop_id, e.id) is not null
union all
select 'standings follow events', count(*), min(i.code),
  'The triggers were switched off. Repeat the last change of each partner.'
from partner i
where i.status <> partner_status_on(i.id, 'infinity')
union all
select 'events follow each other', count(*), min(format('enrollment %s of workshop %s', enrollment_id, workshop_id)),
  'The triggers were switched off. Correct the event that does not follow.'
from enrollment_chain where from_state is distinct from previous_state
union all
select 'seats are counted', count(*), min(c.code),
  'The triggers were switched off. Save the cohort''s enrollments again.'
from cohort c
left join (select workshop_id, cohort_id, count(*) as held from enrollment where holds_seat(state)
  group by workshop_id, cohort_id) n on (n.workshop_id, n.cohort_id) = (c.workshop_id, c.id)
where c.seats_held <> coalesce(n.held, 0)
union all
select 'seats are held within capacity on every day', count(*), min(what),
  'The triggers were switched off. Correct the event that took the seat, or the seats of the cohort.'
from (select filled('{cohort} on {day}', seat_offense(workshop_id, id)) as what from cohort) c where what is not null
union all
select 'nobody holds two seats of a program on any day', count(*),
  min(format('%s of workshop %s on %s', shown_number(s.number), s.workshop_id, b.day)),
  'The triggers were switched off. Correct the events of one of the two.'
from enrollment e
join enrollment o on (o.workshop_id, o.student_id) = (e.workshop_id, e.student_id) and o.id > e.id
join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
join cohort k on (k.workshop_id, k.id) = (o.workshop_id, o.cohort_id) and k.program_id = c.program_id
join student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
cross join lateral (select seats_beside_each_other(e.workshop_id, e.id, o.id) as day) b
where b.day is not null
union all
select 'cohorts are as their newest stretch', count(*), min(c.code),
  'The triggers were switched off. Give its dates, seats and census again.'
from cohort c
left join lateral cohort_stretch_on(c.workshop_id, c.id, 'infinity') s on true
where (c.intake_on, c.planned_end_on, c.capacity, c.census_day)
  is distinct from (s.intake_on, s.planned_end_on, s.capacity, s.census_day)
union all
select 'places are counted', count(*), min(o.code),
  'The triggers were switched off. Save the placements of the offer again.'
from placement_offer o
left join (select workshop_id, offer_id, count(*) as taken from placement where ended_on is null
  group by workshop_id, offer_id) n on (n.workshop_id, n.offer_id) = (o.workshop_id, o.id)
where o.places_taken <> coalesce(n.taken, 0)
union all
select 'places are held within those offered on every day', count(*), min(o.code),
  'The triggers were switched off. Correct the days of its placements, or the places of the offer.'
from placement_offer o
where exists (select from places_by_day(o.workshop_id, o.id) d where d.held > o.places)
union all
select 'free seats are given', count(*), min(code), 'Edit the cohort: that gives them.'
from cohort c
where c.status in ('open', 'running') and c.seats_held < c.capacity and exists (
  select from enrollment e where e.workshop_id = c.workshop_id and e.cohort_id = c.id and e.state = 'waitlisted'
    and seat_elsewhere(e.workshop_id, e.student_id, c) is null)
-- Of a cohort that has graduates nobody takes over a seat, see promote().
  and not exists (select from enrollment d
    where d.workshop_id = c.workshop_id and d.cohort_id = c.id and d.state = 'completed')
union all
select 'student numbers are counted', count(*), min(w.code), 'Set workshop_counter to the highest number.'
from workshop w
join workshop_counter n on n.workshop_id = w.id
where n.last_student_number < (select coalesce(max(s.number), 0) from student s where s.workshop_id = w.id)
union all
select 'everyone has a name', count(*), min(format('%s of workshop %s', luban.shown_number(s.number), s.workshop_id)),
  'Give the name.'
from student s
where not exists (select from student_name n where (n.workshop_id, n.student_id) = (s.workshop_id, s.id)
  and n.kind = 'native' and n.valid_to = 'infinity')
union all
select 'language passes agree', count(*), min(format('%s:%s of student %s', c.framework, c.level, c.student_id)),
  'The triggers were switched off, or a pass rule was changed. Save the certificates again, with a note.'
from language_certificate c join language_level l on (l.framework, l.level) = (c.framework, c.level)
where c.passed is distinct from language_pass(l, c.score, c.stated_pass)
union all
select 'the report adds up', count(*), min(cohort), 'States and events disagree: see the checks above.'
from list.cohort_report((now() at time zone 'UTC')::date + 36500, now())
where applications <> applied + waitlisted + admitted + enrolled + suspended + completed + withdrawn + no_shows
  + dismissed + transferred_out + refused
union all
select 'the tally follows events', count(*), min(c.code), 'The triggers were switched off. Restore a backup from before.'
from (
  select workshop_id, cohort_id from (
    select workshop_id, cohort_id, effective_on, from_state, to_state, no_show_on, counted, link_kind, gender,
      nationality, events
    from cohort_tally
    union all
    select l.workshop_id, l.cohort_id, l.effective_on, l.from_state, l.to_state, l.no_show_on, l.counted,
      l.link_kind, s.gender, s.nationality, -1
    from tally_line l join student s on (s.workshop_id, s.id) = (l.workshop_id, l.student_id)
  ) booking
  group by workshop_id, cohort_id, effective_on, from_state, to_state, no_show_on, counted, link_kind, gender,
    nationality
  having sum(events) <> 0
) wrong
join cohort c on (c.workshop_id, c.id) = (wrong.workshop_id, wrong.cohort_id)
union all
select 'who was there was enrolled', count(*), min(
    case when s.id is null or e.id is null then format('session %s, enrollment %s', a.session_id, a.enrollment_id)
      else format('%s on %s', shown_class(s.workshop_id, s.class_id), s.held_on) end),
  'The triggers were switched off. Correct the attendance, or the enrollment.'
from attendance a
left join session s on (s.workshop_id, s.id) = (a.workshop_id, a.session_id)
left join class c on (c.workshop_id, c.id) = (s.workshop_id, s.class_id)
left join enrollment e on (e.workshop_id, e.id) = (a.workshop_id, a.enrollment_id)
left join enrolled_period p on (p.workshop_id, p.enrollment_id) = (a.workshop_id, a.enrollment_id)
  and s.held_on between p.begins_on and p.ends_on
where s.id is null or e.id is null or s.cancel_reason is not null or e.cohort_id <> c.cohort_id
  or is_attended(a.status) and p.begins_on is null
union all
select 'who never attended has no record', count(*), min(record_until(e.workshop_id, e.enrollment_id, e.effective_on)),
  'The triggers were switched off. Void the departure, and note it again with the reason for which they left.'
from standing_event e
where e.reason_code = 'no_show' and is_no_show(e.to_state, e.reason_code)
  and record_until(e.workshop_id, e.enrollment_id, e.effective_on) is not null
union all
select 'marks count what their scales say', count(*), min(m.scale || ' ' || m.mark),
  'The triggers were switched off. Correct the results with that mark.'
from (select distinct scale, mark, value, passed from result) m
left join lateral read_mark(m.scale, m.mark) r on true
where (r.mark, r.value, r.passes) is distinct from (m.mark, m.value, m.passed)
union all
select 'attempts follow each other', count(*), min(format('enrollment %s of workshop %s', enrollment_id, workshop_id)),
  'The triggers were switched off. Remove the attempts that do not follow, and add them again.'
from (
  select workshop_id, enrollment_id, attempt,
    row_number() over (partition by workshop_id, enrollment_id, course_id order by graded_on) as due
  from result) a
where attempt <> due
union all
select 'the completed have every part', count(*), min(format('%s in %s: %s', shown_number(p.number), c.code, m.missing)),
  'The triggers were switched off. Record what is missing, or correct the completion.'
from (
  select e.workshop_id, e.cohort_id, e.state_on, array_agg(e.id) as enrollments
  from enrollment e
  join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join completion_rule r on r.edition_id = c.edition_id
  where e.state = 'completed' group by e.workshop_id, e.cohort_id, e.state_on) done
join cohort c on (c.workshop_id, c.id) = (done.workshop_id, done.cohort_id)
cross join lateral missing_parts(done.workshop_id, done.cohort_id, done.enrollments, done.state_on) m
join enrollment e on (e.workshop_id, e.id) = (done.workshop_id, m.enrollment_id)
join student p on (p.workshop_id, p.id) = (e.workshop_id, e.student_id)
union all
select 'credentials are counted', count(*), min(format('%s of workshop %s', n.year, n.workshop_id)),
  'The triggers were switched off. Restore a backup from before.'
from credential_counter n
left join (select workshop_id, year, count(*) as given, max(number) as last from credential group by 1, 2) k
  using (workshop_id, year)
where n.last_number <> coalesce(k.last, 0) or coalesce(k.given, 0) <> coalesce(k.last, 0)
union all
select 'credentials are of the completed', count(*), min(what),
  'The triggers were switched off. Correct the enrollment, or revoke and remove what rests on it.'
from (
  select k.serial as what from credential k
  join enrollment e on (e.workshop_id, e.id) = (k.workshop_id, k.enrollment_id)
  where k.revoked_on is null and cardinality(credential_refusals(e.state, e.state_on, k.issued_on, true, true, true)) > 0
  union all
  select format('%s after %s months', shown_enrollment(o.workshop_id, o.enrollment_id), o.months) from outcome o
  join enrollment e on (e.workshop_id, e.id) = (o.workshop_id, o.enrollment_id)
  where cardinality(outcome_refusals(e.state, e.state_on, o.months, o.answered_on)) > 0) resting
union all
select 'marks lie in their enrollments', count(*), min(what),
  'The triggers were switched off. Correct the day, or the enrollment.'
from (
  select format('%s on %s', shown_enrollment(r.workshop_id, r.enrollment_id), r.graded_on) as what
  from result r
  join result_circumstance c on (c.workshop_id, c.enrollment_id, c.course_id)
    = (r.workshop_id, r.enrollment_id, r.course_id)
  where cardinality(result_refusals(r.kind, c.is_of_edition, r.scale, r.mark, c.class_begins_on,
    was_enrolled_on(r.workshop_id, r.enrollment_id, r.graded_on), c.applied_on, c.ended_on, r.graded_on)) > 0
  union all
  select format('%s at %s', shown_enrollment(p.workshop_id, p.enrollment_id), v.code)
  from participation p join culture_event v on (v.workshop_id, v.id) = (p.workshop_id, p.event_id)
  where cardinality(participation_refusals(p.hours, v.hours,
    was_enrolled_between(p.workshop_id, p.enrollment_id, v.begins_on, v.ends_on))) > 0
  union all
  select format('%s from %s', shown_enrollment(p.workshop_id, p.enrollment_id), p.begins_on)
  from placement p where not was_in_training_on(p.workshop_id, p.enrollment_id, p.begins_on)
  union all
  select format('%s on %s', shown_enrollment(p.workshop_id, p.enrollment_id), l.worked_on)
  from placement_log l join placement p on (p.workshop_id, p.id) = (l.workshop_id, l.placement_id)
  where cardinality(placement_log_refusals(l.worked_on, p.begins_on, coalesce(p.ended_on, p.ends_on),
    was_in_training_on(p.workshop_id, p.enrollment_id, l.worked_on))) > 0) noted
union all
select 'plans lie within one another', count(*), min(what),
  'The triggers were switched off. Correct the days.'
from (
  select shown_class(k.workshop_id, k.id) as what from class k
  join cohort c on (c.workshop_id, c.id) = (k.workshop_id, k.cohort_id)
  where k.begins_on < c.intake_on or k.ends_on > c.planned_end_on
  union all
  select e.what ->> 'class' from class_too_early e join cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  where c.status in ('planned', 'open', 'running')
  union all
  select format('%s on %s', shown_class(k.workshop_id, k.id), s.held_on)
  from session s join class k on (k.workshop_id, k.id) = (s.workshop_id, s.class_id)
  where s.held_on not between k.begins_on and k.ends_on
  union all
  select o.code::text from placement p join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
  where p.begins_on < o.begins_on or p.ends_on > o.ends_on) planned
union all
select 'cohorts that are over are empty', count(*), min(code),
  'The triggers were switched off. Complete or withdraw those who hold one.'
from cohort c where status in ('finished', 'cancelled') and exists (
  select from enrollment e where (e.workshop_id, e.cohort_id) = (c.workshop_id, c.id) and holds_seat(e.state))
union all
select 'agreements cover their transfers', count(*), min(what),
  'The triggers were switched off. Add the party, or correct the days.'
from (
  select a.code::text as what from agreement a
  where (select count(*) from agreement_party p where p.agreement_id = a.id) < 2
  union all
  select a.code from agreement a join agreement former on former.id = a.renews_id
  where former.effective_on >= a.effective_on
  union all
  select a.code from result r join agreement a on a.id = r.agreement_id
  where not agreement_covers_transfer(a, r.partner_id, r.graded_on)) signed
union all
select 'events and offers keep their kind', count(*), min(what),
  'The triggers were switched off. Name another course or partner.'
from (
  select v.code::text as what from culture_event v join course c on c.id = v.course_id where c.kind <> 'culture'
  union all
  select o.code from placement_offer o join partner i on i.id = o.partner_id
  left join course c on c.id = o.course_id where i.kind <> 'enterprise' or c.kind <> 'placement'
  union all
  select m.code from course_support s join course m on m.id = s.course_id join course t on t.id = s.supports_id
  where m.kind not in ('language', 'culture') or t.kind not in ('technical', 'placement')) named
union all
select 'facts are of today or earlier', count(*), min(format('%s %s', f.column_name, f.day)),
  'The triggers were switched off, or the clock of the server was put back. Correct the day.'
from facts_to_come() f
union all
select 'nobody is likely known twice', count(*), min(what),
  'Look at both. Of two people one is noted as new; one person goes on under one number.'
from (
  select format('%s: %s are %s, born %s', w.code, string_agg(shown_number(s.number), ' and ' order by s.number), min(n.full_name),
    s.birth_on) as what
  from student_name n
  join student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
  join workshop w on w.id = n.workshop_id
  where n.kind = 'native' and n.valid_to = 'infinity' and not exists (
    select from student_alias l
    where (l.workshop_id, l.student_id, l.folded, l.source) = (n.workshop_id, n.student_id, n.folded, 'new'))
  group by w.code, n.folded, s.birth_on having count(*) > 1) known) d
left join (values
  ('transfers have two ends', '{correct(enrollment)}'::text[]),
  ('seats are held within capacity on every day', '{correct(enrollment),edit(cohort)}'),
  ('cohorts are as their newest stretch', '{edit(cohort)}'),
  ('places are held within those offered on every day', '{edit(placement)}'),
  ('free seats are given', '{edit(cohort)}'),
  ('everyone has a name', '{edit(student)}'),
  ('nobody is likely known twice', '{show(student),edit(student)}')) h (of, actions) on h.of = d.check
