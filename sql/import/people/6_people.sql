-- New people in the order of the plan, then what changes of those known.
insert into student (workshop_id, id, number, birth_on, gender, nationality, document_country, document_kind,
  document_number, email, phone, schooling, entry_framework, entry_rank, consent_on, batch_id)
overriding system value
select p.workshop_id, p.student_id, p.number, birth_on, gender, nationality, document_country, document_kind,
  document_number, email, phone, schooling, entry_framework, entry_rank, consent_on, run.batch_id
from plan p, run where new_person;

update workshop_counter c set last_student_number = p.last
from (select workshop_id, max(number) as last from plan where new_person group by workshop_id) p
where c.workshop_id = p.workshop_id;

-- Fresh statistics: without them the foreign keys of the rows that follow may take the wrong index, and a load
-- into a nearly empty office turns quadratic.
analyze student (workshop_id, id);

insert into student_name (workshop_id, student_id, kind, full_name, family_name, given_name, patronymic)
select workshop_id, student_id, kind, name,
  case when kind = 'native' then coalesce(family_name, parts[1]) end, case when kind = 'native' then coalesce(given_name, parts[2]) end,
  case when kind = 'native' then coalesce(patronymic, parts[3]) end
from plan
cross join lateral (values ('native'::name_kind, full_name), ('latin', latin_name), ('chinese', chinese_name)) n (kind, name)
where new_person and name is not null;

analyze student_name (workshop_id);

update student s
set birth_on = case when 'birth_date' = any (string_to_array(p.differs, ',')) then p.birth_on else s.birth_on end,
  gender = coalesce(p.gender, s.gender),
  nationality = coalesce(p.nationality, s.nationality),
  (document_country, document_kind, document_number) = (
    select p.document_country, p.document_kind, p.document_number where 'document_number' = any (string_to_array(p.differs, ','))
    union all
    select s.document_country, s.document_kind, s.document_number where 'document_number' <> all (string_to_array(p.differs, ','))),
  email = coalesce(p.email, s.email), phone = coalesce(p.phone, s.phone), schooling = coalesce(p.schooling, s.schooling),
  entry_framework = coalesce(p.entry_framework, s.entry_framework), entry_rank = coalesce(p.entry_rank, s.entry_rank),
  consent_on = coalesce(p.consent_on, s.consent_on)
from plan p
where (select may_update from run) and p.problems is null and p.differs is not null
  and (s.workshop_id, s.id) = (p.workshop_id, p.known_id);

update student_name k
set full_name = n.name, family_name = case when k.kind = 'native' then coalesce(p.family_name, p.parts[1]) end,
  given_name = case when k.kind = 'native' then coalesce(p.given_name, p.parts[2]) end,
  patronymic = case when k.kind = 'native' then coalesce(p.patronymic, p.parts[3]) end
from plan p
cross join lateral (values ('native'::name_kind, 'full_name', p.full_name), ('latin', 'latin_name', p.latin_name),
  ('chinese', 'chinese_name', p.chinese_name)) n (kind, field, name)
where (select may_update from run) and p.problems is null and n.field = any (string_to_array(p.differs, ','))
  and (k.workshop_id, k.student_id, k.kind, k.valid_to) = (p.workshop_id, p.known_id, n.kind, 'infinity')
  and k.full_name <> n.name;

-- What was answered is known from now on.
insert into student_alias (workshop_id, student_id, folded, source)
select distinct on (workshop_id, student_id, folded) workshop_id, student_id, folded, case when new_person then 'new' else 'same' end::alias_source
from plan p
where problems is null and folded is not null and (new_person and is_new or is_answered and not exists (
  select from student_name k where (k.workshop_id, k.student_id, k.folded) = (p.workshop_id, p.student_id, p.folded)))
on conflict do nothing;

insert into student_name (workshop_id, student_id, kind, full_name)
select p.workshop_id, p.known_id, n.kind, n.name
from plan p
cross join lateral (values ('latin'::name_kind, 'latin_name', p.latin_name), ('chinese', 'chinese_name', p.chinese_name)) n (kind, field, name)
where (select may_update from run) and p.problems is null and n.field = any (string_to_array(p.differs, ','))
  and not exists (select from student_name k
    where (k.workshop_id, k.student_id, k.kind, k.valid_to) = (p.workshop_id, p.known_id, n.kind, 'infinity'));
