-- Whom the lines of a file about students mean: by number, else by document, else by a name as it is known.
-- A file names few people in many lines, so that each way of naming somebody is looked up once.
create temp table naming on commit drop as
select row_number() over () as id, n.*, w.id as named_workshop_id, c.id as cohort_id, s.number, s.birth_on, s.number_workshop,
  coalesce(c.workshop_id, w.id, case when n.workshop = '' and s.number_workshop is null then run.workshop_id end) as workshop_id,
  luban.plain_document(nullif(n.document_number, '')) as document,
  luban.fold(luban.without_role(luban.without_list_number(luban.composed(nullif(n.full_name, ''))))) as folded
from run
cross join (
  select distinct coalesce(workshop, '') as workshop, coalesce(cohort, '') as cohort, coalesce(student, '') as student,
    coalesce(document_number, '') as document_number, coalesce(full_name, '') as full_name,
    coalesce(birth_date, '') as birth_date
  from stage where fault is null) n
-- A number may be written with its workshop, UZ-TAS/S-00012.
cross join lateral (
  select luban.number_workshop(n.student) as number_workshop, luban.read_student_number(n.student) as number,
    luban.read_day(nullif(n.birth_date, ''), run.dates)::date as birth_on) s
left join workshop w on w.code = coalesce(s.number_workshop, luban.plain_code(nullif(n.workshop, '')))
left join cohort c on c.code = coalesce(luban.plain_code(nullif(n.cohort, '')), run.cohort_code)
  and c.workshop_id = coalesce(w.id, run.workshop_id, c.workshop_id);

create temp table asked on commit drop as
select id, workshop_id, cohort_id, number, false as is_answer, false as is_new, null::document_kind as document_kind,
  null::text as document_country, document as document_number, birth_on, full_name, folded, null::text collate "C" as latin,
  null::text collate "C" as chinese, null::text collate "C" as turned
from naming where workshop_id is not null and (student = '' or number is not null);

analyze asked;

select luban.identify(true, false);

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
  n.workshop_id, coalesce(n.cohort_id, o.cohort_id) as cohort_id, m.student_id,
  coalesce(e.id, o.enrollment_id) as enrollment_id, p.problem,
  case when p.problem is null and coalesce(e.id, o.enrollment_id) is null
    then 'cohort:line_names_one_enrollment' end as enrollment_problem,
  coalesce(m.told, case when m.student_id is null and n.number is null then luban.strange_letters(n.full_name) end) as told, m.note
from run
cross join naming n
left join meant m using (id)
left join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (n.workshop_id, m.student_id, n.cohort_id)
left join sole o on n.cohort_id is null and (o.workshop_id, o.student_id) = (n.workshop_id, m.student_id)
cross join lateral (
  select nullif(concat_ws(',',
    case when n.workshop_id is null or n.named_workshop_id is null and (n.workshop <> '' or n.number_workshop is not null)
      then 'workshop:line_names_a_workshop' end,
    case when n.number_workshop <> luban.plain_code(nullif(n.workshop, '')) then 'student:student_number_is_of_the_workshop' end,
    case when n.cohort_id is null and (n.cohort <> '' or run.cohort_code is not null) then 'cohort:line_names_a_cohort' end,
    case when n.birth_date <> '' and n.birth_on is null then 'birth_date:' || luban.day_problem(n.birth_date, run.dates) end,
    case when n.student <> '' and n.number is null then 'student:' || luban.number_problem(n.student)
      when n.student = '' and luban.is_count(n.document) then 'document_number:number_is_not_a_count'
      when luban.is_damaged(n.document_number) then 'document_number:value_is_not_damaged_by_excel'
      when luban.is_damaged(n.full_name) then 'full_name:value_is_not_damaged_by_excel'
      when n.student = '' and n.document is null and n.folded is null then 'full_name:line_names_a_person'
      when n.workshop_id is null then null
      when m.student_id is null and m.problem is null then
        case when n.folded is null then 'document_number' else 'full_name' end || ':line_names_a_known_student' end,
    m.problem), '') as problem) p;

analyze led;

-- What is added to a refusal, and to a line that is taken.
insert into told (line, rule, told)
select s.line, split_part(one, ':', 2), l.told
from stage s
join led l on l.named = array[coalesce(s.workshop, ''), coalesce(s.cohort, ''), coalesce(s.student, ''),
  coalesce(s.document_number, ''), coalesce(s.full_name, ''), coalesce(s.birth_date, '')]
cross join lateral unnest(string_to_array(l.problem, ',')) one
where s.fault is null and l.told is not null and one ~ 'person_is|line_names_a_known_student|line_names_one_student'
  and exists (select from led where led.told is not null);

insert into note (line, note, value)
select s.line, l.note, s.full_name
from stage s
join led l on l.named = array[coalesce(s.workshop, ''), coalesce(s.cohort, ''), coalesce(s.student, ''),
  coalesce(s.document_number, ''), coalesce(s.full_name, ''), coalesce(s.birth_date, '')]
where s.fault is null and l.note is not null and exists (select from led where led.note is not null);
