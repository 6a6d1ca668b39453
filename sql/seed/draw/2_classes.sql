-- What a cohort might have done in its classes, in the columns of imports: for demonstrations, tutorials, benchmarks. Drawn from the
-- seed, the number of the student and what it is about, so that no other file and no other day changes it.

-- A number from 0 to below 1, always the same for the same seed and words.
create or replace function pg_temp.demo_draw(in_seed int, in_about text) returns float8
language sql immutable parallel safe as $$
  select ('x' || substr(md5(in_seed::text || ':' || in_about), 1, 7))::bit(28)::int / 268435456.0::float8
$$;

-- Who was enrolled in a cohort, from when to when, after being away from when, and how they do: share of absence, talent, ear for language.
create or replace function pg_temp.demo_learners(in_workshop int, in_cohort bigint, in_seed int)
returns table (enrollment_id bigint, student_id bigint, student text, cohort text, absence float8, talent float8,
  ear float8, begins_on date, ends_on date, away_from date)
language sql stable parallel safe as $$
  select e.id, s.id, n.student, c.code::text,
    -- Few are often absent, some now and then; who is said to have never attended always.
    case when exists (
        select from luban.standing_event v where (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id)
          and luban.is_no_show(v.to_state, v.reason_code)) then 1
      when d.diligence < 0.05 then 0.45 when d.diligence < 0.2 then 0.14 else 0.04 end,
    pg_temp.demo_draw(in_seed, n.student || ' talent'), pg_temp.demo_draw(in_seed, n.student || ' ear'),
    p.begins_on, p.ends_on, lag(p.ends_on) over (partition by e.id order by p.begins_on)
  from luban.enrollment e
  join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
  join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
  cross join lateral (select luban.shown_number(s.number) as student) n
  cross join lateral (select pg_temp.demo_draw(in_seed, n.student || ' diligence') as diligence) d
  cross join lateral luban.enrolled_period_of(e.workshop_id, e.id) p
  where e.workshop_id = in_workshop and e.cohort_id = in_cohort
$$;

-- Attendance of a cohort at the sessions of its classes, as it is kept: the same from the same seed.
create or replace function pg_temp.demo_attended(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (session_id bigint, enrollment_id bigint, status luban.attendance_status)
language sql stable parallel safe as $$
  with learner as materialized (
    select * from pg_temp.demo_learners(in_workshop, in_cohort, in_seed)
  )
  select s.id, l.enrollment_id, (case when d.chance < l.absence then 'absent' when d.chance < l.absence * 1.4 then 'excused'
    when d.chance < l.absence * 1.6 + 0.02 then 'late' else 'present' end)::luban.attendance_status
  from luban.class c
  join luban.course k on k.id = c.course_id
  join luban.session s on (s.workshop_id, s.class_id) = (c.workshop_id, c.id) and s.cancel_reason is null
  join learner l on s.held_on between l.begins_on and l.ends_on
  -- "offset 0" keeps the number from being drawn anew for every comparison.
  cross join lateral (
    select pg_temp.demo_draw(in_seed, concat_ws(' ', l.student, k.code, s.held_on, s.begins_at)) as chance offset 0) d
  where c.workshop_id = in_workshop and c.cohort_id = in_cohort and s.held_on between in_from and in_to
$$;

-- The same in the columns of an import.
create or replace function pg_temp.demo_attendance(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, course text, date text, "time" text, status text)
language sql stable parallel safe as $$
  select c.code::text, luban.shown_number(n.number), k.code::text, s.held_on::text, to_char(s.begins_at, 'HH24:MI'),
    -- Each class writes its own words.
    (case (10 * pg_temp.demo_draw(in_seed, k.code))::int % 3
      when 0 then '{present,late,excused,absent}' when 1 then '{п,о,у,н}' else '{到,迟,假,缺}' end::text[])[array_position(enum_range(a.status), a.status)]
  from pg_temp.demo_attended(in_workshop, in_cohort, in_seed, in_from, in_to) a
  join luban.session s on s.workshop_id = in_workshop and s.id = a.session_id
  join luban.class t on (t.workshop_id, t.id) = (s.workshop_id, s.class_id)
  join luban.cohort c on (c.workshop_id, c.id) = (t.workshop_id, t.cohort_id)
  join luban.course k on k.id = t.course_id
  join luban.enrollment e on e.workshop_id = in_workshop and e.id = a.enrollment_id
  join luban.student n on (n.workshop_id, n.id) = (e.workshop_id, e.student_id)
$$;

-- A mark of a scale for a skill from 0 to 1, passed from 0.15, in one of the words that a scale has for it.
create or replace function pg_temp.demo_mark(in_scale text, in_skill float8, in_word float8) returns text
language sql stable strict parallel safe as $$
  with passing (share) as (select (in_skill - 0.15) / 0.85)
  select case s.kind
    -- In steps that people give, with a comma.
    when 'numbers' then (
      select coalesce((
          select (m.mark || m.aliases)[1 + floor(in_word * cardinality(m.mark || m.aliases))::int]
          from luban.grading_mark m where (m.scale, m.mark) = (s.code, trim_scale(v.value)::text)),
        replace(trim_scale(v.value)::text, '.', ','))
      from (values (s.step * ceil(0.5 / s.step))) step (size)
      cross join lateral (
        select case when in_skill >= 0.15
          then s.pass_from + floor((s.highest - s.pass_from) * p.share::numeric / step.size + 0.3) * step.size
          else greatest(s.lowest, s.pass_from
            - ceil((s.pass_from - s.lowest) * (0.15 - in_skill)::numeric * 3 / step.size + 0.01) * step.size) end) v (value))
    else (
      select (m.mark || m.aliases)[1 + floor(in_word * cardinality(m.mark || m.aliases))::int]
      from (
        select m.mark, m.aliases, row_number() over (order by m.value) - 1 as nth, count(*) over () as marks
        from luban.grading_mark m where m.scale = s.code and m.passes = (in_skill >= 0.15)) m
      where m.nth = case when in_skill >= 0.15 then floor(p.share * m.marks) else m.marks - 1 end) end
  from luban.grading_scale s, passing p where s.code = in_scale
$$;

-- Results of a cohort in its classes, in the columns of an import: the same from the same seed. Some fail once, a few twice.
create or replace function pg_temp.demo_results(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, course text, mark text, graded_on text, graded_by text)
language sql stable parallel safe as $$
  with exam as (
    select l.*, k.code::text as course, a.attempt, luban.course_scale(c.edition_id, c.course_id) as scale,
      -- Who fails comes again three weeks later, better prepared.
      d.first_on + 21 * (a.attempt - 1) as graded_on, i.code || '/' || t.staff_number as graded_by,
      case a.attempt when 1 then f.skill
        else 0.05 + 0.6 * pg_temp.demo_draw(in_seed, concat_ws(' ', l.student, k.code, 'again')) end as skill
    from luban.class c
    join luban.course k on k.id = c.course_id and k.kind <> 'culture'
    -- Who was away on the day is examined three weeks after coming back.
    join pg_temp.demo_learners(in_workshop, in_cohort, in_seed) l on l.absence < 1
      and (c.ends_on between l.begins_on and l.ends_on or c.ends_on > l.away_from and c.ends_on < l.begins_on)
    cross join lateral (select case when c.ends_on < l.begins_on then l.begins_on + 21 else c.ends_on end as first_on) d
    left join luban.instructor t on (t.workshop_id, t.id) = (c.workshop_id, c.instructor_id)
    left join luban.partner i on i.id = t.partner_id
    cross join lateral (
      select greatest(0, 0.6 * case k.kind when 'language' then l.ear else l.talent end
        + 0.4 * pg_temp.demo_draw(in_seed, concat_ws(' ', l.student, k.code)) - 0.08) as skill) f
    cross join generate_series(1, 2) a (attempt)
    where c.workshop_id = in_workshop and c.cohort_id = in_cohort and (a.attempt = 1 or f.skill < 0.15)
  )
  select e.cohort, e.student, e.course,
    pg_temp.demo_mark(e.scale, e.skill, pg_temp.demo_draw(in_seed, concat_ws(' ', e.student, e.course, 'word'))),
    e.graded_on::text, e.graded_by
  from exam e
  where e.scale is not null and e.graded_on between e.begins_on and e.ends_on and e.graded_on between in_from and in_to
$$;

-- Language tests of a cohort, in the columns of an import: at entry, after each class that ends in a level, and of the target.
create or replace function pg_temp.demo_language(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, level text, taken_on text, listening text, reading text, writing text, speaking text,
  translation text, score text, result text, certificate_number text, center text, purpose text)
language sql stable parallel safe as $$
  with test as (
    -- At entry the first level; after each class that ends in a level that level; at last that of the rule.
    select r.language_framework as framework, f.level, c.intake_on + 3 as taken_on, 'placement_test' as purpose,
      0.5 as hardness
    from luban.cohort c
    join luban.completion_rule r on r.edition_id = c.edition_id
    cross join lateral (
      select v.level from luban.language_level v where v.framework = r.language_framework order by v.rank limit 1) f
    where c.workshop_id = in_workshop and c.id = in_cohort
    union all
    select x.framework, x.level, max(x.taken_on), null, 0.05
    from (
      select k.framework, k.level, c.ends_on + 9 as taken_on
      from luban.class c join luban.course k on k.id = c.course_id and k.kind = 'language' and k.level is not null
      where c.workshop_id = in_workshop and c.cohort_id = in_cohort
      union all
      select r.language_framework, r.language_level, c.planned_end_on - 60
      from luban.cohort c join luban.completion_rule r on r.edition_id = c.edition_id and r.language_level is not null
      where c.workshop_id = in_workshop and c.id = in_cohort and not exists (
        select from luban.class t join luban.course k on k.id = t.course_id
        where (t.workshop_id, t.cohort_id) = (c.workshop_id, c.id)
          and (k.framework, k.level) = (r.language_framework, r.language_level))) x
    group by x.framework, x.level
  ), sitting as (
    select l.cohort, l.student, t.framework || ':' || t.level as level, t.purpose, v.pass_score, v.max_score, v.exam_parts,
      t.taken_on + 28 * (a.attempt - 1) as taken_on, l.begins_on, l.ends_on,
      case a.attempt when 1 then f.skill
        else 0.05 + 0.5 * pg_temp.demo_draw(in_seed, concat_ws(' ', l.student, t.level, 'again')) end as skill
    from test t
    join luban.language_level v on (v.framework, v.level) = (t.framework, t.level)
    join pg_temp.demo_learners(in_workshop, in_cohort, in_seed) l on l.absence < 1
    cross join lateral (
      select greatest(0, 0.6 * l.ear + 0.4 * pg_temp.demo_draw(in_seed, concat_ws(' ', l.student, t.level, t.purpose)) - t.hardness)
        as skill) f
    cross join generate_series(1, 2) a (attempt)
    where a.attempt = 1 or f.skill < 0.15 and t.purpose is null
  ), judged as (
    select s.*, s.skill >= 0.15 as passes, cardinality(s.exam_parts) as parts,
      round(case when s.max_score is null then null
        when s.skill >= 0.15 then coalesce(s.pass_score, s.max_score * 0.6)
          + (s.max_score - coalesce(s.pass_score, s.max_score * 0.6)) * (s.skill - 0.15) / 0.85
        else coalesce(s.pass_score, s.max_score * 0.6) * (0.3 + 4 * s.skill) end)::int as points
    from sitting s
    where s.taken_on between s.begins_on and s.ends_on and s.taken_on between in_from and in_to
  ), part as (
    -- Better at what comes first, as far as that part has points left.
    select j.*, luban.part_column(n.name) as name,
      j.points / j.parts + (n.nth <= j.points % j.parts)::int
        + case n.nth when 1 then 1 when j.parts then -1 else 0 end * case when j.parts > 1 then least(
          j.max_score / j.parts - j.points / j.parts - 1, j.points / j.parts,
          (12 * pg_temp.demo_draw(in_seed, concat_ws(' ', j.student, j.level, 'parts')))::int) else 0 end as share
    from judged j
    left join lateral unnest(j.exam_parts) with ordinality n (name, nth) on j.points is not null
  )
  select p.cohort, p.student, p.level, p.taken_on::text, max(p.share) filter (where p.name = 'listening')::text,
    max(p.share) filter (where p.name = 'reading')::text, max(p.share) filter (where p.name = 'writing')::text,
    max(p.share) filter (where p.name = 'speaking')::text, max(p.share) filter (where p.name = 'translation')::text,
    p.points::text, case when p.passes then '通过' else '未通过' end,
    case when p.purpose is null then 'H' || upper(substr(md5(concat_ws(' ', in_seed, p.student, p.level, p.taken_on)), 1, 9)) end,
    'Confucius Institute (demo)', coalesce(p.purpose, 'external')
  from part p
  group by p.cohort, p.student, p.level, p.taken_on, p.points, p.passes, p.purpose
$$;
