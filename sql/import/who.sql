-- Whom the lines of a file about students mean: by number, else by document, else by a name exactly as it is known.
-- A file names few people in many lines, so that each way of naming somebody is looked up once.
create temp table naming on commit drop as
select row_number() over () as id, n.*, w.id as named_workshop_id, c.id as cohort_id, s.number, s.birth_on,
  coalesce(c.workshop_id, w.id, case when n.workshop = '' and s.workshop is null then run.workshop_id end) as workshop_id,
  upper(replace(nullif(n.document_number, ''), ' ', '') collate "C") as document,
  luban.fold(luban.composed(nullif(n.full_name, ''))) as folded
from run
cross join (
  select distinct coalesce(workshop, '') as workshop, coalesce(cohort, '') as cohort, coalesce(student, '') as student,
    coalesce(document_number, '') as document_number, coalesce(full_name, '') as full_name,
    coalesce(birth_date, '') as birth_date
  from stage where fault is null) n
-- A number may be written with its workshop, UZ-TAS/S-00012.
cross join lateral (
  select upper(nullif(split_part(n.student, '/', -2), '')) as workshop,
    luban.read_student_number(split_part(n.student, '/', -1)) as number,
    luban.read_day(nullif(n.birth_date, ''), run.dates)::date as birth_on) s
left join workshop w on w.code = coalesce(s.workshop, upper(nullif(n.workshop, '')))
left join cohort c on c.code = coalesce(upper(nullif(n.cohort, '')), run.cohort_code)
  and c.workshop_id = coalesce(w.id, run.workshop_id, c.workshop_id);

analyze naming;

-- Who answers to each: by number, by document (one of another kind or country may have the same number), by name within
-- the cohort, by name elsewhere. A name is looked for where it is not that of whom number or document lead to.
create temp table candidate on commit drop as
select n.id, 1 as way, s.id as student_id
from naming n join student s on (s.workshop_id, s.number) = (n.workshop_id, n.number)
union all
select n.id, 2, s.id
from naming n join student s on (s.workshop_id, s.document_number) = (n.workshop_id, n.document);

analyze candidate;

insert into candidate (id, way, student_id)
select distinct n.id, case when e.id is null then 4 else 3 end, s.id
from naming n
join student_name k on (k.workshop_id, k.folded) = (n.workshop_id, n.folded)
join student s on (s.workshop_id, s.id) = (k.workshop_id, k.student_id) and s.birth_on = coalesce(n.birth_on, s.birth_on)
left join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (s.workshop_id, s.id, n.cohort_id)
where n.id not in (
  select c.id from candidate c join naming n using (id)
  join student_name k on (k.workshop_id, k.student_id, k.folded) = (n.workshop_id, c.student_id, n.folded));

-- The first way that leads to somebody decides; a number leads to its student or to nobody. A way after it that leads only
-- to others contradicts it, as in a sheet of which one column was sorted.
create temp table meant on commit drop as
with found as (
  select id, way, min(student_id) as student_id, count(*) as fits, min(way) over (partition by id) as first_way
  from candidate group by id, way
), chosen as (
  select f.id, f.way, f.fits, case when f.fits = 1 then f.student_id end as student_id
  from found f join naming n using (id) where f.way = f.first_way and (f.way = 1 or n.student = '')
)
select n.id, n.workshop_id, n.cohort_id, c.student_id,
  nullif(concat_ws(',',
    case when n.workshop_id is null or n.named_workshop_id is null and (n.workshop <> '' or n.student ~ '/')
      then 'workshop:line_names_a_workshop' end,
    case when n.cohort_id is null and (n.cohort <> '' or run.cohort_code is not null) then 'cohort:line_names_a_cohort' end,
    case when n.birth_date <> '' and n.birth_on is null then 'birth_date:' || luban.day_problem(n.birth_date, run.dates) end,
    case when n.student <> '' and n.number is null then 'student:number_is_a_student_number'
      when luban.is_damaged(n.document_number) then 'document_number:value_is_not_damaged_by_excel'
      when luban.is_damaged(n.full_name) then 'full_name:value_is_not_damaged_by_excel'
      when n.student = '' and n.document is null and n.folded is null then 'full_name:line_names_a_person'
      when n.workshop_id is null then null
      when c.id is null or c.fits > 1 then
        case when n.student <> '' then 'student' when c.way = 2 or n.folded is null then 'document_number' else 'full_name' end
        || case when c.id is null then ':line_names_a_known_student' else ':line_names_one_student' end end,
    case when c.way = 1 and o.documents and not o.document_fits or c.way > 2 and s.document_number <> n.document
      then 'document_number:person_is_one' end,
    case when c.way < 3 and o.names and not o.name_fits then 'full_name:person_is_one' end,
    case when c.way < 3 and s.birth_on <> n.birth_on then 'birth_date:person_is_one' end
  ), '') as problem
from run
cross join naming n
left join chosen c on c.id = n.id
left join student s on (s.workshop_id, s.id) = (n.workshop_id, c.student_id)
left join (
  select d.id, bool_or(d.way = 2) as documents, bool_or(d.way = 2 and d.student_id = c.student_id) as document_fits,
    bool_or(d.way > 2) as names, bool_or(d.way > 2 and d.student_id = c.student_id) as name_fits
  from candidate d join chosen c using (id) where c.student_id is not null group by d.id) o on o.id = n.id;

analyze meant;

-- The enrollment in the cohort named, else the only one in which the student was ever enrolled.
create temp table led on commit drop as
with sole as (
  select e.workshop_id, e.student_id, min(e.id) as enrollment_id, min(e.cohort_id) as cohort_id
  from enrollment e
  where (e.workshop_id, e.student_id) in (
    select workshop_id, student_id from meant where cohort_id is null and student_id is not null)
    and exists (select from enrollment_event v
      where (v.workshop_id, v.enrollment_id) = (e.workshop_id, e.id) and v.to_state = 'enrolled')
  group by e.workshop_id, e.student_id having count(*) = 1
)
select array[n.workshop, n.cohort, n.student, n.document_number, n.full_name, n.birth_date] as named,
  m.workshop_id, coalesce(m.cohort_id, o.cohort_id) as cohort_id, m.student_id,
  coalesce(e.id, o.enrollment_id) as enrollment_id, m.problem,
  case when m.problem is null and coalesce(e.id, o.enrollment_id) is null
    then 'cohort:line_names_one_enrollment' end as enrollment_problem
from meant m
join naming n using (id)
left join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (m.workshop_id, m.student_id, m.cohort_id)
left join sole o on m.cohort_id is null and (o.workshop_id, o.student_id) = (m.workshop_id, m.student_id);

analyze led;
