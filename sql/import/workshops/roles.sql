-- What parts in workshops of a file break over several rows and tables.
insert into refused
select p.line, 'since:workshop_role_is_taken_once_at_a_time', to_jsonb(o.said)
from part p
cross join lateral (
  select concat_ws(' – ', nullif(r.since, '-infinity'), nullif(r.until, 'infinity')) as said
  from workshop_role r
  where (r.workshop_id, r.partner_id, r.role) = (p.workshop_id, p.partner_id, p.role) and r.id is distinct from p.known_id
    and daterange(r.since, r.until) && daterange(p.since, greatest(p.since, p.until))
  union all
  select format(phrase('line {0}'), q.line)
  from part q
  where (q.workshop_id, q.partner_id, q.role) = (p.workshop_id, p.partner_id, p.role) and q.line < p.line and q.since <> p.since
    and daterange(q.since, greatest(q.since, q.until)) && daterange(p.since, greatest(p.since, p.until))
  limit 1) o;

-- A part without an end that begins, or has had one.
insert into refused
select p.line, o.problem, o.details
from run
join part p on p.until = 'infinity'
  and (p.known_id is null or run.may_update and 'until' = any (string_to_array(p.differs, ',')))
join partner i on i.id = p.partner_id
join workshop w on w.id = p.workshop_id
cross join lateral (values
  (i.status in ('suspended', 'ended'), 'partner:workshop_role_is_of_a_partner_in_good_standing',
    jsonb_build_object('partner', i.code, 'status', phrase(i.status::text))),
  (w.status = 'closed', 'workshop:workshop_role_is_in_a_living_workshop', jsonb_build_object('workshop', w.code))
  ) o (is_so, problem, details)
where o.is_so;

insert into refused
select p.line, 'until:workshop_keeps_a_host_while_cohorts_run',
  jsonb_build_object('cohorts', string_agg(c.code, ', ' order by c.code))
from run
join part p on run.may_update and p.role = 'host' and 'until' = any (string_to_array(p.differs, ','))
join cohort c on c.workshop_id = p.workshop_id and c.status in ('open', 'running') and p.until <= c.planned_end_on
where not exists (
    select from workshop_role r left join part q on q.known_id = r.id
    where r.workshop_id = p.workshop_id and r.role = 'host' and coalesce(q.until, r.until) > c.planned_end_on)
  and not exists (
    select from part q
    where q.workshop_id = p.workshop_id and q.known_id is null and q.role = 'host' and q.until > c.planned_end_on)
group by p.line;

-- Whoever takes a part without an end and is no active partner is told.
insert into note (line, note, value)
select p.line, standing_note(i.status), i.code
from part p join partner i on i.id = p.partner_id
where p.known_id is null and p.until = 'infinity' and i.status <> 'active';
