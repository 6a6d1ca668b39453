-- What a cohort might have done beside its classes, in the columns of imports; see 2_classes.sql.

-- Who of a cohort took part in the culture events of its time, in the columns of an import: the same from the same seed.
create or replace function pg_temp.demo_culture(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, event text, hours text)
language sql stable parallel safe as $$
  select l.cohort, l.student, v.code::text,
    -- Who left early has some of the hours; the others those of the event.
    case when d.chance > 0.93 then replace(trim_scale(ceil(v.hours * 1.2) / 2)::text, '.', ',') end
  from luban.cohort c
  join luban.culture_event v on v.workshop_id = c.workshop_id and v.begins_on >= c.intake_on and v.ends_on <= c.planned_end_on
  join pg_temp.demo_learners(in_workshop, in_cohort, in_seed) l on v.begins_on between l.begins_on and l.ends_on
  cross join lateral (select pg_temp.demo_draw(in_seed, concat_ws(' ', l.student, v.code)) as chance) d
  where c.workshop_id = in_workshop and c.id = in_cohort and d.chance >= l.absence and v.begins_on between in_from and in_to
$$;

-- Placements of a cohort among the offers of its time, in the columns of an import: the same from the same seed.
create or replace function pg_temp.demo_placements(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, offer text, "from" text, "to" text)
language sql stable parallel safe as $$
  with offer as (
    select o.*, sum(o.places) over (order by o.code) as up_to
    from luban.cohort c
    join luban.placement_offer o on o.workshop_id = c.workshop_id and o.begins_on >= c.intake_on and o.ends_on <= c.planned_end_on
    where c.workshop_id = in_workshop and c.id = in_cohort and o.begins_on between in_from and in_to
      and (o.course_id is null or exists (
        select from luban.curriculum_item i where (i.edition_id, i.course_id) = (c.edition_id, o.course_id)))
      -- What is named after a cohort is for that cohort.
      and not exists (
        select from luban.cohort x where x.workshop_id = c.workshop_id and x.id <> c.id and starts_with(o.code, x.code || '-'))
  ), place as (
    -- Of those who are still there, each gets one place, while there are places.
    select l.*, row_number() over (order by pg_temp.demo_draw(in_seed, l.student || ' place'), l.student) as nth
    from pg_temp.demo_learners(in_workshop, in_cohort, in_seed) l
    where (select min(begins_on) from offer) between l.begins_on and l.ends_on
  )
  select p.cohort, p.student, o.code::text, o.begins_on::text, o.ends_on::text
  from place p
  join offer o on p.nth > o.up_to - o.places and p.nth <= o.up_to and o.begins_on between p.begins_on and p.ends_on
$$;

-- Hours that a cohort worked on its placements, in the columns of an import: the same from the same seed.
create or replace function pg_temp.demo_placement_hours(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, day text, hours text, task text)
language sql stable parallel safe as $$
  with placed as materialized (
    select l.cohort, l.student, o.hours as planned, l.absence, greatest(p.begins_on, l.begins_on) as begins_on,
      least(coalesce(p.ended_on, p.ends_on), l.ends_on) as ends_on
    from pg_temp.demo_learners(in_workshop, in_cohort, in_seed) l
    join luban.placement p on (p.workshop_id, p.enrollment_id) = (in_workshop, l.enrollment_id)
    join luban.placement_offer o on (o.workshop_id, o.id) = (p.workshop_id, p.offer_id)
  ), working_day as materialized (
    select d.day::date as day
    from luban.workshop w
    cross join lateral (select min(begins_on)::timestamp as first, max(ends_on)::timestamp as last from placed) term
    cross join generate_series(term.first, term.last, '1 day') d (day)
    where w.id = in_workshop and extract(isodow from d.day) < 6
      and not exists (select from luban.holiday y where (y.country, y.day) = (w.country, d.day::date))
  ), worked as (
    select p.cohort, p.student, d.day, p.planned, h.chance, case when h.chance > 0.8 then 7.5 else 8 end as hours
    from placed p
    join working_day d on d.day between p.begins_on and p.ends_on
    cross join lateral (
      select pg_temp.demo_draw(in_seed, concat_ws(' ', p.student, d.day, 'work')) as chance offset 0) h
    where h.chance >= p.absence
  ), counted as (
    -- Until the hours of the offer are there.
    select w.*, sum(w.hours) over (partition by w.student order by w.day) - w.hours as before from worked w
  )
  select w.cohort, w.student, w.day::text, replace(trim_scale(w.hours)::text, '.', ','),
    ('{Weighing,Loading,Приёмка товара,Комплектация заказов,入库,盘点}'::text[])[1 + floor(w.chance * 600)::int % 6]
  from counted w
  where w.before < w.planned and w.day between in_from and in_to
$$;

-- What became of the graduates of a cohort, in the columns of an import: the same from the same seed.
create or replace function pg_temp.demo_outcomes(in_workshop int, in_cohort bigint, in_seed int, in_from date, in_to date)
returns table (cohort text, student text, months text, status text, answered_on text, in_field text, employer text,
  chinese_funded text, occupation text, job_from text, satisfaction text)
language sql stable parallel safe as $$
  with answer as (
    select c.code::text as cohort, n.student, m.months, e.state_on,
      (e.state_on + make_interval(months => m.months))::date
        + floor(20 * pg_temp.demo_draw(in_seed, concat_ws(' ', n.student, m.months, 'day')))::int as answered_on,
      pg_temp.demo_draw(in_seed, n.student || ' luck') - m.months * 0.004 as luck,
      pg_temp.demo_draw(in_seed, n.student || ' job') as job
    from luban.enrollment e
    join luban.cohort c on (c.workshop_id, c.id) = (e.workshop_id, e.cohort_id)
    join luban.student s on (s.workshop_id, s.id) = (e.workshop_id, e.student_id)
    cross join lateral (select luban.shown_number(s.number) as student) n
    cross join (values (6), (12), (36)) m (months)
    where e.workshop_id = in_workshop and e.cohort_id = in_cohort and e.state = 'completed'
      -- Four of five answer.
      and pg_temp.demo_draw(in_seed, concat_ws(' ', n.student, m.months, 'answers')) < 0.8
  ), placed as (
    select a.*, case when a.luck < 0.62 then 'employed' when a.luck < 0.7 then 'self_employed'
      when a.luck < 0.84 then 'further_study' when a.luck < 0.95 then 'seeking' else 'other' end as status
    from answer a
  )
  select p.cohort, p.student, p.months::text, p.status, p.answered_on::text,
    case when w.works then case when p.job < 0.72 then 'yes' else 'нет' end end,
    case when p.status = 'employed' then ('{Example Railways,Пример Логистика,示例物流有限公司,Example Cargo}'::text[])[1 + e.nth] end,
    case when p.status = 'employed' then case when e.nth in (2, 3) then '是' else 'no' end end,
    case when w.works then ('{4321,4323,8344,3331}'::text[])[1 + floor(p.job * 400)::int % 4] end,
    case when w.works then (p.state_on + 10 + floor(140 * p.job)::int)::text end,
    (3 + floor(p.job * 300)::int % 3)::text
  from placed p
  cross join lateral (select p.status in ('employed', 'self_employed') as works) w
  cross join lateral (select floor(p.job * 1000)::int % 4 as nth) e
  where p.answered_on between in_from and in_to
$$;
