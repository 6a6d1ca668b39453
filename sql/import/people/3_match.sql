-- Whom the lines mean among the people known already.
create temp table asked on commit drop as
select line::bigint as id, workshop_id, null::bigint as cohort_id, coalesce(number, same_number) as number,
  number is null and same_number is not null as is_answer, is_new, document_kind, document_country,
  case when luban.is_document_number(document_number) then document_number end as document_number,
  birth_on, full_name, folded, latin, chinese,
  -- Where each part is one word, those of the whole name are turned: to fold another is dear.
  case when length(folded) - length(translate(folded, ' ', '')) = 1 + (patronymic is not null)::int
    then case when turned_name is not null then split_part(folded, ' ', 2) || ' ' || split_part(folded, ' ', 1) end
    else luban.fold(turned_name) end as turned
from draft where workshop_id is not null;

analyze asked (id, number, is_new);

select luban.identify(false, may_update) from run;

-- Two people with one document: whose it is, only the registrar knows.
create temp table shared_document on commit drop as
select workshop_id, document_number, document_kind, document_country
from draft where document_number is not null
-- What Excel has damaged looks alike in many lines and is nobody's number.
group by 1, 2, 3, 4 having count(*) > 1 and luban.is_document_number(document_number);

create temp table document_of_two on commit drop as
select d.line, min(o.line) as other_line
from shared_document h
join draft d on (d.workshop_id, d.document_number, d.document_kind, d.document_country)
  = (h.workshop_id, h.document_number, h.document_kind, h.document_country)
join draft o on (o.workshop_id, o.document_number, o.document_kind, o.document_country)
  = (h.workshop_id, h.document_number, h.document_kind, h.document_country) and o.line <> d.line
where luban.likeness(o.folded, d.folded) is null
  and o.folded <> d.folded and not luban.is_part_of(o.folded, d.folded) and not luban.is_part_of(d.folded, o.folded)
group by d.line;

-- The names that lines share, but for whole names that are the same; and who has them.
create temp table shared_name on commit drop as
select workshop_id, birth_on, name
from draft cross join lateral (values (folded), (latin), (chinese)) n (name)
where birth_on is not null and name is not null and not is_new
group by workshop_id, birth_on, name
having min(line) <> max(line) and not bool_and(name = folded);

create temp table line_name on commit drop as
select distinct line, workshop_id, birth_on, name, document_number, document_kind, document_country
from draft cross join lateral (values (folded), (latin), (chinese)) n (name)
join shared_name using (workshop_id, birth_on, name)
where not is_new;

-- Who stands in the file twice: every line but the first.
create temp table repeated on commit drop as
select line, min(first_line) as first_line from (
  select line, first_line from (
    select line, min(line) over (partition by workshop_id, document_number, document_kind, document_country) as first_line
    from draft d
    where (workshop_id, document_number, document_kind, document_country) in (select * from shared_document)
      and not exists (select from document_of_two t where t.line = d.line)) by_document
  union all
  select line, first_line from (
    select line, min(line) over (partition by workshop_id, folded, birth_on) as first_line
    from draft d
    where not is_new and (workshop_id, folded, birth_on) in (
      select workshop_id, folded, birth_on from draft where birth_on is not null and not is_new
      group by workshop_id, folded, birth_on having count(*) > 1)
      and (d.document_number is null or exists (
        select from draft o where (o.workshop_id, o.folded, o.birth_on) = (d.workshop_id, d.folded, d.birth_on)
          and o.line <> d.line and not o.is_new and (o.document_number is null
            or (o.document_kind, o.document_country) <> (d.document_kind, d.document_country))))) by_name
  union all
  -- By another of their names than the whole one: that of the passport in the one line may be any of them in the other.
  select d.line, o.line
  from line_name d
  join line_name o using (workshop_id, birth_on, name)
  where o.line < d.line and (d.document_number is null or o.document_number is null
    or (o.document_kind, o.document_country) <> (d.document_kind, d.document_country))
  union all
  -- One line may name the person by number, another by document.
  select id, min(id) over (partition by student_id) from meant
  where problem is null and student_id in (
    select student_id from meant where problem is null and student_id is not null group by student_id having count(*) > 1)
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
update meant m set problem = 'document_number:line_is_not_in_doubt', earlier_id = namesake.first_line, told = phrase('the same name and birth date, another document')
from (
  select line, is_new, row_number() over who as nth, first_value(line) over who as first_line
  from draft
  where document_number is not null and (workshop_id, folded, birth_on) in (
    select workshop_id, folded, birth_on from draft where birth_on is not null
    group by workshop_id, folded, birth_on having count(*) > 1)
  window who as (partition by workshop_id, folded, birth_on order by line)) namesake
where m.id = namesake.line and namesake.nth > 1 and not namesake.is_new and m.student_id is null and m.problem is null
  and not exists (select from repeated r where r.line = m.id);

insert into told (line, rule, told)
select m.id, split_part(split_part(m.problem, ',', 1), ':', 2),
  concat_ws(': ', case when d.line is not null then format(phrase('line {0}, {1}'), d.line, d.full_name) end, m.told)
from meant m left join draft d on d.line = m.earlier_id
where m.problem is not null and (m.told is not null or m.earlier_id is not null)
union all
select t.line, 'student_document_once', format(phrase('line {0}, {1}'), t.other_line, d.full_name)
from document_of_two t join draft d on d.line = t.other_line;

-- What stands with a name and is none is said, and the list number left out.
insert into note (line, note, value)
select d.line, n.note, s.full_name
from draft d
join (select line, coalesce(full_name, family_name) as full_name from stage) s using (line)
cross join lateral (values
  ('the list number before the name was left out', luban.without_list_number(s.full_name) <> s.full_name),
  ('the role beside the name was left out', luban.without_role(luban.composed(s.full_name)) <> luban.composed(s.full_name)),
  ('initials stand for a name: write it in full where it is known', d.folded ~ '(^|[ .])[^ .]\.'),
  ('something stands beside the name: a role or a remark belongs into a column of its own',
    d.folded ~ '[(;/]| - ' or d.folded ~ ',' and luban.name_parts(d.full_name) is null)) n (note, is_so)
-- Most names have neither sign nor digit: the rest is asked of few.
where (s.full_name collate "C" ~ '[.(（,，;/–—-]' or s.full_name collate "C" < ':') and n.is_so;

-- There are people with one name; in a list of family names it is more often a cell that was left empty.
insert into note (line, note, value)
select line, 'no family name, so the given name was taken as the only one', d.full_name
from draft d join stage s using (line)
where s.full_name is null and d.family_name is null and d.given_name is not null
  and exists (select from stage where family_name is not null);

insert into note (line, note, value)
select m.id, m.note, a.full_name from meant m join asked a using (id) where m.note is not null;
