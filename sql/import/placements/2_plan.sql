-- What each line comes to by itself. Known is a placement of the same student, offer and first day.
create temp table judged on commit drop as
with met as (
  -- What a line leaves out is as it is known.
  select p.*, k.id as known_id, coalesce(case when p.to_text is null then k.ends_on end, p.to_on) as until_on,
    coalesce(p.ended_on, k.ended_on, case when p.to_text is null then k.ends_on end, p.to_on) as last_on,
    coalesce(p.ended_on, k.ended_on) is null as holds_place, k.id is not null and k.ended_on is null and p.ended_on is not null
      and run.may_update as frees_place,
    coalesce(p.ended_on, k.ended_on) as will_end_on, coalesce(p.end_reason, k.end_reason) as will_end_for,
    nullif(concat_ws(',',
      case when k.ends_on <> p.to_on and p.to_text is not null then 'to' end,
      case when k.id is not null and k.supervisor is distinct from p.supervisor and p.supervisor is not null
        then 'supervisor' end,
      case when k.id is not null and k.ended_on is distinct from p.ended_on and p.ended_on is not null then 'ended_on' end,
      case when k.id is not null and k.end_reason is distinct from p.end_reason and p.end_reason is not null
        then 'end_reason' end), '') as differs
  from part p
  cross join run
  left join placement k on (k.workshop_id, k.enrollment_id, k.offer_id, k.begins_on)
    = (p.workshop_id, p.enrollment_id, p.offer_id, p.from_on)
)
select p.*,
  nullif(concat_ws(',', p.problem, p.enrollment_problem,
    case when p.offer is null or p.offer_id is null and p.workshop_id is not null then 'offer:placement_offer_is_known' end,
    case when p.from_text is not null and p.from_on is null then 'from:' || luban.day_problem(p.from_text, run.dates) end,
    case when p.to_text is not null and p.to_on is null then 'to:' || luban.day_problem(p.to_text, run.dates) end,
    case when p.ended_text is not null and p.ended_on is null then 'ended_on:' || luban.day_problem(p.ended_text, run.dates)
      when not (p.will_end_on is null and p.will_end_for is null) then luban.broken_placement(
        begins_on => p.from_on, ends_on => p.until_on, ended_on => p.will_end_on, end_reason => p.will_end_for) end,
    case when exists (select from placement_log l where (l.workshop_id, l.placement_id) = (p.workshop_id, p.known_id)
        and l.worked_on > p.last_on)
      then case when p.ended_text is null then 'to:' else 'ended_on:' end || 'placement_hours_lie_within_it' end,
    (select string_agg(case r when 'placement_is_of_one_enrolled' then 'from:' else 'to:' end || r, ',')
      from unnest(luban.placement_refusals(p.from_on, p.until_on, p.offer_from, p.offer_to,
        p.enrollment_id is null or p.from_on is null
          or luban.was_in_training_on(p.workshop_id, p.enrollment_id, p.from_on),
        false)) r)), '') as bare_problems
from met p
cross join run;

create index on judged (workshop_id, enrollment_id);
analyze judged;

-- The enrollments in which somebody was before and goes on after a transfer or a return: nobody is at two places in them.
create temp table kin on commit drop as
select workshop_id, enrollment_id, enrollment_id as kin_id from judged
union
select j.workshop_id, j.enrollment_id, c.id
from judged j
cross join lateral luban.enrollments_of_the_chain(j.workshop_id, j.enrollment_id) c (id)
where exists (select from enrollment_link k where k.workshop_id = j.workshop_id and k.from_id = j.enrollment_id)
  or exists (select from enrollment_link k where k.workshop_id = j.workshop_id and k.to_id = j.enrollment_id);
create index on kin (workshop_id, enrollment_id);
analyze kin;

-- A line must not overlap a placement that is known, unless the file moves that one away, nor, where it is right in itself, an
-- earlier line that is.
create temp table apart on commit drop as
select j.*, nullif(concat_ws(',', j.bare_problems, case when exists (
    select from kin
    join placement q on (q.workshop_id, q.enrollment_id) = (kin.workshop_id, kin.kin_id)
    where (kin.workshop_id, kin.enrollment_id) = (j.workshop_id, j.enrollment_id)
      and q.id is distinct from j.known_id and q.begins_on <= j.last_on and coalesce(q.ended_on, q.ends_on) >= j.from_on
      and not exists (select from judged m
        where (m.workshop_id, m.enrollment_id, m.known_id) = (q.workshop_id, q.enrollment_id, q.id)
          and m.bare_problems is null and run.may_update))
  or j.bare_problems is null and exists (
    select from kin
    join judged q on (q.workshop_id, q.enrollment_id) = (kin.workshop_id, kin.kin_id)
    where (kin.workshop_id, kin.enrollment_id) = (j.workshop_id, j.enrollment_id)
      and q.bare_problems is null and q.line < j.line and q.from_on <= j.last_on and q.last_on >= j.from_on)
  then 'offer:placement_is_once_at_a_time' end), '') as own_problems,
  -- The days on which it takes a place that it has not yet; who ends before the time gives it up that day.
  case when j.known_id is null or run.may_update
    then daterange(coalesce(k.until, j.from_on), greatest(j.last_on + j.holds_place::int, k.until, j.from_on)) end as taken,
  null::date as free_since
from judged j
cross join run
left join lateral (
  select coalesce(p.ended_on, p.ends_on + 1) as until from placement p where (p.workshop_id, p.id) = (j.workshop_id, j.known_id)) k
  on true;

analyze apart;

-- Who ended before the time held a place until then: whoever asks for one of these days is asked of all days, line by line.
create temp table earlier_place on commit drop as
with ended as (
  select workshop_id, offer_id, max(ended_on) as ended_on from (
    select p.workshop_id, p.offer_id, p.ended_on from placement p
    where p.ended_on is not null and (p.workshop_id, p.offer_id) in (select workshop_id, offer_id from part)
    union all
    select workshop_id, offer_id, ended_on from apart where ended_on is not null) e
  group by workshop_id, offer_id
)
select l.line, g.is_given, g.free_since
from (
  select a.workshop_id, a.offer_id, array_agg(a.line order by a.line) as lines, array_agg(a.taken order by a.line) as taken
  from apart a join ended e using (workshop_id, offer_id)
  where a.own_problems is null and not isempty(a.taken) and lower(a.taken) < e.ended_on
  group by a.workshop_id, a.offer_id) c
join placement_offer o on (o.workshop_id, o.id) = (c.workshop_id, c.offer_id)
cross join lateral luban.places_given(o.places, array(
  select daterange(p.begins_on, least(coalesce(p.ended_on, p.ends_on + 1), a.last_on + a.holds_place::int))
  from placement p
  left join apart a on (a.workshop_id, a.known_id) = (p.workshop_id, p.id) and a.own_problems is null and a.taken is not null
  where (p.workshop_id, p.offer_id) = (c.workshop_id, c.offer_id)), c.taken) g
join lateral unnest(c.lines) with ordinality l (line, nth) on l.nth = g.nth;

analyze earlier_place;

update apart a
set free_since = case when a.known_id is null then e.free_since end,
  own_problems = case when a.known_id is null and e.free_since is not null then 'from:' else 'offer:' end
    || 'placement_places_within_the_offer'
from earlier_place e where e.line = a.line and not e.is_given;

-- What will become of each line. Places are given in the order of the lines that are right otherwise; those that the file
-- ends are free for it.
create temp table plan on commit drop as
with placed as (
  select j.*, coalesce(j.own_problems, case when j.known_id is null and j.holds_place and o.places_taken
      - count(*) filter (where j.frees_place and j.own_problems is null) over (partition by j.workshop_id, j.offer_id)
      + row_number() over (
        partition by j.workshop_id, j.offer_id, j.own_problems is null, j.known_id is null, j.holds_place order by j.line)
      > o.places
    then 'offer:placement_places_within_the_offer' end) as problems,
    o.places - o.places_taken as free
  from apart j left join placement_offer o on (o.workshop_id, o.id) = (j.workshop_id, j.offer_id)
)
select p.line, p.workshop_id, p.problems, p.student_id, p.offer as subject, p.offer_id, p.enrollment_id, p.from_on, p.until_on,
  p.supervisor, p.ended_on, p.end_reason, p.known_id,
  case when p.problems is not null then null when p.known_id is null then 'created'
    when p.differs is null or not run.may_update then 'unchanged' else 'changed' end as outcome,
  p.differs,
  case when p.problems is not null then jsonb_build_object(
    'placement_places_within_the_offer', case when p.free_since is not null
      then format(phrase('a place is free since {0}'), p.free_since) else format(phrase('{0} has {1} free'), p.offer, p.free) end,
    'placement_lies_within_its_offer', format(phrase('{0} is from {1} to {2}'), p.offer, p.offer_from, p.offer_to)) end as details
from placed p, run;

select luban.refuse_days_to_come('ended_on', 'ended_on');

analyze plan;
