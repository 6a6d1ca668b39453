-- What luban cohort list asks.
set search_path = luban, pg_temp;
copy (
  select c.code, p.code as program, c.status, c.intake_on, c.planned_end_on, c.capacity, c.seats_held,
    coalesce(n.waiting, 0) as waiting
  from cohort c
  join workshop w on w.id = c.workshop_id
  join program_edition e on e.id = c.edition_id
  join program p on p.id = e.program_id
  left join (select workshop_id, cohort_id, count(*) as waiting from enrollment where waitlist_place is not null
    group by workshop_id, cohort_id) n on (n.workshop_id, n.cohort_id) = (c.workshop_id, c.id)
  order by c.intake_on, c.code
) to stdout (format csv, header);
