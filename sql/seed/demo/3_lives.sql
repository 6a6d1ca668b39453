-- Draws people, the cohort each applies to, and what becomes of them until the last day of the demonstration.
-- Every date is fixed, and everything is drawn from the seed: the same command gives the same figures anywhere.

-- Fresh statistics for every table, or the joins of a million rows take plans made for a few.
analyze seed_request;

-- The cohorts, each in as many parts (A, B, …) as keep it of a plausible size: 40 cohorts of 25 up to 1,000 students,
-- 1,000 cohorts from 25,000 students on, which then grow.
create temp table demo_cohort on commit drop as
select row_number() over (order by s.workshop, s.program, s.intake, part)::int as place, base, part, parts,
  w.id as workshop_id, s.workshop, e.id as edition_id, e.program_id, s.intake::date as intake_on,
  s.planned_end::date as end_on, s.status::cohort_status, s.intake::date - 120 as opens_on,
  least(s.planned_end::date, date '2026-06-30') as last_on, null::bigint as cohort_id,
  format('%s-%s-%s%s', s.workshop, s.program, left(s.intake, 4), chr(64 + part)) as code
from seed_request request
cross join lateral (select least(25, ceil(request.students / 1000.0))::int as parts) size
cross join (select row_number() over (order by workshop, program, intake)::int as base, * from seed_cohorts) s
cross join lateral generate_series(1, size.parts) part
join workshop w on w.code = s.workshop
join demo_edition e on e.program = s.program;
analyze demo_cohort;

-- Where a transfer leads: the next intake of the program that is taught already.
create temp table demo_next on commit drop as
select distinct on (c.place) c.place, n.place as next_place, n.intake_on as next_intake_on,
  least(c.last_on, n.last_on) as latest_on
from demo_cohort c
join demo_cohort n on (n.workshop_id, n.program_id, n.part) = (c.workshop_id, c.program_id, c.part)
  and n.intake_on > c.intake_on and n.status in ('running', 'finished')
order by c.place, n.intake_on;
analyze demo_next;

-- Most learn at home, some abroad; the young only where they were old enough to apply.
create temp table demo_choice on commit drop as
select coalesce(workshop, '') as workshop, is_young, array_agg(base order by base) as bases
from demo_cohort
cross join (values (false), (true)) young (is_young)
where part = 1 and status <> 'planned' and (not is_young or intake_on >= '2024-06-01')
group by grouping sets ((workshop, is_young), (is_young));
analyze demo_choice;

create temp table demo_person on commit drop as
select i, p.birth_date::date as birth_on, p.gender, p.nationality, p.document_country, p.document_kind,
  p.document_number, p.email, p.phone, p.schooling, p.language_level, p.latin_name, p.chinese_name, p.family_name,
  p.given_name, p.patronymic, composed_name(p.full_name, p.family_name, p.given_name, p.patronymic) as full_name,
  c.place, chance.a, chance.b, chance.c, c.opens_on + chance.b % 45 as applied_on
from seed_request request
-- "offset 0" keeps the levels from being folded into one, which would draw anew for every use.
cross join lateral (select *, substr(document_number, 6)::int as i, md5(request.seed || '#' || document_number) as drawn
  from pg_temp.demo_people(request.seed, request.students) offset 0) p
cross join lateral (select ('x' || substr(drawn, 1, 7))::bit(28)::int as a, ('x' || substr(drawn, 8, 7))::bit(28)::int as b,
  ('x' || substr(drawn, 15, 7))::bit(28)::int as c offset 0) chance
left join seed_homes home on home.nationality = p.nationality and chance.a % 12 > 0
join demo_choice choice on choice.workshop = coalesce(home.workshop, '') and choice.is_young = (p.birth_date > '2005-01-01')
join demo_cohort c on c.base = choice.bases[1 + chance.b % cardinality(choice.bases)] and c.part = 1 + chance.c % c.parts;
analyze demo_person;

-- What becomes of each, and the day on which it happens.
create temp table demo_fate on commit drop as
select p.i, p.place, p.applied_on, p.a, p.b, p.c, fate,
  case fate when 'no_show' then intake_on + 7 + p.b % 20
    when 'withdrawn' then intake_on + 35 + p.b % (last_on - intake_on - 40)
    when 'corrected' then intake_on + 35 + p.b % (last_on - intake_on - 60)
    when 'dismissed' then intake_on + 90 + p.b % (last_on - intake_on - 100)
    when 'transferred' then next_intake_on + 10 + p.b % (latest_on - next_intake_on - 20)
    when 'resumed' then intake_on + 60 + p.b % (last_on - intake_on - 150)
    when 'suspended' then intake_on + 200 + p.b % (last_on - intake_on - 210)
    else date_trunc('week', p.applied_on)::date + 12 end as turn_on
from demo_person p
join demo_cohort c on c.place = p.place
left join demo_next n on n.place = p.place
cross join lateral (select case
  when c.status = 'open' then case when p.a % 1000 < 40 then 'rejected' when p.a % 1000 < 70 then 'declined'
    when p.a % 1000 < 100 then 'left_early' when p.a % 1000 < 180 then 'applied' else 'wants' end
  when p.a % 1000 < 40 then 'no_show'
  when p.a % 1000 < 55 then 'corrected'
  when p.a % 1000 < 130 then 'withdrawn'
  when p.a % 1000 < 155 then 'dismissed'
  when p.a % 1000 < 175 and next_place is not null then 'transferred'
  when p.a % 1000 < 225 then 'resumed'
  when p.a % 1000 < 250 and c.status = 'running' then 'suspended'
  else 'stayed' end as fate) f;
analyze demo_fate;

-- Open cohorts are full: about one in six of those who want a seat waits for one. The others have room for all.
create temp table demo_size on commit drop as
select c.place, count(*) filter (where fate = 'left_early')::int as freed,
  case c.status
    when 'open' then greatest(5, 5 * floor(0.17 * count(*) filter (where fate = 'wants')))
    when 'planned' then greatest(30, 5 * round(request.students / 200.0 / count(*) over ()))
    else greatest(5, 5 * ceil((count(f.i) + coalesce(max(arriving.n), 0)) / 5.0)) end::int as capacity
from demo_cohort c
cross join seed_request request
left join demo_fate f on f.place = c.place
left join (select next_place, count(*) as n from demo_fate join demo_next using (place)
  where fate = 'transferred' group by next_place) arriving on arriving.next_place = c.place
group by c.place, c.status, request.students;
analyze demo_size;

create temp table demo_life on commit drop as
select null::bigint as continues_id, i, place, applied_on, a, b, c, turn_on,
  case when fate <> 'wants' then fate when turn > capacity then 'waiting' when turn > capacity - freed then 'promoted'
    when a % 2 = 0 then 'admitted' else 'seated' end as fate,
  case when fate = 'wants' and turn > capacity then turn - capacity + least(freed, capacity) end::int as waits_at,
  nextval('enrollment_id_seq') as enrollment_id
from (
  select f.*, s.capacity, s.freed, row_number() over (partition by place, fate order by applied_on, i) as turn
  from demo_fate f join demo_size s using (place)
) f;

-- Who moves up has the seat of one who left early, in turn: a seat is given no earlier than it is free.
update demo_life l set turn_on = greatest(date_trunc('week', l.applied_on)::date + 9, f.turn_on)
from (select enrollment_id, place, row_number() over (partition by place order by applied_on, i) as nth
      from demo_life where fate = 'promoted') p
join (select place, turn_on, row_number() over (partition by place order by turn_on, i) as nth
      from demo_fate where fate = 'left_early') f using (place, nth)
where l.enrollment_id = p.enrollment_id;

insert into demo_life (continues_id, i, place, applied_on, a, b, c, turn_on, fate, enrollment_id)
select l.enrollment_id, l.i, n.next_place, l.turn_on, l.a, l.b, l.c, l.turn_on, 'continued', nextval('enrollment_id_seq')
from demo_life l join demo_next n using (place)
where l.fate = 'transferred';
analyze demo_life;
