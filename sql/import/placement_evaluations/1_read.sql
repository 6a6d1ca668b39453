-- The placements of the students whom the file names: looked for once, however many lines a student has.
create temp table placed on commit drop as
select e.workshop_id, e.student_id, e.cohort_id, p.id, p.offer_id, p.begins_on, o.code as offer
from (select distinct workshop_id, student_id from who where student_id is not null) n
join enrollment e on (e.workshop_id, e.student_id) = (n.workshop_id, n.student_id)
join placement p on (p.workshop_id, p.enrollment_id) = (e.workshop_id, e.id)
join placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id);

create index on placed (student_id, workshop_id);
analyze placed;

-- What each line says: who evaluates, the mark and its scale, the day, and which placement of the student is meant.
create temp table part on commit drop as
select w.line, w.workshop_id, w.student_id, v.side,
  g.code as scale, s.mark as mark_text, luban.read_day(s.evaluated_on, run.dates)::date as given_on,
  case when s.evaluated_on is null then coalesce(run.day, luban.today(w.workshop_id)) end as default_on,
  luban.composed(s.evaluated_by) as evaluated_by, luban.composed(s.comment) as comment, m.placement_id, m.begins_on, m.offer,
  nullif(concat_ws(',', w.problem,
    case when v.side is null then 'side:evaluation_side_is_a_word' end,
    case when s.mark is null then 'mark:evaluation_line_has_a_mark'
      when luban.is_damaged(s.mark) then 'mark:value_is_not_damaged_by_excel' end,
    case when g.code is null then 'scale:evaluation_scale_is_known' end,
    case when s.evaluated_on is not null and luban.read_day(s.evaluated_on, run.dates) is null
      then 'evaluated_on:' || luban.day_problem(s.evaluated_on, run.dates) end,
    case when s."from" is not null and d.from_on is null then 'from:' || luban.day_problem(s."from", run.dates) end,
    case when w.problem is null and (s."from" is null or d.from_on is not null) then
      case when s.offer is not null and o.id is null then 'offer:placement_offer_is_known'
        when m.fits > 1 then 'offer:evaluation_line_leads_to_one_placement'
        when m.fits = 0 then 'student:evaluation_is_of_a_placement' end end), '') as problems
from run
cross join stage s
join who w on w.line = s.line
left join placement_offer o on (o.workshop_id, o.code::text) = (w.workshop_id, luban.plain_code(s.offer))
left join said on (said.kind, said.raw) = ('side', s.side)
cross join lateral (select coalesce(said.means, case when s.side is null then run.params ->> 'side' end)::evaluation_side as side) v
left join grading_scale g on g.code = luban.fold(coalesce(s.scale, run.params ->> 'scale'))
cross join lateral (select luban.read_day(s."from", run.dates)::date as from_on) d
left join lateral (
  select min(p.id) as placement_id, count(*) as fits, min(p.begins_on) as begins_on, min(p.offer) as offer
  from placed p
  where (p.workshop_id, p.student_id) = (w.workshop_id, w.student_id)
    and (s.cohort is null and run.cohort_code is null or p.cohort_id = w.cohort_id)
    and (s.offer is null or p.offer_id = o.id) and (d.from_on is null or p.begins_on = d.from_on)) m on true
where s.fault is null;

analyze part;

-- Whoever evaluates one of these placements is waited for.
select from placement p
where (p.workshop_id, p.id) in (select workshop_id, placement_id from part where problems is null)
order by p.workshop_id, p.id for no key update;
