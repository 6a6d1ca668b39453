-- What the figures of cohorts are counted from: the events of enrollments, added up as they are recorded.

create table cohort_tally (
  workshop_id int not null,
  id bigint generated always as identity,
  cohort_id bigint not null,
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  from_state enrollment_state,
  to_state enrollment_state not null,
  no_show_on date,
  counted datemultirange,
  link_kind enrollment_link_kind,
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
comment on column cohort_tally.id is 'Order of the bookings.';
comment on column cohort_tally.effective_on is 'The day from which the events were true.';
comment on column cohort_tally.recorded_at is 'When it became known that there are so many more or fewer of them.';
comment on column cohort_tally.from_state is 'State before; empty for the first event of an enrollment.';
comment on column cohort_tally.to_state is 'State from then on.';
comment on column cohort_tally.no_show_on is
  'The day on which they left because they never attended, where this is the leaving or the return from it.';
comment on column cohort_tally.counted is
  'Days before the event on which a census would have counted them: since they commenced, but for no-shows and transfers.';
comment on column cohort_tally.link_kind is 'How those came who went on from another cohort; empty for all but the first event.';
comment on column cohort_tally.gender is 'Gender of the students, where known.';
comment on column cohort_tally.nationality is 'Nationality of the students.';
comment on column cohort_tally.events is 'How many more events of this kind there are since; fewer where negative.';
