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

-- What was recorded before there was a tally: each event when it was recorded, and back when it was corrected; with
-- the students as they are now.
insert into cohort_tally (workshop_id, cohort_id, effective_on, recorded_at, from_state, to_state, is_no_show,
  is_continued, commenced_on, gender, nationality, events)
select n.workshop_id, n.cohort_id, e.effective_on, known.at, e.from_state, e.to_state,
  (e.reason_code = 'no_show' and e.to_state in ('withdrawn', 'dismissed')) is true, n.continues_id is not null,
  case when e.to_state = 'enrolled' and e.from_state is distinct from 'suspended' then e.effective_on
    when e.from_state in ('enrolled', 'suspended') then (
      select max(b.effective_on) from enrollment_event b
      where b.workshop_id = e.workshop_id and b.enrollment_id = e.enrollment_id
        and b.to_state = 'enrolled' and b.from_state is distinct from 'suspended'
        and not exists (select from enrollment_event v where v.workshop_id = b.workshop_id
          and v.enrollment_id = b.enrollment_id and v.voids = b.nth)) end,
  s.gender, s.nationality, sum(known.events)
from enrollment_event e
join enrollment n on (n.workshop_id, n.id) = (e.workshop_id, e.enrollment_id)
join student s on (s.workshop_id, s.id) = (n.workshop_id, n.student_id)
cross join lateral (
  select e.recorded_at as at, 1 as events
  union all
  select v.recorded_at, -1 from enrollment_event v
  where v.workshop_id = e.workshop_id and v.enrollment_id = e.enrollment_id and v.voids = e.nth) known
where e.to_state is not null
group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
having sum(known.events) <> 0;
