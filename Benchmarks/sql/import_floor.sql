-- The floor of an import: what a careful engineer writes in psql for one file of new people and their enrollments.
-- A staging table, the same checks as plain set queries, INSERT … SELECT that finds ids through the natural keys,
-- into Luban's own tables with their keys, checks and indexes, but without its triggers.
-- psql -f import.sql < FILE
\set ON_ERROR_STOP on
\o /dev/null
set search_path = luban, pg_temp;
set jit = off;
set work_mem = '128MB';
set client_min_messages = warning;

begin;

create temp table stage (
  line int generated always as identity, number text collate "C", full_name text collate "C",
  family_name text collate "C", given_name text collate "C", patronymic text collate "C",
  latin_name text collate "C", chinese_name text collate "C", birth_date text collate "C", gender text collate "C",
  nationality text collate "C", document_kind text collate "C", document_country text collate "C",
  document_number text collate "C", email text collate "C", phone text collate "C", schooling text collate "C",
  language_level text collate "C", consent_date text collate "C", cohort text collate "C"
) on commit drop;
\copy stage (number, full_name, family_name, given_name, patronymic, latin_name, chinese_name, birth_date, gender, nationality, document_kind, document_country, document_number, email, phone, schooling, language_level, consent_date, cohort) from pstdin csv header
update stage set full_name = family_name || coalesce(' ' || given_name, '') || coalesce(' ' || patronymic, '')
where full_name is null;
analyze stage (line, cohort, document_number);

-- What lines break by themselves: a query a rule, each one scan.
create temp table problem (line int not null, rule text not null) on commit drop;
insert into problem select line, 'line_names_a_cohort' from stage s left join cohort c on c.code = s.cohort where c.id is null;
insert into problem select line, 'line_names_a_person' from stage where full_name is null;
insert into problem select line, 'person_name_is_clean' from stage
where not is_person_name(full_name) or not is_person_name(latin_name) or not is_person_name(chinese_name);
insert into problem select line, 'date_is_in_the_calendar' from stage
where is_day(birth_date) is not true or not is_day(consent_date);
insert into problem select line, 'student_birth_is_plausible' from stage
where birth_date not between '1900-01-01' and '2099-12-31';
insert into problem select line, 'student_consented_after_birth' from stage where consent_date <= birth_date;
insert into problem select line, 'gender_is_a_word' from stage where gender not in ('f', 'm', 'o');
insert into problem select line, 'student_nationality_is_known' from stage s left join country c on c.alpha2 = s.nationality
where c.alpha2 is null;
insert into problem select line, 'student_nationality_is_known' from stage s
left join country c on c.alpha2 = s.document_country where c.alpha2 is null and s.document_number is not null;
insert into problem select line, 'student_document_number_is_letters_and_digits' from stage
where not is_document_number(document_number);
insert into problem select line, 'document_kind_is_a_word' from stage where document_kind <> 'passport';
insert into problem select line, 'student_email_has_an_at_sign' from stage where not is_email(email);
insert into problem select line, 'student_phone_is_a_number' from stage where not is_phone(phone);
insert into problem select line, 'schooling_is_a_level' from stage where schooling !~ '^[0-8]$';
insert into problem select line, 'student_entry_level_is_known' from stage s
left join language_level l on l.framework || ':' || l.level = s.language_level
where s.language_level is not null and l.rank is null;
select exists (select from problem) as is_refused \gset
\if :is_refused
  \o
  select line, rule from problem order by line;
  rollback;
  \quit 3
\endif

-- What the cohort and its program ask for.
insert into problem select line, 'enrollment_needs_an_open_cohort' from stage s join cohort c on c.code = s.cohort
where c.status not in ('open', 'running');
insert into problem select line, 'enrollment_is_within_the_window' from stage s join cohort c on c.code = s.cohort
where date '2025-06-01' not between c.window_opens_on and c.window_closes_on;
insert into problem select line, 'enrollment_not_before_minimum_age' from stage s join cohort c on c.code = s.cohort
join program_edition e on e.id = c.edition_id
where date '2025-06-01' < s.birth_date::date + make_interval(years => coalesce(e.minimum_age, 0));
insert into problem select line, 'enrollment_needs_schooling' from stage s join cohort c on c.code = s.cohort
join program_edition e on e.id = c.edition_id where coalesce(s.schooling::int, -1) < e.minimum_schooling;
insert into problem select line, 'enrollment_needs_language_level' from stage s join cohort c on c.code = s.cohort
join program_edition e on e.id = c.edition_id
join language_level r on (r.framework, r.level) = (e.entry_framework, e.entry_level)
left join language_level l on l.framework || ':' || l.level = s.language_level and l.framework = r.framework
where coalesce(l.rank, 0) < r.rank;

-- Twice in the file.
insert into problem
select s.line, 'line_repeats_nobody' from stage s join cohort c on c.code = s.cohort
where (c.workshop_id, s.document_number, s.document_country) in (
  select c.workshop_id, s.document_number, s.document_country from stage s join cohort c on c.code = s.cohort
  group by 1, 2, 3 having count(*) > 1);
insert into problem
select s.line, 'line_repeats_nobody' from stage s join cohort c on c.code = s.cohort
where s.document_number is null and (c.workshop_id, fold(s.full_name), s.birth_date) in (
  select c.workshop_id, fold(s.full_name), s.birth_date from stage s join cohort c on c.code = s.cohort
  group by 1, 2, 3 having count(*) > 1);

-- Known already: by document, by name and birth date.
insert into problem
select s.line, 'person_is_one' from stage s join cohort c on c.code = s.cohort
join student t on (t.workshop_id, t.document_number, t.document_kind, t.document_country)
  = (c.workshop_id, s.document_number, 'passport', s.document_country);
insert into problem
select s.line, 'person_is_not_known_otherwise' from stage s join cohort c on c.code = s.cohort
join student_name k on (k.workshop_id, k.folded) = (c.workshop_id, fold(s.full_name)) and k.kind = 'native'
join student t on (t.workshop_id, t.id) = (k.workshop_id, k.student_id) and t.birth_on = s.birth_date::date;

select exists (select from problem) as is_refused \gset
\if :is_refused
  \o
  select line, rule from problem order by line;
  rollback;
  \quit 3
\endif

select from cohort where code in (select cohort from stage) order by workshop_id, id for no key update;
select from workshop_counter order by workshop_id for no key update;

insert into student (workshop_id, number, birth_on, gender, nationality, document_country, document_kind,
  document_number, email, phone, schooling, entry_framework, entry_rank, consent_on)
select c.workshop_id, n.last_student_number + row_number() over (partition by c.workshop_id order by c.id, s.line),
  s.birth_date::date, case s.gender when 'f' then 'female'::gender when 'm' then 'male' else 'other' end,
  s.nationality, s.document_country, 'passport', s.document_number, s.email, s.phone, s.schooling::smallint,
  l.framework, l.rank, s.consent_date::date
from stage s
join cohort c on c.code = s.cohort
join workshop_counter n on n.workshop_id = c.workshop_id
left join language_level l on l.framework || ':' || l.level = s.language_level
order by c.workshop_id, c.id, s.line;
analyze student (workshop_id, id, document_number, document_country);

insert into student_name (workshop_id, student_id, kind, full_name, family_name, given_name, patronymic)
select t.workshop_id, t.id, kind, name, case when kind = 'native' then s.family_name end,
  case when kind = 'native' then s.given_name end, case when kind = 'native' then s.patronymic end
from stage s
join cohort c on c.code = s.cohort
join student t on (t.workshop_id, t.document_number, t.document_kind, t.document_country)
  = (c.workshop_id, s.document_number, 'passport', s.document_country)
cross join lateral (values ('native'::name_kind, s.full_name), ('latin', s.latin_name), ('chinese', s.chinese_name))
  n (kind, name)
where name is not null
order by t.workshop_id, t.id;

insert into enrollment (workshop_id, student_id, cohort_id, applied_on, state, state_on, waitlist_place)
select workshop_id, id, cohort_id, '2025-06-01',
  case when nth > free then 'waitlisted'::enrollment_state else 'enrolled' end, '2025-06-01',
  case when nth > free then last_waitlist_place + nth - free end
from (
  select t.workshop_id, t.id, c.id as cohort_id, c.capacity - c.seats_held as free, c.last_waitlist_place,
    row_number() over (partition by c.workshop_id, c.id order by s.line) as nth
  from stage s
  join cohort c on c.code = s.cohort
  join student t on (t.workshop_id, t.document_number, t.document_kind, t.document_country)
    = (c.workshop_id, s.document_number, 'passport', s.document_country)
) seated
order by workshop_id, cohort_id, nth;
analyze enrollment (workshop_id, id, student_id, cohort_id);

insert into enrollment_event (workshop_id, enrollment_id, nth, to_state, effective_on)
select e.workshop_id, e.id, 1, e.state, '2025-06-01'
from stage s
join cohort c on c.code = s.cohort
join student t on (t.workshop_id, t.document_number, t.document_kind, t.document_country)
  = (c.workshop_id, s.document_number, 'passport', s.document_country)
join enrollment e on (e.workshop_id, e.student_id, e.cohort_id) = (t.workshop_id, t.id, c.id)
order by e.workshop_id, e.id;

update cohort c set seats_held = c.seats_held + n.seats, last_waitlist_place = coalesce(n.waitlist_place, c.last_waitlist_place)
from (select workshop_id, cohort_id, count(*) filter (where holds_seat(state)) as seats, max(waitlist_place) as waitlist_place
      from enrollment where applied_on = '2025-06-01' group by workshop_id, cohort_id) n
where (c.workshop_id, c.id) = (n.workshop_id, n.cohort_id);
update workshop_counter n set last_student_number = m.number
from (select workshop_id, max(number) as number from student group by workshop_id) m where m.workshop_id = n.workshop_id;

commit;
