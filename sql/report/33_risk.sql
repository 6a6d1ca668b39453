-- Who will probably not complete, and why: plain rules, each with its numbers. Rules: docs/reference/indicators.md.
create function report.risk(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, part text, subject text, reason text,
  explanation text)
language sql stable parallel safe as $$
  -- Attendance below what the rule asks, over all classes or in one.
  select p.workshop_id, p.cohort_id, p.enrollment_id, p.part, p.subject, 'attendance',
    report.part_in_words(p.part, p.subject, p.needed, p.got, p.note)
  from report.completion_part(as_of, known_at) p
  where p.part in ('attendance', 'course attendance') and not p.is_done and p.got is not null
  union all
  -- A required course failed, so far.
  select p.workshop_id, p.cohort_id, p.enrollment_id, p.part, p.subject, 'course failed',
    p.subject || ': ' || p.note
  from report.completion_part(as_of, known_at) p
  where p.part = 'course' and not p.is_done and p.note is not null
  union all
  -- A class that ended a month ago or more, without a result.
  select p.workshop_id, p.cohort_id, p.enrollment_id, p.part, p.subject, 'no result',
    format('%s: no result, the class ended on %s', p.subject, l.ends_on)
  from report.completion_part(as_of, known_at) p
  join luban.course k on k.code = p.subject
  join luban.class l on (l.workshop_id, l.cohort_id, l.course_id) = (p.workshop_id, p.cohort_id, k.id)
  where p.part = 'course' and not p.is_done and p.note is null and l.ends_on <= as_of - 30 and l.recorded_at <= known_at
  union all
  -- Language behind plan: the levels from entry to target, spread evenly over the time of the cohort.
  select e.workshop_id, e.cohort_id, e.enrollment_id, 'language',
    e.language_framework || ':' || e.language_level, 'language',
    format('%s: rank %s shown, %s by now (from %s to %s, %s %% of the time)', e.language_framework, shown.rank, plan.rank,
      entry.rank, t.rank, round(100 * elapsed.share))
  from report.ruled_enrollment e
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join luban.language_level t on (t.framework, t.level) = (e.language_framework, e.language_level)
  cross join lateral (
    select least(greatest(as_of - c.intake_on, 0), c.planned_end_on - c.intake_on)::numeric
      / (c.planned_end_on - c.intake_on)) elapsed (share)
  cross join lateral (
    select coalesce(max(s.rank), 0) from report.language_shown(c.intake_on, known_at) s
    where s.workshop_id = e.workshop_id and s.student_id = e.student_id and s.framework = e.language_framework) entry (rank)
  cross join lateral (
    select coalesce(max(s.rank), 0) from report.language_shown(as_of, known_at) s
    where s.workshop_id = e.workshop_id and s.student_id = e.student_id and s.framework = e.language_framework) shown (rank)
  cross join lateral (select entry.rank + floor((t.rank - entry.rank) * elapsed.share)) plan (rank)
  where shown.rank < plan.rank
$$;
comment on function report.risk is
  'Reasons why an enrollment will probably not be completed, each with its numbers, as of a day and as known at a time.';
