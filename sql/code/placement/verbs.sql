-- What is done with placements: places are taken, hours logged and corrected.

create or replace function evaluate_placement(in_workshop int, in_placement bigint, in_side evaluation_side, in_scale text,
  in_mark text, in_day date, in_comment text, in_by text) returns void language plpgsql as $$
declare
  m record;
begin
  in_day := luban.fact_day(in_workshop, in_day, 'placement_evaluation');
  -- Whoever sends a file with the same placement is waited for.
  perform from luban.placement where workshop_id = in_workshop and id = in_placement for no key update;
  select * into m from luban.read_mark(in_scale, in_mark);
  if m.mark is null and exists (select from luban.grading_scale where code = in_scale) then
    perform luban.break_rule('evaluation_mark_is_on_its_scale', jsonb_build_object('mark', in_mark, 'scale', in_scale),
      'placement_evaluation');
  end if;
  insert into luban.placement_evaluation as e
    (workshop_id, placement_id, side, scale, mark, value, passed, comment, evaluated_on, evaluated_by)
  values (in_workshop, in_placement, in_side, in_scale, coalesce(m.mark, in_mark), coalesce(m.value, 0),
    coalesce(m.passes, false), in_comment, in_day, in_by)
  on conflict on constraint placement_is_evaluated_once_a_side do update
  set (scale, mark, value, passed, comment, evaluated_on, evaluated_by) = (excluded.scale, excluded.mark, excluded.value,
    excluded.passed, coalesce(excluded.comment, e.comment), excluded.evaluated_on, coalesce(excluded.evaluated_by, e.evaluated_by));
end $$;
comment on function evaluate_placement is 'Keeps how a side judged a placement; what it had said before stays among the revisions.';

create or replace function assign_places(in_workshop int, in_offer bigint, in_enrollments bigint[], in_from date, in_to date,
  in_supervisor text default null)
returns table (enrollment_id bigint, placement_id bigint, begins_on date, ends_on date, refusals text[])
language plpgsql as $$
#variable_conflict use_column
declare
  o luban.placement_offer;
  free bigint;
begin
  -- Two who want the last place meet here.
  select * into o from luban.placement_offer where workshop_id = in_workshop and id = in_offer for no key update;
  perform from luban.enrollment e where e.workshop_id = in_workshop and e.id = any (in_enrollments)
  order by e.id for share;
  free := o.places - o.places_taken;
  -- Who ended before the time held a place until then.
  if exists (select from luban.placement p where p.workshop_id = in_workshop and p.offer_id = in_offer and p.ended_on is not null) then
    free := least(free, luban.places_free_between(in_workshop, in_offer, coalesce(in_from, o.begins_on), coalesce(in_to, o.ends_on)));
  end if;
  return query
  with asked as (
    select a.enrollment_id, min(a.nth) as nth, coalesce(in_from, o.begins_on) as begins_on, coalesce(in_to, o.ends_on) as ends_on
    from unnest(in_enrollments) with ordinality a (enrollment_id, nth) group by 1
  ), judged as (
    select a.*, luban.placement_refusals(a.begins_on, a.ends_on, o.begins_on, o.ends_on,
      luban.was_in_training_on(in_workshop, a.enrollment_id, a.begins_on),
      luban.is_placed_elsewhere(in_workshop, a.enrollment_id, a.begins_on, a.ends_on)) as refusals
    from asked a
  ), seated as (
    select j.*, case when cardinality(j.refusals) = 0
      and row_number() over (partition by cardinality(j.refusals) = 0 order by j.nth) > free
      then array['placement_places_within_the_offer'] else j.refusals end as all_refusals
    from judged j
  ), made as (
    insert into luban.placement (workshop_id, enrollment_id, offer_id, begins_on, ends_on, supervisor)
    select in_workshop, s.enrollment_id, in_offer, s.begins_on, s.ends_on, in_supervisor
    from seated s where cardinality(s.all_refusals) = 0 order by s.nth
    returning id, enrollment_id
  )
  select s.enrollment_id, m.id, s.begins_on, s.ends_on, s.all_refusals
  from seated s left join made m on m.enrollment_id = s.enrollment_id order by s.nth;
end $$;
comment on function assign_places is
  'Assigns a set of students to places of an offer, in order while there are any; says who was left out and why.';

create or replace function log_hours(in_workshop int, in_placement bigint, in_day date, in_hours numeric, in_task text)
returns void language plpgsql as $$
begin
  in_day := luban.fact_day(in_workshop, in_day, 'placement_log');
  if exists (select from luban.placement_log where workshop_id = in_workshop and placement_id = in_placement
             and worked_on = in_day) then
    perform luban.refuse_duplicate('placement_day_is_logged_once', luban.placement_offense(
      'placement_day_is_logged_once', in_workshop, in_placement, in_day), 'placement_log');
  end if;
  insert into luban.placement_log (workshop_id, placement_id, worked_on, hours, task)
  values (in_workshop, in_placement, in_day, in_hours, in_task);
end $$;
comment on function log_hours is 'Logs hours worked on a day of a placement.';

create or replace function correct_logged_hours(in_workshop int, in_log bigint, in_hours numeric, in_reason text)
returns void language sql as $$
  -- What is taken back keeps why, as what is changed does.
  update luban.placement_log set note = in_reason, hours = case when in_hours > 0 then in_hours else hours end
  where workshop_id = in_workshop and id = in_log and (in_hours = 0 or hours <> in_hours);
  delete from luban.placement_log where workshop_id = in_workshop and id = in_log and in_hours = 0;
$$;
comment on function correct_logged_hours is
  'Corrects hours of a day, or takes them back where they are 0; what had been recorded stays among the revisions.';
