create view list.cohort with (security_invoker = true) as
select c.code, w.code as workshop, w.country, p.code as program, e.edition, c.status::text, c.intake_on as intake,
  c.planned_end_on as planned_end, c.window_opens_on as window_opens, c.window_closes_on as window_closes, c.capacity,
  c.seats_held,
  (select count(*) from enrollment n where (n.workshop_id, n.cohort_id) = (c.workshop_id, c.id) and n.state = 'waitlisted')
    as waiting
from cohort c
join workshop w on w.id = c.workshop_id
join program_edition e on e.id = c.edition_id
join program p on p.id = e.program_id;
select list.derive('list.cohort', 'known_at');
comment on column list.cohort.status is 'planned, open, running, finished or cancelled';
comment on column list.cohort.code is 'code of the cohort';
comment on column list.cohort.edition is 'edition of the program';
