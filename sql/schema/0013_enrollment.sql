-- A student in a cohort, and every change of that.

create type enrollment_state as enum ('applied', 'waitlisted', 'admitted', 'enrolled', 'suspended',
  'completed', 'withdrawn', 'dismissed', 'transferred', 'rejected', 'declined', 'annulled');
comment on type enrollment_state is
  'Where an enrollment stands; admitted, enrolled and suspended hold a seat; annulled is one of which no event stands.';

create function last_day_enrolled(next_on date, next_state enrollment_state) returns date
language sql immutable parallel safe as $$
  select coalesce(next_on - (next_state = 'transferred')::int, 'infinity')
$$;
comment on function last_day_enrolled is
  'The last day on which somebody is enrolled, by what follows: the day of leaving itself, but for a transfer, whose day is of the other cohort.';

create function holds_seat(state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select state in ('admitted', 'enrolled', 'suspended')
$$;
comment on function holds_seat is 'Whether the state occupies a seat of the cohort.';

-- A check is asked while a backup is restored, and nothing is on the search path then.
create function enrollment_change_is_known(from_state enrollment_state, to_state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_state = any (case from_state
    when 'applied' then '{admitted,waitlisted,enrolled,rejected,declined,withdrawn}'::luban.enrollment_state[]
    when 'waitlisted' then '{admitted,enrolled,rejected,declined,withdrawn}'
    when 'admitted' then '{enrolled,declined,withdrawn,dismissed}'
    when 'enrolled' then '{suspended,completed,withdrawn,dismissed,transferred}'
    when 'suspended' then '{enrolled,withdrawn,dismissed,transferred}'
    end), from_state is null and to_state in ('applied', 'waitlisted', 'admitted', 'enrolled', 'suspended'))
$$;
comment on function enrollment_change_is_known is
  'Whether an enrollment may go from one state to the other; from nothing it begins applied, waitlisted or seated.';

create function enrollment_return_is_known(from_state enrollment_state, to_state enrollment_state) returns boolean
language sql immutable parallel safe as $$
  select coalesce(to_state = any (case
    when from_state in ('withdrawn', 'dismissed', 'rejected', 'declined', 'transferred')
      then '{applied,admitted,enrolled,suspended}'::luban.enrollment_state[]
    when from_state in ('applied', 'waitlisted', 'admitted') then '{transferred}' end), false)
$$;
comment on function enrollment_return_is_known is
  'Whether a return leads from one state to the other: back to where the student was, or on to where they return.';

create table enrollment (
  workshop_id int not null,
  id bigint generated always as identity,
  student_id bigint not null,
  cohort_id bigint not null,
  applied_on date not null,
  state enrollment_state not null,
  state_on date not null,
  waitlist_place int,
  override text constraint enrollment_override_has_a_reason check (btrim(override) <> ''),
  primary key (workshop_id, id),
  constraint enrollment_is_once_in_a_cohort unique (workshop_id, student_id, cohort_id),
  constraint enrollment_is_of_a_student foreign key (workshop_id, student_id) references student,
  constraint enrollment_is_in_a_cohort foreign key (workshop_id, cohort_id) references cohort,
  constraint waitlist_place_is_for_those_who_wait check ((state = 'waitlisted') = (waitlist_place is not null)),
  constraint enrollment_state_not_before_application check (state_on >= applied_on or state = 'annulled')
);
create index enrollment_roster on enrollment (workshop_id, cohort_id, state);
create unique index waitlist_place_is_given_once on enrollment (workshop_id, cohort_id, waitlist_place)
  where waitlist_place is not null;
-- The workshop leads every key, and the planner takes the two columns of a key for independent of each other: of a cohort
-- of a thousand in thirty workshops it expects thirty students, and chooses loops that are read a thousand times. A cohort
-- has one workshop; statistics say so here and in all tables that have many rows below one of another.
create statistics cohort_of_an_enrollment (ndistinct, dependencies) on workshop_id, cohort_id from enrollment;
comment on table enrollment is 'A student in a cohort: the unit of every rate.';
comment on column enrollment.applied_on is 'Day of the application.';
comment on column enrollment.state is 'State after the last event.';
comment on column enrollment.state_on is 'Day on which that state began.';
comment on column enrollment.waitlist_place is 'Place on the waitlist; lower places are served first.';
comment on column enrollment.override is 'Why the entry rules were set aside; empty where they hold.';

create table reason (
  code text collate "C" primary key,
  meaning text not null
);
comment on table reason is 'Coded reasons of a withdrawal, dismissal, suspension or rejection.';
comment on column reason.code is 'Code.';
comment on column reason.meaning is 'What it stands for.';
insert into reason values
  ('no_show', 'never attended'),
  ('health', 'illness of the student or in the family'),
  ('work', 'took up work'),
  ('finance', 'cannot pay or earn enough'),
  ('family', 'family duties'),
  ('moved', 'moved away'),
  ('military', 'military or civil service'),
  ('other_study', 'took up other studies'),
  ('failing', 'did not meet the requirements'),
  ('conduct', 'broke the rules of the school'),
  ('attendance', 'too many absences'),
  ('death', 'died'),
  ('cancelled', 'the cohort was cancelled'),
  ('other', 'said in words');

-- A transfer is one fact with two ends, and who returns elsewhere goes on from where they left: the events that say so
-- name one link. It holds while the event at its far end stands.
create type enrollment_link_kind as enum ('transfer', 'return');
comment on type enrollment_link_kind is 'How an enrollment came to continue another.';

create table enrollment_link (
  workshop_id int not null,
  id bigint generated always as identity,
  kind enrollment_link_kind not null,
  from_id bigint not null,
  to_id bigint not null,
  primary key (workshop_id, id),
  constraint enrollment_link_is_from_one_of_the_workshop foreign key (workshop_id, from_id) references enrollment,
  constraint enrollment_link_is_to_one_of_the_workshop
    foreign key (workshop_id, to_id) references enrollment deferrable initially deferred,
  constraint enrollment_link_leads_elsewhere check (from_id <> to_id)
);
create index enrollment_link_by_source on enrollment_link (workshop_id, from_id);
create index enrollment_link_by_target on enrollment_link (workshop_id, to_id);
comment on table enrollment_link is 'An enrollment that continues another, after a transfer or a return; later ones have higher numbers.';
comment on column enrollment_link.id is 'Key within the workshop; of a student the later link has the higher one.';
comment on column enrollment_link.kind is 'By transfer, or by return.';
comment on column enrollment_link.from_id is 'The enrollment that is continued.';
comment on column enrollment_link.to_id is 'The enrollment that continues it.';

create table enrollment_event (
  workshop_id int not null,
  enrollment_id bigint not null,
  nth smallint not null constraint enrollment_event_counts_from_one check (nth > 0),
  from_state enrollment_state,
  to_state enrollment_state,
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  reason_code text collate "C" constraint enrollment_reason_is_known references reason,
  reason text,
  voids smallint,
  link_id bigint,
  batch_id bigint,
  primary key (workshop_id, enrollment_id, nth),
  constraint enrollment_event_is_of_an_enrollment
    foreign key (workshop_id, enrollment_id) references enrollment on delete cascade,
  constraint enrollment_event_voids_an_earlier_one check (voids < nth),
  constraint enrollment_begins_from_nothing check (nth > 1 or from_state is null),
  constraint enrollment_event_does_something check (to_state is not null or voids is not null),
  constraint enrollment_correction_has_a_reason check (
    voids is null or reason is not null and btrim(reason) <> ''),
  constraint enrollment_change_is_allowed check (
    to_state is null and from_state is null or enrollment_change_is_known(from_state, to_state)
      or enrollment_return_is_known(from_state, to_state)),
  constraint enrollment_event_is_of_a_link foreign key (workshop_id, link_id) references enrollment_link,
  constraint enrollment_transfer_leads_somewhere check (to_state <> 'transferred' or link_id is not null)
);
create unique index enrollment_event_is_corrected_once on enrollment_event (workshop_id, enrollment_id, voids)
  where voids is not null;
create index enrollment_event_by_link on enrollment_event (workshop_id, link_id) where link_id is not null;
create index enrollment_event_by_reason on enrollment_event (reason_code) where reason_code is not null;
comment on table enrollment_event is
  'Every change of an enrollment, true from effective_on, known here since recorded_at; never rewritten.';
comment on column enrollment_event.nth is 'Number of the event within its enrollment.';
comment on column enrollment_event.from_state is 'State before; empty for the first.';
comment on column enrollment_event.to_state is 'State from then on; empty where the event only voids another.';
comment on column enrollment_event.effective_on is 'The day from which it was true.';
comment on column enrollment_event.reason_code is 'Coded reason.';
comment on column enrollment_event.reason is 'Reason in words.';
comment on column enrollment_event.voids is 'Number of the event that this one corrects.';
comment on column enrollment_event.link_id is 'The transfer or return that it is an end of.';
