-- Findings about enrollments and what should have become of them.
create function report.life_finding(as_of date, known_at timestamptz) returns setof report.finding_case
language sql stable parallel safe as $$
  select f.finding, s.workshop_id, s.cohort_id, s.student_id, f.about, f.told, f.is_found
  from report.life(as_of, known_at) s
  join report.cohort_on(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (s.workshop_id, s.cohort_id)
  cross join lateral (
    select 'enrolled_after_end', null::text, format(luban.wording('{0} since {1}, the cohort ended on {2}'),
      luban.wording(s.state::text), s.since, c.planned_end_on), s.state <> 'completed'
    where s.state in ('enrolled', 'suspended', 'completed') and c.planned_end_on < as_of - 30
    union all
    select 'undecided_after_end', null, format(luban.wording('{0} since {1}'), luban.wording(s.state::text), s.since),
      s.state in ('applied', 'waitlisted', 'admitted')
    where c.planned_end_on < as_of or c.status in ('finished', 'cancelled')
    union all
    select 'credential_missing', k.side::text, format(luban.wording('completed on {0}'), s.since), not exists (
      select from luban.credential i
      where (i.workshop_id, i.enrollment_id, i.side) = (s.workshop_id, s.enrollment_id, k.side)
        and i.issued_on <= as_of and i.recorded_at <= known_at)
    from luban.program_certificate k where k.edition_id = c.edition_id and s.state = 'completed'
    union all
    select 'outcome_missing', p.months::text, format(luban.wording('{0} months on {1}'), p.months,
      (s.since + make_interval(months => p.months))::date), not exists (
        select from report.known_outcome(known_at) o
        where (o.workshop_id, o.enrollment_id, o.months) = (s.workshop_id, s.enrollment_id, p.months) and o.answered_on <= as_of)
    from (values (6::smallint), (12::smallint), (36::smallint)) p (months)
    where s.state = 'completed' and luban.outcome_is_due_on(s.since, p.months) <= as_of
  ) f (finding, about, told, is_found)
  union all
  select 'enrolled_late', e.workshop_id, e.cohort_id, e.student_id, null,
    format(luban.wording('enrolled on {0}, the cohort began on {1}'), v.enrolled_on, c.intake_on),
    v.enrolled_on > c.intake_on + 60
  from report.known_enrollment(known_at) e
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (e.workshop_id, e.cohort_id)
  cross join lateral (
    select min(v.effective_on) filter (where v.to_state = 'enrolled'), bool_or(v.from_state is null and v.link_id is not null)
    from report.known_event(known_at) v
    where (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id) and v.effective_on <= as_of) v (enrolled_on, continues)
  where v.enrolled_on is not null and not v.continues
  union all
  select 'age_implausible', e.workshop_id, e.cohort_id, e.student_id, null,
    format(luban.wording('{0} years old on {1}'), a.years, e.applied_on), a.years not between 14 and 80
  from report.known_enrollment(known_at) e
  join report.known_student(known_at) s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  cross join lateral (select extract(year from age(e.applied_on, s.birth_on))::int) a (years)
  where e.applied_on <= as_of
$$;
comment on function report.life_finding is
  'Enrollments that stand where they cannot stand, began too early or too late, or lack what should have come of them.';
