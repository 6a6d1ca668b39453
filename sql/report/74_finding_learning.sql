-- Findings about what was learned: language targets, credit from elsewhere, placements.
create function report.learning_finding(as_of date, known_at timestamptz) returns setof report.finding_case
language sql stable parallel safe as $$
  select f.finding, g.workshop_id, g.cohort_id, g.student_id, g.framework || ':' || g.target_level, null::text, f.is_found
  from report.language_gain(as_of, known_at) g
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (g.workshop_id, g.cohort_id)
  cross join lateral report.standing(g.workshop_id, g.enrollment_id, as_of, null, known_at) s
  cross join lateral (
    select 'entry_level_missing', g.entry_rank is null where c.census_on <= as_of
    union all
    select 'language_test_missing', g.tests = 0 where c.intake_on + (c.planned_end_on - c.intake_on) / 2 <= as_of
  ) f (finding, is_found)
  where s.state in ('enrolled', 'suspended', 'completed')
  union all
  select 'evidence_missing', r.workshop_id, e.cohort_id, e.student_id, format('%s %s', k.code, r.attempt),
    format(luban.wording('transferred from {0}'), i.code), r.evidence is null
  from report.known_result(known_at) r
  join luban.enrollment e on (e.workshop_id, e.id) = (r.workshop_id, r.enrollment_id)
  join report.known_course(known_at) k on k.id = r.course_id
  left join report.known_partner(known_at) i on i.id = r.partner_id
  where r.kind <> 'graded' and r.graded_on <= as_of
  union all
  select f.finding, p.workshop_id, e.cohort_id, e.student_id, format('%s %s', o.code, p.begins_on),
    format(luban.wording('ended on {0}'), d.day), f.is_found
  from report.known_placement(known_at) p
  join report.known_placement_offer(known_at) o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
  join luban.enrollment e on (e.workshop_id, e.id) = (p.workshop_id, p.enrollment_id)
  cross join lateral (select least(p.ends_on, p.ended_on)) d (day)
  cross join lateral (
    select 'placement_hours_missing', not exists (
      select from report.known_placement_log(known_at) l
      where (l.workshop_id, l.placement_id) = (p.workshop_id, p.id) and l.worked_on <= as_of)
    union all
    select 'placement_evaluation_missing', not exists (
      select from report.known_placement_evaluation(known_at) v
      where (v.workshop_id, v.placement_id) = (p.workshop_id, p.id) and v.evaluated_on <= as_of)
  ) f (finding, is_found)
  where d.day < as_of
$$;
comment on function report.learning_finding is 'Language targets without tests, credit without evidence, placements without hours or evaluation.';
