-- What will become of each line. Known is a placement of the same student, offer and first day. Places are given in the
-- order of the lines that are right otherwise.
create temp table plan on commit drop as
with judged as (
  select p.*, k.id as known_id,
    nullif(concat_ws(',',
      case when k.ends_on <> p.to_on and p.to_text is not null then 'to' end,
      case when k.id is not null and k.supervisor is distinct from p.supervisor and p.supervisor is not null
        then 'supervisor' end), '') as differs,
    nullif(concat_ws(',', p.problem, p.enrollment_problem,
      case when p.offer is null or p.offer_id is null and p.workshop_id is not null then 'offer:placement_offer_is_known' end,
      case when p.from_text is not null and p.from_on is null then 'from:' || luban.day_problem(p.from_text, run.dates) end,
      case when p.to_text is not null and p.to_on is null then 'to:' || luban.day_problem(p.to_text, run.dates) end,
      (select string_agg(case r when 'placement_is_of_one_enrolled' then 'from:' when 'placement_is_once_at_a_time' then 'offer:'
          else 'to:' end || r, ',')
        from unnest(luban.placement_refusals(p.from_on, p.to_on, p.offer_from, p.offer_to,
          p.enrollment_id is null or p.from_on is null
            or luban.was_enrolled_between(p.workshop_id, p.enrollment_id, p.from_on, p.from_on),
          exists (select from placement q where (q.workshop_id, q.enrollment_id) = (p.workshop_id, p.enrollment_id)
            and q.id is distinct from k.id and q.begins_on <= p.to_on and coalesce(q.ended_on, q.ends_on) >= p.from_on))) r)),
      '') as bare_problems
  from part p
  cross join run
  left join placement k on (k.workshop_id, k.enrollment_id, k.offer_id, k.begins_on)
    = (p.workshop_id, p.enrollment_id, p.offer_id, p.from_on)
), apart as (
  -- A line that is right in itself must not overlap an earlier one that is.
  select j.*, coalesce(j.bare_problems, case when exists (
      select from judged q where (q.workshop_id, q.enrollment_id) = (j.workshop_id, j.enrollment_id)
        and q.bare_problems is null and q.line < j.line and q.from_on <= j.to_on and q.to_on >= j.from_on)
    then 'offer:placement_is_once_at_a_time' end) as own_problems
  from judged j
), placed as (
  select j.*, coalesce(j.own_problems, case when j.known_id is null and o.places_taken + row_number() over (
      partition by j.workshop_id, j.offer_id, j.own_problems is null, j.known_id is null order by j.line) > o.places
    then 'offer:placement_places_within_the_offer' end) as problems,
    o.places - o.places_taken as free
  from apart j left join placement_offer o on (o.workshop_id, o.id) = (j.workshop_id, j.offer_id)
)
select p.line, p.workshop_id, p.problems, p.student_id, p.offer as subject, p.offer_id, p.enrollment_id, p.from_on, p.to_on,
  p.to_text, p.supervisor, p.known_id,
  case when p.problems is not null then null when p.known_id is null then 'created'
    when p.differs is null or not run.may_update then 'unchanged' else 'changed' end as outcome,
  p.differs,
  case when p.problems is not null then jsonb_build_object(
    'placement_places_within_the_offer', format('%s has %s free', p.offer, p.free),
    'placement_lies_within_its_offer', format('%s is from %s to %s', p.offer, p.offer_from, p.offer_to)) end as details
from placed p, run;

analyze plan;
