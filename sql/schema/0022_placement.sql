-- Work-based learning at enterprises: places offered, assignments, hours, evaluations.

create table placement_offer (
  workshop_id int not null constraint placement_offer_is_of_a_workshop references workshop,
  id bigint generated always as identity,
  code code not null,
  partner_id int not null constraint placement_offer_is_of_a_partner references partner,
  course_id int constraint placement_offer_is_for_a_known_course references course,
  title text not null constraint placement_offer_has_a_title check (is_written(title)),
  places int not null constraint placement_offer_has_places check (places between 1 and 10000),
  places_taken int not null default 0,
  begins_on date not null,
  ends_on date not null,
  hours numeric not null constraint placement_offer_hours_are_plausible check (hours > 0 and hours <= 10000),
  supervisor text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint placement_offer_code_is_unique unique (workshop_id, code),
  constraint placement_offer_is_in_order check (ends_on >= begins_on),
  constraint placement_places_within_the_offer check (places_taken between 0 and places)
);
create index placement_offer_by_partner on placement_offer (partner_id);
create index placement_offer_by_course on placement_offer (course_id) where course_id is not null;
comment on table placement_offer is 'Places an enterprise offers.';
comment on column placement_offer.code is 'Code people type.';
comment on column placement_offer.partner_id is 'The enterprise.';
comment on column placement_offer.course_id is 'Placement course it is for, if for one.';
comment on column placement_offer.title is 'The work.';
comment on column placement_offer.places is 'Places offered.';
comment on column placement_offer.places_taken is 'Places taken; counted by a trigger.';
comment on column placement_offer.hours is 'Hours planned for each student.';
comment on column placement_offer.supervisor is 'Who looks after them at the enterprise.';

create table placement (
  workshop_id int not null,
  id bigint generated always as identity,
  enrollment_id bigint not null,
  offer_id bigint not null,
  begins_on date not null,
  ends_on date not null,
  supervisor text,
  ended_on date,
  end_reason text,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint placement_is_of_an_enrollment foreign key (workshop_id, enrollment_id) references enrollment,
  constraint placement_takes_an_offer foreign key (workshop_id, offer_id) references placement_offer,
  constraint placement_is_once_at_a_time exclude using gist
    (workshop_id with =, enrollment_id with =, daterange(begins_on, least(ends_on, ended_on), '[]') with &&),
  constraint placement_is_in_order check (ended_on between begins_on and ends_on and ends_on >= begins_on),
  constraint placement_end_has_a_reason check ((end_reason is null) = (ended_on is null) and btrim(end_reason) <> '')
);
create index placement_by_enrollment on placement (workshop_id, enrollment_id);
create index placement_by_offer on placement (workshop_id, offer_id);
create statistics offer_of_a_placement (ndistinct, dependencies) on workshop_id, offer_id from placement;
comment on table placement is 'A student at an enterprise.';
comment on column placement.enrollment_id is 'The student''s enrollment.';
comment on column placement.offer_id is 'The offer it takes a place of.';
comment on column placement.ends_on is 'Last day as planned.';
comment on column placement.supervisor is 'Who looks after the student, if not the one of the offer.';
comment on column placement.ended_on is 'Last day where it ended before its time.';
comment on column placement.end_reason is 'Why it did.';

create table placement_log (
  workshop_id int not null,
  id bigint generated always as identity,
  placement_id bigint not null,
  worked_on date not null,
  hours numeric not null constraint placement_hours_fit_a_day check (hours > 0 and hours <= 24),
  task text,
  note text,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint placement_day_is_logged_once unique (workshop_id, placement_id, worked_on),
  constraint placement_log_is_of_a_placement foreign key (workshop_id, placement_id) references placement
);
create statistics placement_of_a_log (ndistinct, dependencies) on workshop_id, placement_id from placement_log;
comment on table placement_log is 'Hours worked on a day of a placement.';
comment on column placement_log.worked_on is 'The day.';
comment on column placement_log.hours is 'Hours worked.';
comment on column placement_log.task is 'What was done.';
comment on column placement_log.note is 'Reason of the latest correction.';

create type evaluation_side as enum ('enterprise', 'school');
comment on type evaluation_side is 'Who evaluated a placement.';

create table placement_evaluation (
  workshop_id int not null,
  id bigint generated always as identity,
  placement_id bigint not null,
  side evaluation_side not null,
  scale text collate "C" not null constraint evaluation_scale_is_known references grading_scale,
  mark text not null,
  value numeric not null,
  passed boolean not null,
  comment text,
  evaluated_on date not null,
  evaluated_by text,
  batch_id bigint,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint placement_is_evaluated_once_a_side unique (workshop_id, placement_id, side),
  constraint evaluation_is_of_a_placement foreign key (workshop_id, placement_id) references placement
);
create index evaluation_by_scale on placement_evaluation (scale);
comment on table placement_evaluation is 'How enterprise and school judged a placement.';
comment on column placement_evaluation.side is 'Enterprise or school.';
comment on column placement_evaluation.scale is 'Scale of the mark.';
comment on column placement_evaluation.mark is 'The mark.';
comment on column placement_evaluation.value is 'What the mark counts; set from the scale.';
comment on column placement_evaluation.passed is 'Whether it passes; set from the scale.';
comment on column placement_evaluation.comment is 'What was said.';
comment on column placement_evaluation.evaluated_on is 'The day.';
comment on column placement_evaluation.evaluated_by is 'By whom.';
