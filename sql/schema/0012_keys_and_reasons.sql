-- An index for every foreign key, a reason for every correction, and room for what grows.

create index program_edition_by_level on program_edition (isced_level);
create index program_edition_by_schooling on program_edition (minimum_schooling) where minimum_schooling is not null;
create index student_by_nationality on student (nationality);
create index student_by_entry_level on student (entry_framework, entry_rank) where entry_framework is not null;

-- A reason that is null made the former check unknown, which passes.
alter table enrollment_event drop constraint enrollment_correction_has_a_reason;
alter table enrollment_event add constraint enrollment_correction_has_a_reason
  check (voids is null or reason is not null and btrim(reason) <> '');

alter table agreement_scope alter column id type bigint;

drop index enrollment_event_corrections;
create unique index enrollment_event_is_corrected_once on enrollment_event (workshop_id, enrollment_id, voids)
  where voids is not null;
