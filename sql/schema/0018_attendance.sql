-- Who was there: a status for each student and session, what it was before corrections, sheets that went out.

create type attendance_status as enum ('present', 'late', 'excused', 'absent');
comment on type attendance_status is 'What is noted of a student at a session.';

create table attendance (
  workshop_id int not null,
  status attendance_status not null,
  session_id bigint not null,
  enrollment_id bigint not null,
  recorded_at timestamptz not null default now(),
  batch_id bigint,
  hours numeric constraint attendance_hours_are_more_than_none check (hours > 0),
  constraint attendance_hours_are_of_who_was_there check (hours is null or status in ('present', 'late')),
  constraint attendance_is_one_a_session primary key (workshop_id, session_id, enrollment_id),
  constraint attendance_is_of_a_session foreign key (workshop_id, session_id) references session,
  constraint attendance_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment
);
create index attendance_by_enrollment on attendance (workshop_id, enrollment_id) include (session_id, status);
create statistics session_of_attendance (ndistinct, dependencies) on workshop_id, session_id from attendance;
create statistics enrollment_of_attendance (ndistinct, dependencies) on workshop_id, enrollment_id from attendance;
comment on table attendance is 'What was noted of a student at a session; kept narrow, as there are millions.';
comment on column attendance.status is 'Present, late, excused or absent; with the workshop it fills eight bytes.';
comment on column attendance.enrollment_id is 'The student''s enrollment in the cohort of the class.';
comment on column attendance.hours is 'Hours that who came late or left early was there; empty for all of the session.';

create table attendance_past (
  workshop_id int not null,
  id bigint generated always as identity,
  status attendance_status not null,
  session_id bigint not null,
  enrollment_id bigint not null,
  recorded_at timestamptz not null,
  batch_id bigint,
  hours numeric,
  replaced_at timestamptz not null default now(),
  replaced_by text not null default session_user,
  reason text,
  primary key (workshop_id, id),
  constraint attendance_past_is_of_a_session foreign key (workshop_id, session_id) references session,
  constraint attendance_past_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment
);
create index attendance_past_by_session on attendance_past (workshop_id, session_id, enrollment_id);
create index attendance_past_by_enrollment on attendance_past (workshop_id, enrollment_id);
create index attendance_past_by_time on attendance_past (replaced_at);
comment on table attendance_past is 'What had been noted before it was corrected.';
comment on column attendance_past.status is 'The status that was corrected.';
comment on column attendance_past.hours is 'The hours that went with it.';
comment on column attendance_past.recorded_at is 'When it had been entered.';
comment on column attendance_past.batch_id is 'The import that had made it, if it was one.';
comment on column attendance_past.replaced_at is 'When it was corrected.';
comment on column attendance_past.replaced_by is 'Role that corrected it.';
comment on column attendance_past.reason is 'Why.';

create type sheet_kind as enum ('attendance', 'marks');
comment on type sheet_kind is 'What a sheet is for.';

create table sheet (
  workshop_id int not null,
  id bigint generated always as identity,
  code text collate "C" not null constraint sheet_code_is_letters_and_digits check (code ~ '^[A-Z0-9-]+$'),
  kind sheet_kind not null,
  class_id bigint not null,
  from_on date,
  to_on date,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint sheet_code_is_unique unique (workshop_id, code),
  constraint sheet_is_of_a_class foreign key (workshop_id, class_id) references class,
  constraint attendance_sheet_has_its_days check (
    (kind = 'attendance') = (from_on is not null) and (from_on is null) = (to_on is null) and from_on <= to_on)
);
create index sheet_by_class on sheet (workshop_id, class_id);
comment on table sheet is 'A sheet that went out to be filled in, so that it is known when it comes back.';
comment on column sheet.code is 'What stands in the sheet, as in A-7K3F9Q.';
comment on column sheet.kind is 'Attendance or marks.';
comment on column sheet.from_on is 'First day of an attendance sheet.';
comment on column sheet.to_on is 'Last day of an attendance sheet.';
comment on column sheet.recorded_at is 'When it was written: what was changed after that is a conflict.';
comment on column sheet.recorded_by is 'Role that wrote it.';
