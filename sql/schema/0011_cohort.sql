-- A cohort: an intake of one program edition at one workshop.

create type cohort_status as enum ('planned', 'open', 'running', 'finished', 'cancelled');
comment on type cohort_status is 'Life of a cohort, in its order.';

create table cohort (
  workshop_id int not null constraint cohort_is_of_a_workshop references workshop,
  id bigint generated always as identity,
  code code not null,
  edition_id int not null,
  program_id int not null,
  intake_on date not null,
  planned_end_on date not null,
  window_opens_on date not null,
  window_closes_on date not null,
  capacity int not null
    constraint cohort_capacity_is_plausible check (capacity between 1 and 100000),
  seats_held int not null default 0,
  last_waitlist_place int not null default 0,
  languages text[] not null default '{}',
  census_day smallint not null default 30
    constraint cohort_census_is_within_a_year check (census_day between 0 and 366),
  status cohort_status not null default 'planned',
  agreement_override text
    constraint cohort_override_has_a_reason check (btrim(agreement_override) <> ''),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint cohort_code_is_unique unique (workshop_id, code),
  constraint cohort_key_with_edition unique (workshop_id, id, edition_id),
  constraint cohort_edition_is_of_its_program
    foreign key (edition_id, program_id) references program_edition (id, program_id),
  constraint cohort_ends_after_its_intake check (planned_end_on > intake_on),
  constraint cohort_window_is_in_order check (window_opens_on <= window_closes_on),
  constraint cohort_window_closes_before_the_end check (window_closes_on <= planned_end_on),
  constraint cohort_seats_within_capacity check (seats_held between 0 and capacity),
  -- Nor does a correction give somebody a seat in one that is over.
  constraint cohort_ends_when_no_seat_is_held check (seats_held = 0 or status not in ('finished', 'cancelled'))
);
create index cohort_by_code on cohort (code);
create index cohort_by_edition on cohort (edition_id, program_id);
comment on table cohort is 'An intake of one program edition at one workshop.';
comment on column cohort.code is 'Code people type: the workshop''s code, the program, the intake, as in UZ-TAS-LOG-2026A.';
comment on column cohort.edition_id is 'Edition of the program.';
comment on column cohort.intake_on is 'First day of teaching; this, the planned end, the seats and the census day are those of the newest stretch.';
comment on column cohort.window_opens_on is 'First day on which one may apply.';
comment on column cohort.window_closes_on is 'Last day on which one may apply.';
comment on column cohort.capacity is 'Seats.';
comment on column cohort.seats_held is 'Seats held by admitted, enrolled and suspended; counted by a trigger.';
comment on column cohort.last_waitlist_place is 'Last place given on the waitlist; places are never given twice.';
comment on column cohort.languages is 'Languages of instruction.';
comment on column cohort.census_day is 'Days after the intake on which the cohort is fixed for rates.';
comment on column cohort.status is 'Planned, open for applications, running, finished or cancelled.';
comment on column cohort.agreement_override is 'Why it was opened though no agreement in force covered it.';

create table cohort_event (
  workshop_id int not null,
  cohort_id bigint not null,
  nth smallint not null,
  status cohort_status not null,
  effective_on date not null,
  reason text,
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, cohort_id, nth),
  constraint cohort_event_is_of_a_cohort foreign key (workshop_id, cohort_id) references cohort on delete cascade
);
comment on table cohort_event is 'Every change of a cohort''s status.';
comment on column cohort_event.nth is 'Order of the changes, from 1.';
comment on column cohort_event.status is 'Status from then on.';
comment on column cohort_event.effective_on is 'The day it took effect.';
comment on column cohort_event.reason is 'Why.';

-- What figures are made of has two times: since when it holds, and since when that is known.
create table cohort_stretch (
  workshop_id int not null,
  id bigint generated always as identity,
  cohort_id bigint not null,
  since date not null default '-infinity',
  intake_on date not null,
  planned_end_on date not null,
  capacity int not null
    constraint cohort_capacity_is_plausible check (capacity between 1 and 100000),
  census_day smallint not null
    constraint cohort_census_is_within_a_year check (census_day between 0 and 366),
  recorded_at timestamptz not null default now(),
  recorded_by text not null default session_user,
  primary key (workshop_id, id),
  constraint cohort_stretch_is_of_a_cohort foreign key (workshop_id, cohort_id) references cohort on delete cascade,
  constraint cohort_ends_after_its_intake check (planned_end_on > intake_on)
);
create index cohort_stretch_by_cohort on cohort_stretch (workshop_id, cohort_id, since, id);
comment on table cohort_stretch is
  'Dates, seats and census of a cohort from a day on, until the next such day; the latest row of a day corrects those before.';
comment on column cohort_stretch.id is 'Order in which they were entered.';
comment on column cohort_stretch.since is 'First day on which it holds; -infinity for how the cohort began.';
comment on column cohort_stretch.intake_on is 'First day of teaching.';
comment on column cohort_stretch.capacity is 'Seats.';
comment on column cohort_stretch.census_day is 'Days after the intake on which the cohort is fixed for rates.';
