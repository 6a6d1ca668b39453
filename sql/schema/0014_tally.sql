-- What the figures of cohorts are counted from: the events of enrollments, added up as they are recorded.

create table cohort_tally (
  workshop_id int not null,
  id bigint generated always as identity,
  cohort_id bigint not null,
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  from_state enrollment_state,
  to_state enrollment_state not null,
  is_no_show boolean not null,
  is_continued boolean not null,
  commenced_on date,
  gender gender,
  nationality text collate "C" not null,
  events int not null constraint cohort_tally_counts_something check (events <> 0),
  primary key (workshop_id, id),
  constraint cohort_tally_is_of_a_cohort foreign key (workshop_id, cohort_id) references cohort on delete cascade
);
create index cohort_tally_by_cohort on cohort_tally (workshop_id, cohort_id, effective_on);
create statistics cohort_of_a_tally (ndistinct, dependencies) on workshop_id, cohort_id from cohort_tally;
comment on table cohort_tally is
  'Events of enrollments added up by cohort: what a correction takes back is booked against it, never rewritten.';
comment on column cohort_tally.workshop_id is 'The workshop.';
comment on column cohort_tally.id is 'Order of the bookings.';
comment on column cohort_tally.cohort_id is 'The cohort.';
comment on column cohort_tally.effective_on is 'The day from which the events were true.';
comment on column cohort_tally.recorded_at is 'When it became known that there are so many more or fewer of them.';
comment on column cohort_tally.from_state is 'State before; empty for the first event of an enrollment.';
comment on column cohort_tally.to_state is 'State from then on.';
comment on column cohort_tally.is_no_show is 'Whether they left because they never attended.';
comment on column cohort_tally.is_continued is 'Whether the enrollments came by transfer.';
comment on column cohort_tally.commenced_on is 'The day on which the enrollments were enrolled; empty before that.';
comment on column cohort_tally.gender is 'Gender of the students, where known.';
comment on column cohort_tally.nationality is 'Nationality of the students.';
comment on column cohort_tally.events is 'How many more events of this kind there are since; fewer where negative.';
