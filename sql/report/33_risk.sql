-- Who will probably not complete, and why: plain rules, each with its numbers. Rules: docs/reference/indicators.md.
create function report.risk(as_of date, known_at timestamptz)
returns table (workshop_id int, cohort_id bigint, enrollment_id bigint, part text, subject text, reason text,
  explanation text)
language sql stable parallel safe as $$
  -- Attendance below what the rule asks, over all classes or in one; a required course failed, so far; a class that ended
  -- a month ago or more, without a result.
  select p.workshop_id, p.cohort_id, p.enrollment_id, p.part, p.subject, r.reason, r.explanation
  from report.completion_part(as_of, known_at) p
  left join (report.known_class(known_at) l join report.known_course(known_at) k on k.id = l.course_id)
    on p.part = 'course' and (l.workshop_id, l.cohort_id, k.code) = (p.workshop_id, p.cohort_id, p.subject)
  cross join lateral (
    select luban.wording('attendance'), report.part_in_words(p.part, p.subject, p.needed, p.got, p.note)
    where p.part <> 'course' and p.got is not null
    union all
    select luban.wording('course failed'), format(luban.wording('{0}: {1}'), p.subject, p.note)
    where p.part = 'course' and p.note is not null
    union all
    select luban.wording('no result'), format(luban.wording('{0}: no result, the class ended on {1}'), p.subject, l.ends_on)
    where p.part = 'course' and p.note is null and l.ends_on <= as_of - 30) r (reason, explanation)
  where p.part in ('attendance', 'course attendance', 'course') and not p.is_done
  union all
  -- Language behind plan: the levels from entry to target, spread evenly over the time of the cohort; whose level at entry
  -- is not known has none. Or the target was reached, and what showed it has expired.
  select g.workshop_id, g.cohort_id, g.enrollment_id, 'language', g.framework || ':' || g.target_level,
    luban.wording('language'),
    case when g.expired_on is not null
      then format(luban.wording('{0}:{1} expired on {2}'), g.framework, g.expired_level, g.expired_on)
      else format(luban.wording('{0}: shown {1}, planned by now {2}; at entry {3}, target {4}, {5} % of the time has passed'),
        g.framework, coalesce(g.level, luban.wording('none')), (
          select l.level from luban.language_level l where (l.framework, l.rank) = (g.framework, plan.rank)),
        coalesce(g.entry_level, luban.wording('none')), g.target_level, round(100 * elapsed.share)) end
  from report.language_gain(as_of, known_at) g
  join report.known_cohort(as_of, known_at) c on (c.workshop_id, c.cohort_id) = (g.workshop_id, g.cohort_id)
  cross join lateral (
    select least(greatest(as_of - c.intake_on, 0), c.planned_end_on - c.intake_on)::numeric
      / (c.planned_end_on - c.intake_on)) elapsed (share)
  cross join lateral (select coalesce(g.entry_rank, 0)) entry (rank)
  cross join lateral (select entry.rank + floor((g.target_rank - entry.rank) * elapsed.share)) plan (rank)
  where coalesce(g.rank, 0) < plan.rank or g.expired_on is not null
$$;
comment on function report.risk is
  'Reasons why an enrollment will probably not be completed, each with its numbers, as of a day and as known at a time.';
