-- Who teaches what, when: holidays, instructors, classes, sessions.

alter table workshop add column time_zone text;
comment on column workshop.time_zone is 'Time zone of the school, as in Asia/Tashkent; empty where calendars show local time as such.';

create table holiday (
  country text collate "C" not null constraint holiday_is_of_a_known_country references country,
  day date not null,
  name text not null,
  source text not null,
  constraint holiday_is_once_a_day primary key (country, day)
);
comment on table holiday is 'Public holidays of the countries of workshops.';
comment on column holiday.country is 'The country.';
comment on column holiday.day is 'The day.';
comment on column holiday.name is 'What is celebrated.';
comment on column holiday.source is 'Where the day was taken from.';

create table workshop_day (
  workshop_id int not null constraint workshop_day_is_of_a_workshop references workshop on delete cascade,
  day date not null,
  is_taught boolean not null,
  name text not null constraint workshop_day_has_a_name check (btrim(name) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  constraint workshop_day_is_one primary key (workshop_id, day)
);
comment on table workshop_day is 'A workshop''s own days: closed beside the public holidays, or taught in spite of one.';
comment on column workshop_day.workshop_id is 'The workshop.';
comment on column workshop_day.day is 'The day.';
comment on column workshop_day.is_taught is 'Whether there is teaching on the day.';
comment on column workshop_day.name is 'What the day is.';
comment on column workshop_day.recorded_at is 'When it was entered.';
comment on column workshop_day.recorded_by is 'Role that entered it.';

create table instructor (
  workshop_id int not null constraint instructor_is_of_a_workshop references workshop,
  id bigint generated always as identity,
  institution_id int not null constraint instructor_is_of_a_partner references institution,
  staff_number text collate "C" not null
    constraint instructor_number_is_letters_and_digits check (staff_number ~ '^[0-9A-Z][0-9A-Z.-]*$' and length(staff_number) <= 30),
  full_name person_name not null,
  latin_name person_name,
  chinese_name person_name,
  email text constraint instructor_email_has_an_at_sign check (is_email(email)),
  phone text constraint instructor_phone_is_a_number check (is_phone(phone)),
  since date not null,
  until date not null default 'infinity',
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint instructor_number_is_unique unique (workshop_id, institution_id, staff_number),
  constraint instructor_stay_is_in_order check (since < until)
);
create index instructor_by_institution on instructor (institution_id);
comment on table instructor is 'A teacher of a partner institution, at a workshop.';
comment on column instructor.workshop_id is 'The workshop.';
comment on column instructor.id is 'Key within the workshop.';
comment on column instructor.institution_id is 'Institution whose staff they are.';
comment on column instructor.staff_number is 'Number the institution knows them by.';
comment on column instructor.full_name is 'Name as they write it.';
comment on column instructor.latin_name is 'Name in the passport.';
comment on column instructor.chinese_name is 'Chinese name.';
comment on column instructor.email is 'E-mail address.';
comment on column instructor.phone is 'Telephone number.';
comment on column instructor.since is 'First day at the workshop.';
comment on column instructor.until is 'First day no longer at it.';
comment on column instructor.batch_id is 'The import that made it, if it was one.';
comment on column instructor.recorded_at is 'When it was entered.';
comment on column instructor.recorded_by is 'Role that entered it.';

create table instructor_certification (
  workshop_id int not null,
  id bigint generated always as identity,
  instructor_id bigint not null,
  course_id int not null constraint certification_is_for_a_known_course references course,
  since date not null,
  until date not null default 'infinity',
  certificate text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint certification_is_of_an_instructor foreign key (workshop_id, instructor_id) references instructor on delete cascade,
  constraint certification_is_in_order check (since < until),
  constraint certification_is_once_at_a_time
    exclude using gist (workshop_id with =, instructor_id with =, course_id with =, daterange(since, until) with &&)
);
create index certification_by_instructor on instructor_certification (workshop_id, instructor_id);
create index certification_by_course on instructor_certification (course_id);
comment on table instructor_certification is 'Courses that an instructor may teach.';
comment on column instructor_certification.workshop_id is 'The workshop.';
comment on column instructor_certification.id is 'Key within the workshop.';
comment on column instructor_certification.instructor_id is 'The instructor.';
comment on column instructor_certification.course_id is 'The course.';
comment on column instructor_certification.since is 'First day on which they may teach it.';
comment on column instructor_certification.until is 'First day on which they may no longer.';
comment on column instructor_certification.certificate is 'Certificate or decision it rests on.';
comment on column instructor_certification.recorded_at is 'When it was entered.';
comment on column instructor_certification.recorded_by is 'Role that entered it.';

create table instructor_training (
  workshop_id int not null,
  id bigint generated always as identity,
  instructor_id bigint not null,
  title text not null constraint training_has_a_title check (btrim(title) <> ''),
  institution_id int constraint training_is_given_by_a_partner references institution,
  place text,
  begins_on date not null,
  ends_on date not null,
  hours numeric not null constraint training_hours_are_plausible check (hours > 0 and hours <= 10000),
  is_completed boolean not null default true,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint training_is_of_an_instructor foreign key (workshop_id, instructor_id) references instructor on delete cascade,
  constraint training_is_in_order check (begins_on <= ends_on),
  constraint training_is_once unique (workshop_id, instructor_id, title, begins_on)
);
create index training_by_institution on instructor_training (institution_id);
comment on table instructor_training is 'Teacher training an instructor had: a purpose of a Luban Workshop of its own.';
comment on column instructor_training.workshop_id is 'The workshop.';
comment on column instructor_training.id is 'Key within the workshop.';
comment on column instructor_training.instructor_id is 'The instructor.';
comment on column instructor_training.title is 'What it was.';
comment on column instructor_training.institution_id is 'Who gave it.';
comment on column instructor_training.place is 'Where it was held.';
comment on column instructor_training.begins_on is 'First day.';
comment on column instructor_training.ends_on is 'Last day.';
comment on column instructor_training.hours is 'Hours of training.';
comment on column instructor_training.is_completed is 'Whether it was completed.';
comment on column instructor_training.batch_id is 'The import that made it, if it was one.';
comment on column instructor_training.recorded_at is 'When it was entered.';
comment on column instructor_training.recorded_by is 'Role that entered it.';

alter table cohort add constraint cohort_key_with_edition unique (workshop_id, id, edition_id);

create table class (
  workshop_id int not null,
  id bigint generated always as identity,
  cohort_id bigint not null,
  edition_id int not null,
  course_id int not null,
  term smallint not null constraint class_term_is_counted_from_one check (term between 1 and 20),
  begins_on date not null,
  ends_on date not null,
  instructor_id bigint,
  room text constraint class_room_is_not_blank check (btrim(room) <> ''),
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint class_is_once_in_its_cohort unique (workshop_id, cohort_id, course_id),
  constraint class_is_of_a_cohort foreign key (workshop_id, cohort_id, edition_id)
    references cohort (workshop_id, id, edition_id),
  constraint class_course_is_of_the_edition foreign key (edition_id, course_id) references curriculum_item,
  constraint class_has_a_known_instructor foreign key (workshop_id, instructor_id) references instructor,
  constraint class_is_in_order check (begins_on <= ends_on)
);
create index class_by_cohort on class (workshop_id, cohort_id, edition_id);
create index class_by_course on class (edition_id, course_id);
create index class_by_instructor on class (workshop_id, instructor_id);
comment on table class is 'One course taught to one cohort.';
comment on column class.workshop_id is 'The workshop.';
comment on column class.id is 'Key within the workshop.';
comment on column class.cohort_id is 'The cohort.';
comment on column class.edition_id is 'Edition of the cohort, whose curriculum has the course.';
comment on column class.course_id is 'The course.';
comment on column class.term is 'Term in which it is taught.';
comment on column class.begins_on is 'First day.';
comment on column class.ends_on is 'Last day.';
comment on column class.instructor_id is 'Who teaches it; empty while nobody does.';
comment on column class.room is 'Where it meets.';
comment on column class.batch_id is 'The import that made it, if it was one.';
comment on column class.recorded_at is 'When it was entered.';
comment on column class.recorded_by is 'Role that entered it.';

create table session (
  workshop_id int not null,
  id bigint generated always as identity,
  class_id bigint not null,
  held_on date not null,
  begins_at time not null,
  ends_at time not null,
  hours numeric not null constraint session_hours_are_plausible check (hours > 0 and hours <= 24),
  instructor_id bigint,
  room text constraint session_room_is_not_blank check (btrim(room) <> ''),
  cancel_reason text constraint session_cancellation_has_a_reason check (btrim(cancel_reason) <> ''),
  moved_from timestamp,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint session_is_of_a_class foreign key (workshop_id, class_id) references class on delete cascade,
  constraint session_has_a_known_instructor foreign key (workshop_id, instructor_id) references instructor,
  constraint session_begins_once unique (workshop_id, class_id, held_on, begins_at),
  constraint session_ends_after_it_begins check (begins_at < ends_at)
);
create index session_by_day on session (workshop_id, held_on);
create index session_by_instructor on session (workshop_id, instructor_id) where instructor_id is not null;
comment on table session is 'One dated meeting of a class.';
comment on column session.workshop_id is 'The workshop.';
comment on column session.id is 'Key within the workshop.';
comment on column session.class_id is 'The class.';
comment on column session.held_on is 'The day, where the school stands.';
comment on column session.begins_at is 'When it begins, local time.';
comment on column session.ends_at is 'When it ends.';
comment on column session.hours is 'Hours it counts.';
comment on column session.instructor_id is 'Who stands in; empty for the instructor of the class.';
comment on column session.room is 'Where, if not in the room of the class.';
comment on column session.cancel_reason is 'Why it does not take place; empty where it does.';
comment on column session.moved_from is 'Day and time it was first planned for, where it was moved.';
comment on column session.batch_id is 'The import that made it, if it was one.';
comment on column session.recorded_at is 'When it was entered.';
comment on column session.recorded_by is 'Role that entered it.';
