-- Whom the lines mean among the people known already: by number, by document, by name and birth date.
-- One row for each line that leads to somebody; the word after the last one tells what is wrong.
create temp table match on commit drop as
select line, coalesce(min(student_id) filter (where sure), min(student_id)) as student_id,
  case when count(distinct student_id) filter (where sure) > 1 then 'number:person_is_one'
    when bool_or(other_document) and not bool_or(sure) and not run.namesakes then 'document_number:person_is_not_known_otherwise'
    when bool_or(other_birth) then 'birth_date:person_is_one' end as problem,
  bool_or(sure) as sure
from run, lateral (
  select d.line, s.id as student_id, true as sure, false as other_document, false as other_birth
  from draft d join student s on (s.workshop_id, s.number) = (d.workshop_id, d.number)
  union all
  select d.line, s.id, true, false, d.birth_on <> s.birth_on and not run.may_update
  from draft d join student s on (s.workshop_id, s.document_number, s.document_kind, s.document_country)
    = (d.workshop_id, d.document_number, d.document_kind, d.document_country)
  union all
  select d.line, s.id, s.document_number is null or d.document_number is null,
    s.document_number <> d.document_number, false
  from draft d
  join student_name k on (k.workshop_id, k.folded) = (d.workshop_id, d.folded)
    and k.kind = 'native' and k.valid_to = 'infinity'
  join student s on (s.workshop_id, s.id) = (k.workshop_id, k.student_id) and s.birth_on = d.birth_on
  where d.number is null
    and (s.document_number is null or d.document_number is null or s.document_number <> d.document_number)
    and not (run.namesakes and s.document_number <> d.document_number)
) found
group by line, run.namesakes;

-- Numbers that nobody has.
insert into match (line, student_id, problem)
select d.line, null, 'number:person_is_known_to_the_workshop'
from draft d
where d.number is not null and d.workshop_id is not null
  and not exists (select from student s where (s.workshop_id, s.number) = (d.workshop_id, d.number));

-- Who stands in the file twice: every line but the first.
create temp table repeated on commit drop as
select line, min(first_line) as first_line from (
  select line, first_line from (
    select line, min(line) over (partition by workshop_id, document_number, document_kind, document_country) as first_line
    from draft
    where (workshop_id, document_number) in (
      select workshop_id, document_number from draft where document_number is not null
      -- What Excel has damaged looks alike in many lines and is nobody's number.
      group by workshop_id, document_number having count(*) > 1 and luban.is_document_number(document_number))) by_document
  union all
  select line, first_line from (
    select line, min(line) over (partition by workshop_id, folded, birth_on) as first_line
    from draft d
    where (workshop_id, folded, birth_on) in (
      select workshop_id, folded, birth_on from draft where birth_on is not null
      group by workshop_id, folded, birth_on having count(*) > 1)
      and (d.document_number is null or exists (
        select from draft o where (o.workshop_id, o.folded, o.birth_on) = (d.workshop_id, d.folded, d.birth_on)
          and o.line <> d.line and o.document_number is null))) by_name
  union all
  -- One line may name the person by number, another by document.
  select line, min(line) over (partition by student_id) from match
  where problem is null and student_id in (
    select student_id from match where problem is null group by student_id having count(*) > 1)
  union all
  select line, first_line from (
    select line, min(line) over (partition by workshop_id, number) as first_line from draft
    where (workshop_id, number) in (
      select workshop_id, number from draft where number is not null
      group by workshop_id, number having count(*) > 1)) by_number
) twice
where line <> first_line
group by line;

-- Namesakes born on the same day, new with a document each: the second may be the first with a new passport.
insert into match (line, student_id, problem)
select line, null, 'document_number:person_is_not_known_otherwise'
from (
  select line, row_number() over (partition by workshop_id, folded, birth_on order by line) as nth
  from draft
  where document_number is not null and (workshop_id, folded, birth_on) in (
    select workshop_id, folded, birth_on from draft where birth_on is not null
    group by workshop_id, folded, birth_on having count(*) > 1)) namesake, run
where namesake.nth > 1 and not run.namesakes
  and not exists (select from match m where m.line = namesake.line)
  and not exists (select from repeated r where r.line = namesake.line);
