-- What will become of each line. The places taken and the days of those who have them must fit an offer as before, and an offer
-- stays with its enterprise.
create temp table plan on commit drop as
with judged as (
  select p.*,
    nullif(concat_ws(',',
      case when p.workshop_id is null then 'workshop:line_names_a_workshop' end,
      case when luban.is_code(p.code) is not true then 'offer:code_is_short_and_upper_case' end,
      case when p.partner_id is null and (p.partner is not null or p.known_id is null)
          then 'partner:placement_offer_is_of_a_partner'
        when p.partner_id <> p.known_partner_id then 'partner:placement_offer_code_is_unique'
        when p.partner_kind <> 'enterprise' then 'partner:placement_offer_is_of_an_enterprise' end,
      case when p.title is null then 'title:placement_offer_has_a_title'
        when luban.is_damaged(p.title) then 'title:value_is_not_damaged_by_excel' end,
      case when luban.is_damaged(p.places_text) then 'places:value_is_not_damaged_by_excel'
        when luban.broken_placement_offer(places => coalesce(p.places, 0)) is not null then 'places:placement_offer_has_places'
        when run.may_update and (p.places < p.places_taken or h.day is not null) then 'places:placement_places_within_the_offer' end,
      case when d.from_problem is not null then 'from:' || d.from_problem
        when p.begins_on is null then 'from:placement_offer_has_days' end,
      case when d.to_problem is not null then 'to:' || d.to_problem
        when p.ends_on is null then 'to:placement_offer_has_days'
        else luban.broken_placement_offer(begins_on => p.begins_on, ends_on => p.ends_on) end,
      case when a.begins_on < p.begins_on then 'from:placement_lies_within_its_offer' end,
      case when a.ends_on > p.ends_on then 'to:placement_lies_within_its_offer' end,
      case when luban.is_damaged(p.hours_text) then 'hours:value_is_not_damaged_by_excel'
        when p.hours is null then 'hours:hours_are_a_number'
        else luban.broken_placement_offer(hours => p.hours) end,
      case when p.course is not null then case when p.course_id is null then 'course:placement_offer_is_for_a_known_course'
        when p.course_kind <> 'placement' then 'course:placement_offer_is_for_a_placement_course' end end,
      case when luban.is_damaged(p.supervisor) then 'supervisor:value_is_not_damaged_by_excel' end), '') as own_problems,
    case when a.begins_on is not null then format('there are some from %s to %s', a.begins_on, a.ends_on) end as days_taken,
    case when p.places >= p.places_taken then h.held || ' were held on ' || h.day end as places_held,
    i.code as known_partner
  from part p
  cross join run
  left join partner i on i.id = p.known_partner_id
  cross join lateral (
    select case when p.from_text is not null then luban.day_problem(p.from_text, run.dates) end as from_problem,
      case when p.to_text is not null then luban.day_problem(p.to_text, run.dates) end as to_problem) d
  left join lateral (
    select min(k.begins_on) as begins_on, max(k.ends_on) as ends_on from placement k
    where (k.workshop_id, k.offer_id) = (p.workshop_id, p.known_id)) a
    on run.may_update and string_to_array(p.differs, ',') && '{from,to}' and p.begins_on <= p.ends_on
  -- Who ended before the time held a place until then.
  left join lateral (
    select d.day, d.held from luban.places_by_day(p.workshop_id, p.known_id) d
    where d.held > p.places order by d.day limit 1) h
    on run.may_update and string_to_array(p.differs, ',') && '{places}'
), repeated as (
  -- Of lines that are right in themselves the second about the same offer repeats the first.
  select j.*, coalesce(j.own_problems, case when row_number() over (
      partition by j.workshop_id, j.code, j.own_problems is null order by j.line) > 1
    then 'offer:placement_offer_code_is_unique' end) as problems
  from judged j
)
select r.line, r.workshop_id, r.problems, null::bigint as student_id, r.code as subject,
  case when r.problems is not null then null when r.known_id is null then 'created'
    when r.differs is not null and run.may_update then 'changed' else 'unchanged' end as outcome,
  case when r.problems is null then r.differs end as differs,
  case when r.problems is not null and r.known_id is not null then jsonb_strip_nulls(jsonb_build_object(
    'placement_offer_code_is_unique', format('%s is of %s', r.code, r.known_partner),
    'placement_places_within_the_offer', coalesce(r.places_held, format('%s of %s are taken', r.places_taken, r.code)),
    'placement_lies_within_its_offer', r.days_taken)) end as details,
  r.known_id, r.code, r.partner_id, r.course_id, r.title, r.places, r.begins_on, r.ends_on, r.hours, r.supervisor
from repeated r, run;
