-- Names that read as rules where PostgreSQL had named; a number for each import without gaps.

alter table country_sco rename constraint country_sco_country_fkey to country_sco_is_of_a_known_country;
alter table city rename constraint city_country_fkey to city_is_in_a_known_country;
alter table sister_city rename constraint sister_city_city_id_fkey to sister_city_is_a_known_city;
alter table isced_field rename constraint isced_field_parent_code_fkey to isced_field_is_below_a_known_one;
alter table language_level rename constraint language_level_framework_fkey to language_level_is_of_a_known_framework;

alter table institution_name
  rename constraint institution_name_institution_id_fkey to institution_name_is_of_an_institution;
alter table institution_event
  rename constraint institution_event_institution_id_fkey to institution_event_is_of_an_institution;
alter table institution_contact
  rename constraint institution_contact_institution_id_fkey to contact_is_of_an_institution;

alter table agreement rename constraint agreement_renews_id_fkey to agreement_renews_a_known_one;
alter table agreement_party rename constraint agreement_party_agreement_id_fkey to agreement_party_is_of_an_agreement;
alter table agreement_party rename constraint agreement_party_pkey to agreement_has_a_party_once;
alter table agreement_scope rename constraint agreement_scope_agreement_id_fkey to agreement_scope_is_of_an_agreement;
alter table agreement_scope rename constraint agreement_scope_program_id_fkey to agreement_covers_a_known_program;
alter table agreement_scope rename constraint agreement_scope_workshop_id_fkey to agreement_covers_a_known_workshop;

alter table workshop_counter rename constraint workshop_counter_workshop_id_fkey to workshop_counter_is_of_a_workshop;
alter table workshop_event rename constraint workshop_event_workshop_id_fkey to workshop_milestone_is_of_a_workshop;
alter table workshop_role rename constraint workshop_role_workshop_id_fkey to workshop_role_is_in_a_workshop;
alter table revision rename constraint revision_workshop_id_fkey to revision_is_of_a_workshop;

alter table course_prerequisite rename constraint course_prerequisite_course_id_fkey to course_prerequisite_is_of_a_course;
alter table course_prerequisite rename constraint course_prerequisite_requires_id_fkey to course_requires_a_known_course;
alter table course_prerequisite rename constraint course_prerequisite_pkey to course_requires_another_once;
alter table course_support rename constraint course_support_course_id_fkey to course_support_is_of_a_course;
alter table course_support rename constraint course_support_supports_id_fkey to course_supports_a_known_course;
alter table course_support rename constraint course_support_pkey to course_supports_another_once;

alter table program_edition rename constraint program_edition_program_id_fkey to program_edition_is_of_a_program;
alter table program_stage rename constraint program_stage_edition_id_fkey to program_stage_is_of_an_edition;
alter table program_certificate
  rename constraint program_certificate_edition_id_fkey to program_certificate_is_of_an_edition;
alter table elective_group rename constraint elective_group_edition_id_fkey to elective_group_is_of_an_edition;
alter table elective_group rename constraint elective_group_pkey to elective_group_is_once_in_its_edition;
alter table curriculum_item rename constraint curriculum_item_edition_id_fkey to curriculum_is_of_an_edition;

alter table cohort rename constraint cohort_workshop_id_fkey to cohort_is_of_a_workshop;
alter table student rename constraint student_workshop_id_fkey to student_is_of_a_workshop;
alter table student_name rename constraint student_name_pkey to student_name_of_a_kind_ends_once_a_day;
alter table import_batch rename constraint import_batch_workshop_id_fkey to import_is_of_a_workshop;

-- The key of an import is drawn first, and lost with what was refused; the number that people see is counted last.
create table import_counter (
  is_only boolean primary key default true constraint import_counter_has_one_row check (is_only),
  last_number bigint not null
);
comment on table import_counter is 'The one row in which the imports that were kept are counted, without the gaps of a sequence.';
comment on column import_counter.is_only is 'True: there is no second row.';
comment on column import_counter.last_number is 'Number of the import kept last.';
insert into import_counter (last_number) select coalesce(max(id), 0) from import_batch;

alter table import_batch add column number bigint;
update import_batch set number = id;
alter table import_batch alter column number set not null;
alter table import_batch add constraint import_number_is_unique unique (workshop_id, number);
comment on column import_batch.id is 'Key of the import; the same in every workshop the file touched.';
comment on column import_batch.number is 'Number of the import, shown as B-000123; the same in every workshop the file touched.';

-- It comes back with the code, and tells who moves up.
drop function if exists transfer_enrollment(int, bigint, bigint, date, text, text);

-- A check is asked while a backup is restored, and nothing is on the search path then.
create or replace function enrollment_change_is_known(from_state enrollment_state, to_state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_state = any (case from_state
    when 'applied' then '{admitted,waitlisted,enrolled,rejected,declined,withdrawn}'::luban.enrollment_state[]
    when 'waitlisted' then '{admitted,enrolled,rejected,declined,withdrawn}'
    when 'admitted' then '{enrolled,declined,withdrawn,dismissed}'
    when 'enrolled' then '{suspended,completed,withdrawn,dismissed,transferred}'
    when 'suspended' then '{enrolled,withdrawn,dismissed,transferred}'
    end), from_state is null and to_state in ('applied', 'waitlisted', 'admitted', 'enrolled'))
$$;
