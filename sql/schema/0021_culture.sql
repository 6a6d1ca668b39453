-- Culture beside the classes: events, and who took part.

create table culture_event (
  workshop_id int not null constraint culture_event_is_of_a_workshop references workshop,
  id bigint generated always as identity,
  code code not null,
  course_id int constraint culture_event_counts_for_a_known_module references course,
  theme text not null constraint culture_event_has_a_theme check (btrim(theme) <> ''),
  title text not null constraint culture_event_has_a_title check (is_written(title)),
  place text constraint culture_event_place_is_not_blank check (btrim(place) <> ''),
  begins_on date not null,
  ends_on date not null,
  hours numeric not null constraint culture_event_hours_are_plausible check (hours > 0 and hours <= 2000),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint culture_event_code_is_unique unique (workshop_id, code),
  constraint culture_event_is_in_order check (ends_on >= begins_on),
  constraint culture_event_hours_fit_its_days check (hours <= 24 * (ends_on - begins_on + 1) or ends_on < begins_on)
);
create index culture_event_by_course on culture_event (course_id) where course_id is not null;
comment on table culture_event is 'A calligraphy day, a company visit, a festival, a month in Tianjin.';
comment on column culture_event.code is 'Code people type.';
comment on column culture_event.course_id is 'Culture module it counts for, if for one.';
comment on column culture_event.theme is 'Theme: calligraphy, tea, festivals; the list is open.';
comment on column culture_event.title is 'What it is.';
comment on column culture_event.place is 'Where.';
comment on column culture_event.hours is 'Hours it counts for those who took part in all of it.';

create table participation (
  workshop_id int not null,
  id bigint generated always as identity,
  event_id bigint not null,
  enrollment_id bigint not null,
  hours numeric not null constraint participation_has_hours check (hours > 0),
  note text,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint participation_is_once unique (workshop_id, event_id, enrollment_id),
  constraint participation_is_in_an_event foreign key (workshop_id, event_id) references culture_event,
  constraint participation_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment
);
create index participation_by_enrollment on participation (workshop_id, enrollment_id);
create statistics event_of_participation (ndistinct, dependencies) on workshop_id, event_id from participation;
create statistics enrollment_of_participation (ndistinct, dependencies) on workshop_id, enrollment_id from participation;
comment on table participation is 'A student''s part in a culture event.';
comment on column participation.event_id is 'The event.';
comment on column participation.enrollment_id is 'The student''s enrollment whose culture hours it counts for.';
comment on column participation.hours is 'Hours, at most those of the event.';
comment on column participation.note is 'Reason of the latest correction, or a remark.';
