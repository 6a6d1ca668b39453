-- What is taught to a cohort, and when: classes and their sessions.

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
create statistics cohort_of_a_class (ndistinct, dependencies) on workshop_id, cohort_id from class;
comment on table class is 'One course taught to one cohort.';
comment on column class.edition_id is 'Edition of the cohort, whose curriculum has the course.';
comment on column class.term is 'Term in which it is taught.';
comment on column class.instructor_id is 'Who teaches it; empty while nobody does.';
comment on column class.room is 'Where it meets.';

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
  move_reason text constraint session_move_reason_is_not_blank check (btrim(move_reason) <> ''),
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint session_is_of_a_class foreign key (workshop_id, class_id) references class on delete cascade,
  constraint session_has_a_known_instructor foreign key (workshop_id, instructor_id) references instructor,
  constraint session_begins_once unique (workshop_id, class_id, held_on, begins_at),
  constraint session_ends_after_it_begins check (ends_at > begins_at)
);
create index session_by_day on session (workshop_id, held_on);
create index session_by_instructor on session (workshop_id, instructor_id) where instructor_id is not null;
create statistics class_of_a_session (ndistinct, dependencies) on workshop_id, class_id from session;
comment on table session is 'One dated meeting of a class.';
comment on column session.held_on is 'The day, where the school stands.';
comment on column session.begins_at is 'When it begins, local time.';
comment on column session.ends_at is 'When it ends.';
comment on column session.hours is 'Hours it counts.';
comment on column session.instructor_id is 'Who stands in; empty for the instructor of the class.';
comment on column session.room is 'Where, if not in the room of the class.';
comment on column session.cancel_reason is 'Why it does not take place; empty where it does.';
comment on column session.move_reason is 'Why it was moved, or cancelled before that.';
comment on column session.moved_from is 'Day and time it was first planned for, where it was moved.';
