-- Who teaches: instructors, what they are certified for, how they were trained.

create table instructor (
  workshop_id int not null constraint instructor_is_of_a_workshop references workshop,
  id bigint generated always as identity,
  partner_id int not null constraint instructor_is_of_a_partner references partner,
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
  constraint instructor_number_is_unique unique (workshop_id, partner_id, staff_number),
  constraint instructor_stay_is_in_order check (until > since)
);
create index instructor_by_partner on instructor (partner_id);
comment on table instructor is 'A teacher of a partner, at a workshop.';
comment on column instructor.partner_id is 'Partner whose staff they are.';
comment on column instructor.staff_number is 'Number the partner knows them by.';
comment on column instructor.full_name is 'Name as they write it.';
comment on column instructor.latin_name is 'Name in the passport.';
comment on column instructor.chinese_name is 'Chinese name.';
comment on column instructor.since is 'First day at the workshop.';
comment on column instructor.until is 'First day no longer at it.';

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
  constraint certification_is_in_order check (until > since),
  constraint certification_is_once_at_a_time
    exclude using gist (workshop_id with =, instructor_id with =, course_id with =, daterange(since, until) with &&)
);
create index certification_by_instructor on instructor_certification (workshop_id, instructor_id);
create index certification_by_course on instructor_certification (course_id);
comment on table instructor_certification is 'Courses that an instructor may teach.';
comment on column instructor_certification.since is 'First day on which they may teach it.';
comment on column instructor_certification.until is 'First day on which they may no longer.';
comment on column instructor_certification.certificate is 'Certificate or decision it rests on.';

create table instructor_training (
  workshop_id int not null,
  id bigint generated always as identity,
  instructor_id bigint not null,
  title text not null constraint training_has_a_title check (is_written(title)),
  partner_id int constraint training_is_given_by_a_partner references partner,
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
  constraint training_is_in_order check (ends_on >= begins_on),
  constraint training_is_once unique (workshop_id, instructor_id, title, begins_on)
);
create index training_by_partner on instructor_training (partner_id);
comment on table instructor_training is 'Teacher training an instructor had: a purpose of a Luban Workshop of its own.';
comment on column instructor_training.title is 'What it was.';
comment on column instructor_training.partner_id is 'Who gave it.';
comment on column instructor_training.place is 'Where it was held.';
comment on column instructor_training.hours is 'Hours of training.';
comment on column instructor_training.is_completed is 'Whether it was completed.';
